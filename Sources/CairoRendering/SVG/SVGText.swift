import Graphics

/// A glyph run as one `text` element.
///
/// One element a run keeps a label whole for editing; `textLength` keeps it as long as it was laid out, whatever
/// font it is shown in.
enum SVGText {
  /// Nothing for white space; the family is left out where it is the inherited one.
  static func element(
    _ run: GlyphRun, face: FontFace, families: String, inherited: String?
  ) -> String {
    guard let visible = trimmed(run) else { return "" }
    let style = run.style
    var out = "<text x=\"\(DecimalText.text(visible.x))\" y=\"\(DecimalText.text(visible.y))\""
    if families != inherited { out += " font-family=\"\(families.xml)\"" }
    out += " font-size=\"\(DecimalText.text(style.size))\""
    if face.weight != 400 { out += " font-weight=\"\(face.weight)\"" }
    if face.slant == .italic { out += " font-style=\"italic\"" }
    if style.letterSpacing != 0 {
      out += " letter-spacing=\"\(DecimalText.text(style.letterSpacing))\""
    }
    var opaque = style.color
    opaque.alpha = 1
    if opaque.hex != "#000000" { out += " fill=\"\(opaque.hex)\"" }
    if style.color.alpha < 1 {
      out += " fill-opacity=\"\(DecimalText.text(max(style.color.alpha, 0)))\""
    }
    if let outline = run.outline { out += stroke(outline) }
    if visible.pieces.count > 1 {
      // Places that no font's advances lead to are said piece by piece; it is one text all the same.
      if visible.text.contains("  ") { out += " xml:space=\"preserve\"" }
      return out + ">" + visible.pieces.map(span).joined() + "</text>\n"
    }
    if visible.clusterCount > 1 {
      out += " textLength=\"\(DecimalText.text(visible.width))\" lengthAdjust=\"spacingAndGlyphs\""
    }
    if visible.text.contains("  ") { out += " xml:space=\"preserve\"" }
    return out + ">\(visible.text.xml)</text>\n"
  }

  /// The attributes of an outline; a viewer that knows of no other order draws it over the fill.
  private static func stroke(_ outline: Stroke) -> String {
    guard outline.width > 0, outline.color.alpha > 0 else { return "" }
    var opaque = outline.color
    opaque.alpha = 1
    var out = " stroke=\"\(opaque.hex)\" stroke-width=\"\(DecimalText.text(outline.width))\""
    if outline.color.alpha < 1 {
      out += " stroke-opacity=\"\(DecimalText.text(outline.color.alpha))\""
    }
    if outline.join != .miter { out += " stroke-linejoin=\"\(outline.join.rawValue)\"" }
    if outline.cap != .butt { out += " stroke-linecap=\"\(outline.cap.rawValue)\"" }
    if outline.dash.contains(where: { $0 > 0 }) {
      let lengths = outline.dash.map { DecimalText.text($0) }.joined(separator: ",")
      out += " stroke-dasharray=\"\(lengths)\""
    }
    return out
  }

  private static func span(_ piece: Piece) -> String {
    "<tspan x=\"\(DecimalText.text(piece.x))\" textLength=\"\(DecimalText.text(piece.width))\""
      + " lengthAdjust=\"spacingAndGlyphs\">\(piece.text.xml)</tspan>"
  }

  /// The face's family and those to try without it, as CSS lists them.
  static func families(_ face: FontFace, fallback: [String]) -> String {
    ([face.family] + fallback.filter { $0 != face.family }).map(quoted).joined(separator: ", ")
  }

  private static func quoted(_ family: String) -> String {
    let generic = ["serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"]
    if generic.contains(family) { return family }
    return "'" + family.filter { $0 != "'" && $0 != "\\" } + "'"
  }

  private struct Visible {
    var text: String
    var x: Double
    var y: Double
    var width: Double
    var clusterCount: Int
    /// The text between the run's gaps.
    var pieces: [Piece]
  }

  private struct Piece {
    var text: String
    var x: Double
    var width: Double
  }

  /// The run without the white space at its ends, which SVG would drop; nil if nothing is left.
  private static func trimmed(_ run: GlyphRun) -> Visible? {
    let bytes = Array(run.text.utf8)
    var pieces: [(bytes: Range<Int>, firstGlyph: Int)] = []
    var byte = 0
    var glyph = 0
    for cluster in run.clusters {
      pieces.append((byte..<byte + Int(cluster.byteCount), glyph))
      byte += Int(cluster.byteCount)
      glyph += Int(cluster.glyphCount)
    }
    func isWhite(_ range: Range<Int>) -> Bool {
      bytes[range].firstScalar?.properties.isWhitespace ?? true
    }
    guard let first = pieces.firstIndex(where: { !isWhite($0.bytes) }),
      let last = pieces.lastIndex(where: { !isWhite($0.bytes) }),
      pieces[first].firstGlyph < run.glyphs.count, let left = run.glyphs.first
    else { return nil }
    let origin = run.glyphs[pieces[first].firstGlyph]
    var end = left.x + run.width
    if last + 1 < pieces.count, pieces[last + 1].firstGlyph < run.glyphs.count {
      end = run.glyphs[pieces[last + 1].firstGlyph].x
    }
    func text(_ range: ClosedRange<Int>) -> String {
      let bytes = bytes[
        pieces[range.lowerBound].bytes.lowerBound..<pieces[range.upperBound].bytes.upperBound]
      return String(decoding: bytes, as: UTF8.self)
    }
    var parts: [Piece] = []
    var (start, x) = (first, origin.x)
    for gap in run.gaps {
      let next = Int(gap.cluster)
      guard next > start, next <= last, pieces[next].firstGlyph < run.glyphs.count else { continue }
      let place = run.glyphs[pieces[next].firstGlyph].x
      parts.append(Piece(text: text(start...next - 1), x: x, width: place - gap.width - x))
      (start, x) = (next, place)
    }
    parts.append(Piece(text: text(start...last), x: x, width: end - x))
    return Visible(
      text: text(first...last), x: origin.x, y: origin.y, width: end - origin.x,
      clusterCount: last - first + 1, pieces: parts)
  }
}
