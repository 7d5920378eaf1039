import Inputs
import Tables

/// The data behind a chart's marks as tables, for those who want the figures themselves.
///
/// Views that show the same rows and columns, such as bars and the labels on them, share a table.
struct ChartTables {
  let node: ViewNode
  let run: ChartRun

  var tables: [Table] {
    var tables: [Table] = []
    for (unit, facets) in Self.units(node, within: []) {
      guard let table = table(unit, facets) else { continue }
      if let place = tables.firstIndex(where: { $0.covers(table) }) {
        if !table.covers(tables[place]) { continue }
      } else if let place = tables.firstIndex(where: { table.covers($0) }) {
        tables[place] = table
      } else {
        tables.append(table)
      }
    }
    return tables
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
  private func table(_ node: UnitNode, _ facets: [ChannelDefinition]) -> Table? {
    let rows = node.data.marks
    var columns: [(name: String, cells: [Datum])] = []
    var shown: Set<String> = []
    func add(_ path: FieldPath, _ definition: ChannelDefinition) {
      let title = FieldTitle.seen(definition, run)
      guard rows.has(path), shown.insert(path.name).inserted else { return }
      var name = title
      var number = 2
      while columns.contains(where: { $0.name == name }) {
        name = "\(title) \(number)"
        number += 1
      }
      columns.append((name, cells(rows.cells(path), definition)))
    }
    for definition in facets + node.unit.encoding.fields where definition.type != .geojson {
      add(definition.column, definition)
      if definition.isBinning { add(definition.endColumn, definition) }
    }
    return columns.isEmpty ? nil : Table(Frame(columns))
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
