import Diagnostics
import Glibc
import Inputs

/// A batch at work: hands records to workers, takes their answers, and replaces those that end.
///
/// All of it is one thread that waits for pipes; what takes time is done by the workers.
final class BatchRun {
  /// A record that a worker has in hand.
  private struct Flight {
    var record: PreparedRecord
    var attempt: Int
    var deadline: MonotonicTime
  }

  /// Room for one worker at a time.
  private struct Seat {
    var worker: WorkerProcess?
    var flight: Flight?
    /// Records that the worker was given.
    var recordCount = 0
  }

  private let job: BatchJob
  private let records: RecordQueue
  private let command: WorkerCommandLine
  private var seats: [Seat]
  /// Records made ready while the workers are busy.
  private var ready: [PreparedRecord] = []
  private var signals = EndSignals()
  private var nextReport = MonotonicTime.now
  /// Workers that ended one after another without finishing a record.
  private var deathCount = 0

  private static let mostDeaths = 40
  private static let reportInterval = 200
  /// How long a worker may take to end by itself.
  private static let patience = 2000

  init(_ job: BatchJob, _ records: RecordQueue, _ staging: StagingFolder) {
    self.job = job
    self.records = records
    self.staging = staging
    var command = job.worker
    command.arguments.insert("--staging=\(staging.path)", at: min(1, command.arguments.count))
    self.command = command
    seats = Array(repeating: Seat(), count: max(1, job.jobs))
  }

  /// Kept as long as there are workers.
  private let staging: StagingFolder

  /// Works until all records are done; throws what ends the run before.
  func work() throws(JobError) {
    while true {
      if let cause = signals.take() { throw interruption(cause) }
      if records.isStopped { ready = [] }
      try seatRecords()
      let isBusy = seats.contains { $0.flight != nil }
      if !isBusy, ready.isEmpty, records.hasEnded { return }
      // With room for more, records that are done may be gone through meanwhile.
      let hasMore = !records.hasEnded && ready.count < seats.count
      let mayWait = records.isWaiting || isBusy && !hasMore
      try answer(wait(mayWait ? Self.reportInterval : 0))
      try endLate()
      report()
    }
  }

  private func interruption(_ cause: JobError.Cause) -> JobError {
    JobError(
      cause,
      [
        .error(
          "batch.interrupted", "the run was ended by a signal",
          hints: ["what is done stays; go on with --resume"])
      ])
  }

  private func report() {
    guard nextReport <= MonotonicTime.now else { return }
    nextReport = MonotonicTime.now + Self.reportInterval
    records.tell()
  }

  // MARK: Handing out

  private func seatRecords() throws(JobError) {
    for index in seats.indices where seats[index].flight == nil {
      guard let record = try nextRecord() else { break }
      try send(record, attempt: 1, to: index)
    }
    while ready.count < seats.count, let record = try records.next() { ready.append(record) }
  }

  private func nextRecord() throws(JobError) -> PreparedRecord? {
    ready.isEmpty ? try records.next() : ready.removeFirst()
  }

  private func send(_ record: PreparedRecord, attempt: Int, to index: Int) throws(JobError) {
    if seats[index].recordCount >= job.recordsPerWorker {
      _ = seats[index].worker?.end(after: Self.patience)
      seats[index] = Seat()
    }
    let worker: WorkerProcess
    if let known = seats[index].worker {
      worker = known
    } else {
      worker = try WorkerProcess.start(command)
      seats[index] = Seat(worker: worker)
    }
    seats[index].recordCount += 1
    worker.send(record.request.line)
    seats[index].flight = Flight(
      record: record, attempt: attempt, deadline: MonotonicTime.now + job.timeout * 1000)
  }

  // MARK: Answers

