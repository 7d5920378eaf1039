import Graphics

/// Turns the globe before it is projected; angles in radians.
struct SphereRotation: Sendable {
  private let longitude: Double
  private let (sinLatitude, cosLatitude): (Double, Double)
  private let (sinRoll, cosRoll): (Double, Double)
  private let tilts: Bool

  init(_ longitude: Double, _ latitude: Double, _ roll: Double) {
    self.longitude = longitude.truncatingRemainder(dividingBy: 2 * .pi)
    tilts = latitude != 0 || roll != 0
    (sinLatitude, cosLatitude) = (Exact.sine(latitude), Exact.cosine(latitude))
    (sinRoll, cosRoll) = (Exact.sine(roll), Exact.cosine(roll))
  }

  /// An angle brought back to −π … π.
  private static func wrapped(_ angle: Double) -> Double {
    abs(angle) > .pi ? angle - (angle / (2 * .pi)).rounded() * 2 * .pi : angle
  }

  func apply(_ point: Point) -> Point {
    let lambda = Self.wrapped(point.x + longitude)
    guard tilts else { return Point(x: lambda, y: point.y) }
    let cosPhi = Exact.cosine(point.y)
    let (x, y, z) = (
      Exact.cosine(lambda) * cosPhi, Exact.sine(lambda) * cosPhi, Exact.sine(point.y)
    )
    let k = z * cosLatitude + x * sinLatitude
    return Point(
      x: Exact.arctangent(y: y * cosRoll - k * sinRoll, x: x * cosLatitude - z * sinLatitude),
      y: Exact.arcsine(k * cosRoll + y * sinRoll))
  }
}
