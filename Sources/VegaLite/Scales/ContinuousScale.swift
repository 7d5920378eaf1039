import Formats
import Graphics

/// Maps a stretch of numbers to another, straight or bent (d3-scale's continuous scales).
struct ContinuousScale: Sendable, Hashable {
  enum Curve: Sendable, Hashable {
    case linear
    case log(base: Double)
    case power(exponent: Double)
    case symlog(constant: Double)
  }

  var curve: Curve
  /// At least two numbers, rising or falling; in between, pieces.
  var domain: [Double]
  /// As many numbers as the domain has.
  var range: [Double]
  var clamps: Bool
  var rounds: Bool

  init(
    _ curve: Curve = .linear, domain: [Double], range: [Double], clamps: Bool = false,
    rounds: Bool = false
  ) {
    self.curve = curve
    self.domain = domain
    self.range = range
    self.clamps = clamps
    self.rounds = rounds
  }

  /// Bends a number so that the rest is linear.
  func transform(_ x: Double) -> Double {
    switch curve {
    case .linear: x
    case .log:
      // A domain below zero is mirrored.
      (domain.first ?? 1) < 0 ? -Exact.logarithm(-x) : Exact.logarithm(x)
    case .power(let exponent):
      exponent == 0.5
        ? (x < 0 ? -(-x).squareRoot() : x.squareRoot())
        : x < 0 ? -Exact.pow(-x, exponent) : Exact.pow(x, exponent)
    case .symlog(let constant):
      (x < 0 ? -1 : 1) * Exact.logarithm(1 + abs(x / constant))
    }
  }

  func untransform(_ x: Double) -> Double {
    switch curve {
    case .linear: x
    case .log: (domain.first ?? 1) < 0 ? -Exact.exponential(-x) : Exact.exponential(x)
    case .power(let exponent):
      x < 0 ? -Exact.pow(-x, 1 / exponent) : Exact.pow(x, 1 / exponent)
    case .symlog(let constant):
      (x < 0 ? -1 : 1) * (Exact.exponential(abs(x)) - 1) * constant
    }
  }

  /// Where between 0 and 1 a number lies in the domain as a whole; 0.5 in a domain without length.
  func fraction(_ x: Double) -> Double {
    guard let first = domain.first, let last = domain.last else { return .nan }
    return Self.share(transform(x), transform(first), transform(last))
  }

  private static func share(_ x: Double, _ a: Double, _ b: Double) -> Double {
    b == a ? (b.isNaN ? .nan : 0.5) : (x - a) / (b - a)
  }

  func callAsFunction(_ value: Double) -> Double {
    guard !value.isNaN, domain.count >= 2, range.count >= 2 else { return .nan }
    let count = min(domain.count, range.count)
    var x = value
    if clamps {
      let (low, high) = (min(domain[0], domain[count - 1]), max(domain[0], domain[count - 1]))
      x = min(max(x, low), high)
    }
    let rising = domain[count - 1] >= domain[0]
    var piece = 0
    while piece < count - 2, rising ? x > domain[piece + 1] : x < domain[piece + 1] { piece += 1 }
    let t = Self.share(
      transform(x), transform(domain[piece]), transform(domain[piece + 1]))
    let result = range[piece] * (1 - t) + range[piece + 1] * t
    return rounds ? result.rounded() : result
  }

  /// The number that maps to a place in the range.
  func invert(_ place: Double) -> Double {
    guard let low = domain.first, let high = domain.last, let from = range.first,
      let to = range.last
    else { return .nan }
    let t = Self.share(place, from, to)
    return untransform(transform(low) * (1 - t) + transform(high) * t)
  }

  /// The domain widened to round numbers.
  mutating func nice(count: Double) {
    guard let first = domain.first, let last = domain.last else { return }
    let (low, high): (Double, Double)
    switch curve {
    case .linear, .power, .symlog: (low, high) = Ticks.nice(first, last, count: count)
    case .log(let base):
      func floor(_ x: Double) -> Double {
        x < 0
          ? -Exact.pow(base, (logarithm(-x, base)).rounded(.up))
          : Exact.pow(base, logarithm(x, base).rounded(.down))
      }
      func ceil(_ x: Double) -> Double {
        x < 0
          ? -Exact.pow(base, logarithm(-x, base).rounded(.down))
          : Exact.pow(base, logarithm(x, base).rounded(.up))
      }
      (low, high) = first <= last ? (floor(first), ceil(last)) : (ceil(first), floor(last))
    }
    domain[0] = low
    domain[domain.count - 1] = high
  }

  func logarithm(_ x: Double, _ base: Double) -> Double {
    base == 10
      ? Exact.logarithm10(x)
      : base == 2.718281828459045 ? Exact.logarithm(x) : Exact.logarithm(x) / Exact.logarithm(base)
  }

  /// Round numbers across the domain.
  func ticks(count: Double) -> [Double] {
    guard let first = domain.first, let last = domain.last else { return [] }
    guard case .log(let base) = curve else {
      return Ticks.values(from: first, to: last, count: count)
    }
    return LogTicks(base: base).values(from: first, to: last, count: count) { logarithm($0, base) }
  }
}
