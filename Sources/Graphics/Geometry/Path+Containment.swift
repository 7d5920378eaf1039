extension Path {
  /// Into how many lines a curve is cut: enough to tell inside from outside at the size of a label.
  private static let pieces = 12

  /// Whether a point lies inside the filled path.
  ///
  /// Counts how often the outline winds around the point (nonzero rule), or how often a ray from it meets the
  /// outline (even-odd rule), as PDF 32000-1, 8.5.3.3 defines both.
  package func contains(_ point: Point, rule: PathItem.FillRule = .nonZero) -> Bool {
    var (winding, crossings) = (0, 0)
    func meet(_ a: Point, _ b: Point) {
      guard (a.y <= point.y) != (b.y <= point.y) else { return }
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      guard x > point.x else { return }
      crossings += 1
      winding += b.y > a.y ? 1 : -1
    }
    var (start, last) = (Point.zero, Point.zero)
    for element in elements {
      switch element {
      case .move(let to):
        meet(last, start)
        (start, last) = (to, to)
      case .line(let to):
        meet(last, to)
        last = to
      case .curve(let first, let second, let to):
        let from = last
        for piece in 1...Self.pieces {
          let next = Self.point(from, first, second, to, Double(piece) / Double(Self.pieces))
          meet(last, next)
          last = next
        }
      case .close:
        meet(last, start)
        last = start
      }
    }
    meet(last, start)
    return rule == .nonZero ? winding != 0 : crossings % 2 == 1
  }

  /// A point of a cubic Bézier curve.
  private static func point(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, _ t: Double
  ) -> Point {
    let u = 1 - t
    let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return Point(
      x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y)
  }
}
