import Diagnostics

/// A brief whose files are made and not yet written.
struct MadeBrief {
  var batch: OutputBatch
  var pageCount = 0
  var warnings: [Diagnostic] = []
  /// What decided where pages end and floats stand, a line each.
  var explanation = ""
  /// Folders of pages, and after how many the document ends.
  var ended: [(plan: OutputPlan, pageCount: Int)] = []

  init(_ batch: OutputBatch) {
    self.batch = batch
  }

  /// The files as they will be written.
  var files: [OutputWriter.File] { batch.files }
}
