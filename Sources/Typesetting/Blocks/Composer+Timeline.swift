import Documents
import Graphics

extension Composer {
  /// A timeline from a list: each item's strong beginning is its date, at the left of a line with a dot.
  func timeline(_ blocks: [Block], width: Double) -> [FlowItem] {
    var items: [FlowItem] = []
    for block in blocks {
      if case .list(let list) = block.kind {
        items += timeline(list, width: width)
      } else {
        items += self.items(of: [block], width: width)
      }
    }
    return items.spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  /// A timeline of at most so many entries stands on one page.
  private static let longestWholeTimeline = 8
  /// The share of the width that dates may take before they are broken.
  private static let widestDate = 0.4

  private func timeline(_ list: ListBlock, width: Double) -> [FlowItem] {
    var node = Structure.Node(.list)
    node.numbering = Structure.ListNumbering.none
    structure.begin(node)
    defer { structure.end() }
    let style = theme[.timeline]
    let entries = list.items.map(Self.dated)
    let dates = entries.map { styledText($0.date, theme[.timelineDate]) }
    let natural = dates.map { LineBreaker(shape($0)).naturalWidth }.max() ?? 0
    let dateWidth = min(natural, width * Self.widestDate)
    let lineX = dateWidth + theme.spacing.step * 1.4
    let textX = lineX + theme.spacing.step * 1.4
    let isWhole = entries.count <= Self.longestWholeTimeline
    var items: [FlowItem] = []
    for (index, entry) in entries.enumerated() {
      structure.begin(Structure.Node(.listItem))
      let date = dateLines(dates[index], width: dateWidth)
      structure.begin(Structure.Node(.listBody))
      let body = withoutPageBreaks(self.items(of: entry.body, style, width: width - textX))
        .map { $0.moved(x: textX) }
      structure.end()
      structure.end()
      let height = max(body.stackedHeight, date.stackedHeight, style.leading)
      let isLast = index == entries.count - 1
      let thread = thread(at: lineX, height: isLast ? 0 : height + style.after, style)
      var item = FlowItem(
        .box(thread + date.stacked + body.stacked), height: height, after: style.after)
      item.keepsWithNext =
        !isLast && (isWhole || index == 0 || index == entries.count - 2)
      items.append(item)
    }
    return items
  }

  private func dateLines(_ date: StyledText, width: Double) -> [FlowItem] {
    guard !date.isBlank else { return [] }
    let paragraph = makeParagraph(
      date, role: Structure.Node(.label), leading: theme[.timeline].leading)
    return lines(of: paragraph, width: width, alignment: .right)
  }

  /// The line down to the next entry, and the dot on it.
  private func thread(at x: Double, height: Double, _ style: Theme.Style) -> [Fragment] {
    let side = style.size * 0.62
    let middle = middle(ofLine: style)
    let dot = Fragment(
      x: x - side / 2, y: middle - side / 2,
      .rect(Size(width: side, height: side), theme[.accent], radius: side / 2))
    guard height > 0 else { return [dot] }
    let line = Fragment(
      x: x - 0.3, y: middle,
      .rect(Size(width: 0.6, height: height), theme[.hairline], radius: 0))
    return [line, dot]
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
