import Graphics

/// Projections onto a cone that cuts the globe along two parallels.
enum ConicProjection {
  private static let epsilon = 1e-6

  static func equalArea(
    _ first: Double, _ second: Double, _ longitude: Double, _ latitude: Double
  ) -> Point {
    let sine = Exact.sine(first)
    let n = (sine + Exact.sine(second)) / 2
    guard abs(n) >= epsilon else {
      // Parallels on both sides of the equator make the cone a cylinder.
      let width = Exact.cosine(first)
      return Point(x: longitude * width, y: Exact.sine(latitude) / width)
    }
    let c = 1 + sine * (2 * n - sine)
    let radius = max(0, c - 2 * n * Exact.sine(latitude)).squareRoot() / n
    return polar(radius, n * longitude, from: c.squareRoot() / n)
  }

  static func conformal(
    _ first: Double, _ second: Double, _ longitude: Double, _ latitude: Double
  ) -> Point {
    func stretch(_ y: Double) -> Double { Exact.tangent((.pi / 2 + y) / 2) }
    let cosine = Exact.cosine(first)
    let n =
      first == second
      ? Exact.sine(first)
      : Exact.logarithm(cosine / Exact.cosine(second))
        / Exact.logarithm(stretch(second) / stretch(first))
    guard n != 0, n.isFinite else { return RawProjection.mercator(longitude, latitude) }
    let f = cosine * Exact.pow(stretch(first), n) / n
    // The pole away from the tip lies at infinity.
    let edge = .pi / 2 - epsilon
    let y = f > 0 ? max(latitude, -edge) : min(latitude, edge)
    return polar(f / Exact.pow(stretch(y), n), n * longitude, from: f)
  }

  static func equidistant(
    _ first: Double, _ second: Double, _ longitude: Double, _ latitude: Double
  ) -> Point {
    let cosine = Exact.cosine(first)
    let n =
      first == second
      ? Exact.sine(first) : (cosine - Exact.cosine(second)) / (second - first)
    guard abs(n) >= epsilon else { return Point(x: longitude, y: latitude) }
    let g = cosine / n + first
    return polar(g - latitude, n * longitude, from: g)
  }

  private static func polar(_ radius: Double, _ angle: Double, from top: Double) -> Point {
    Point(x: radius * Exact.sine(angle), y: top - radius * Exact.cosine(angle))
  }
}
