import Diagnostics
package import Formats
import Inputs

/// Prints a table for a terminal: columns aligned, numbers to the right, East Asian text counted at its width.
package enum TableText {
  /// - Parameter language: The language of titles and bilingual cells.
  /// - Returns: Lines that each end with a newline.
  package static func text(_ table: Table, language: Language) -> String {
    let flat = FlatTable(table, language: language)
    let head = flat.columns.map { ($0.title?[language] ?? $0.name).visible }
    let rows = flat.rows.map { $0.map { $0.cellText.visible } }
    let isNumeric = flat.columns.indices.map { column in
      flat.rows.contains { $0[column].number != nil }
        && flat.rows.allSatisfy { $0[column].number != nil || $0[column].isNull }
    }
    var widths = head.map(\.terminalColumns)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.terminalColumns)
      }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([head, rule] + rows).map { cells in
      line(cells, widths, isNumeric) + "\n"
    }.joined()
  }

  private static func line(_ cells: [String], _ widths: [Int], _ isNumeric: [Bool]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: widths[column] - cell.terminalColumns)
      if column > 0 { line += "  " }
      line += isNumeric[column] ? space + cell : cell + space
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
