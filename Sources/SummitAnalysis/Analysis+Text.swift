package import Diagnostics
package import Formats
import Inputs
import SummitData
import Tables

/// How an analysis is printed.
package enum AnalysisFormat: String, Sendable, CaseIterable {
  case text, json, csv
}

extension Analysis {
  /// Prints all tables, or one.
  ///
  /// - Parameter language: The language of text; JSON and CSV hold both.
  package func printed(
    as format: AnalysisFormat, table name: AnalysisTable.Name? = nil, language: Language
  ) throws(DiagnosticError) -> String {
    let tables = tables.filter { name == nil || $0.name == name }
    switch format {
    case .text: return tables.map { $0.text(in: language) }.joined(separator: "\n")
    case .json:
      let table = name.flatMap { self[$0]?.table }
      return table.map(TableJSON.text) ?? JSONWriter.readable(value) + "\n"
    case .csv:
      guard tables.count == 1, let table = tables.first?.table else {
        let names = AnalysisTable.Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw DiagnosticError(
          .error(
            "analysis.csv", "a CSV file holds one table, the analysis has \(tables.count)",
            hints: ["name one: \(names)"]))
      }
      return TableCSV.text(table)
    }
  }
}

extension AnalysisTable {
  /// The title, the table, and the note below it.
  package func text(in language: Language) -> String {
    let title = "\(title[language] ?? name.rawValue) (\(name.rawValue))\n\n"
    let note = note?[language].map { "\n\($0)\n" } ?? ""
    return title + TableText.text(readable, language: language) + note
  }

  /// The table without the codes and days that stand beside their labels and texts, and without what only templates
  /// read.
  private var readable: Table {
    let names = Set(table.columns.map(\.name))
    let kept = table.columns.indices.filter { position in
      let name = table.columns[position].name
      return name != "cite" && !names.contains("\(name)_label") && !names.contains("\(name)_text")
    }
    return Table(
      columns: kept.map { table.columns[$0] }, rows: table.rows.map { row in kept.map { row[$0] } })
  }
}
