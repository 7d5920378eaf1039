import Diagnostics
import Documents
import Formats
import Graphics

extension Composer {
  /// Running text in a base style: emphasis, links, citations and keys set as the theme says.
  func styledText(_ inlines: [Inline], _ style: Theme.Style) -> StyledText {
    var text = StyledText()
    append(inlines, textStyle(style), to: &text)
    return text
  }

  func append(_ inlines: [Inline], _ style: TextStyle, to text: inout StyledText) {
    for (index, inline) in inlines.enumerated() {
      if inline.isMark, index > 0, inlines[index - 1].isMark { text.append(",", raised(style)) }
      switch inline {
      case .text(let literal): text.append(literal, style)
      case .value(let value): append(value, style, to: &text)
      case .emphasis(let inner): append(inner, emphasized(style), to: &text)
      case .strong(let inner):
        var strong = style
        strong.weight = .bold
        append(inner, strong, to: &text)
      case .strikethrough(let inner):
        var struck = style
        struck.isStruck = true
        append(inner, struck, to: &text)
      case .code(let code): self.code(code, style, to: &text)
      case .link(let uri, let inner):
        var linked = style
        linked.color = theme[.accent]
        text.appendLink(to: target(of: uri)) { append(inner, linked, to: &$0) }
      case .span(let kind, let attributes, let inner):
        span(kind, attributes, inner, style, to: &text)
      case .citation(let numbers): cite(numbers, style, to: &text)
      case .reference(let reference): refer(reference, style, to: &text)
      case .note(let number): mark(note: number, style, to: &text)
      case .picture(let mark): picture(mark, style, to: &text)
      case .lineBreak: text.append("\u{2028}", style)
      case .softBreak: text.append(" ", style)
      }
    }
  }

  /// A formatted value stays together, however many words it has: `1,234억 원`, `2022. 10. 25.`
  private func append(_ value: BoundValue, _ style: TextStyle, to text: inout StyledText) {
    var style = style
    if let language = document.data.language(of: value)?.rawValue {
      style.language = language == structure.language ? nil : language
    }
    guard value.format != nil, value.text.contains(" ") else {
      return text.append(value.text, style, from: value.origin)
    }
    text.appendWhole { $0.append(value.text, style, from: value.origin) }
  }

  /// Emphasis is the theme's italic family where it names one, else Medium in the accent colour.
  private func emphasized(_ style: TextStyle) -> TextStyle {
    var style = style
    if let family = theme.italicFamily {
      style.family = family
      style.slant = .italic
    } else {
      if style.weight.rawValue < TextStyle.Weight.medium.rawValue { style.weight = .medium }
      style.color = theme[.accent]
    }
    return style
  }

  /// Code is set in the theme's monospaced family where it names one, else on a tint.
  private func code(_ code: String, _ style: TextStyle, to text: inout StyledText) {
    guard let family = theme.monospacedFamily else {
      return text.append(code, style, on: theme[.tint])
    }
    var style = style
    style.family = family
    text.append(code, style)
  }

  private func span(
    _ kind: InlineClass, _ attributes: Attributes, _ inner: [Inline], _ style: TextStyle,
    to text: inout StyledText
  ) {
    var style = style
    if let language = attributes["lang"] {
      style.language = language == structure.language ? nil : language
    }
    switch kind {
    case .plain: append(inner, style, to: &text)
    case .style(let name):
      let own = theme.style(named: name)
      var styled = style
      if let own {
        styled.size = own.size
        styled.weight = own.weight
        styled.color = own.color
      }
      append(inner, styled, to: &text)
    case .key:
      let name = attributes["color"] ?? ""
      if let color = theme.color(named: name) {
        text.append(key: color)
      } else {
        fail(
          "text.key", "\"\(name)\" is no colour of the theme", at: attributes.location,
          hints: Suggestion.hints(for: name, in: theme.colorNames) + [
            "write [word]{.key color=NAME}; known: \(theme.colorNames.joined(separator: ", "))"
          ])
      }
      text.appendWhole { append(inner, style, to: &$0) }
    }
  }

  /// How the numbers of citations and notes are set.
  func raised(_ style: TextStyle) -> TextStyle {
    var raised = style
    raised.size = style.size * 0.66
    raised.rise = style.size * 0.36
    raised.weight = .medium
    raised.color = theme[.accent]
    return raised
  }

  /// Citations as small raised numbers that lead to the list of sources.
  private func cite(_ numbers: [Int], _ style: TextStyle, to text: inout StyledText) {
    let raised = raised(style)
    for (index, number) in numbers.enumerated() {
      text.append(anchor: .citation(number))
      if index > 0 { text.append(",", raised) }
      text.appendLink(
        to: .destination(Self.destination(ofSource: number)), isReference: true,
        contents: "\(document.strings[.sources]) \(number)"
      ) { $0.append(mark(ofSource: number), raised) }
    }
  }

  /// A source's number; in brackets where footnotes have numbers of their own.
  func mark(ofSource number: Int) -> String {
    document.notes.isEmpty ? "\(number)" : "[\(number)]"
  }
}

extension Inline {
  /// Whether it is set as a raised number.
  fileprivate var isMark: Bool {
    switch self {
    case .citation, .note: true
    default: false
    }
  }
}
