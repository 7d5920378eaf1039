import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A table with its caption above and its note below; each row is one item of the flow.
  func table(_ table: TableBlock, width: Double) -> [FlowItem] {
    guard !table.columns.isEmpty else { return [] }
    structure.begin(Structure.Node(.table))
    var items = paragraph(
      table.caption, theme[.caption], width: width, at: table.location, role: .caption)
    // A table's only children are its rows and caption, so the subtitle belongs to the caption.
    items += paragraph(
      table.subtitle, theme[.subtitle], width: width, at: table.location, role: .caption)
    items = items.map { item in
      var item = item
      item.keepsWithNext = true
      return item
    }
    let cells = shapedCells(table)
    items += rows(table, cells, width: width)
    structure.end()
    if !table.note.isEmpty, let last = items.indices.last {
      items[last].keepsWithNext = true
      items += paragraph(table.note, theme[.note], width: width, at: table.location)
    }
    return items.spaced(before: theme.spacing.step, after: theme.spacing.block)
  }

  private struct ShapedCell {
    var paragraph: Paragraph
    var isEmpty: Bool
    var keyWidth: Double
    var natural: Double
    var least: Double
    /// The width from the decimal point on.
    var fraction: Double
  }

  private struct ShapedTable {
    var head: [ShapedCell]
    var rows: [[ShapedCell?]]
  }

  private var columnGap: Double { theme.spacing.step * 1.3 }

  // MARK: Shaping

  private func shapedCells(_ table: TableBlock) -> ShapedTable {
    var headStyle = theme[.tableHead]
    headStyle.leading = theme[.tableHead].leading
    let hasHead = table.columns.contains { !$0.title.isEmpty }
    var head: [ShapedCell] = []
    if hasHead {
      structure.begin(Structure.Node(.tableHead))
      structure.begin(Structure.Node(.tableRow))
      head = table.columns.map { column in
        shapedCell(
          column.title, key: nil, headStyle, Structure.Node(.tableHeaderCell, scope: .column),
          isDecimal: false, at: table.location)
      }
      structure.end()
      structure.end()
    }
    structure.begin(Structure.Node(.tableBody))
    defer { structure.end() }
    let styles = table.columns.map { column in
      column.style.flatMap(theme.style(named:)) ?? theme[.table]
    }
    let rows = table.rows.map { row -> [ShapedCell?] in
      structure.begin(Structure.Node(.tableRow))
      defer { structure.end() }
      return row.indices.map { index in
        let cell = row[index]
        guard cell.rowSpan > 0 else { return nil }
        let isHead = table.hasRowHeads && index == 0
        var node = Structure.Node(
          isHead ? .tableHeaderCell : .tableCell, scope: isHead ? .row : nil)
        node.rowSpan = cell.rowSpan
        return shapedCell(
          cell.inlines, key: cell.key, styles[index], node,
          isDecimal: table.columns[index].alignment == .decimal, at: table.location)
      }
    }
    return ShapedTable(head: head, rows: rows)
  }

  private func shapedCell(
    _ inlines: [Inline], key: String?, _ style: Theme.Style, _ node: Structure.Node,
    isDecimal: Bool, at location: SourceLocation?
  ) -> ShapedCell {
    var text = StyledText()
    if let color = key.flatMap(theme.color(named:)) { text.append(key: color) }
    append(inlines, textStyle(style), to: &text)
    let paragraph = makeParagraph(text, role: node, leading: style.leading, at: location)
    let breaker = LineBreaker(paragraph.text)
    let keyWidth = paragraph.keyWidth(in: 0..<paragraph.text.clusters.count)
    return ShapedCell(
      paragraph: paragraph, isEmpty: text.isEmpty, keyWidth: keyWidth,
      natural: breaker.naturalWidth + keyWidth, least: breaker.widestWord + keyWidth,
      fraction: isDecimal ? Self.fractionWidth(paragraph.text) : 0)
  }

  private static func fractionWidth(_ text: ShapedText) -> Double {
    let bytes = Array(text.text.utf8)
    guard let point = bytes.lastIndex(of: UInt8(ascii: ".")), point + 1 < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[point + 1])
    else { return 0 }
    return text.clusters.reduce(0) { sum, cluster in
      Int(cluster.start) >= point ? sum + cluster.advance : sum
    }
  }

  // MARK: Laying out

  private func rows(_ table: TableBlock, _ cells: ShapedTable, width: Double) -> [FlowItem] {
    let gap = columnGap
    let count = table.columns.count
    var needs = [TableLayout.Need](repeating: .init(), count: count)
    var fractions = [Double](repeating: 0, count: count)
    for row in [cells.head.map(Optional.some)] + cells.rows {
      for (index, cell) in row.enumerated() where index < count {
        guard let cell else { continue }
        needs[index].least = max(needs[index].least, cell.least)
        needs[index].natural = max(needs[index].natural, cell.natural + 0.02)
        fractions[index] = max(fractions[index], cell.fraction)
      }
    }
    let room = width - gap * Double(count - 1)
    let (widths, isTooNarrow) = TableLayout.widths(
      of: table.columns.map(\.width), needs: needs, in: room)
    if isTooNarrow {
      diagnostics.append(
        .warning(
          "table.width", "the table is wider than the \(Self.shown(width)) it stands in",
          at: table.location,
          hints: ["words were broken; leave out a column, or make its text shorter"]))
    }
    var x = 0.0
    let lefts = widths.map { columnWidth in
      defer { x += columnWidth + gap }
      return x
    }
    let geometry = Geometry(
      lefts: lefts, widths: widths, fractions: fractions, width: width,
      alignments: table.columns.map(\.alignment))
    return flowItems(table, cells, geometry)
  }

  private struct Geometry {
    var lefts: [Double]
    var widths: [Double]
    var fractions: [Double]
    var width: Double
    var alignments: [TableBlock.Alignment]
  }

  private func flowItems(
    _ table: TableBlock, _ cells: ShapedTable, _ geometry: Geometry
  ) -> [FlowItem] {
    var items: [FlowItem] = []
    var number: Int?
    if !cells.head.isEmpty {
      var head = rowItem(cells.head.map(Optional.some), geometry, isHead: true)
      if case .box(let fragments) = head.content {
        number = addTable(head: .init(fragments: fragments, height: head.height))
      }
      head.keepsWithNext = true
      head.table = number
      items.append(head)
    }
    var spanned: Fragment?
    for (index, row) in cells.rows.enumerated() {
      var item = rowItem(row, geometry, isHead: false)
      item.table = number
      let startsGroup = table.rows[index].allSatisfy { $0.rowSpan > 0 }
      if index > 0 {
        let from = startsGroup ? 0 : geometry.lefts.dropFirst().first ?? 0
        item = item.adding([
          line(x: from, y: 0, width: geometry.width - from, theme.spacing.hairline, theme[.hairline])
        ])
      }
      if startsGroup {
        spanned = item.firstLine
      } else if let spanned {
        item.continuation = [spanned]
      }
      if index == 0 || index == cells.rows.count - 2 { item.keepsWithNext = true }
      if index == cells.rows.count - 1 {
        item = item.adding([
          line(
            x: 0, y: item.height, width: geometry.width, theme.spacing.rule * 0.8, theme[.ink])
        ])
        item.height += theme.spacing.rule * 0.8
        item.keepsWithNext = false
      }
      items.append(item)
    }
    return items
  }

  private func line(
    x: Double, y: Double, width: Double, _ thickness: Double, _ color: Color
  ) -> Fragment {
    Fragment(x: x, y: y, .rect(Size(width: width, height: thickness), color, radius: 0))
  }

  private func rowItem(
    _ row: [ShapedCell?], _ geometry: Geometry, isHead: Bool
  ) -> FlowItem {
    let padding = theme.spacing.cell
    var fragments: [Fragment] = []
    var height = 0.0
    for (index, cell) in row.enumerated() where index < geometry.widths.count {
      guard let cell, !cell.isEmpty else { continue }
      let width = geometry.widths[index]
      let alignment = geometry.alignments[index]
      let lines = LineBreaker(cell.paragraph.text).lines(width: max(width - cell.keyWidth, 1))
      let paragraph = add(cell.paragraph)
      for (number, line) in lines.enumerated() {
        let shift: Double
        switch alignment {
        case .left: shift = 0
        case .center: shift = (width - line.width - cell.keyWidth) / 2
        case .right: shift = width - line.width - cell.keyWidth
        case .decimal:
          let tail = isHead || lines.count > 1 ? 0 : geometry.fractions[index] - cell.fraction
          shift = width - line.width - cell.keyWidth - tail
        }
        fragments.append(
          Fragment(
            x: geometry.lefts[index] + shift,
            y: padding + Double(number) * cell.paragraph.leading,
            .line(paragraph: paragraph, clusters: line.clusters)))
      }
      height = max(height, Double(lines.count) * cell.paragraph.leading)
    }
    if height == 0 { height = theme[.table].leading }
    var item = FlowItem(.box(fragments), height: height + 2 * padding)
    if isHead {
      let rule = theme.spacing.rule * 0.8
      item = item.adding([
        line(x: 0, y: item.height, width: geometry.width, rule, theme[.ink])
      ])
      item.height += rule
    }
    return item
  }
}

extension FlowItem {
  /// The first line of text in the item's box.
  fileprivate var firstLine: Fragment? {
    guard case .box(let fragments) = content else { return nil }
    return fragments.first {
      if case .line = $0.content { true } else { false }
    }
  }
}
