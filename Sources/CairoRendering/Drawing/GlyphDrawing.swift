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
    let wasSound = cairo_status(context) == CAIRO_STATUS_SUCCESS
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
      let (text, clusters) = readable(run)
      text.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          cairo_show_text_glyphs(
            context, bytes.baseAddress, Int32(clamping: bytes.count), glyphs,
            Int32(clamping: glyphs.count), clusters, Int32(clamping: clusters.count),
            cairo_text_cluster_flags_t(0))
        }
      }
    }
    if wasSound, cairo_status(context) != CAIRO_STATUS_SUCCESS {
      throw drawer.fonts.damaged(run.face)
    }
    guard let outline = run.outline, outline.width > 0, outline.color.alpha > 0 else { return }
    cairo_new_path(context)
    cairo_glyph_path(context, glyphs, Int32(clamping: glyphs.count))
    drawer.stroke(outline, alpha: alpha)
  }

  /// The run's text as a document holds it: tabs and line ends, which have the glyph of a space, are spaces.
  private static func readable(_ run: GlyphRun) -> (text: [UInt8], clusters: [cairo_text_cluster_t])
  {
    let bytes = Array(run.text.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var clusters: [cairo_text_cluster_t] = []
    clusters.reserveCapacity(run.clusters.count)
    var offset = 0
    for cluster in run.clusters {
      let piece = bytes[offset..<offset + Int(cluster.byteCount)]
      offset += piece.count
      let scalar = piece.firstScalar
      if let scalar, scalar.isLineEnd || scalar == "\t" {
        // Without a glyph there is nothing that text could be attached to.
        guard cluster.glyphCount > 0 else { continue }
        text.append(0x20)
        clusters.append(cairo_text_cluster_t(num_bytes: 1, num_glyphs: cluster.glyphCount))
      } else {
        text += piece
        clusters.append(
          cairo_text_cluster_t(num_bytes: cluster.byteCount, num_glyphs: cluster.glyphCount))
      }
    }
    return (text, clusters)
  }
}
