import Graphics
import Tables

/// How one mark is filled and outlined.
struct MarkStyle {
  var fill: Color?
  var stroke: Stroke?
  /// In place of the plain colours, over the box of what is drawn.
  var fillGradient: GradientSpec?
  var strokeGradient: GradientSpec?
  var opacity = 1.0

  /// A path in this style; fill and outline are see-through as one, so that they don't show where they overlap.
  func item(_ path: Path) -> SceneItem {
    if fillGradient != nil || strokeGradient != nil { return gradientItem(path) }
    guard let fill, let stroke, opacity < 1 else {
      var outline = stroke
      outline?.color = stroke?.color.opacity(opacity) ?? .black
      return SceneItem(.path(PathItem(path, fill: fill?.opacity(opacity), stroke: outline)))
    }
    let whole = SceneItem(.path(PathItem(path, fill: fill, stroke: stroke)))
    return SceneItem(.group(SceneGroup([whole], opacity: max(0, opacity))))
  }

  private func gradientItem(_ path: Path) -> SceneItem {
    let box = path.tightBounds
    var outline = stroke
    outline?.gradient = strokeGradient?.gradient(over: box)
    let whole = SceneItem(
      .path(
        PathItem(
          path, fill: fill, fillGradient: fillGradient?.gradient(over: box), stroke: outline)))
    return opacity < 1 ? SceneItem(.group(SceneGroup([whole], opacity: max(0, opacity)))) : whole
  }

  var isVisible: Bool { opacity > 0 && (fill != nil || stroke != nil || fillGradient != nil) }

  /// How far beyond the path layout counts the outline: its whole width, as Vega does.
  var strokeMargin: Double {
    opacity != 0 ? stroke?.width ?? 0 : 0
  }
}
