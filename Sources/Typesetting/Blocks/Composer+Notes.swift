import Documents
import Graphics

extension Composer {
  /// The name of a note's place.
  static func destination(ofNote number: Int) -> String { "note-\(number)" }

  /// The mark of a footnote: a small raised number that leads to the note.
  func mark(note number: Int, _ style: TextStyle, to text: inout StyledText) {
    guard document.notes.indices.contains(number - 1) else { return }
    text.append(anchor: .note(number))
    ask(forNote: number)
    let target = LinkArea.Target.destination(Self.destination(ofNote: number))
    text.appendLink(to: target, isReference: true) { $0.append("\(number)", raised(style)) }
  }

  /// The lines of a footnote behind its number.
  func note(_ number: Int) -> [FlowItem] {
    structure.begin(Structure.Node(.note, id: Self.destination(ofNote: number)))
    defer { structure.end() }
    let style = theme[.footnote]
    var labelStyle = textStyle(style)
    labelStyle.weight = .medium
    labelStyle.color = theme[.accent]
    let indent = max(
      style.size * 1.6,
      shaper.advance("\(document.notes.count)", style: labelStyle) + style.size * 0.5)
    let mark = label("\(number)", labelStyle, leading: style.leading)
    var items = self.items(
      of: document.notes[number - 1], style, width: theme.page.textWidth - indent)
    if let first = items.first { items[0] = first.unhung }
    items = items.map { $0.moved(x: indent) }
    if items.isEmpty { items = [FlowItem(.box([]), height: style.leading)] }
    items[0] = items[0].adding(
      mark + [Fragment(x: 0, y: 0, .destination(Self.destination(ofNote: number)))])
    return items.spaced(before: style.before, after: style.after)
  }
}
