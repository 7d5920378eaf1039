import Diagnostics
import Formats
import Inputs
import SummitAnalysis
import SummitData
import Tables

/// Counts and compares summits and prints the tables.
package struct AnalyzeJob: Sendable {
  /// How tables are printed.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    /// Aligned columns, for reading.
    case text
    case json
    case csv
  }

  /// The summit's file, or `-` for standard input.
  package var summit: String
  /// Files of summits to compare it with.
  package var others: [String]
  /// One table by its name; nil prints all that have rows.
  package var table: String?
  package var format: Format
  /// Nil is Korean for text; CSV then has a column for each language.
  package var edition: Edition?
  package var settings: RunSettings

  package init(
    summit: String, others: [String] = [], table: String? = nil, format: Format = .text,
    edition: Edition? = nil, settings: RunSettings = RunSettings()
  ) {
    self.summit = summit
    self.others = others
    self.table = table
    self.format = format
    self.edition = edition
    self.settings = settings
  }

  package func run() throws(JobError) -> PrintedResult {
    let name = try chosenTable()
    return try JobError.input { () throws(DiagnosticError) in
      let workspace = Workspace(roots: [], files: [summit] + others)
      var diagnostics: [Diagnostic] = []
      var summits: [Summit] = []
      for path in [summit] + others {
        do throws(DiagnosticError) {
          let input = try workspace.data(at: path, limits: settings.limits)
          let (summit, warnings) = try Summit.decode(input)
          summits.append(summit)
          diagnostics += warnings
        } catch {
          diagnostics += error.diagnostics
        }
      }
      guard let first = summits.first, !diagnostics.hasErrors else {
        throw DiagnosticError(diagnostics)
      }
      let analysis = try Analysis(first, comparedWith: Array(summits.dropFirst()))
      return PrintedResult(
        text: name.flatMap { analysis[$0] }.map(print) ?? print(analysis), warnings: diagnostics)
    }
  }

  private func chosenTable() throws(JobError) -> AnalysisTable.Name? {
    let known = AnalysisTable.Name.allCases.map(\.rawValue)
    guard let table else {
      guard format != .csv else {
        throw JobError(
          .usage,
          [
            .error(
              "usage.table", "CSV holds one table, and none is named",
              hints: ["name it: --table NAME", "known here: \(known.joined(separator: ", "))"])
          ])
      }
      return nil
    }
    guard let name = AnalysisTable.Name(rawValue: table) else {
      throw JobError(
        .usage,
        [
          .error(
            "usage.table", "there is no table \"\(table)\"",
            hints: Suggestion.hints(for: table, in: known))
        ])
    }
    return name
  }

  private func print(_ table: AnalysisTable) -> String {
    switch format {
    case .text: text(table)
    case .json: TableJSON.text(table.table)
    case .csv: TableCSV.text(table.table, language: edition?.language)
    }
  }

  private func print(_ analysis: Analysis) -> String {
    switch format {
    case .json: JSONWriter.readable(analysis.value) + "\n"
    case .text, .csv:
      analysis.tables.filter { !$0.table.rows.isEmpty }.map(text).joined(separator: "\n")
    }
  }

  /// The table under its title, with what its reader must know below it.
  private func text(_ table: AnalysisTable) -> String {
    table.text(in: edition?.language ?? .ko)
  }
}
