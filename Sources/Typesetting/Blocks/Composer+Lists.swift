import Documents
import Graphics

extension Composer {
  /// A list: squares in the accent colour, or numbers; its text hangs.
  func list(_ list: ListBlock, width: Double, style: Theme.Style) -> [FlowItem] {
    var node = Structure.Node(.list)
    node.numbering = list.start == nil ? .square : .decimal
    structure.begin(node)
    defer { structure.end() }
    let indent = indent(of: list, style)
    var items: [FlowItem] = []
    for (index, blocks) in list.items.enumerated() {
      structure.begin(Structure.Node(.listItem))
      let mark = list.start.map { number($0 &+ index, style) } ?? bullet(style)
      structure.begin(Structure.Node(.listBody))
      var inner = self.items(of: blocks, style, width: width - indent)
      structure.end()
      structure.end()
      // An item without words has its mark all the same.
      if inner.isEmpty { inner = [FlowItem(.box([]), height: style.leading)] }
      inner[0] = inner[0].unhung
      inner = inner.map { $0.moved(x: indent) }
      inner[0] = inner[0].adding(mark)
      let last = inner.count - 1
      inner[last].after = list.isTight ? style.after : max(inner[last].after, style.after)
      items += inner
    }
    return items.spaced(before: style.before, after: theme.spacing.step)
  }

  /// How far the text hangs: wide enough for the mark of each item.
  private func indent(of list: ListBlock, _ style: Theme.Style) -> Double {
    guard let start = list.start else { return style.size * 1.35 }
    let last = mark(start &+ max(list.items.count - 1, 0))
    let width = shaper.advance(last, style: markStyle(style))
    return max(style.size * 1.9, width + style.size * 0.5)
  }

  private func mark(_ number: Int) -> String { "\(number)." }

  private func markStyle(_ style: Theme.Style) -> TextStyle {
    var mark = textStyle(style)
    mark.color = theme[.accent]
    mark.weight = .bold
    return mark
  }

  private func number(_ number: Int, _ style: Theme.Style) -> [Fragment] {
    label(mark(number), markStyle(style), leading: style.leading)
  }

  private func bullet(_ style: Theme.Style) -> [Fragment] {
    let side = style.size * 0.52
    let top = middle(ofLine: style) - side / 2 + style.size * 0.04
    return [
      Fragment(x: 0, y: top, .rect(Size(width: side, height: side), theme[.accent], radius: 0))
    ]
  }

  /// A list item's label on one line. What stands beside it mustn't hang into it.
  func label(_ words: String, _ style: TextStyle, leading: Double) -> [Fragment] {
    var text = StyledText()
    text.append(words, style)
    let paragraph = makeParagraph(text, role: Structure.Node(.label), leading: leading)
    let count = paragraph.text.clusters.count
    return [Fragment(x: 0, y: 0, .line(paragraph: add(paragraph), clusters: 0..<count))]
  }
}
