import Graphics

/// Collects what the items of one paragraph shape into, in logical order.
struct ShapedTextBuilder {
  let text: String
  let bytes: [UInt8]
  private let spans: [StyledRange]
  private var span = 0
  private(set) var clusters: [ShapedText.Cluster] = []
  private var glyphs: [Glyph] = []
  private var runs: [ShapedText.Run] = []
  private var missing: [ShapedText.MissingGlyph] = []

  init(_ text: String, bytes: [UInt8], spans: [StyledRange]) {
    self.text = text
    self.bytes = bytes
    self.spans = spans
    clusters.reserveCapacity(bytes.count / 2)
    glyphs.reserveCapacity(bytes.count / 2)
  }

  /// The style of the byte; offsets are asked for in rising order.
  mutating func style(at offset: Int) -> TextStyle {
    while span + 1 < spans.count, spans[span + 1].range.lowerBound <= offset { span += 1 }
    return spans[span].style
  }

  mutating func appendGlyph(_ glyph: Glyph) { glyphs.append(glyph) }

  var glyphCount: Int { glyphs.count }

  /// Ends a cluster that took the glyphs appended since `firstGlyph`.
  mutating func appendCluster(
    _ range: Range<Int>, firstGlyph: Int, advance: Double, face: FaceID, style: TextStyle,
    breakBefore: ShapedText.Break, isSpace: Bool
  ) {
    let run = ShapedText.Run(face: face, style: style)
    if runs.last != run { runs.append(run) }
    clusters.append(
      ShapedText.Cluster(
        start: range.lowerBound, byteCount: range.count, firstGlyph: firstGlyph,
        glyphCount: glyphs.count - firstGlyph, advance: advance, run: runs.count - 1,
        breakBefore: breakBefore, isSpace: isSpace))
  }

  /// Notes the scalars of a range that the test holds for, or the first if it holds for none.
  mutating func appendMissing(
    _ range: Range<Int>, _ reason: ShapedText.MissingGlyph.Reason, font: String? = nil,
    where test: (Unicode.Scalar) -> Bool = { _ in true }
  ) {
    var offset = range.lowerBound
    var found: [ShapedText.MissingGlyph] = []
    while offset < range.upperBound, let scalar = bytes[offset..<range.upperBound].firstScalar {
      if test(scalar) {
        found.append(
          ShapedText.MissingGlyph(scalar: scalar, offset: offset, reason: reason, font: font))
      }
      offset += UTF8.width(scalar)
    }
    if found.isEmpty, let scalar = bytes[range].firstScalar {
      found.append(
        ShapedText.MissingGlyph(
          scalar: scalar, offset: range.lowerBound, reason: reason, font: font))
    }
    missing += found
  }

  func finish() -> ShapedText {
    ShapedText(text: text, clusters: clusters, glyphs: glyphs, runs: runs, missing: missing)
  }
}
