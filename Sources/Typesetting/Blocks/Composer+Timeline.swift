import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A timeline from a list: each item's strong beginning is its date, at the left of a line with a dot.
  func timeline(_ blocks: [Block], width: Double, at location: SourceLocation?) -> [FlowItem] {
    var items: [FlowItem] = []
    for block in blocks {
      guard case .list(let list) = block.kind else {
        items += self.items(of: block, width: width)
        continue
      }
      items += timeline(list, width: width, at: block.location ?? location)
    }
    return items.spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  private func timeline(
    _ list: ListBlock, width: Double, at location: SourceLocation?
  ) -> [FlowItem] {
    structure.begin(Structure.Node(.list))
    defer { structure.end() }
    let style = theme[.timeline]
    let dateStyle = theme[.timelineDate]
    let entries = list.items.map(Self.dated)
    let dateWidth = entries.map { entry in
      shaper.advance(entry.date.plainText, style: textStyle(dateStyle))
    }.max() ?? 0
    let lineX = dateWidth + theme.spacing.step * 1.4
    let textX = lineX + theme.spacing.step * 1.4
    var items: [FlowItem] = []
    for (index, entry) in entries.enumerated() {
      structure.begin(Structure.Node(.listItem))
      var fragments: [Fragment] = []
      let date = styledText(entry.date, dateStyle)
      if !date.isEmpty {
        let paragraph = makeParagraph(
          date, role: Structure.Node(.label), leading: style.leading, at: location)
        fragments += lines(of: paragraph, width: dateWidth, alignment: .right).stacked
      }
      structure.begin(Structure.Node(.listBody))
      let body = styled(entry.body, style, width: width - textX)
      structure.end()
      structure.end()
      fragments += body.stacked.map { $0.offset(x: textX, y: 0) }
      let height = max(body.stackedHeight, style.leading)
      let isLast = index == entries.count - 1
      let side = style.size * 0.62
      let middle = style.leading / 2
      let thread = Fragment(
        x: lineX - 0.3, y: middle,
        .rect(
          Size(width: 0.6, height: isLast ? 0 : height + style.after), theme[.hairline], radius: 0))
      let dot = Fragment(
        x: lineX - side / 2, y: middle - side / 2,
        .rect(Size(width: side, height: side), theme[.accent], radius: side / 2))
      var item = FlowItem(.box([thread, dot] + fragments), height: height, after: style.after)
      item.keepsWithNext = index == 0 || index == entries.count - 2
      items.append(item)
    }
    return items
  }

  /// Parts an item into the strong text that it begins with and the rest.
  private static func dated(_ blocks: [Block]) -> (date: [Inline], body: [Block]) {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind,
      case .strong(let date)? = inlines.first
    else { return ([], blocks) }
    var rest = Array(inlines.dropFirst())
    if case .text(let text)? = rest.first {
      rest[0] = .text(String(text.drop { $0 == " " }))
    } else if case .softBreak? = rest.first {
      rest.removeFirst()
    }
    var body = first
    body.kind = .paragraph(rest)
    return (date, [body] + blocks.dropFirst())
  }
}
