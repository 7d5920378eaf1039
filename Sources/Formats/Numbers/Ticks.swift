/// Round numbers that divide an interval in about `count` parts: the tick mathematics of d3-array.
package enum Ticks {
  /// The most ticks ever given; a count beyond it is a slip, not a wish.
  package static let limit = 10_000

  /// The ticks from start to stop, both included where round; falling where stop is less than start.
  package static func values(from start: Double, to stop: Double, count: Double) -> [Double] {
    guard count > 0, start.isFinite, stop.isFinite else { return [] }
    if start == stop { return [start] }
    let (low, high) = (min(start, stop), max(start, stop))
    let spec = Spec(low, high, count)
    guard spec.last >= spec.first, spec.last - spec.first < Double(limit) else { return [] }
    let ticks = (0...Int(spec.last - spec.first)).map { index in
      let step = spec.first + Double(index)
      return spec.increment < 0 ? step / -spec.increment : step * spec.increment
    }
    return stop < start ? ticks.reversed() : ticks
  }

  /// The step between ticks if it is 1 or more, else minus its inverse, which is exact; start is at most stop.
  package static func increment(from start: Double, to stop: Double, count: Double) -> Double {
    Spec(start, stop, count).increment
  }

  /// The step between ticks, negative where stop is less than start.
  package static func step(from start: Double, to stop: Double, count: Double) -> Double {
    let reversed = stop < start
    let increment =
      reversed
      ? increment(from: stop, to: start, count: count)
      : increment(from: start, to: stop, count: count)
    return (reversed ? -1 : 1) * (increment < 0 ? 1 / -increment : increment)
  }

  /// The interval widened to the ticks around it, as by the `nice` of a linear d3 scale.
  package static func nice(_ start: Double, _ stop: Double, count: Double) -> (Double, Double) {
    guard start.isFinite, stop.isFinite else { return (start, stop) }
    var (low, high) = (min(start, stop), max(start, stop))
    var last: Double?
    for _ in 0..<10 {
      let step = increment(from: low, to: high, count: count)
      if step == last {
        return stop < start ? (high, low) : (low, high)
      } else if step > 0 {
        low = (low / step).rounded(.down) * step
        high = (high / step).rounded(.up) * step
      } else if step < 0 {
        low = (low * step).rounded(.up) / step
        high = (high * step).rounded(.down) / step
      } else {
        break
      }
      last = step
    }
    return (start, stop)
  }
}

/// First and last tick as multiples of the increment.
private struct Spec {
  var first: Double
  var last: Double
  var increment: Double

  init(_ start: Double, _ stop: Double, _ count: Double) {
    let step = (stop - start) / max(0, count)
    // The decimal exponent rather than a logarithm: no library decides where a power of ten begins.
    guard let exponent = Decimal(shortest: step)?.exponent, step != 0 else {
      (first, last, increment) = (.nan, .nan, .nan)
      return
    }
    let error = step / Self.powerOfTen(exponent)
    let factor: Double =
      error >= 50.0.squareRoot()
      ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    if exponent < 0 {
      let inverse = Self.powerOfTen(-exponent) / factor
      first = (start * inverse).roundedHalfUp
      last = (stop * inverse).roundedHalfUp
      if first / inverse < start { first += 1 }
      if last / inverse > stop { last -= 1 }
      increment = -inverse
    } else {
      increment = Self.powerOfTen(exponent) * factor
      first = (start / increment).roundedHalfUp
      last = (stop / increment).roundedHalfUp
      if first * increment < start { first += 1 }
      if last * increment > stop { last -= 1 }
    }
    if last < first, 0.5 <= count, count < 2 { self = Spec(start, stop, count * 2) }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    Decimal(isNegative: false, digits: [1], exponent: exponent).double
  }
}

extension Double {
  /// `Math.round`: the nearest integer, the greater of two equally near.
  package var roundedHalfUp: Double {
    let floor = rounded(.down)
    return self - floor >= 0.5 ? floor + 1 : floor
  }
}
