import Documents
import Graphics

/// Where a table's columns stand.
private struct TableGeometry {
  var lefts: [Double]
  var widths: [Double]
  var tails: [Double]
  var alignments: [TableBlock.Alignment]
  /// Of the table.
  var width: Double
  /// Behind each column but the last.
  var gaps: [Double]

  /// From where to where the columns reach that pass, side by side as one.
  func stretches(where passes: (Int) -> Bool) -> [(x: Double, width: Double)] {
    var stretches: [(x: Double, width: Double)] = []
    var index = 0
    while index < lefts.count {
      guard passes(index) else {
        index += 1
        continue
      }
      let start = lefts[index]
      while index < lefts.count, passes(index) { index += 1 }
      let end = index < lefts.count ? lefts[index] - gaps[index - 1] : width
      stretches.append((start, end - start))
    }
    return stretches
  }
}

extension Composer {
  /// The rows of a table as items of the flow, its head first.
  func rows(of table: TableBlock, _ cells: ShapedTable, width: Double) -> [FlowItem] {
    let geometry = geometry(of: table, cells, width: width)
    var items: [FlowItem] = []
    var number: Int?
    if !cells.head.isEmpty {
      var head = headItem(cells.head, geometry)
      number = addTable(head: repeatedHead(head, table, width: width))
      head.keepsWithNext = !cells.rows.isEmpty
      items.append(head)
    }
    /// What the cell stands for that covers the place of the column, by column.
    var covering = [[Fragment]](repeating: [], count: table.columns.count)
    for (index, row) in cells.rows.enumerated() {
      let (placed, height) = place(row, geometry)
      let isCovered = { (column: Int) in column < row.count && row[column] == nil }
      var item = FlowItem(.box(placed.flatMap(\.self)), height: height)
      item.table = number
      if index > 0 {
        item = item.adding(
          geometry.stretches { !isCovered($0) }.map {
            line(x: $0.x, y: 0, width: $0.width, theme.spacing.hairline, theme[.hairline])
          })
      }
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
      item.keepsWithNext = !isLast && (index == 0 || index == cells.rows.count - 2)
      items.append(item)
    }
    return items
  }

  private func geometry(
    of table: TableBlock, _ cells: ShapedTable, width: Double
  ) -> TableGeometry {
    let count = table.columns.count
    let gaps = gaps(of: table, width: width)
    let (needs, tails) = cells.needs(columns: count)
    let room = width - gaps.reduce(0, +)
    let layout = TableLayout(table.columns.map(\.width), needs: needs, in: room)
    if layout.breaksWords {
      warn(
        "table.width",
        "the words of a table don't fit into its columns and were broken, at \(Self.shown(width))",
        hints: ["leave out a column, make its text shorter, or give the table more room"])
    }
    var x = 0.0
    let lefts = layout.widths.enumerated().map { index, columnWidth in
      defer { x += columnWidth + (index < gaps.count ? gaps[index] : 0) }
      return x
    }
    return TableGeometry(
      lefts: lefts, widths: layout.widths, tails: tails,
      alignments: table.columns.map(\.alignment), width: width, gaps: gaps)
  }

  /// Numbers at the right of a column and words at the left of the next need more room between them.
  private func gaps(of table: TableBlock, width: Double) -> [Double] {
    let gap = theme.spacing.step * 1.3
    let gaps = zip(table.columns, table.columns.dropFirst()).map { column, next in
      [.right, .decimal].contains(column.alignment) && next.alignment == .left ? gap * 2 : gap
    }
    let most = width * 0.25
    let whole = gaps.reduce(0, +)
    return whole > most ? gaps.map { $0 * most / whole } : gaps
  }

  /// The head's titles stand on its rule.
  private func headItem(_ cells: [ShapedTable.Cell], _ geometry: TableGeometry) -> FlowItem {
    let (placed, height) = place(cells, geometry, isHead: true)
    let rule = theme.spacing.rule * 0.8
    return FlowItem(
      .box(
        [line(x: 0, y: height, width: geometry.width, rule, theme[.ink])]
          + placed.flatMap(\.self)), height: height + rule)
  }

