/// How every record of a batch is rendered: all that `brief batch` and its workers must agree on.
package struct RecordSettings: Sendable {
  /// A path, or the name of a report in BriefKit's own folder.
  package var report: String
  /// Named inputs and single values, the same for all records.
  package var data: DataBinding
  /// The folder of all documents.
  package var folder: String
  /// Nothing means PDF alone.
  package var formats: [OutputPlan.Format]
  package var editions: EditionChoice
  /// Pixels a point for pages.
  package var scale: Double
  package var pdf: PDFSettings
  package var settings: RunSettings

  package init(
    report: String, data: DataBinding = DataBinding(), folder: String,
    formats: [OutputPlan.Format] = [], editions: EditionChoice = .own, scale: Double = 2,
    pdf: PDFSettings = PDFSettings(), settings: RunSettings = RunSettings()
  ) {
    self.report = report
    self.data = data
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.formats = formats
    self.editions = editions
    self.scale = scale
    self.pdf = pdf
    self.settings = settings
  }

  /// The job that makes the document of that name; its data are the session's.
  func job(_ name: String) -> RenderJob {
    var job = RenderJob(
      report: report, data: data, formats: formats, editions: editions, scale: scale, pdf: pdf,
      settings: settings)
    job.place = RecordPlace(folder: folder, name: name)
    return job
  }
}
