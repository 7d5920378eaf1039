import Diagnostics
import Glibc
import Inputs

/// The records of a run in order: those for workers are handed out, the others are written down at once.
final class RecordQueue {
  private let job: BatchJob
  private let manifest: ManifestFile
  private var reader: any RecordReader
  private var preparer: RecordPreparer
  private var history = ManifestHistory()
  private var seq = 0
  private let start = MonotonicTime.now
  private(set) var progress = BatchProgress()
  private(set) var unusual = Unusual()
  /// Whether the input is read to its end, or nothing more is wanted of it.
  private(set) var hasEnded = false
  /// Whether a record that failed has ended the run.
  private(set) var isStopped = false
  /// Whether a pipe has nothing to give just now.
  private(set) var isWaiting = false
  /// Whether all records were seen.
  private var isWhole = false
  private(set) var files: MadeFiles
  /// The kinds of warnings that were told.
  private var warned: Set<String> = []

  init(
    _ job: BatchJob, _ reader: any RecordReader, _ preparer: RecordPreparer,
    _ manifest: ManifestFile
  ) throws(JobError) {
    self.job = job
    self.reader = reader
    self.preparer = preparer
    self.manifest = manifest
    files = MadeFiles(endings: ["pdf"] + job.settings.formats.map(\.rawValue))
    guard job.resumes else { return }
    var history = ManifestHistory()
    try manifest.restore { entry, line in history.restore(entry, line) }
    self.history = history
  }

  /// What to wait for where the input has nothing to give.
  var descriptor: Int32? { reader.descriptor }

  /// Records that are looked at in one go, so that signals and workers aren't left waiting by those that are done.
  private static let mostAtOnce = 256

  /// The next record for a worker; nil where there is none just now.
  func next() throws(JobError) -> PreparedRecord? {
    isWaiting = false
    for _ in 0..<Self.mostAtOnce where !hasEnded {
      let step: RecordStep
      do throws(DiagnosticError) {
        step = try reader.next()
      } catch {
        // What can't be read any further fails like a record; what was read before stands.
        hasEnded = true
        seq += 1
        let place = error.diagnostics.first?.location
        try refuse(
          RefusedRecord(
            seq: seq, name: nil, source: place?.source.name ?? job.input.path,
            line: place?.source.start.line ?? 1, diagnostics: error.diagnostics))
        return nil
      }
      switch step {
      case .waiting:
        isWaiting = true
        return nil
      case .end:
        hasEnded = true
        isWhole = true
        return nil
      case .record(let found):
        seq += 1
        guard job.shard?.takes(seq) ?? true else { continue }
        switch preparer.prepare(found, seq: seq) {
        case .failure(let refused): try refuse(refused)
        case .success(let record):
          guard let entry = unchanged(record) else { return record }
          try keep(entry, of: record)
        }
      }
    }
    return nil
  }

  /// Leaves a record as an earlier run has done it; its line is written anew if it stands at another place of the input now.
  private func keep(_ entry: ManifestEntry, of record: PreparedRecord) throws(JobError) {
    let request = record.request
    if entry.seq == seq, entry.source == request.source, entry.line == request.start.line {
      history.confirm(seq)
    } else {
      var moved = entry
      moved.seq = seq
      moved.source = request.source
      moved.line = request.start.line
      history.add(seq, try manifest.append(moved))
    }
    progress.skippedCount += 1
    note(entry)
    unusual.add(record, entry)
  }

  /// What an earlier run wrote of the record, if that is still so.
  private func unchanged(_ record: PreparedRecord) -> ManifestEntry? {
    guard let line = history.line(named: record.name), let entry = manifest.entry(at: line),
      entry.name == record.name, entry.status == .done, entry.digest == record.digest,
      !entry.outputs.isEmpty,
      entry.outputs.allSatisfy(isThere)
    else { return nil }
    return entry
  }

  private func isThere(_ output: ManifestEntry.Output) -> Bool {
    var info = stat()
    return stat("\(job.settings.folder)/\(output.path)", &info) == 0
      && Int(info.st_size) == output.byteCount
  }

  private func refuse(_ refused: RefusedRecord) throws(JobError) {
    var entry = ManifestEntry(seq: refused.seq, name: refused.name, status: .failed)
    entry.source = refused.source
    entry.line = refused.line
    entry.attempts = 0
    entry.add(refused.diagnostics)
    try write(entry, faults: refused.diagnostics)
  }

  /// Writes down what became of a record.
  ///
  /// - Parameter faults: What is said of one that failed.
  func write(
    _ entry: ManifestEntry, of record: PreparedRecord, faults: [Diagnostic]
  ) throws(JobError) {
    var entry = entry
    entry.digest = record.digest
    try write(entry, faults: faults)
    if entry.status == .done { tellWarnings(of: entry, at: record.request.place) }
    unusual.add(record, entry)
  }

  private func write(_ entry: ManifestEntry, faults: [Diagnostic]) throws(JobError) {
    let line = try manifest.append(entry)
    // Of a run that begins anew no line is ever replaced, and nothing of it needs to be kept.
    if job.resumes { history.add(entry.seq, line) }
    switch entry.status {
    case .done:
      progress.doneCount += 1
      note(entry)
    case .failed:
      progress.failedCount += 1
      job.failed(faults)
      if job.onError == .stop { stop() }
    }
  }

  /// Remembers which files are this run's, and whether there were warnings.
  private func note(_ entry: ManifestEntry) {
    if entry.warningCount > 0 { progress.warnedCount += 1 }
    for output in entry.outputs { files.add(output.path) }
  }

  /// Of each kind of warning the first is told; the manifest has all.
  private func tellWarnings(of entry: ManifestEntry, at place: SourceLocation) {
    guard entry.warningCount > 0 else { return }
    var warnings = entry.messages.compactMap(Diagnostic.init)
      .filter { $0.severity == .warning && warned.insert($0.id).inserted }
    guard !warnings.isEmpty else { return }
    for index in warnings.indices {
      warnings[index].notes.append(Diagnostic.Note("in this record", at: place))
    }
    job.warned(warnings)
  }

  /// Hands out no more records.
  private func stop() {
    hasEnded = true
    isStopped = true
  }

  /// Tells how far the run has come.
  func tell() {
    progress.milliseconds = MonotonicTime.now - start
    progress.share = reader.progress
    job.progress(progress)
  }

  /// Takes lines out of the manifest that no longer hold.
  func finish() throws(JobError) {
    tell()
    try manifest.beginAnew()
    if job.resumes, let kept = history.kept(isWhole: isWhole) { try manifest.keep(kept) }
  }
}
