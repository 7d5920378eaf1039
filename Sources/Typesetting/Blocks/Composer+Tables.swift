import Documents
import Graphics

extension Composer {
  /// A table with its caption above and its note below; each row is one item of the flow.
  func table(_ table: TableBlock, width: Double) -> [FlowItem] {
    guard !table.columns.isEmpty else { return [] }
    structure.begin(Structure.Node(.table))
    var items = caption(of: table, width: width)
    for index in items.indices { items[index].keepsWithNext = true }
    items += rows(of: table, shaped(table), width: width)
    structure.end()
    let note = paragraph(table.note, theme[.note], width: width)
    if !note.isEmpty, let last = items.indices.last { items[last].keepsWithNext = true }
    return (items + note).spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  /// A table's only children are its rows and one caption, so the subtitle is a part of it.
  private func caption(of table: TableBlock, width: Double) -> [FlowItem] {
    let hasBoth =
      (!table.caption.isEmpty || table.number != nil) && !table.subtitle.isEmpty
    if hasBoth { structure.begin(Structure.Node(.caption)) }
    defer { if hasBoth { structure.end() } }
    let role = hasBoth ? Structure.Role.paragraph : .caption
    return caption(
      table.caption, number: table.number.map { (.tableReference, $0) }, width: width, role: role)
      + paragraph(table.subtitle, theme[.subtitle], width: width, role: role)
  }

  // MARK: Shaping

  private func shaped(_ table: TableBlock) -> ShapedTable {
    var head: [ShapedTable.Cell] = []
    if table.columns.contains(where: { !$0.title.plainText.isBlank }) {
      structure.begin(Structure.Node(.tableHead))
      structure.begin(Structure.Node(.tableRow))
      head = table.columns.map { column in
        cell(column.title, theme[.tableHead], Structure.Node(.tableHeaderCell, scope: .column))
      }
      structure.end()
      structure.end()
    }
    guard !table.rows.isEmpty else { return ShapedTable(head: head, rows: []) }
    structure.begin(Structure.Node(.tableBody))
    defer { structure.end() }
    let styles = table.columns.map { column in
      column.style.flatMap(theme.style(named:)) ?? theme[.table]
    }
    let rows = table.rows.map { row -> [ShapedTable.Cell?] in
      structure.begin(Structure.Node(.tableRow))
      defer { structure.end() }
      return zip(row, styles).enumerated().map { index, pair in
        let (cell, style) = pair
        guard cell.rowSpan > 0 else { return nil }
        let isHead = table.hasRowHeads && index == 0
        var node = Structure.Node(
          isHead ? .tableHeaderCell : .tableCell, scope: isHead ? .row : nil)
        node.rowSpan = cell.rowSpan
        return self.cell(
          cell.inlines, key: cell.key, style, node,
          isDecimal: table.columns[index].alignment == .decimal)
      }
    }
    return ShapedTable(head: head, rows: rows)
  }

  private func cell(
    _ inlines: [Inline], key: String? = nil, _ style: Theme.Style, _ node: Structure.Node,
    isDecimal: Bool = false
  ) -> ShapedTable.Cell {
    var text = StyledText()
    if let color = key.flatMap(theme.color(named:)) {
      text.append(key: color)
      text.appendWhole { append(inlines, textStyle(style), to: &$0) }
    } else {
      append(inlines, textStyle(style), to: &text)
    }
    guard !text.isBlank else {
      structure.begin(node)
      structure.end()
      return ShapedTable.Cell()
    }
    let paragraph = makeParagraph(text, role: node, leading: style.leading)
    let breaker = LineBreaker(paragraph.text)
    return ShapedTable.Cell(
      paragraph: add(paragraph), line: breaker.singleLine, natural: breaker.naturalWidth,
      least: breaker.widestWord, tail: isDecimal ? paragraph.text.tailWidth : 0)
  }
}
