import Documents
import Graphics

extension Composer {
  /// A table with its caption above and its note below; each row is one item of the flow.
  func table(_ table: TableBlock, width: Double) -> [FlowItem] {
    guard !table.columns.isEmpty else { return [] }
    var table = table
    if table.tooWide == .landscape, !isTurned, isTooWide(table, width: width) {
      if nesting == 1 {
        table.tooWide = .shrink
        return turned(.landscape) {
          var items = self.table(table, width: sheet.textWidth)
          for index in items.indices { items[index].isTurned = true }
          return items
        }
      }
      warn(
        "table.landscape", "a table inside another block can't turn its page",
        hints: ["put it outside of all blocks, or write \"wide: shrink\""])
    }
    // Tints part rows as lines do; both are wanted only by those who say so.
    table.rules =
      table.rules ?? (table.isStriped == true ? TableBlock.Rules.none : nil) ?? theme.tableRules
    table.isStriped = table.isStriped ?? theme.stripesTables
    table.rules = table.rules ?? (table.isStriped == true ? TableBlock.Rules.none : .rows)
    structure.begin(Structure.Node(.table))
    var items = caption(of: table, width: width)
    for index in items.indices { items[index].keepsWithNext = true }
    items += rows(of: table, width: width)
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
      table.caption, number: table.number.map { (.table, $0) }, width: width, role: role)
      + paragraph(table.subtitle, theme[.subtitle], width: width, role: role)
  }

  // MARK: Fitting

  /// Less than this of its usual size, and type is hard to read.
  private static let leastScale = 0.8

  /// Whether the words of its columns don't fit into a width.
  private func isTooWide(_ table: TableBlock, width: Double) -> Bool {
    let known = (structure, diagnostics)
    defer { (structure, diagnostics) = known }
    return geometry(of: table, shaped(table, scale: 1), width: width).need > 1
  }

  /// The table shaped and its columns placed; what is too wide is treated as its author asks.
  func fitted(_ table: TableBlock, width: Double) -> (ShapedTable, TableGeometry) {
    let before = structure
    let shaped = self.shaped(table, scale: 1)
    let (geometry, need) = geometry(of: table, shaped, width: width)
    guard need > 1 else { return (shaped, geometry) }
    guard table.tooWide != .error else {
      fail(
        "table.width",
        "the words of a table don't fit into its columns, at \(Self.shown(width))",
        hints: ["leave out a column, or write \"wide: shrink\""])
      return (shaped, geometry)
    }
    structure = before
    let known = diagnostics
    let smaller = self.shaped(table, scale: max(1 / need, Self.leastScale))
    // What is wrong in its cells has been said.
    diagnostics = known
    let (narrow, rest) = self.geometry(of: table, smaller, width: width)
    if rest > 1 {
      warn(
        "table.width",
        "the words of a table don't fit into its columns and were broken, at \(Self.shown(width))",
        hints: ["leave out a column, make its text shorter, or give the table more room"])
    } else {
      let percent = Int((smaller.scale * 100).rounded())
      warn(
        "table.shrunk",
        "a table is too wide for \(Self.shown(width)), and its type was set at \(percent) %",
        hints: ["leave out a column, make its text shorter, or give the table more room"])
    }
    return (smaller, narrow)
  }

  /// Where the columns stand, and how much more room than they have the widest words need: 1 or less where all fit.
  private func geometry(
    of table: TableBlock, _ cells: ShapedTable, width: Double
  ) -> (TableGeometry, need: Double) {
    let gaps = gaps(of: table, width: width)
    let needs = cells.needs(of: table.columns, gaps: gaps, extra: carriedSamples(of: table, cells))
    let inset = table.hasGrounds ? theme.spacing.step * 0.6 : 0
    let room = width - gaps.reduce(0, +) - 2 * inset
    let layout = TableLayout(
      table.columns.map(\.width), needs: needs.columns,
      bounds: table.columns.map { .init(least: $0.least, most: $0.most) }, in: room)
    var x = inset
    let lefts = layout.widths.enumerated().map { index, columnWidth in
      defer { x += columnWidth + (index < gaps.count ? gaps[index] : 0) }
      return x
    }
    let geometry = TableGeometry(
      lefts: lefts, widths: layout.widths, tails: needs.tails, numbers: needs.numbers,
      alignments: table.columns.map(\.alignment), width: width, gaps: gaps)
    guard layout.breaksWords else { return (geometry, 1) }
    let least = needs.columns.reduce(0) { $0 + $1.least }
    return (geometry, max(least / max(room, 1), 1.000_001))
  }

  /// Numbers at the right of a column and words at the left of the next need more room between them.
  private func gaps(of table: TableBlock, width: Double) -> [Double] {
    let gap = theme.spacing.step * 1.3
    let gaps = zip(table.columns, table.columns.dropFirst()).map { column, next in
      // A bar's end must not touch the number behind it.
      if column.barZero != nil { return gap * 1.8 }
      return [.right, .decimal].contains(column.alignment) && next.alignment == .left
        ? gap * 2 : gap
    }
    let most = width * 0.25
    let whole = gaps.reduce(0, +)
    return whole > most ? gaps.map { $0 * most / whole } : gaps
  }
}

extension TableBlock {
  /// Whether anything in it stands on a ground, which needs a margin beside the words.
  fileprivate var hasGrounds: Bool {
    isStriped == true || rules == .columns
      || rows.contains { row in
        row.look?.ground != nil || row.cells.contains { $0.look?.ground != nil }
      }
  }
}
