import CPango
package import Diagnostics
package import Graphics

/// Shapes text with Pango: itemizes and shapes a paragraph once; lines are broken elsewhere.
package final class PangoShaper: TextShaper {
  private let library: FontLibrary
  private let stack: PangoStack?
  private var resolved: [FaceKey: FontFace?] = [:]
  private var advances: [AdvanceKey: Double] = [:]
  private var texts = ShapedTexts()
  /// What had to be replaced in this document so far: unknown families, missing weights, files that Pango refuses.
  package private(set) var diagnostics: [Diagnostic] = []

  private let unusable: [Diagnostic]

  private struct FaceKey: Hashable {
    var family: String
    var weight: TextStyle.Weight
    var slant: TextStyle.Slant

    init(_ style: TextStyle) {
      (family, weight, slant) = (style.family, style.weight, style.slant)
    }
  }

  /// All of a style that a width depends on.
  private struct AdvanceKey: Hashable {
    var text: String
    var face: FaceKey
    var size: Double
    var letterSpacing: Double
  }

  package init(_ library: FontLibrary) {
    self.library = library
    stack = PangoStack(library)
    unusable = (stack?.refused ?? library.faces.map(\.file)).map { file in
      .error(
        "font.unusable", "the font file \"\(file.name)\" can't be used: its outlines are damaged",
        at: SourceLocation(file: file.name))
    }
    diagnostics = unusable
  }

  package func beginDocument() {
    resolved = [:]
    diagnostics = unusable
  }

  package func shape(_ text: String, spans: [StyledRange], language: String) -> ShapedText {
    // Without a span there is no style to set the text in.
    guard !text.isEmpty, !spans.isEmpty else {
      return ShapedText(text: text, clusters: [], glyphs: [], runs: [], missing: [])
    }
    // What is replaced is noted whether or not the text is known.
    for span in spans { _ = face(span.style) }
    return texts.text(text, spans, language) { shapeAnew(text, spans, language) }
  }

  private func shapeAnew(
    _ text: String, _ spans: [StyledRange], _ language: String
  ) -> ShapedText {
    var bytes = Array(text.utf8)
    var builder = ShapedTextBuilder(text, bytes: bytes, spans: spans)
    guard let stack else {
      builder.appendMissing(bytes.indices, .noGlyph)
      return builder.finish()
    }
    // C text ends at a zero byte; the builder reads the original and reports it.
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 1 }
    let attributes = attributeList(spans, textLength: bytes.count, stack)
    defer { pango_attr_list_unref(attributes) }
    bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      let paragraph = ParagraphShaper(
        stack: stack, text: start, length: Int32(clamping: raw.count),
        language: pango_language_from_string(language))
      paragraph.shape(attributes: attributes, into: &builder)
    }
    return builder.finish()
  }

  package func advance(_ text: String, style: TextStyle) -> Double {
    let key = AdvanceKey(
      text: text, face: FaceKey(style), size: style.size, letterSpacing: style.letterSpacing)
    if let known = advances[key] { return known }
    let shaped = shape(text, spans: [StyledRange(0..<text.utf8.count, style)], language: "ko")
    let width = shaped.clusters.reduce(0) { $0 + $1.advance }
    // Charts ask for the same labels again and again; a long run must not keep all labels it ever saw.
    if advances.count >= 4096 { advances.removeAll(keepingCapacity: true) }
    advances[key] = width
    return width
  }

  package func metrics(_ style: TextStyle) -> FontMetrics {
    face(style)?.metrics(at: style.size)
      ?? FontMetrics(
        ascent: style.size, descent: 0, capHeight: style.size, underlinePosition: 0,
        underlineThickness: 0)
  }

  /// The face the style asks for; what had to be replaced is noted once.
  private func face(_ style: TextStyle) -> FontFace? {
    let key = FaceKey(style)
    if let known = resolved[key] { return known }
    let (face, found) = library.resolve(
      family: style.family, weight: style.weight, slant: style.slant)
    resolved[key] = face
    diagnostics += found
    return face
  }

  private func attributeList(
    _ spans: [StyledRange], textLength: Int, _ stack: PangoStack
  ) -> OpaquePointer? {
    let list = pango_attr_list_new()
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>) {
      guard let attribute else { return }
      attribute.pointee.start_index = UInt32(clamping: range.lowerBound)
      attribute.pointee.end_index = UInt32(clamping: range.upperBound)
      pango_attr_list_insert(list, attribute)
    }
    for (index, span) in spans.enumerated() {
      // The first and last reach to the ends, so that no byte is left without a font.
      let start = index == 0 ? 0 : span.range.lowerBound
      let end = index == spans.count - 1 ? textLength : span.range.upperBound
      guard start < end, let face = face(span.style),
        let description = stack.description(of: face, for: span.style)
      else { continue }
      add(pango_attr_font_desc_new(description), start..<end)
      if let language = span.style.language {
        add(pango_attr_language_new(pango_language_from_string(language)), start..<end)
      }
      if span.style.letterSpacing != 0 {
        // Letters that are set apart don't join.
        add(pango_attr_font_features_new("liga=0, clig=0"), start..<end)
      }
    }
    return list
  }
}
