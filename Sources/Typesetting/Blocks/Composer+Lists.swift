import Documents
import Graphics

extension Composer {
  /// A list: squares in the accent colour, or numbers; its text hangs.
  func list(_ list: ListBlock, width: Double, style: Theme.Style) -> [FlowItem] {
    structure.begin(Structure.Node(.list))
    defer { structure.end() }
    let indent = style.size * (list.start == nil ? 1.35 : 1.9)
    var items: [FlowItem] = []
    for (index, blocks) in list.items.enumerated() {
      structure.begin(Structure.Node(.listItem))
      let mark = listMark(number: list.start.map { $0 + index }, style)
      structure.begin(Structure.Node(.listBody))
      var inner = styled(blocks, style, width: width - indent).map { $0.moved(x: indent) }
      structure.end()
      structure.end()
      if let first = inner.indices.first {
        inner[first] = inner[first].adding(mark)
        // Items of one line each stand closer than paragraphs do.
        if list.isTight { inner[inner.count - 1].after = min(inner[inner.count - 1].after, style.after) }
      }
      items += inner
    }
    return items.spaced(before: style.before, after: theme.spacing.step)
  }

  private func listMark(number: Int?, _ style: Theme.Style) -> [Fragment] {
    guard let number else {
      let side = style.size * 0.52
      let top = (style.leading - side) / 2 + style.size * 0.04
      return [
        Fragment(
          x: 0, y: top, .rect(Size(width: side, height: side), theme[.accent], radius: 0))
      ]
    }
    var markStyle = textStyle(style)
    markStyle.color = theme[.accent]
    markStyle.weight = .bold
    var text = StyledText()
    text.append("\(number).", markStyle)
    let paragraph = makeParagraph(
      text, role: Structure.Node(.label), leading: style.leading, at: nil)
    let count = paragraph.text.clusters.count
    return [Fragment(x: 0, y: 0, .line(paragraph: add(paragraph), clusters: 0..<count))]
  }
}

extension FlowItem {
  /// The item shifted to the right.
  func moved(x dx: Double) -> FlowItem {
    var item = self
    switch content {
    case .box(let fragments): item.content = .box(fragments.map { $0.offset(x: dx, y: 0) })
    case .columns(let columns):
      item.content = .columns(
        columns.map { FlowColumn(x: $0.x + dx, width: $0.width, items: $0.items) })
    }
    return item
  }

  /// The item with more fragments in its box; columns get a column of no width for them.
  func adding(_ fragments: [Fragment]) -> FlowItem {
    var item = self
    switch content {
    case .box(let own): item.content = .box(fragments + own)
    case .columns(let columns):
      let extra = FlowColumn(x: 0, width: 0, items: [FlowItem(.box(fragments), height: 0)])
      item.content = .columns([extra] + columns)
    }
    return item
  }
}
