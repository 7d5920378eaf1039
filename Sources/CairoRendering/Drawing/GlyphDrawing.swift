import CCairo
import Diagnostics
import Graphics

/// Draws glyph runs: with their text on documents, as outlines on pixels.
enum GlyphDrawing {
  static func draw(
    _ run: GlyphRun, alpha: Double, on drawer: SceneDrawer
  ) throws(DiagnosticError) {
    guard !run.text.isEmpty || !run.glyphs.isEmpty else { return }
    let context = drawer.context
    cairo_set_scaled_font(context, try drawer.fonts.font(run.face, size: run.style.size))
    drawer.setSource(run.style.color, alpha: alpha)
    let glyphs = run.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
    switch drawer.surface {
    case .pixels:
      // cairo before 1.17.4 puts glyph images on whole pixels only, which sets letters unevenly.
      cairo_new_path(context)
      cairo_glyph_path(context, glyphs, Int32(clamping: glyphs.count))
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      cairo_fill(context)
    case .document:
      let clusters = run.clusters.map {
        cairo_text_cluster_t(num_bytes: $0.byteCount, num_glyphs: $0.glyphCount)
      }
      var text = run.text
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          cairo_show_text_glyphs(
            context, bytes.baseAddress, Int32(clamping: bytes.count), glyphs,
            Int32(clamping: glyphs.count), clusters, Int32(clamping: clusters.count),
            cairo_text_cluster_flags_t(0))
        }
      }
    }
  }
}
