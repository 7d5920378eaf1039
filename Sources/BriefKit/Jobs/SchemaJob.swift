import Diagnostics
import Documents
import Inputs
import SummitData

/// Prints a JSON Schema (2020-12): of a kind of data, or of what a report reads.
package struct SchemaJob: Sendable {
  /// The kinds of data whose schema there is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case summit
  }

  /// A kind of data, or a report's folder or name.
  package var subject: String
  /// For a report: what it is bound to. The schema is that of the main input.
  package var data: DataBinding
  package var settings: RunSettings

  package init(
    _ subject: String, data: DataBinding = DataBinding(), settings: RunSettings = RunSettings()
  ) {
    self.subject = subject
    self.data = data
    self.settings = settings
  }

  package func run() throws(JobError) -> PrintedResult {
    if let kind = Kind(rawValue: subject) {
      guard data.files.isEmpty else {
        throw JobError(
          .usage,
          [
            .error(
              "usage.data", "the schema of \"\(subject)\" needs no data",
              hints: ["leave out --data"])
          ])
      }
      return PrintedResult(text: Self.text(Self.schema(kind)), warnings: [])
    }
    guard data.files.contains(where: { $0.name == nil }) else {
      throw JobError(
        .usage,
        [
          .error(
            "usage.data",
            "the schema of what a report reads is inferred from data, and none is given",
            hints: [
              "name its main input: --data sales.json",
              "or a kind of data: \(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
            ])
        ])
    }
    return try JobError.input { () throws(DiagnosticError) in try infer() }
  }

  private func infer() throws(DiagnosticError) -> PrintedResult {
    var timings = Timings()
    var session = try ReportSession(subject, data: data, settings: settings)
    let report = try session.read(nil, &timings)
    let loaded = try session.load(report, &timings)
    if report.frontMatter.data.kind == .summit {
      return PrintedResult(text: Self.text(Self.schema(.summit)), warnings: loaded.warnings)
    }
    let inspection = try report.inspect(loaded.data)
    let schema = InferredSchema(inspection).schema(
      of: DataShape(session.files?.main?.value ?? .null), title: report.frontMatter.title.text)
    return PrintedResult(text: Self.text(schema), warnings: loaded.warnings)
  }

  private static func schema(_ kind: Kind) -> Value {
    switch kind {
    case .summit: Summit.schema
    }
  }

  private static func text(_ schema: Value) -> String { JSONWriter.readable(schema) + "\n" }
}
