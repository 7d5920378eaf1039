import CCairo
import Graphics

extension SceneDrawer {
  /// Makes a gradient the source of what is drawn next.
  func setSource(_ gradient: Gradient, alpha: Double) {
    let pattern =
      switch gradient.shape {
      case .linear(let from, let to): cairo_pattern_create_linear(from.x, from.y, to.x, to.y)
      case .radial(let from, let radius, let to, let endRadius):
        cairo_pattern_create_radial(from.x, from.y, radius, to.x, to.y, endRadius)
      }
    defer { cairo_pattern_destroy(pattern) }
    for stop in gradient.stops {
      let color = stop.color
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, color.red, color.green, color.blue, color.alpha * alpha)
    }
    // Cairo wants the map from the page to the pattern.
    var matrix = gradient.transform.cairoMatrix
    cairo_matrix_invert(&matrix)
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_set_source(context, pattern)
  }
}
