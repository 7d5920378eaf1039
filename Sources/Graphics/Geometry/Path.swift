/// Lines and curves, each sub-path begun by a `move`.
package struct Path: Sendable, Hashable {
  package enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: two control points, then the end.
    case curve(Point, Point, Point)
    case close
  }

  package var elements: [Element] = []

  package init() {}

  package init(rect: Rect) {
    move(rect.x, rect.y)
    line(rect.maxX, rect.y)
    line(rect.maxX, rect.maxY)
    line(rect.x, rect.maxY)
    close()
  }

  package mutating func move(_ x: Double, _ y: Double) { elements.append(.move(Point(x: x, y: y))) }
  package mutating func line(_ x: Double, _ y: Double) { elements.append(.line(Point(x: x, y: y))) }
  package mutating func close() { elements.append(.close) }

  package mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    elements.append(.curve(Point(x: x1, y: y1), Point(x: x2, y: y2), Point(x: x, y: y)))
  }

  /// The box of all points, control points included; nil for an empty path.
  package var controlBounds: Rect? {
    var (left, top) = (Double.infinity, Double.infinity)
    var (right, bottom) = (-Double.infinity, -Double.infinity)
    func take(_ p: Point) {
      left = min(left, p.x)
      right = max(right, p.x)
      top = min(top, p.y)
      bottom = max(bottom, p.y)
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): take(p)
      case .curve(let p, let q, let r):
        take(p)
        take(q)
        take(r)
      case .close: break
      }
    }
    guard left <= right else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
