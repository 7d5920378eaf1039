import Graphics

/// The shapes of points: Vega's named ones, or an SVG path.
enum SymbolShape {
  private static let half = 3.0.squareRoot() / 2

  static let names = [
    "circle", "square", "cross", "diamond", "triangle-up", "triangle-down", "triangle-right",
    "triangle-left", "triangle", "stroke", "arrow", "wedge",
  ]

  /// The outline about the origin of a symbol with a bounding area of about `size`; nil for an unknown shape.
  static func path(_ name: String, size: Double) -> Path? {
    let r = max(0, size).squareRoot() / 2
    var path = Path()
    switch name {
    case "circle":
      path.arc(x: 0, y: 0, radius: r, from: 0, to: 2 * .pi, moves: true)
      path.close()
    case "square": return Path(rect: Rect(x: -r, y: -r, width: 2 * r, height: 2 * r))
    case "cross":
      let s = r / 2.5
      polygon(
        &path,
        [
          (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r),
          (-s, -r), (-s, -s),
        ])
    case "diamond": polygon(&path, [(-r, 0), (0, -r), (r, 0), (0, r)])
    case "triangle-up": polygon(&path, [(0, -half * r), (-r, half * r), (r, half * r)])
    case "triangle-down": polygon(&path, [(0, half * r), (-r, -half * r), (r, -half * r)])
    case "triangle-right": polygon(&path, [(half * r, 0), (-half * r, -r), (-half * r, r)])
    case "triangle-left": polygon(&path, [(-half * r, 0), (half * r, -r), (half * r, r)])
    case "triangle":
      let h = half * r
      let o = h - r * 0.5773502691896257
      polygon(&path, [(0, -h - o), (-r, h - o), (r, h - o)])
    case "wedge":
      let h = half * r
      let o = h - r * 0.5773502691896257
      polygon(&path, [(0, -h - o), (-r / 4, h - o), (r / 4, h - o)])
    case "arrow":
      let (s, t, v) = (r / 7, r / 2.5, r / 8)
      polygon(
        &path, [(-s, r), (s, r), (s, -v), (t, -v), (0, -r), (-t, -v), (-s, -v)])
    case "stroke":
      path.move(-r, 0)
      path.line(r, 0)
    default:
      // An SVG path drawn in a box from -1 to 1.
      return SVGPath.parse(name)?.scaled(by: r)
    }
    return path
  }

  private static func polygon(_ path: inout Path, _ points: [(Double, Double)]) {
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(point.0, point.1) } else { path.line(point.0, point.1) }
    }
    path.close()
  }
}
