import Diagnostics
import Documents
import Formats
import Inputs

/// Writes a report from the shape of some data: it renders at once, and is meant to be edited.
package struct NewReportJob: Sendable {
  /// The folder that is made.
  package var folder: String
  package var data: DataBinding
  package var edition: Edition
  package var settings: RunSettings

  package init(
    folder: String, data: DataBinding, edition: Edition = .ko,
    settings: RunSettings = RunSettings()
  ) {
    self.folder = folder
    self.data = data
    self.edition = edition
    self.settings = settings
  }

  /// What a run wrote.
  package struct Outcome: Sendable {
    package var files: [String]
    /// The command that renders the report.
    package var next: String
  }

  package func run() throws(JobError) -> Outcome {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let writer = OutputWriter()
    guard !writer.exists("\(folder)/report.md") else {
      throw JobError(
        .input,
        [
          .error(
            "new.exists", "there is a report in \"\(folder)\" already",
            hints: ["choose another folder, or remove that one"])
        ])
    }
    let texts = try JobError.input { () throws(DiagnosticError) in try self.texts() }
    let files = texts.map {
      OutputWriter.File(Array($0.text.utf8), to: "\(folder)/\($0.name)")
    }
    do throws(OutputWriter.Fault) {
      try writer.write(files)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
    let arguments = data.files.map { file in
      "--data \(file.name.map { "\($0)=" } ?? "")\(file.path)"
    }
    return Outcome(
      files: files.map(\.path),
      next: "brief render \(folder) \(arguments.joined(separator: " ")) -o \(folder).pdf")
  }

  /// The files of the report by name: the draft's, and a schema of what it reads.
  private func texts() throws(DiagnosticError) -> [(name: String, text: String)] {
    let inputs = try self.inputs()
    let main = inputs.first { $0.name == nil }
    let draft = ReportDraft(
      name: title(main?.data.source.name), main: DataShape(localized(main)),
      inputs: inputs.compactMap { input in
        input.name.map { (name: $0, shape: DataShape(localized(input))) }
      }, language: edition.language)
    guard let main else { return draft.files }
    let schema = try schema(of: draft, reading: main, among: inputs)
    return draft.files + [("schema.json", JSONWriter.readable(schema) + "\n")]
  }

  private struct Input {
    /// Nil for the main one.
    var name: String?
    var data: Located
  }

  /// All data files read; what is wrong with any of them is said at once.
  private func inputs() throws(DiagnosticError) -> [Input] {
    let workspace = Workspace(roots: [], files: data.files.map(\.path))
    var inputs: [Input] = []
    var faults: [Diagnostic] = []
    for file in data.files {
      do throws(DiagnosticError) {
        let located = try workspace.data(at: file.path, data: data, limits: settings.limits)
        inputs.append(Input(name: file.name, data: located))
      } catch {
        faults += error.diagnostics
      }
    }
    if data.files.isEmpty {
      faults.append(
        .error(
          "new.data", "a new report is made for data, and none is given",
          hints: ["name a file: --data sales.json"]))
    }
    if !faults.isEmpty { throw DiagnosticError(faults) }
    return inputs
  }

  /// Translations as the edition reads them.
  private func localized(_ input: Input?) -> Value {
    input.map { Localization.read($0.data, in: edition.language).value } ?? .null
  }

  /// The schema of what the draft reads of the main input.
  private func schema(
    of draft: ReportDraft, reading main: Input, among inputs: [Input]
  ) throws(DiagnosticError) -> Value {
    let files = Dictionary(
      draft.files.map { ("/new/\($0.name)", $0.text) }, uniquingKeysWith: { $1 })
    let report = try ReportFolder.read(
      "/new", language: edition.language, workspace: Workspace(files: files),
      limits: settings.limits)
    var entries: [ReportData.Entry] = []
    for input in inputs {
      entries += ReportData.Entry.entries(
        of: localized(input), named: input.name, from: input.data.source)
    }
    let inspection = try report.inspect(ReportData(entries: entries))
    return InferredSchema(inspection).schema(
      of: DataShape(main.data.value), title: title(main.data.source.name))
  }

  /// What the data are called: the file's name, else the folder's.
  private func title(_ file: String?) -> String {
    let path = file.map { $0.hasPrefix("<") ? folder : $0 } ?? folder
    return Self.name(of: path)
  }

  /// A file's name without its folder and ending.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}
