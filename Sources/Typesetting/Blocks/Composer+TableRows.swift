import Documents
import Graphics

extension Composer {
  /// The rows of a table as items of the flow, its head first.
  func rows(of table: TableBlock, width: Double) -> [FlowItem] {
    let (cells, geometry) = fitted(table, width: width)
    var items: [FlowItem] = []
    var number: Int?
    if !cells.head.isEmpty || table.carry != nil {
      var head = cells.head.isEmpty ? nil : headItem(cells.head, table, geometry)
      var repeated = repeatedHead(head, table, width: width)
      repeated.carryHeight = carryHeight(of: table, cells, geometry)
      let own = addTable(head: repeated)
      number = own
      if table.carry != nil { addCarry(table, cells, geometry, number: own) }
      head?.keepsWithNext = !cells.rows.isEmpty
      if let head { items.append(head) }
    }
    /// What the cell stands for that covers the place of the column, by column.
    var covering = [[Fragment]](repeating: [], count: table.columns.count)
    /// Of rows of data, so that sums don't change the order of tints.
    var count = 0
    for (index, row) in cells.rows.enumerated() {
      let (placed, height) = place(row.cells, geometry, scale: cells.scale)
      let isCovered = { (column: Int) in column < row.cells.count && row.cells[column] == nil }
      let isTinted = table.isStriped == true && row.role == .data && count % 2 == 1
      if row.role == .data { count += 1 }
      var fragments = grounds(of: row, geometry, height: height, tint: isTinted ? stripe : nil)
      if table.rules == .columns {
        fragments += columnLines(beside: row, geometry, height: height)
      }
      if index > 0 {
        let isSecond = cells.rows[index - 1].role == row.role
        fragments += lines(above: row, isSecond: isSecond, table, geometry, isCovered: isCovered)
      }
      fragments += graphics(of: row, table, geometry, height: height)
      for cell in placed { fragments += cell }
      var item = FlowItem(.box(fragments), height: height)
      item.table = number
      item.carried = table.carry != nil && index > 0 ? index : nil
      item.divisionPadding =
        table.splitsRows && row.role == .data ? theme.spacing.cell : nil
      for column in placed.indices {
        if isCovered(column) {
          item.continuation += continued(covering[column], height: height)
        } else {
          covering[column] = placed[column]
        }
      }
      let isLast = index == cells.rows.count - 1
      if isLast {
        let rule = theme.spacing.rule * 0.8
        item = item.adding([line(x: 0, y: height, width: width, rule, theme[.ink])])
        item.height += rule
      }
      let isSummed = !isLast && cells.rows[index + 1].role != .data
      // Rows that may be divided needn't stand together to stand well.
      let isAtEnd = !table.splitsRows && (index == 0 || index == cells.rows.count - 2)
      item.keepsWithNext = !isLast && (isAtEnd || isSummed)
      items.append(item)
    }
    return items
  }

  // MARK: Lines and grounds

  /// What parts a row from the one above: a hairline, or more above sums.
  ///
  /// - Parameter isSecond: Whether the row above is of the same kind.
  private func lines(
    above row: ShapedTable.Row, isSecond: Bool, _ table: TableBlock, _ geometry: TableGeometry,
    isCovered: (Int) -> Bool
  ) -> [Fragment] {
    let (thickness, color): (Double, Color)
    switch row.role {
    case .data where table.rules == TableBlock.Rules.none: return []
    case .data: (thickness, color) = (theme.spacing.hairline, theme[.hairline])
    case .subtotal where isSecond, .total where isSecond:
      (thickness, color) = (theme.spacing.hairline, theme[.hairline])
    case .subtotal: (thickness, color) = (theme.spacing.hairline, theme[.secondary])
    case .total: (thickness, color) = (theme.spacing.rule * 0.6, theme[.ink])
    }
    return geometry.stretches { !isCovered($0) }.map {
      line(x: $0.x, y: 0, width: $0.width, thickness, color)
    }
  }

  /// Lines in the middle of the gaps between columns, but for those that a cell lies across.
  private func columnLines(
    beside row: ShapedTable.Row, _ geometry: TableGeometry, height: Double
  ) -> [Fragment] {
    geometry.gaps.indices.compactMap { index in
      guard !row.cells.indices.contains(index + 1) || row.cells[index + 1]?.columnSpan != 0 else {
        return nil
      }
      return Fragment(
        x: geometry.lefts[index + 1] - geometry.gaps[index] / 2, y: 0,
        .rect(
          Size(width: theme.spacing.hairline, height: height), theme[.hairline], radius: 0))
    }
  }

