package import Formats
import Inputs

/// Prints a table as CSV (RFC 4180) in UTF-8: a header of field names, quotes where they are needed, lines that end with a
/// newline alone, as Unix tools expect.
package enum TableCSV {
  /// - Parameter language: The language of bilingual cells; nil gives each a column: `label_ko`, `label_en`.
  package static func text(_ table: Table, language: Language? = nil) -> String {
    let flat = FlatTable(table, language: language)
    var text = ""
    for row in [flat.columns.map(\.name)] + flat.rows.map({ $0.map(\.cellText) }) {
      // A line without anything on it would be no row.
      text += row == [""] ? "\"\"" : row.map(quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: \.needsQuotes) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension UInt8 {
  fileprivate var needsQuotes: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
