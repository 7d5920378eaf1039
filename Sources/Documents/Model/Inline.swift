package import Diagnostics

/// A piece of running text.
package indirect enum Inline: Sendable {
  case text(String)
  /// A value from data.
  case value(BoundValue)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  case link(uri: String, [Inline])
  case span(InlineClass, Attributes, [Inline])
  /// The numbers of the sources cited, in the order of writing.
  case citation([Int])
  case lineBreak
  /// A line end in the source: a space.
  case softBreak
}

/// The classes that a span of text may have.
package enum InlineClass: Sendable, Hashable {
  /// A word with the colour that stands for it in charts: `[기업]{.key color=industry}`.
  case key
  /// A class that the theme declares: its text style's name.
  case style(String)
  /// Only attributes, such as a language.
  case plain
}

extension Sequence<Inline> {
  /// The text as a reader sees it, without marks.
  package var plainText: String {
    var out = ""
    for inline in self {
      switch inline {
      case .text(let text), .code(let text): out += text
      case .value(let value): out += value.text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner), .span(_, _, let inner):
        out += inner.plainText
      case .citation: break
      case .lineBreak, .softBreak: out += " "
      }
    }
    return out
  }
}
