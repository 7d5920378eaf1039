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
  /// The format of data whose names tell none.
  var dataFormat: DataFormat? { data.format }
  /// Nil until an edition asks for data.
  private(set) var files: DataLoader.Files?

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
  mutating func load(
    _ report: ReportFolder, _ timings: inout Timings
  ) throws(DiagnosticError) -> DataLoader.Loaded {
    let loader = DataLoader(workspace: workspace, limits: settings.limits)
    let (known, data) = (files, data)
    let (files, loaded) = try timings.measure("data") { () throws(DiagnosticError) in
      let files = if let known { known } else { try loader.read(data, for: report) }
      return (files, try loader.load(files, of: data, for: report))
    }
    self.files = files
    return loaded
  }

  /// Reads the data and binds the report to it.
  mutating func bind(
    _ report: ReportFolder, _ timings: inout Timings
  ) throws(DiagnosticError) -> (document: Document, warnings: [Diagnostic]) {
    let loaded = try load(report, &timings)
    let hasData = !data.files.isEmpty
    let (document, warnings) = try timings.measure("bind") { () throws(DiagnosticError) in
      do throws(DiagnosticError) {
        return try report.bind(loaded.data)
      } catch {
        throw hasData ? error : error.hintingAtData
      }
    }
    return (document, loaded.warnings + warnings)
  }
}
