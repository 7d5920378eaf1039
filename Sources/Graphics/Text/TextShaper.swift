package import Diagnostics

/// Turns text into glyphs and measures. Used without suspension for one document after the other, so not Sendable.
package protocol TextShaper: AnyObject {
  /// Forgets what earlier documents had replaced; what they had shaped may be kept.
  func beginDocument()

  /// Shapes a paragraph; the spans cover it in order without gaps. The language is a BCP 47 tag.
  ///
  /// Characters without a glyph are listed in the result, never drawn as boxes in silence.
  func shape(_ text: String, spans: [StyledRange], language: String) -> ShapedText

  /// The width of a text on one line in points.
  func advance(_ text: String, style: TextStyle) -> Double

  /// The measures of the style's own face.
  func metrics(_ style: TextStyle) -> FontMetrics

  /// What had to be replaced so far, each once: unknown families, missing weights, files that can't be used.
  var diagnostics: [Diagnostic] { get }
}

extension TextShaper {
  package var diagnostics: [Diagnostic] { [] }

  package func beginDocument() {}

  /// What was replaced since there were so many diagnostics, as warnings at the place of what was drawn meanwhile.
  package func replacements(since count: Int, at location: SourceLocation?) -> [Diagnostic] {
    diagnostics.dropFirst(count).map { diagnostic in
      var warning = diagnostic
      warning.severity = .warning
      warning.location = location
      return warning
    }
  }
}

/// Makes a shaper for each render.
package protocol TextShaperFactory: Sendable {
  func makeShaper() -> any TextShaper
}
