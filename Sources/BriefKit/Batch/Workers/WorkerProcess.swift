import Diagnostics
import Glibc

/// A worker as whoever hands out records sees it: a process, and a pipe each way that never makes anybody wait.
final class WorkerProcess {
  /// What has come of an answer.
  enum Reception {
    case line([UInt8])
    case waiting
    /// The process has closed its output, so it is at its end.
    case ended
  }

  private static let longestAnswer = 8 << 20

  let id: pid_t
  /// Its standard input and output, at our end.
  let input: Int32
  let output: Int32
  private let words: UnnamedFile
  private var unsent: ArraySlice<UInt8> = []
  private var received: [UInt8] = []
  private var isOver = false

  private init(id: pid_t, input: Int32, output: Int32, words: UnnamedFile) {
    self.id = id
    self.input = input
    self.output = output
    self.words = words
  }

  deinit {
    if !isOver { _ = end(after: 0) }
  }

  /// Starts a worker in a process group of its own, so that a key pressed at the terminal is ours alone.
  static func start(_ command: WorkerCommandLine) throws(JobError) -> WorkerProcess {
    var (toWorker, fromWorker): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard let words = UnnamedFile(), pipe(&toWorker) == 0 else { throw fault() }
    guard pipe(&fromWorker) == 0 else {
      let fault = fault()
      for end in toWorker { close(end) }
      throw fault
    }
    // No other worker may hold an end, or this one's input would never close.
    for end in toWorker + fromWorker { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(toWorker[0])
      close(fromWorker[1])
    }
    do throws(JobError) {
      let id = try spawn(command, [toWorker[0], fromWorker[1], words.descriptor])
      for end in [toWorker[1], fromWorker[0]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
      return WorkerProcess(id: id, input: toWorker[1], output: fromWorker[0], words: words)
    } catch {
      close(toWorker[1])
      close(fromWorker[0])
      throw error
    }
  }

  /// - Parameter streams: What becomes its standard input, output and errors.
  private static func spawn(
    _ command: WorkerCommandLine, _ streams: [Int32]
  ) throws(JobError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // First out of the way of each other, then to their places.
    let spare = (streams.max() ?? 0) + 3
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, spare + Int32(number))
    }
    for number in streams.indices {
      posix_spawn_file_actions_adddup2(&actions, spare + Int32(number), Int32(number))
      posix_spawn_file_actions_addclose(&actions, spare + Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let arguments = (["brief"] + command.arguments).map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var id: pid_t = 0
    let code = posix_spawn(
      &id, command.program, &actions, &attributes, arguments + [nil], environ)
    guard code == 0 else { throw fault(code) }
    return id
  }

  private static func fault(_ code: Int32 = errno) -> JobError {
    JobError(
      .fault,
      [
        .error(
          "worker.start", "a worker can't be started: \(String(cString: strerror(code)))",
          hints: ["start fewer: --jobs 1"])
      ])
  }

  // MARK: Pipes

  /// Whether there is something left to send.
  var isSending: Bool { !unsent.isEmpty }

  /// Sends a line, as much as the pipe takes now.
  func send(_ line: [UInt8]) {
    unsent = line[...]
    sendMore()
  }

  /// Sends more of the line; that the worker is gone shows in its answer.
  func sendMore() {
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if errno != EAGAIN { unsent = [] }
        return
      }
      unsent = unsent.dropFirst(count)
    }
  }

  /// Takes what the worker has written.
  func receive() -> Reception {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return .waiting }
      guard count > 0, received.count + count <= Self.longestAnswer else { return .ended }
      received += buffer[..<count]
      if received.last == 0x0A {
        defer { received = [] }
        return .line(received.dropLast())
      }
    }
  }

  // MARK: End

  /// Lets the worker end: its input closes, and it is killed where it is still there after some milliseconds.
  func end(after milliseconds: Int) -> WorkerEnd {
    isOver = true
    close(input)
    defer { close(output) }
    let deadline = MonotonicTime.now + milliseconds
    var status: Int32 = 0
    var usage = rusage()
    var ended = wait4(id, &status, WNOHANG, &usage)
    while ended == 0, MonotonicTime.now < deadline {
      usleep(1000)
      ended = wait4(id, &status, WNOHANG, &usage)
    }
    if ended == 0 {
      kill(id, SIGKILL)
      while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    }
    return WorkerEnd(
      status: status, peakMegabytes: usage.ru_maxrss / 1024,
      words: words.contents().map { String(decoding: $0.prefix(1 << 16), as: UTF8.self) } ?? "")
  }
}
