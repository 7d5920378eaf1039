import Graphics
import Tables

/// How one mark is filled and outlined.
struct MarkStyle {
  var fill: Color?
  var stroke: Stroke?
  var opacity = 1.0

  /// A path in this style, with its box.
  func path(_ path: Path, bounds: Bounds) -> (PathItem, Bounds) {
    var outline = stroke
    outline?.color = stroke?.color.opacity(opacity) ?? .black
    return (
      PathItem(path, fill: fill?.opacity(opacity), stroke: outline), bounds
    )
  }

  var isVisible: Bool { opacity > 0 && (fill != nil || stroke != nil) }

  /// How far the outline reaches beyond the path.
  func strokeMargin(miter: Bool) -> Double {
    guard let stroke, opacity != 0 else { return 0 }
    let half = (stroke.cap == .square ? 2.0.squareRoot() : 1) * stroke.width / 2
    return miter && stroke.join == .miter ? max(half, stroke.miterLimit * stroke.width / 2) : half
  }
}
