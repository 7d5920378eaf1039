/// The kinds of curve that a regression fits.
package enum RegressionMethod: String, Sendable, CaseIterable {
  case constant, linear, log, exp, pow, quad, poly

  /// How many coefficients the curve has beside the constant one.
  func degrees(order: Int) -> Int {
    switch self {
    case .constant: 0
    case .linear, .log, .exp, .pow: 1
    case .quad: 2
    case .poly: order
    }
  }
}

/// A curve fitted to points.
package struct RegressionModel: Sendable {
  package let method: RegressionMethod
  /// From the constant term upwards; for `exp` and `pow` factor and exponent.
  package let coefficients: [Double]
  /// The share of the variance that the curve explains.
  package let rSquared: Double
  /// The curve in terms of the distance from the mean, which keeps polynomials exact.
  private let center: Double
  private let centered: [Double]

  /// Fits points by least squares; nil where there are too few of them.
  ///
  /// `exp` weighs the logarithms by y, so that small values don't rule the curve.
  package init?(
    _ method: RegressionMethod, order: Int = 3, points: [(x: Double, y: Double)]
  ) {
    let degree = method.degrees(order: order)
    guard points.count > degree else { return nil }
    self.method = method
    var samples: [LeastSquares.Sample] = []
    switch method {
    case .constant, .linear, .quad, .poly:
      samples = points.map { .init(x: $0.x, y: $0.y, weight: 1) }
    case .log:
      samples = points.map { .init(x: Transcendental.logarithm($0.x), y: $0.y, weight: 1) }
    case .exp:
      samples = points.map { .init(x: $0.x, y: Transcendental.logarithm($0.y), weight: $0.y) }
    case .pow:
      samples = points.map {
        .init(x: Transcendental.logarithm($0.x), y: Transcendental.logarithm($0.y), weight: 1)
      }
    }
    guard let fit = LeastSquares.polynomial(samples, degree: degree) else { return nil }
    center = fit.center
    centered = fit.coefficients
    var plain = LeastSquares.expanded(fit.coefficients, around: fit.center)
    if method == .exp || method == .pow { plain[0] = Transcendental.exponential(plain[0]) }
    coefficients = plain
    let mean = Statistics.mean(points.map(\.y))
    var (left, total) = (0.0, 0.0)
    for point in points {
      let predicted = Self.predict(point.x, method, fit.center, fit.coefficients)
      left += (point.y - predicted) * (point.y - predicted)
      total += (point.y - mean) * (point.y - mean)
    }
    rSquared = 1 - left / total
  }

  package func predict(_ x: Double) -> Double { Self.predict(x, method, center, centered) }

  private static func predict(
    _ x: Double, _ method: RegressionMethod, _ center: Double, _ centered: [Double]
  ) -> Double {
    switch method {
    case .constant, .linear, .quad, .poly:
      LeastSquares.value(centered, at: x - center)
    case .log: LeastSquares.value(centered, at: Transcendental.logarithm(x) - center)
    case .exp: Transcendental.exponential(LeastSquares.value(centered, at: x - center))
    case .pow:
      Transcendental.exponential(
        LeastSquares.value(centered, at: Transcendental.logarithm(x) - center))
    }
  }
}
