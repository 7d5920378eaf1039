import CCairo
import Diagnostics
import Graphics

/// The cairo fonts of one renderer, over the faces of its library.
final class CairoFonts {
  private struct Key: Hashable {
    var face: FaceID
    var size: Double
  }

  let library: FontLibrary
  private let embeds: Bool
  private let options: OpaquePointer?
  private var fonts: [Key: OpaquePointer] = [:]

  /// A font that is embedded has to allow it.
  init(_ library: FontLibrary, embeds: Bool = false) {
    self.library = library
    self.embeds = embeds
    options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  }

  deinit {
    for font in fonts.values { cairo_scaled_font_destroy(font) }
    cairo_font_options_destroy(options)
  }

  /// The scaled font of a face at a size in points, not scaled further.
  func font(_ face: FaceID, size: Double) throws(DiagnosticError) -> OpaquePointer {
    let key = Key(face: face, size: size)
    if let known = fonts[key] { return known }
    if fonts.count >= 1024 {
      for font in fonts.values { cairo_scaled_font_destroy(font) }
      fonts.removeAll(keepingCapacity: true)
    }
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, size.clampedFontSize, size.clampedFontSize)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    guard
      let font = cairo_scaled_font_create(try self.face(face), &matrix, &identity, options)
    else { throw RenderingFault.internal("a font can't be made") }
    let status = cairo_scaled_font_status(font)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_scaled_font_destroy(font)
      throw damaged(face)
    }
    fonts[key] = font
    return font
  }

  /// The fault of a face whose glyphs can't be drawn though its tables look right.
  func damaged(_ face: FaceID) -> DiagnosticError {
    let name = library.face(face)?.file.name ?? "?"
    return DiagnosticError(
      .error(
        "font.unusable", "the font file \"\(name)\" can't be used: its outlines are damaged",
        at: SourceLocation(file: name), hints: ["get the file anew"]))
  }

  private func face(_ id: FaceID) throws(DiagnosticError) -> OpaquePointer {
    guard let face = library.face(id) else {
      throw RenderingFault.internal("a glyph run names a face that isn't among the fonts")
    }
    if embeds, !face.embedding.allowsSubset {
      throw DiagnosticError(
        .error(
          "font.embedding",
          "\"\(face.shownName)\" doesn't allow a PDF to carry its glyphs (embedding: "
            + "\(face.embedding.shown))",
          at: SourceLocation(file: face.file.name),
          hints: [
            "take a font whose licence allows embedding, or write no PDF: --format png"
          ]))
    }
    guard let opened = face.content.cairoFace(of: face.index) else { throw damaged(id) }
    return opened.pointer
  }
}
