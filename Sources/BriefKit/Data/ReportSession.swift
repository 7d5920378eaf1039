import CairoRendering
import Diagnostics
import Documents
import Formats
import Graphics
import Inputs
import VegaLite

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

/// The way to a report: where its files may lie, what it is bound to, and what is read once however often it is bound.
struct ReportSession {
  let path: String
  let home: Home
  let workspace: Workspace
  private var data: DataBinding
  private let settings: RunSettings
  /// The format of data whose names tell none.
  var dataFormat: DataFormat? { data.format }
  /// Nil until an edition asks for data.
  private(set) var files: DataLoader.Files?
  /// The report's own files as they were read, by the language that was asked for.
  private var folders: [Language?: ReportFolder] = [:]
  private var library: FontLibrary?
  private var knownShaper: (any TextShaper)?
  /// Charts that were drawn for earlier documents, with the shaper above.
  let charts = ChartMemo()

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
  mutating func read(
    _ language: Language?, _ timings: inout Timings
  ) throws(DiagnosticError) -> ReportFolder {
    if let known = folders[language] { return known }
    let (path, workspace, limits) = (path, workspace, settings.limits)
    let folder = try timings.measure("report") { () throws(DiagnosticError) in
      try ReportFolder.read(path, language: language, workspace: workspace, limits: limits)
    }
    folders[language] = folder
    folders[folder.language] = folder
    return folder
  }

  /// The fonts that the report may be set in.
  mutating func fonts(_ timings: inout Timings) throws(DiagnosticError) -> FontLibrary {
    if let library { return library }
    let (path, home, workspace, given) = (path, home, workspace, settings.fontFolders)
    let fonts = try timings.measure("fonts") { () throws(DiagnosticError) in
      try FontFolders.library(report: path, given: given, home: home, workspace: workspace)
    }
    library = fonts
    return fonts
  }

  /// A shaper over these fonts, all of which it can open.
  mutating func shaper(over fonts: FontLibrary) throws(DiagnosticError) -> any TextShaper {
    if let knownShaper { return knownShaper }
    let shaper = try FontFolders.shaper(over: fonts)
    knownShaper = shaper
    return shaper
  }

  /// Reads the data files now, so that their faults are known before there is anything to bind.
  mutating func readFiles(for report: ReportFolder) throws(DiagnosticError) {
    let read = try DataLoader(workspace: workspace, limits: settings.limits).read(data, for: report)
    if read.faults.hasErrors { throw DiagnosticError(read.faults) }
    files = read
  }

  /// Takes a value for the main input, in place of a file or of an earlier value.
  ///
  /// - Parameter name: What its file would be called.
  mutating func take(main value: Located, named name: String) {
    let argument = DataArgument(path: name)
    files?.take(main: value, argument)
    data.files = data.files.filter { $0.name != nil } + [argument]
  }

  /// Reads the data under the names that the report knows.
  mutating func load(
    _ report: ReportFolder, checksSchema: Bool = true, _ timings: inout Timings
  ) throws(DiagnosticError) -> DataLoader.Loaded {
    let loader = DataLoader(workspace: workspace, limits: settings.limits)
    let (known, data) = (files, data)
    let (files, loaded) = try timings.measure("data") { () throws(DiagnosticError) in
      let files = if let known { known } else { try loader.read(data, for: report) }
      return (
        files, try loader.load(files, of: data, for: report, checksSchema: checksSchema)
      )
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
