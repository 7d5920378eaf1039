/// How a piece of text is set. The family is a name the theme gives; faces come from the fonts of the run alone.
package struct TextStyle: Sendable, Hashable {
  package enum Weight: Int, Sendable, Hashable, CaseIterable {
    case light = 300
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  package enum Slant: Sendable, Hashable {
    case upright
    case italic
  }

  package var family: String
  /// In points.
  package var size: Double
  package var weight: Weight
  package var slant: Slant
  package var color: Color
  /// Extra advance after every cluster, in points.
  package var letterSpacing: Double
  /// How far the baseline is raised, in points: positive for a superscript.
  package var rise: Double
  /// A BCP 47 tag where it isn't that of the text around it.
  package var language: String?
  /// Whether a line goes through it.
  package var isStruck = false

  package init(
    family: String, size: Double, weight: Weight = .regular, slant: Slant = .upright,
    color: Color = .black, letterSpacing: Double = 0, rise: Double = 0, language: String? = nil
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.slant = slant
    self.color = color
    self.letterSpacing = letterSpacing
    self.rise = rise
    self.language = language
  }
}

/// A style over a range of UTF-8 byte offsets.
package struct StyledRange: Sendable, Hashable {
  package var range: Range<Int>
  package var style: TextStyle

  package init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}

/// Vertical measures of a face at a size, in points; `descent` and `underlinePosition` (the top of the line) count
/// downwards from the baseline and are positive.
package struct FontMetrics: Sendable, Hashable {
  package var ascent: Double
  package var descent: Double
  package var capHeight: Double
  package var underlinePosition: Double
  package var underlineThickness: Double

  package init(
    ascent: Double, descent: Double, capHeight: Double, underlinePosition: Double,
    underlineThickness: Double
  ) {
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
    self.underlinePosition = underlinePosition
    self.underlineThickness = underlineThickness
  }
}
