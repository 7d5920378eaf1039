/// A piece of Pandoc's notation, cut out of the text before CommonMark sees it; a numbered marker takes its place.
///
/// CommonMark knows none of them and would read emphasis, links or entities inside. Where a marker turns up in code or in
/// an address after all, the text comes back as it stood.
struct Cutting {
  enum Kind {
    /// A line of colons that opens a div, with what stands behind them, or closes one (nil).
    case fence(opening: String?)
    /// `{#id .class key=value}`.
    case attributes
    /// A brace that opens attributes and is never closed.
    case unclosedAttributes
    /// `[@key; @key]`.
    case citation
    /// `@fig-x`, `@fig-x:은(는)`.
    case reference
    /// `[^1]`.
    case footnote
  }

  var kind: Kind
  /// Where it stands in the expansion.
  var range: Range<Int>
}