  /// Waits for pipes, and gives the seats whose worker has written or ended.
  private func wait(_ milliseconds: Int) -> [Int] {
    var waiting: [pollfd] = []
    var owners: [Int] = []
    for (index, seat) in seats.enumerated() {
      guard let worker = seat.worker else { continue }
      waiting.append(pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0))
      owners.append(index)
      if worker.isSending {
        waiting.append(pollfd(fd: worker.input, events: Int16(POLLOUT), revents: 0))
        owners.append(index)
      }
    }
    if records.isWaiting, ready.isEmpty, let descriptor = records.descriptor {
      waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
      owners.append(-1)
    }
    guard poll(&waiting, nfds_t(waiting.count), Int32(milliseconds)) > 0 else { return [] }
    var answering: [Int] = []
    for (poll, owner) in zip(waiting, owners) where poll.revents != 0 && owner >= 0 {
      if poll.fd == seats[owner].worker?.input {
        seats[owner].worker?.sendMore()
      } else {
        answering.append(owner)
      }
    }
    return answering
  }

  private func answer(_ answering: [Int]) throws(JobError) {
    for index in answering {
      guard let worker = seats[index].worker else { continue }
      switch worker.receive() {
      case .waiting: break
      case .ended: try replace(index, hung: false)
      case .line(let line):
        guard let flight = seats[index].flight, let entry = ManifestEntry(line: line),
          entry.seq == flight.record.seq
        else {
          try replace(index, hung: false)
          continue
        }
        seats[index].flight = nil
        deathCount = 0
        // The worker goes on while its answer is written down.
        if !records.hasEnded || !ready.isEmpty, let record = try nextRecord() {
          try send(record, attempt: 1, to: index)
        }
        try finish(flight, entry)
      }
    }
  }

  private func finish(_ flight: Flight, _ entry: ManifestEntry) throws(JobError) {
    var entry = entry
    entry.attempts = flight.attempt
    var faults = entry.status == .failed ? entry.messages.compactMap(Diagnostic.init) : []
    // A fault in the report's text is one of this record all the same.
    let request = flight.record.request
    for index in faults.indices where faults[index].location?.source.name != request.source {
      faults[index].notes.append(Diagnostic.Note("in this record", at: request.place))
    }
    try records.write(entry, of: flight.record, faults: faults)
  }

  /// Ends workers whose record takes too long.
  private func endLate() throws(JobError) {
    let now = MonotonicTime.now
    for index in seats.indices {
      if let flight = seats[index].flight, flight.deadline < now { try replace(index, hung: true) }
    }
  }

  /// Takes a worker's seat away; its record is tried once more by a fresh one.
  private func replace(_ index: Int, hung: Bool) throws(JobError) {
    guard let worker = seats[index].worker else { return }
    if hung { kill(worker.id, SIGKILL) }
    let end = worker.end(after: Self.patience)
    let flight = seats[index].flight
    seats[index] = Seat()
    guard let flight else { return }
    if let fault = end.outputFault { throw fault }
    deathCount += 1
    let record = flight.record
    if flight.attempt == 1 {
      try send(record, attempt: 2, to: index)
      return
    }
    let request = record.request
    let place = request.place
    let fault: Diagnostic =
      hung
      ? .error(
        "worker.hung", "the record took longer than \(job.timeout) seconds", at: place,
        hints: ["if it needs that long: --timeout \(job.timeout * 4)"])
      : end.diagnostic(at: place, megabytes: job.megabytes)
    var entry = ManifestEntry(seq: record.seq, name: record.name, status: .failed)
    entry.source = request.source
    entry.line = request.start.line
    entry.attempts = 2
    entry.add([fault])
    try records.write(entry, of: record, faults: [fault])
    guard deathCount < Self.mostDeaths else {
      throw JobError(
        .fault,
        [
          .error(
            "worker.deaths",
            "\(deathCount) workers ended one after another without finishing a record",
            hints: ["see what the manifest says of the last ones"])
        ])
    }
  }

  // MARK: End

  /// Lets all workers end.
  ///
  /// - Parameter isHurried: Whether what they have in hand is dropped.
  func endWorkers(isHurried: Bool) {
    for index in seats.indices {
      guard let worker = seats[index].worker else { continue }
      if isHurried { kill(worker.id, SIGKILL) }
      _ = worker.end(after: Self.patience)
      seats[index] = Seat()
    }
  }
}
