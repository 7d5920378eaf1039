import Diagnostics
import Glibc
import Inputs

/// Renders one record after another: a request a line on standard input, a manifest's line for each on standard output.
package struct WorkerJob: Sendable {
  package var settings: RecordSettings
  /// Where files lie until they are whole; nil puts each beside its target.
  package var stagingFolder: String?
  /// The most memory that this process may ask for; nil for as much as there is.
  package var megabytes: Int?
  /// Seconds after which a record ends the process, for whoever hands out records and can't end it any more.
  package var timeout: Int?

  package init(
    settings: RecordSettings, stagingFolder: String? = nil, megabytes: Int? = nil,
    timeout: Int? = nil
  ) {
    self.settings = settings
    self.stagingFolder = stagingFolder
    self.megabytes = megabytes
    self.timeout = timeout
  }

  /// Works until the input ends; what is in hand when it closes is dropped.
  package func run() throws(JobError) {
    limitMemory()
    var renderer = try RecordRenderer(settings)
    let input = ByteStream(descriptor: STDIN_FILENO, mayWait: false)
    let limits = settings.settings.limits
    // The line feeds of a record are told beside it, and there is its name.
    let longest = (1 << 16) + 8 * min(limits[.recordBytes], .max / 16)
    while let line = try next(input, limit: longest) {
      let request = try JobError.input { () throws(DiagnosticError) in
        try WorkerRequest(line: line, limits: limits)
      }
      if let timeout { alarm(UInt32(clamping: timeout)) }
      let entry = try answer(request, &renderer)
      alarm(0)
      guard let entry else { return }
      try StandardOutput.write(entry.text + "\n")
    }
  }

  private func next(_ input: ByteStream, limit: Int) throws(JobError) -> [UInt8]? {
    do throws(ByteStream.Fault) {
      guard case .line(let line) = try input.nextLine(limit: limit) else { return nil }
      guard line.byteCount == line.bytes.count else {
        throw ByteStream.Fault(reason: "a line of \(line.byteCount) bytes is too long")
      }
      return line.bytes
    } catch {
      throw JobError(.input, error.error("<stdin>").diagnostics)
    }
  }

  /// Nil where nobody wants the answer any more.
  private func answer(
    _ request: WorkerRequest, _ renderer: inout RecordRenderer
  ) throws(JobError) -> ManifestEntry? {
    let start = MonotonicTime.now
    var entry = ManifestEntry(seq: request.seq, name: request.name, status: .done)
    entry.source = request.source
    entry.line = request.start.line
    do throws(JobError) {
      var brief = try make(request, &renderer)
      entry.add(brief.files, below: settings.folder)
      entry.pageCount = brief.pageCount
      entry.add(brief.warnings)
      var isWanted = true
      try renderer.write(
        &brief, with: OutputWriter(stagingFolder: stagingFolder),
        isWanted: {
          isWanted = !Self.isInputClosed
          return isWanted
        })
      guard isWanted else { return nil }
    } catch {
      // What can't be written is nobody's record's fault, so the run ends. Nor is a fault of ours: with a process that is in order the
      // record may be done.
      guard error.cause == .input else { throw error }
      entry.status = .failed
      entry.outputs = []
      entry.add(error.diagnostics)
    }
    entry.milliseconds = MonotonicTime.now - start
    return entry
  }

  private func make(
    _ request: WorkerRequest, _ renderer: inout RecordRenderer
  ) throws(JobError) -> MadeBrief {
    let record = try JobError.input { () throws(DiagnosticError) in
      let record = try request.record(limits: settings.settings.limits)
      let place = SourceLocation(record.source, 0..<0)
      if let fault = RecordFileName.fault(in: request.name, at: place) {
        throw DiagnosticError(fault)
      }
      return record
    }
    return try renderer.make(request.name, of: record)
  }

  /// Whether whoever hands out records is gone.
  private static var isInputClosed: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
    return poll(&input, 1, 0) > 0 && input.revents & Int16(POLLHUP) != 0
  }

  /// Beyond the limit memory can't be had, which ends the process; no file of its remains is written.
  private func limitMemory() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    guard let megabytes else { return }
    let bytes = rlim_t(megabytes) << 20
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
  }
}
