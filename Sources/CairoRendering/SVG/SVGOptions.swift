package import Graphics

/// What an SVG file says of itself and how its text is written.
package struct SVGOptions: Sendable {
  /// A short name, read out first.
  package var title: String?
  /// What the picture shows, for those who can't see it.
  package var description: String?
  /// A BCP 47 tag.
  package var language: String?
  /// Nil leaves the ground transparent.
  package var background: Color?
  /// Glyphs as outlines, for programs without the fonts; the text can't be searched or edited then.
  package var outlines: Bool
  /// Families to try where the picture's own isn't installed.
  package var fallbackFamilies: [String]
  /// What the picture's width and height are multiplied by; what it draws keeps its units.
  package var magnification = 1.0
  /// Put before every id, so that several pictures can stand in one page.
  package var idPrefix: String

  package init(
    title: String? = nil, description: String? = nil, language: String? = nil,
    background: Color? = nil, outlines: Bool = false,
    fallbackFamilies: [String] = [
      "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "sans-serif",
    ],
    idPrefix: String = ""
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.background = background
    self.outlines = outlines
    self.fallbackFamilies = fallbackFamilies
    self.idPrefix = idPrefix
  }
}