  /// Stripes lead the eye and mustn't be seen as highlights, which are as dark as the theme's tint.
  private var stripe: Color {
    var tint = theme[.tint]
    tint.alpha *= 0.6
    return tint.over(theme[.paper])
  }

  private func grounds(
    of row: ShapedTable.Row, _ geometry: TableGeometry, height: Double, tint: Color?
  ) -> [Fragment] {
    guard tint != nil || row.ground != nil || row.cells.contains(where: { $0?.ground != nil })
    else { return [] }
    func rect(_ columns: Range<Int>, _ color: Color) -> Fragment {
      let (x, width) = geometry.extent(of: columns)
      return Fragment(
        x: x, y: 0, .rect(Size(width: width, height: height), color, radius: 0))
    }
    var fragments: [Fragment] = []
    if let color = row.ground?.value ?? tint {
      // The name of a group stands beside several rows and belongs to none of them.
      let runs = geometry.runs { row.cells.indices.contains($0) && row.cells[$0]?.isAlone == true }
      fragments += runs.map { rect($0, color) }
    }
    for (index, cell) in row.cells.enumerated() {
      guard let cell, let ground = cell.ground else { continue }
      fragments.append(rect(index..<index + max(cell.columnSpan, 1), ground.value))
    }
    return fragments
  }

  func line(
    x: Double, y: Double, width: Double, _ thickness: Double, _ color: Color
  ) -> Fragment {
    Fragment(x: x, y: y, .rect(Size(width: width, height: thickness), color, radius: 0))
  }

  /// What a covering cell shows again at a page's head: all its lines if they fit into the row, else the first.
  private func continued(_ fragments: [Fragment], height: Double) -> [Fragment] {
    let room = height - theme.spacing.cell
    let fits = fragments.allSatisfy { $0.y + extent(of: $0) <= room + 0.01 }
    return fits ? fragments : Array(fragments.prefix(1))
  }

  // MARK: Cells

  /// Places a row's cells: the lines of each, their first baselines in line, and the row's height.
  func place(
    _ row: [ShapedTable.Cell?], _ geometry: TableGeometry, scale: Double
  ) -> (cells: [[Fragment]], height: Double) {
    let padding = theme.spacing.cell
    let baseline = row.compactMap { $0?.paragraph.map { paragraphs[$0].baseline } }.max() ?? 0
    var cells = [[Fragment]](repeating: [], count: row.count)
    var height = theme[.table].leading * scale
    for (index, cell) in row.enumerated() {
      guard let cell, let number = cell.paragraph else { continue }
      let end = min(index + max(cell.columnSpan, 1), geometry.lefts.count)
      let room =
        cell.columnSpan > 1
        ? geometry.width(of: index..<end) : geometry.numbers[index] ?? geometry.widths[index]
      let lines = lines(of: cell, width: room)
      let leading = paragraphs[number].leading
      let top = baseline - paragraphs[number].baseline
      cells[index] = lines.enumerated().map { count, line in
        Fragment(
          x: geometry.lefts[index]
            + shift(line, of: cell, geometry, index, room: room, isNumber: lines.count == 1),
          y: padding + top + Double(count) * leading,
          .line(paragraph: number, clusters: line.clusters))
      }
      height = max(height, top + Double(lines.count) * leading)
    }
    return (cells, height + 2 * padding)
  }

  func lines(of cell: ShapedTable.Cell, width: Double) -> [LineBreaker.Line] {
    if let line = cell.line, line.width <= width { return [line] }
    return cell.paragraph.map { LineBreaker(paragraphs[$0].text).lines(width: width) } ?? []
  }

  /// How far a line stands from its column's left edge; in a column of numbers their points stand in line.
  private func shift(
    _ line: LineBreaker.Line, of cell: ShapedTable.Cell, _ geometry: TableGeometry, _ column: Int,
    room: Double, isNumber: Bool
  ) -> Double {
    let left = room - line.width
    let shift =
      switch cell.alignment ?? geometry.alignments[column] {
      case .left: 0.0
      case .center: left / 2
      case .right: left
      case .decimal: isNumber ? left - (geometry.tails[column] - cell.tail) : left
      }
    return max(shift, 0)
  }
}
