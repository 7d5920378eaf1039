import Graphics

/// Where items leave ink, roughly: never too small, so that it tells what can't overlap.
enum SceneBounds {
  static func bounds(_ item: SceneItem) -> Rect? {
    switch item.content {
    case .glyphs(let run):
      guard let first = run.glyphs.first else { return nil }
      let size = run.style.size
      let end = run.glyphs.reduce(first.x + run.width) { max($0, $1.x + size) }
      let start = run.glyphs.reduce(first.x) { min($0, $1.x) }
      let top = run.glyphs.reduce(first.y) { min($0, $1.y) }
      let bottom = run.glyphs.reduce(first.y) { max($0, $1.y) }
      return Rect(x: start, y: top, width: end - start, height: bottom - top).outset(
        size * 1.3 + outset(run.outline))
    case .path(let item):
      guard let bounds = item.path.controlBounds else { return nil }
      return bounds.outset(outset(item.stroke))
    case .image(let image): return image.rect
    case .link: return nil
    case .group(let group):
      var box = group.items.compactMap(bounds).reduce(nil as Rect?) { $0?.union($1) ?? $1 }
      if let clip = group.clip { box = clip.controlBounds.flatMap { box?.intersection($0) } }
      return box.map { group.transform.apply($0) }
    }
  }

  /// How far an outline reaches beyond its path.
  private static func outset(_ stroke: Stroke?) -> Double {
    guard let stroke, stroke.width > 0 else { return 0 }
    return stroke.width / 2 * (stroke.join == .miter ? max(stroke.miterLimit, 1.5) : 1.5)
  }

  /// Whether no two of the items can cover one another, so that they may be made translucent one by one.
  static func areApart(_ items: [SceneItem]) -> Bool {
    guard items.count <= 48 else { return false }
    let boxes = items.compactMap(bounds)
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...]
      where box.x < other.maxX && other.x < box.maxX && box.y < other.maxY && other.y < box.maxY {
        return false
      }
    }
    return true
  }
}
