/// Arithmetic as ECMA-262's `Math` has it.
enum MathFunction: String, Sendable, CaseIterable {
  case abs, acos, asin, atan, atan2, ceil, cos, exp, floor, hypot, log, max, min, pow, random
  case round, sign, sin, sqrt, tan, clamp

  var arity: ClosedRange<Int> {
    switch self {
    case .random: 0...0
    case .max, .min, .hypot: 0...1000
    case .atan2, .pow: 2...2
    case .clamp: 3...3
    default: 1...1
    }
  }

  /// `draw` gives the next number of the run's own random sequence.
  func apply(_ x: [Double], draw: () -> Double) -> Double {
    switch self {
    case .abs: Swift.abs(x[0])
    case .acos: Transcendental.arccosine(x[0])
    case .asin: Transcendental.arcsine(x[0])
    case .atan: Transcendental.arctangent(x[0])
    case .atan2: Transcendental.arctangent(y: x[0], x: x[1])
    case .ceil: x[0].rounded(.up)
    case .cos: Transcendental.cosine(x[0])
    case .exp: Transcendental.exponential(x[0])
    case .floor: x[0].rounded(.down)
    case .hypot: x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    case .log: Transcendental.logarithm(x[0])
    case .max: x.contains(where: \.isNaN) ? .nan : x.max() ?? -.infinity
    case .min: x.contains(where: \.isNaN) ? .nan : x.min() ?? .infinity
    case .pow: Transcendental.power(x[0], x[1])
    case .random: draw()
    // ECMA-262: the next integer above on a tie, so -2.5 becomes -2.
    case .round: Swift.abs(x[0]) < 4_503_599_627_370_496 ? (x[0] + 0.5).rounded(.down) : x[0]
    case .sign: x[0] > 0 ? 1 : x[0] < 0 ? -1 : x[0]
    case .sin: Transcendental.sine(x[0])
    case .sqrt: x[0].squareRoot()
    case .tan: Transcendental.tangent(x[0])
    case .clamp: Swift.min(Swift.max(x[0], x[1]), x[2])
    }
  }
}
