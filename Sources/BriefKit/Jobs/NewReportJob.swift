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
    let draft = try JobError.input { () throws(DiagnosticError) in try self.draft() }
    let files = draft.files.map {
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

  private func draft() throws(DiagnosticError) -> ReportDraft {
    let workspace = Workspace(roots: [], files: data.files.map(\.path))
    var main = DataShape()
    var name = folder.split(separator: "/").last.map(String.init) ?? folder
    var inputs: [(name: String, shape: DataShape)] = []
    var faults: [Diagnostic] = []
    for file in data.files {
      do throws(DiagnosticError) {
        let located = try workspace.data(at: file.path, data: data, limits: settings.limits)
        // Translations are read as the edition reads them.
        let value = Localization.read(located, in: edition.language).value
        if let input = file.name {
          inputs.append((input, DataShape(value)))
        } else {
          main = DataShape(value)
          if file.path != "-" { name = Self.name(of: file.path) }
        }
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
    return ReportDraft(name: name, main: main, inputs: inputs, language: edition.language)
  }

  /// A file's name without its folder and ending.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}
