/// Turns text into glyphs and measures. Made per render by a factory and used without suspension, so not Sendable.
package protocol TextShaper: AnyObject {
  /// Shapes a paragraph; the spans cover it in order without gaps. The language is a BCP 47 tag.
  ///
  /// Characters without a glyph are listed in the result, never drawn as boxes in silence.
  func shape(_ text: String, spans: [StyledRange], language: String) -> ShapedText

  /// The width of a text on one line in points.
  func advance(_ text: String, style: TextStyle) -> Double

  /// The measures of the style's own face.
  func metrics(_ style: TextStyle) -> FontMetrics
}

/// Makes a shaper for each render.
package protocol TextShaperFactory: Sendable {
  func makeShaper() -> any TextShaper
}
