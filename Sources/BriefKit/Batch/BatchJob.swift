package import Diagnostics
import Documents
import Glibc

/// Renders a document for each record of an input, by several processes, and writes down what became of each.
package struct BatchJob: Sendable {
  /// What happens after a record that failed.
  package enum FailurePolicy: String, Sendable, Hashable, CaseIterable {
    case `continue`
    case stop
  }

  package var input: RecordInput
  package var settings: RecordSettings
  package var worker: WorkerCommandLine
  /// A text with variables; nil numbers the documents, or calls each like its file.
  package var name: String?
  package var jobs: Int
  package var shard: Shard?
  /// Whether what an earlier run has done is left as it is.
  package var resumes = false
  /// A file, or `-` for standard output; nil is a file in the folder of documents.
  package var manifest: String?
  /// Seconds that a record may take.
  package var timeout = 120
  /// The memory that a worker may have; nil for as much as there is.
  package var megabytes: Int? = 2048
  package var onError = FailurePolicy.continue
  /// A worker that was given so many records is replaced: cairo 1.16 loses 384 bytes with each CFF font that a PDF embeds.
  package var recordsPerWorker = 5000
  /// Told how far the run has come, several times a second.
  package var progress: @Sendable (BatchProgress) -> Void = { _ in }
  /// Told what is wrong with a record when it has failed.
  package var failed: @Sendable ([Diagnostic]) -> Void = { _ in }
  /// Told a warning of each kind, where a document is the first to have it.
  package var warned: @Sendable ([Diagnostic]) -> Void = { _ in }

  package init(
    input: RecordInput, settings: RecordSettings, worker: WorkerCommandLine, name: String? = nil,
    jobs: Int = BatchJob.coreCount
  ) {
    self.input = input
    self.settings = settings
    self.worker = worker
    self.name = name
    self.jobs = jobs
  }

  /// The cores that this process may use.
  package static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What a run did.
  package struct Outcome: Sendable {
    package var progress: BatchProgress
    package var manifest: String
    /// The picture of the unusual documents, where one was drawn.
    package var sheet: String?
    /// Files among the documents that are of no record of this run.
    package var strangerCount = 0
    /// Whether a record that failed has ended the run.
    package var isStopped = false
    /// What ended the run before its input did.
    package var interruption: JobError?
  }

  var manifestPath: String {
    manifest ?? "\(settings.folder)/manifest\(shard?.suffix ?? "").ndjson"
  }

  var sheetName: String { "unusual\(shard?.suffix ?? "").png" }

  package func run() throws(JobError) -> Outcome {
    guard !resumes || manifestPath != "-" else {
      throw JobError(
        .usage,
        [
          .error(
            "usage.resume",
            "--resume reads what an earlier run wrote, and standard output can't be",
            hints: ["name a file: --manifest FILE"])
        ])
    }
    if let name { try check(name) }
    try checkPlaces()
    var renderer = try RecordRenderer(settings)
    let ingredients: RunIngredients
    do throws(DiagnosticError) {
      ingredients = try renderer.ingredients()
    } catch {
      throw JobError(error)
    }
    let reader = try input.reader(
      columns: renderer.columns, limits: settings.settings.limits)
    let staging = try StagingFolder(in: settings.folder)
    let manifest = try ManifestFile(path: manifestPath, goesOn: resumes)
    let preparer = RecordPreparer(
      renderer, ingredients, template: name,
      reserved: [manifestPath.split(separator: "/").last.map(String.init) ?? "", sheetName],
      namesByFile: input.isFolder, limits: settings.settings.limits)
    let records = try RecordQueue(self, reader, preparer, manifest)
    let run = BatchRun(self, records, staging)
    var interruption: JobError?
    do throws(JobError) {
      try run.work()
    } catch {
      interruption = error
    }
    run.endWorkers(isHurried: interruption != nil)
    var outcome = Outcome(
      progress: records.progress, manifest: manifestPath, interruption: interruption)
    outcome.isStopped = records.isStopped
    if interruption == nil {
      guard records.progress.recordCount > 0 || shard != nil else { throw emptyInput }
      try records.finish()
      outcome.progress = records.progress
      if shard == nil, !records.isStopped {
        outcome.strangerCount = records.files.strangerCount(
          in: settings.folder, besides: [sheetName])
      }
      // Who may not open the documents mustn't see their pages either.
      if manifest.isFile, settings.pdf.protection == nil {
        outcome.sheet = try drawSheet(of: records.unusual, &renderer)
      }
    }
    return outcome
  }

  /// Draws the unusual documents, and tells into which file; nil where none stands out.
  private func drawSheet(
    of unusual: Unusual, _ renderer: inout RecordRenderer
  ) throws(JobError) -> String? {
    let sheet = "\(settings.folder)/\(sheetName)"
    let picture = try? ContactSheet(limits: settings.settings.limits)
      .picture(of: unusual, &renderer)
    guard let picture else { return nil }
    do throws(OutputWriter.Fault) {
      try OutputWriter().write(picture, to: sheet)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
    return sheet
  }

  /// Nothing that is read may be written over.
  private func checkPlaces() throws(JobError) {
    if manifestPath != "-", let input = FileIdentity(input.path),
      input == FileIdentity(manifestPath)
    {
      throw ManifestFile.foreign(manifestPath)
    }
    guard input.isFolder, FileIdentity(input.path) == FileIdentity(settings.folder) else { return }
    throw JobError(
      .usage,
      [
        .error(
          "usage.output", "\"\(settings.folder)\" is the folder of records",
          hints: ["put the documents into another one: -o documents"])
      ])
  }

  /// What is wrong with the template of names is said once, not for each record.
  private func check(_ name: String) throws(JobError) {
    do throws(DiagnosticError) {
      try TextTemplate.check(name, limits: settings.settings.limits)
    } catch {
      throw JobError(
        .usage,
        error.diagnostics.map { fault in
          .error("usage.name", "--name can't be read: \(fault.message)", hints: fault.hints)
        })
    }
  }

  private var emptyInput: JobError {
    JobError(
      .input,
      [
        .error(
          "batch.empty", "there is no record in \"\(input.path)\"",
          hints: [input.hintForNone])
      ])
  }
}
