import Graphics

extension Path {
  /// A rectangle with rounded corners, their arcs as Bézier curves.
  init(rect: Rect, radius: Double) {
    let r = min(radius, rect.width / 2, rect.height / 2)
    guard r > 0 else {
      self.init(rect: rect)
      return
    }
    // 4/3·(√2 − 1): the control points of a quarter circle.
    let k = r * (1 - 0.552_284_749_8)
    let (x0, y0, x1, y1) = (rect.x, rect.y, rect.maxX, rect.maxY)
    self.init()
    move(x0 + r, y0)
    line(x1 - r, y0)
    curve(x1 - k, y0, x1, y0 + k, x1, y0 + r)
    line(x1, y1 - r)
    curve(x1, y1 - k, x1 - k, y1, x1 - r, y1)
    line(x0 + r, y1)
    curve(x0 + k, y1, x0, y1 - k, x0, y1 - r)
    line(x0, y0 + r)
    curve(x0, y0 + k, x0 + k, y0, x0 + r, y0)
    close()
  }
}
