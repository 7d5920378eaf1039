import Graphics

/// A polygon on the globe; its rings are open, and the inside lies to the right of them.
struct SpherePolygon {
  private let rings: [[Point]]

  init(_ rings: [[Point]]) {
    self.rings = rings
  }

  private static let epsilon = 1e-6

  /// Whether a point lies inside, poles included.
  ///
  /// Counts the edges on the meridian between the point and the South Pole; whether the pole itself lies inside follows
  /// from how the rings wind about it.
  func contains(_ point: Point) -> Bool {
    let meridian = Self.longitude(point)
    let sine = Exact.sine(point.y)
    var parallel = point.y
    if sine == 1 { parallel = .pi / 2 + Self.epsilon }
    if sine == -1 { parallel = -.pi / 2 - Self.epsilon }
    // The plane of the meridian.
    let plane = Cartesian(x: Exact.sine(meridian), y: -Exact.cosine(meridian), z: 0)
    var (angle, winding, area) = (0.0, 0, 0.0)
    for ring in rings {
      guard var last = ring.last else { continue }
      var lastLongitude = Self.longitude(last)
      for next in ring {
        let longitude = Self.longitude(next)
        let delta = longitude - lastLongitude
        let sign: Double = delta >= 0 ? 1 : -1
        let distance = abs(delta)
        let crosses = distance > .pi
        let (half0, half1) = (last.y / 2 + .pi / 4, next.y / 2 + .pi / 4)
        let k = Exact.sine(half0) * Exact.sine(half1)
        area += Exact.arctangent(
          y: k * sign * Exact.sine(distance),
          x: Exact.cosine(half0) * Exact.cosine(half1) + k * Exact.cosine(distance))
        angle += crosses ? delta + sign * 2 * .pi : delta
        if crosses != ((lastLongitude >= meridian) != (longitude >= meridian)) {
          let arc = Cartesian(last).cross(Cartesian(next)).normalized
          let meeting = plane.cross(arc).normalized
          let turnsEast = crosses != (delta >= 0)
          let latitude = (turnsEast ? -1 : 1) * Exact.arcsine(meeting.z)
          if parallel > latitude || parallel == latitude && (arc.x != 0 || arc.y != 0) {
            winding += turnsEast ? 1 : -1
          }
        }
        (last, lastLongitude) = (next, longitude)
      }
    }
    let holdsPole =
      angle < -Self.epsilon || angle < Self.epsilon && area < -Self.epsilon * Self.epsilon
    return holdsPole != (winding % 2 != 0)
  }

  private static func longitude(_ point: Point) -> Double {
    guard abs(point.x) > .pi else { return point.x }
    let sign: Double = point.x < 0 ? -1 : 1
    return sign * ((abs(point.x) + .pi).truncatingRemainder(dividingBy: 2 * .pi) - .pi)
  }
}
