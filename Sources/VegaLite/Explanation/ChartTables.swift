import Inputs
import Tables

/// The data behind a chart's marks as tables, for those who want the figures themselves.
///
/// Views that show the same rows and columns, such as bars and the labels on them, share a table.
struct ChartTables {
  let node: ViewNode
  let run: ChartRun

  var tables: [Table] {
    var figures: [ShownFigures] = []
    for (unit, facets) in Self.units(node, within: []) {
      guard let shown = self.figures(unit, facets) else { continue }
      if let place = figures.firstIndex(where: { $0.isJoined(with: shown) }) {
        figures[place].join(shown)
      } else {
        figures.append(shown)
      }
    }
    // What several marks show of the same things, such as the parts of a box plot, stands before what one of them does.
    let ordered = figures.filter { $0.parts > 1 } + figures.filter { $0.parts == 1 }
    var tables: [Table] = []
    for table in ordered.map(\.table) {
      if let place = tables.firstIndex(where: { $0.covers(table) }) {
        if !table.covers(tables[place]) { continue }
      } else if let place = tables.firstIndex(where: { table.covers($0) }) {
        tables[place] = table
      } else {
        tables.append(table)
      }
    }
    return tables.map { ShownNumber.rounded($0) }
  }

  /// All views with a mark, and the fields that divide them into cells.
  private static func units(
    _ node: ViewNode, within facets: [ChannelDefinition]
  ) -> [(unit: UnitNode, facets: [ChannelDefinition])] {
    switch node {
    case .group(let group): group.units.map { ($0, facets) }
    case .concat(let concat): concat.children.flatMap { units($0, within: facets) }
    case .facet(let facet):
      units(facet.child, within: facets + facet.facet.channels.fields)
    }
  }

  /// The columns that a view shows, under the titles that its guides give them.
  private func figures(_ node: UnitNode, _ facets: [ChannelDefinition]) -> ShownFigures? {
    var rows = node.data.marks
    if let bins = node.unit.encoding.fields.first(where: \.isBinning), rows.has(bins.column) {
      // Classes come as their first rows did; readers look for them in order.
      let starts = rows.cells(bins.column).map { $0.isNull ? .infinity : $0.asNumber }
      rows = rows.selecting(starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) })
    }
    var figures = ShownFigures()
    func add(_ path: FieldPath, _ definition: ChannelDefinition) {
      guard rows.has(path) else { return }
      figures.add(
        .init(
          column: path.name, title: FieldTitle.seen(definition, run),
          isKey: isKey(definition, node.unit.encoding),
          cells: cells(rows.cells(path), definition)))
    }
    for definition in facets + node.unit.encoding.fields where definition.type != .geojson {
      add(definition.column, definition)
      if definition.isBinning { add(definition.endColumn, definition) }
    }
    return figures.columns.isEmpty ? nil : figures
  }

  /// Whether a channel names things; the second end of an interval is what its first end is.
  private func isKey(_ definition: ChannelDefinition, _ encoding: Encoding) -> Bool {
    let main = encoding[definition.channel.main] ?? definition
    return main.type.isDiscrete && definition.aggregate == nil
  }

  /// Parts of dates as they are written, since "March" isn't a day of a year; all else as it is.
  private func cells(_ cells: [Datum], _ definition: ChannelDefinition) -> [Datum] {
    guard definition.timeUnit != nil else { return cells }
    let formatter = ValueFormatter(definition: definition, run: run)
    return cells.map { $0.isNull ? .null : .string(formatter.text($0)) }
  }
}

extension Table {
  /// Whether every column of another table is one of this, cell by cell.
  fileprivate func covers(_ other: Table) -> Bool {
    guard rows.count == other.rows.count else { return false }
    return other.columns.enumerated().allSatisfy { position, column in
      guard let mine = columnIndex(column.name) else { return false }
      return zip(rows, other.rows).allSatisfy { $0[mine] == $1[position] }
    }
  }
}
