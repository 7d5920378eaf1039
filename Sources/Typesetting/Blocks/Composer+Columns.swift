import Documents
import Graphics

extension Composer {
  /// Blocks side by side; each `.column` may say its width.
  func columns(_ blocks: [Block], attributes: Attributes, width: Double) -> [FlowItem] {
    guard !blocks.isEmpty else { return [] }
    let gutter = attributes["gutter"].flatMap(Length.points) ?? theme.spacing.gutter
    guard let widths = columnWidths(blocks, width: width, gutter: gutter) else {
      fail(
        "columns.width", "the columns are wider than the \(Self.shown(width)) they stand in",
        hints: ["make their widths and the gutters between them add up to less"])
      return []
    }
    var x = 0.0
    var columns: [FlowColumn] = []
    for (block, columnWidth) in zip(blocks, widths) {
      structure.begin(Structure.Node(.division))
      let inner = withoutPageBreaks(items(of: [block], width: columnWidth))
      structure.end()
      columns.append(FlowColumn(x: x, items: ruled(inner, block, width: columnWidth)))
      x += columnWidth + gutter
    }
    let first = columns.compactMap { $0.flow.first?.before }.max() ?? 0
    return [
      FlowItem(
        columns: columns, before: max(first, theme.spacing.step * 1.2), after: theme.spacing.step)
    ]
  }

  /// Blocks that flow through columns of one width, as high as each other.
  func balanced(
    _ blocks: [Block], count: Int, attributes: Attributes, width: Double
  ) -> [FlowItem] {
    let gutter = attributes["gutter"].flatMap(Length.points) ?? theme.spacing.gutter
    let columnWidth = (width - gutter * Double(count - 1)) / Double(count)
    guard columnWidth >= Self.leastColumn else {
      fail(
        "columns.width", "\(count) columns don't fit into \(Self.shown(width))",
        hints: ["write a smaller count, or a narrower gutter"])
      return []
    }
    for block in blocks {
      guard case .div(.column, _) = block.kind else { continue }
      fail(
        "columns.count", "columns with a count hold no block \".column\"", at: block.location,
        hints: ["leave out count=\(count), or the fences of the columns"])
      return []
    }
    let items = withoutPageBreaks(self.items(of: blocks, width: columnWidth))
    guard let first = items.first, let last = items.last else { return [] }
    let balance = FlowBalance(
      lefts: (0..<count).map { Double($0) * (columnWidth + gutter) })
    let breaker = FlowBreaker(
      heads: heads, pageHeight: sheet.textHeight, extent: extent, carry: carried)
    var item = FlowItem(
      columns: balance.columns(of: Flow(items), breaker),
      before: max(first.before, theme.spacing.step), after: max(last.after, theme.spacing.step))
    item.balance = balance
    return [item]
  }

  /// A column's items, below a rule where its `rule` attribute says so.
  private func ruled(_ items: [FlowItem], _ block: Block, width: Double) -> [FlowItem] {
    guard block.attributes["rule"] == "top", !items.isEmpty else { return items }
    let size = Size(width: width, height: theme.spacing.rule)
    var rule = FlowItem(
      .box([Fragment(x: 0, y: 0, .rect(size, theme[.ink], radius: 0))]), height: size.height,
      after: theme.spacing.step)
    rule.keepsWithNext = true
    var items = items
    items[0].before = 0
    return [rule] + items
  }

  /// A column narrower than this, in points, is none.
  private static let leastColumn = 10.0

  /// Widths as the columns' attributes say; the room left over goes to those that say nothing.
  private func columnWidths(_ blocks: [Block], width: Double, gutter: Double) -> [Double]? {
    let room = width - gutter * Double(blocks.count - 1)
    let wanted = blocks.map { block in
      block.attributes["width"].flatMap { text in
        Length.share(text).map { room * $0 } ?? Length.points(text)
      }
    }
    let given = wanted.compactMap(\.self).reduce(0, +)
    let open = wanted.count { $0 == nil }
    let share = open > 0 ? (room - given) / Double(open) : 0
    guard given <= room + 0.5, open == 0 || share >= Self.leastColumn else { return nil }
    return wanted.map { $0 ?? share }
  }
}
