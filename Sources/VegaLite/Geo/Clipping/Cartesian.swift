import Graphics

/// A point in space; on the unit sphere, a place on earth.
struct Cartesian: Sendable {
  var x: Double
  var y: Double
  var z: Double

  init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  /// Of longitude and latitude in radians.
  init(_ point: Point) {
    let cosine = Exact.cosine(point.y)
    x = cosine * Exact.cosine(point.x)
    y = cosine * Exact.sine(point.x)
    z = Exact.sine(point.y)
  }

  var spherical: Point {
    Point(x: Exact.arctangent(y: y, x: x), y: Exact.arcsine(z))
  }

  func dot(_ other: Cartesian) -> Double { x * other.x + y * other.y + z * other.z }

  func cross(_ other: Cartesian) -> Cartesian {
    Cartesian(
      x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  var normalized: Cartesian {
    let length = dot(self).squareRoot()
    return length > 0 ? self * (1 / length) : self
  }

  static func + (a: Cartesian, b: Cartesian) -> Cartesian {
    Cartesian(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
  }

  static func * (a: Cartesian, factor: Double) -> Cartesian {
    Cartesian(x: a.x * factor, y: a.y * factor, z: a.z * factor)
  }
}