  /// What stands above the rows on each further page: the caption with "(continued)", and the head again.
  private func repeatedHead(
    _ head: FlowItem, _ table: TableBlock, width: Double
  ) -> FlowBreaker.TableHead {
    var items: [FlowItem] = []
    if !table.caption.isEmpty {
      let words = table.caption + [.text(" " + document.strings[.continued])]
      let style = theme[.subtitle]
      let paragraph = makeParagraph(
        styledText(words, style), role: nil, leading: style.leading)
      items += lines(of: paragraph, width: width)
        .spaced(before: 0, after: theme.spacing.step / 2)
    }
    items.append(head)
    return FlowBreaker.TableHead(fragments: items.stacked, height: items.stackedHeight)
  }

  /// What a covering cell shows again at a page's head: all its lines if they fit into the row, else the first.
  private func continued(_ fragments: [Fragment], height: Double) -> [Fragment] {
    let room = height - theme.spacing.cell
    let fits = fragments.allSatisfy { $0.y + extent(of: $0) <= room + 0.01 }
    return fits ? fragments : Array(fragments.prefix(1))
  }

  private func line(
    x: Double, y: Double, width: Double, _ thickness: Double, _ color: Color
  ) -> Fragment {
    Fragment(x: x, y: y, .rect(Size(width: width, height: thickness), color, radius: 0))
  }

  // MARK: Cells

  /// Places a row's cells: the lines of each, their first baselines in line, and the row's height.
  private func place(
    _ row: [ShapedTable.Cell?], _ geometry: TableGeometry, isHead: Bool = false
  ) -> (cells: [[Fragment]], height: Double) {
    let padding = theme.spacing.cell
    let baseline = row.compactMap { $0?.paragraph.map { paragraphs[$0].baseline } }.max() ?? 0
    var cells = [[Fragment]](repeating: [], count: row.count)
    var heights = [Double](repeating: 0, count: row.count)
    for (index, cell) in row.enumerated() {
      guard let cell, let number = cell.paragraph else { continue }
      let lines = lines(of: cell, width: geometry.widths[index])
      let leading = paragraphs[number].leading
      let top = isHead ? 0 : baseline - paragraphs[number].baseline
      cells[index] = lines.enumerated().map { count, line in
        Fragment(
          x: geometry.lefts[index]
            + shift(line, of: cell, geometry, index, isNumber: !isHead && lines.count == 1),
          y: padding + top + Double(count) * leading,
          .line(paragraph: number, clusters: line.clusters))
      }
      heights[index] = top + Double(lines.count) * leading
    }
    let height = max(heights.max() ?? 0, isHead ? 0 : theme[.table].leading)
    if isHead {
      for index in cells.indices {
        cells[index] = cells[index].map { $0.offset(x: 0, y: height - heights[index]) }
      }
    }
    return (cells, height + 2 * padding)
  }

  private func lines(of cell: ShapedTable.Cell, width: Double) -> [LineBreaker.Line] {
    if let line = cell.line, line.width <= width { return [line] }
    return cell.paragraph.map { LineBreaker(paragraphs[$0].text).lines(width: width) } ?? []
  }

  /// How far a line stands from its column's left edge; in a column of numbers their points stand in line.
  private func shift(
    _ line: LineBreaker.Line, of cell: ShapedTable.Cell, _ geometry: TableGeometry, _ column: Int,
    isNumber: Bool
  ) -> Double {
    let left = geometry.widths[column] - line.width
    let shift =
      switch geometry.alignments[column] {
      case .left: 0.0
      case .center: left / 2
      case .right: left
      case .decimal: isNumber ? left - (geometry.tails[column] - cell.tail) : left
      }
    return max(shift, 0)
  }
}
