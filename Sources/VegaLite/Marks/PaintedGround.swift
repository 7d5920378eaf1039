import Graphics

/// Filled shapes, found by place.
struct PaintedGround {
  private struct Shape {
    var item: PathItem
    var color: Color
    /// From the shape's own coordinates to those of the view.
    var transform: Transform
    var box: Rect
  }

  /// Cells along each side of a net over all shapes: few enough that a shape over all of them costs little.
  private static let cells = 16

  private var shapes: [Shape] = []
  private var box: Rect?
  private var net: [[Int]] = []

  init(_ items: [SceneItem]) {
    collect(items, .identity, opacity: 1)
    guard
      let box = shapes.map(\.box).reduce(
        nil,
        { (whole: Rect?, box) in
          whole?.union(box) ?? box
        })
    else { return }
    self.box = box
    net = Array(repeating: [], count: Self.cells * Self.cells)
    for (index, shape) in shapes.enumerated() {
      let (left, top) = cell(Point(x: shape.box.x, y: shape.box.y), box)
      let (right, bottom) = cell(Point(x: shape.box.maxX, y: shape.box.maxY), box)
      for row in top...bottom {
        for column in left...right { net[row * Self.cells + column].append(index) }
      }
    }
  }

  private func cell(_ point: Point, _ box: Rect) -> (column: Int, row: Int) {
    func place(_ x: Double, _ start: Double, _ length: Double) -> Int {
      let share = length > 0 ? (x - start) / length : 0
      return min(max(Int((share * Double(Self.cells)).rounded(.down)), 0), Self.cells - 1)
    }
    return (place(point.x, box.x, box.width), place(point.y, box.y, box.height))
  }

  private mutating func collect(_ items: [SceneItem], _ transform: Transform, opacity: Double) {
    for item in items {
      switch item.content {
      case .path(let path):
        guard var color = path.fill, let bounds = path.path.controlBounds else { continue }
        let box = transform.apply(bounds)
        guard box.x.isFinite, box.y.isFinite, box.maxX.isFinite, box.maxY.isFinite else { continue }
        color.alpha *= opacity
        shapes.append(Shape(item: path, color: color, transform: transform, box: box))
      case .group(let group):
        collect(
          group.items, group.transform.then(transform), opacity: opacity * group.opacity)
      case .glyphs, .image, .link: break
      }
    }
  }

  /// The colour seen at a place, on white; nil where no shape is.
  func color(at point: Point) -> Color? {
    guard let box, point.x >= box.x, point.x <= box.maxX, point.y >= box.y, point.y <= box.maxY
    else { return nil }
    let (column, row) = cell(point, box)
    var covering: [Color] = []
    for index in net[row * Self.cells + column].reversed() {
      let shape = shapes[index]
      guard let local = shape.transform.inverse?.apply(point),
        shape.item.path.contains(local, rule: shape.item.fillRule)
      else { continue }
      covering.append(shape.color)
      if shape.color.alpha >= 1 { break }
    }
    guard !covering.isEmpty else { return nil }
    return covering.reversed().reduce(Color.white) { $1.over($0) }
  }
}
