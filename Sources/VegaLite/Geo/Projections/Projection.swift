import Graphics

/// What a geometry looks like in the plane.
struct ProjectedShape: Sendable {
  var points: [Point] = []
  var lines: [[Point]] = []
  var rings: [[Point]] = []

  /// The box of all its points.
  var bounds: Bounds {
    var box = Bounds()
    for point in points { box.add(point.x, point.y) }
    for part in lines + rings {
      for point in part { box.add(point.x, point.y) }
    }
    return box
  }

  mutating func add(_ other: ProjectedShape) {
    points += other.points
    lines += other.lines
    rings += other.rings
  }

  /// The shape as a path; points are circles.
  func path(pointRadius: Double) -> Path {
    var path = Path()
    for ring in rings { Self.add(ring, closed: true, to: &path) }
    for line in lines { Self.add(line, closed: false, to: &path) }
    for point in points {
      path.arc(
        x: point.x, y: point.y, radius: pointRadius, from: 0, to: 2 * .pi, moves: true)
      path.close()
    }
    return path
  }

  private static func add(_ points: [Point], closed: Bool, to path: inout Path) {
    guard let first = points.first else { return }
    path.move(first.x, first.y)
    for point in points.dropFirst() { path.line(point.x, point.y) }
    if closed { path.close() }
  }
}

/// Lays the globe, or a part of it, out in the plane.
protocol Projection: Sendable {
  /// The place of a point, in degrees; nil where it has none.
  func point(longitude: Double, latitude: Double) -> Point?
  /// The visible part of a geometry.
  func shape(_ geometry: GeoGeometry) -> ProjectedShape
  /// A place near the middle of the map, in degrees.
  var middle: Point { get }
  /// The same map larger or smaller, and moved so that its centre lies elsewhere.
  func placed(scale: Double, x: Double, y: Double) -> any Projection
}

extension Projection {
  /// The map as large as fits into a view, in its middle.
  func fitted(_ geometry: GeoGeometry, width: Double, height: Double) -> any Projection {
    let probe = placed(scale: 150, x: 0, y: 0)
    let box = probe.shape(geometry).bounds
    guard !box.isEmpty else { return placed(scale: 150, x: width / 2, y: height / 2) }
    let share = min(width / box.width, height / box.height)
    // A single point has no size to go by.
    guard share.isFinite, share > 0 else {
      return placed(scale: 150, x: width / 2, y: height / 2)
    }
    return placed(
      scale: 150 * share, x: (width - share * (box.x1 + box.x2)) / 2,
      y: (height - share * (box.y1 + box.y2)) / 2)
  }
}
