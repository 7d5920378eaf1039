import Diagnostics
import Documents
import Inputs
import Tables

/// Tells what a report reads, what its data give, what is missing and what is never used.
package struct InspectJob: Sendable {
  /// How the result is printed.
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case text
    case json
  }

  package var report: String
  /// Without files, only what the report reads is told.
  package var data: DataBinding
  package var edition: Edition?
  package var format: Format
  package var settings: RunSettings

  package init(
    report: String, data: DataBinding = DataBinding(), edition: Edition? = nil,
    format: Format = .text, settings: RunSettings = RunSettings()
  ) {
    self.report = report
    self.data = data
    self.edition = edition
    self.format = format
    self.settings = settings
  }

  package func run() throws(JobError) -> PrintedResult {
    try JobError.input { () throws(DiagnosticError) in
      var timings = Timings()
      var session = try ReportSession(report, data: data, settings: settings)
      let folder = try session.read(edition?.language, &timings)
      let loaded = data.files.isEmpty ? nil : try session.load(folder, &timings)
      let inspection = try folder.inspect(loaded?.data)
      let text =
        switch format {
        case .text: InspectionText.text(inspection, hasData: loaded != nil)
        case .json: JSONWriter.readable(InspectionText.value(inspection)) + "\n"
        }
      return PrintedResult(text: text, warnings: loaded?.warnings ?? [])
    }
  }
}
