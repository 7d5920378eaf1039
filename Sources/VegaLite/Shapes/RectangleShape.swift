import Graphics

/// A rectangle whose corners may be round.
struct RectangleShape {
  var rect: Rect
  var topLeft = 0.0
  var topRight = 0.0
  var bottomRight = 0.0
  var bottomLeft = 0.0

  /// How far a Bézier curve's control points lie from the corner for a quarter circle.
  private static let control = 0.448084975506

  var path: Path {
    let most = min(rect.width, rect.height) / 2
    func radius(_ value: Double) -> Double { max(0, min(value, most)) }
    let (tl, tr) = (radius(topLeft), radius(topRight))
    let (br, bl) = (radius(bottomRight), radius(bottomLeft))
    guard tl > 0 || tr > 0 || br > 0 || bl > 0 else { return Path(rect: rect) }
    let (x1, y1, x2, y2) = (rect.x, rect.y, rect.maxX, rect.maxY)
    let c = Self.control
    var path = Path()
    path.move(x1 + tl, y1)
    path.line(x2 - tr, y1)
    path.curve(x2 - c * tr, y1, x2, y1 + c * tr, x2, y1 + tr)
    path.line(x2, y2 - br)
    path.curve(x2, y2 - c * br, x2 - c * br, y2, x2 - br, y2)
    path.line(x1 + bl, y2)
    path.curve(x1 + c * bl, y2, x1, y2 - c * bl, x1, y2 - bl)
    path.line(x1, y1 + tl)
    path.curve(x1, y1 + c * tl, x1 + c * tl, y1, x1 + tl, y1)
    path.close()
    return path
  }
}
