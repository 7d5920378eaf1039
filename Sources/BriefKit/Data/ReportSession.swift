import Diagnostics
import Documents
import Formats
import Inputs

extension DiagnosticError {
  /// Names that are unknown since no data was given at all.
  fileprivate var hintingAtData: DiagnosticError {
    var copy = self
    if let first = diagnostics.firstIndex(where: { $0.id == "template.unknown" }) {
      copy.diagnostics[first].hints.append("no data is given: name the file with --data FILE")
    }
    return copy
  }
}

/// One run's way to a report: where its files may lie, and what it is bound to.
struct ReportSession {
  let path: String
  let home: Home
  let workspace: Workspace
  private let data: DataBinding
  private let settings: RunSettings

  /// A report in one language with what it shows.
  struct Edition {
    var report: ReportFolder
    var data: ReportData
    var document: Document
    var warnings: [Diagnostic]
  }

  /// Finds the report; no file of it is read yet.
  init(
    _ report: String, data: DataBinding, settings: RunSettings
  ) throws(DiagnosticError) {
    home = try Home.find(given: settings.home)
    workspace = Workspace(
      roots: [report, home.path] + settings.fontFolders, files: data.files.map(\.path))
    path = try ReportPath.find(report, home: home, workspace: workspace)
    self.data = data
    self.settings = settings
  }

  /// Reads the report's own files.
  ///
  /// - Parameter language: Nil takes the report's own.
  func read(
    _ language: Language?, _ timings: inout Timings
  ) throws(DiagnosticError) -> ReportFolder {
    try timings.measure("report") { () throws(DiagnosticError) in
      try ReportFolder.read(
        path, language: language, workspace: workspace, limits: settings.limits)
    }
  }

  /// Reads the data under the names that the report knows.
  func load(
    _ report: ReportFolder, _ timings: inout Timings
  ) throws(DiagnosticError) -> DataLoader.Loaded {
    try timings.measure("data") { () throws(DiagnosticError) in
      try DataLoader(workspace: workspace, limits: settings.limits).load(data, for: report)
    }
  }

  /// Reads the data and binds the report to it.
  func bind(_ report: ReportFolder, _ timings: inout Timings) throws(DiagnosticError) -> Edition {
    let loaded = try load(report, &timings)
    let (document, warnings) = try timings.measure("bind") { () throws(DiagnosticError) in
      do throws(DiagnosticError) {
        return try report.bind(loaded.data)
      } catch {
        throw data.files.isEmpty ? error.hintingAtData : error
      }
    }
    return Edition(
      report: report, data: loaded.data, document: document, warnings: loaded.warnings + warnings)
  }
}
