import Graphics

/// Scene items and the box they take up, in the coordinates of the group they belong to.
struct Picture: Sendable {
  var items: [SceneItem] = []
  var bounds = Bounds()
  /// Whether the items lie in groups of their own, which legends and titles then keep clear of.
  var isGrouped = false

  mutating func add(_ item: SceneItem, bounds box: Bounds) {
    items.append(item)
    bounds.union(box)
  }

  mutating func add(_ other: Picture) {
    items += other.items
    bounds.union(other.bounds)
  }

  /// Another picture moved to a place in this one.
  mutating func add(_ other: Picture, atX x: Double, y: Double) {
    guard !other.items.isEmpty else { return bounds.union(other.bounds.translated(x, y)) }
    if x == 0, y == 0 { return add(other) }
    items.append(
      SceneItem(.group(SceneGroup(other.items, transform: .translation(x: x, y: y)))))
    bounds.union(other.bounds.translated(x, y))
  }

  /// The picture cut off at a rectangle.
  func clipped(width: Double, height: Double) -> Picture {
    let rect = Rect(x: 0, y: 0, width: width, height: height)
    var result = Picture()
    result.items = [SceneItem(.group(SceneGroup(items, clip: Path(rect: rect))))]
    result.bounds = Bounds(
      max(0, bounds.x1), max(0, bounds.y1), min(width, bounds.x2), min(height, bounds.y2))
    return result
  }
}
