package import Diagnostics
import Documents
import Inputs
import SummitData

/// Finds all that is wrong with a report or a data file, and writes nothing.
package struct ValidateJob: Sendable {
  /// What a data file shall hold, beyond being well formed.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case summit
  }

  /// A report's folder or name, or a data file.
  package var path: String
  /// Data for the report; without any, only the report's own files are read.
  package var data: DataBinding
  /// Without a word of which, all editions are checked, and that they say the same.
  package var editions: EditionChoice
  /// Nil checks a data file's syntax alone.
  package var subject: Subject?
  /// A JSON Schema to hold a data file against; a report has its own.
  package var schema: SchemaArgument?
  package var settings: RunSettings

  package init(
    path: String, data: DataBinding = DataBinding(), editions: EditionChoice = .all,
    subject: Subject? = nil, schema: SchemaArgument? = nil,
    settings: RunSettings = RunSettings()
  ) {
    self.path = path
    self.data = data
    self.editions = editions
    self.subject = subject
    self.schema = schema
    self.settings = settings
  }

  /// What a run found beside errors, which are thrown.
  package struct Outcome: Sendable {
    package var warnings: [Diagnostic]
    package var timings: Timings
  }

  package func run() throws(JobError) -> Outcome {
    let file = Workspace(roots: [], files: [path])
    if path == "-" || file.exists(path) && !file.isFolder(path) {
      guard data.files.isEmpty else { throw Self.fileWithData(path) }
      return try JobError.input { () throws(DiagnosticError) in try checkFile(file) }
    }
    if schema != nil { throw SchemaArgument.isNotForReport(path) }
    if let subject {
      throw JobError(
        .usage,
        [
          .error(
            "usage.subject", "\"\(path)\" is no data file to check as a \(subject.rawValue)",
            hints: ["name the file itself"])
        ])
    }
    return try JobError.input { () throws(DiagnosticError) in try checkReport() }
  }

  private func checkFile(_ workspace: Workspace) throws(DiagnosticError) -> Outcome {
    var timings = Timings()
    let input = try timings.measure("read") { () throws(DiagnosticError) in
      try workspace.data(at: path, limits: settings.limits)
    }
    let warnings = try timings.measure("check") { () throws(DiagnosticError) -> [Diagnostic] in
      let warnings = try schema?.check(input, limits: settings.limits) ?? []
      return switch subject {
      case .summit: try warnings + Summit.decode(input).warnings
      case nil: warnings
      }
    }
    return Outcome(warnings: warnings, timings: timings)
  }

  private func checkReport() throws(DiagnosticError) -> Outcome {
    if !data.files.isEmpty {
      let checked = try RenderJob(
        report: path, data: data, editions: editions, settings: settings
      ).check()
      return Outcome(warnings: checked.warnings, timings: checked.timings)
    }
    var timings = Timings()
    var session = try ReportSession(path, data: data, settings: settings)
    let report = try session.read(editions.first, &timings)
    var found = (report.schema?.warnings ?? []) + report.check()
    for language in report.languages where editions == .all && language != report.language {
      found += try session.read(language, &timings).check()
    }
    if found.hasErrors { throw DiagnosticError(found) }
    found.append(
      .warning(
        "validate.data", "names and values are not checked, since no data is given",
        hints: ["name the file: --data FILE"]))
    return Outcome(warnings: found, timings: timings)
  }

  private static func fileWithData(_ path: String) -> JobError {
    JobError(
      .usage,
      [
        .error(
          "usage.data", "\"\(path)\" is a data file, and --data goes with a report",
          hints: ["leave out --data, or name the report's folder"])
      ])
  }
}
