/// A piece of running text.
package indirect enum Inline: Sendable {
  case text(String)
  /// A value from data.
  case value(BoundValue)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  /// An address, or `#id` for a place of the document.
  case link(uri: String, [Inline])
  case span(InlineClass, Attributes, [Inline])
  /// The numbers of the sources cited, in the order of writing.
  case citation([Int])
  case reference(CrossReference)
  /// The mark of a footnote, by its number from 1.
  case note(Int)
  /// A picture as high as the text around it.
  case picture(InlinePicture.Mark)
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
      case .citation, .note: break
      case .picture(let mark): out += mark.alt
      case .reference(let reference):
        out += reference.place == nil ? "@" + reference.name : reference.label.plainText
      case .lineBreak, .softBreak: out += " "
      }
    }
    return out
  }
}

extension [Inline] {
  /// Plain text; a line end in it is a line break, never a new block.
  package init(lines text: String) {
    self.init(lines: text) { .text($0) }
  }

  /// Text as inlines made of its lines, with line breaks between.
  init(lines text: String, _ inline: (String) -> Inline) {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else {
      self = text.isEmpty ? [] : [inline(text)]
      return
    }
    self = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if index > 0 { append(.lineBreak) }
      if !line.isEmpty { append(inline(String(line))) }
    }
  }
}

extension BoundValue {
  /// The value as inlines: a line end in it is a line break, never a new block.
  package var inlines: [Inline] {
    [Inline](lines: text) { line in
      var part = self
      part.text = line
      return .value(part)
    }
  }
}
