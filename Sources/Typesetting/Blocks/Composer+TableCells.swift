import Documents
import Graphics

/// Shaping what stands in tables.
extension Composer {
  func shaped(_ table: TableBlock, scale: Double) -> ShapedTable {
    let head = shapedHead(table, scale: scale)
    guard !table.rows.isEmpty else { return ShapedTable(head: head, rows: [], scale: scale) }
    structure.begin(Structure.Node(.tableBody))
    defer { structure.end() }
    let plain = table.columns.map { column in
      (column.style.flatMap(theme.style(named:)) ?? theme[.table]).scaled(by: scale)
    }
    let sums = plain.enumerated().map { index, style in
      var style = style
      let total = theme[.tableTotal]
      style.weight = style.weight.rawValue < total.weight.rawValue ? total.weight : style.weight
      if table.columns[index].style == nil { style.color = total.color }
      return style
    }
    let rows = table.rows.map { row -> ShapedTable.Row in
      structure.begin(Structure.Node(.tableRow))
      defer { structure.end() }
      let isData = row.role == .data
      let cells = zip(row.cells, isData ? plain : sums).enumerated().map { index, pair in
        shaped(
          pair.0, of: row, pair.1, isRowHead: table.hasRowHeads && index == 0 && isData,
          isDecimal: table.columns[index].alignment == .decimal)
      }
      return ShapedTable.Row(cells: cells, role: row.role, ground: ground(row.look))
    }
    return ShapedTable(head: head, rows: rows, scale: scale)
  }

  /// Nil where a cell above covers the place.
  private func shaped(
    _ cell: TableBlock.Cell, of row: TableBlock.Row, _ style: Theme.Style, isRowHead: Bool,
    isDecimal: Bool
  ) -> ShapedTable.Cell? {
    guard cell.rowSpan > 0 else { return nil }
    // What a cell to the left covers is empty, and no cell of the structure.
    guard cell.columnSpan > 0 else { return ShapedTable.Cell(columnSpan: 0) }
    let isHead = isRowHead || cell.isHead
    var node = Structure.Node(isHead ? .tableHeaderCell : .tableCell, scope: isHead ? .row : nil)
    node.rowSpan = cell.rowSpan
    node.columnSpan = cell.columnSpan
    var result: ShapedTable.Cell
    if case .sparkline(let line)? = cell.graphic {
      structure.begin(node)
      result = ShapedTable.Cell()
      result.leaf = structure.leaf(Structure.Node(.figure, alt: line.alt))
      structure.end()
    } else {
      let style = row.look == nil && cell.look == nil ? style : look(cell, row, style)
      result = self.cell(cell.inlines, key: cell.key, style, node, isDecimal: isDecimal)
    }
    result.columnSpan = cell.columnSpan
    result.isAlone = cell.rowSpan == 1
    result.graphic = cell.graphic
    result.ground = cell.look.flatMap { ground($0) }
    if cell.isHead { result.alignment = .left }
    return result
  }

  func cell(
    _ inlines: [Inline], key: String? = nil, _ style: Theme.Style, _ node: Structure.Node?,
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
      if let node {
        structure.begin(node)
        structure.end()
      }
      return ShapedTable.Cell()
    }
    let paragraph = makeParagraph(text, role: node, leading: style.leading)
    let breaker = LineBreaker(paragraph.text)
    return ShapedTable.Cell(
      paragraph: add(paragraph), line: breaker.singleLine, natural: breaker.naturalWidth,
      least: breaker.widestWord, tail: isDecimal ? paragraph.text.tailWidth : 0)
  }

  // MARK: Looks

  /// The style of a cell whose look depends on data; what it stands on may need another colour to be read.
  private func look(
    _ cell: TableBlock.Cell, _ row: TableBlock.Row, _ style: Theme.Style
  ) -> Theme.Style {
    let look = cell.look?.over(row.look) ?? row.look ?? TableLook()
    var style = style
    if let name = look.style {
      if let own = theme.style(named: name) {
        // All cells keep one size, whatever else the style is used for.
        style.weight = own.weight
        style.color = own.color
      } else if let color = theme.color(named: name) {
        style.color = color
      }
    }
    if let ground = look.ground.flatMap(theme.color(named:))?.over(theme[.paper]),
      style.color.contrast(with: ground) < Color.readableContrast
    {
      style.color = ground.readableText(ink: theme[.ink])
    }
    return style
  }

  private func ground(_ look: TableLook?) -> Apart<Color>? {
    look?.ground.flatMap(theme.color(named:)).map { Apart($0) }
  }
}

extension Theme.Style {
  func scaled(by factor: Double) -> Theme.Style {
    var style = self
    style.size *= factor
    style.leading *= factor
    return style
  }
}
