import Diagnostics
import Formats
import Inputs

/// Why a cell can't be made.
struct DataTableCellFault: Error {
  /// What makes two faults the same: the column, and the colour's name where that is at fault.
  struct Key: Hashable {
    var place: SourceLocation?
    var color: String?
  }

  var key: Key
  var diagnostic: Diagnostic
}

extension DataTableReader {
  func cell(
    _ column: DataTableColumn, of row: Value, origin: Origin, _ graphics: DataTableGraphics
  ) throws(DataTableCellFault) -> TableBlock.Cell {
    let key = column.key.flatMap { DataTableColumn.member($0, of: row)?.string }
    if let key, theme.color(named: key) == nil {
      throw DataTableCellFault(
        key: .init(place: column.keyLocation, color: key),
        diagnostic: theme.unknownColor(key, at: column.keyLocation))
    }
    guard let value = column.value(of: row) else { return TableBlock.Cell([], key: key) }
    let place = column.path.segments.reduce(origin) { $0.appending($1) }
    var cell = TableBlock.Cell([], key: key)
    cell.graphic = try graphics.graphic(of: value, at: place)
    if column.sparklines != nil { return cell }
    do throws(FormatError) {
      cell.inlines =
        try printer.value(value, from: place, format: column.format)?.inlines ?? []
      return cell
    } catch {
      throw DataTableCellFault(
        key: .init(place: column.location),
        diagnostic: .error(
          "table.value", "a value of \"\(column.path.text)\" can't be printed: \(error.message)",
          at: column.location, notes: [place.note], hints: error.hints))
    }
  }
}
