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

  /// How far beyond the path layout counts the outline: its whole width, as Vega does.
  var strokeMargin: Double {
    opacity != 0 ? stroke?.width ?? 0 : 0
  }
}
