import Glibc

/// One run of a program: what it took and what it said.
struct ChildProcess {
  struct Failure: Error {
    var words: String
  }

  /// User and system time, loading included.
  var cpuMilliseconds: Double
  /// From its start to its end.
  var wallMilliseconds: Double
  /// The most memory that was resident at once.
  var peakMegabytes: Double
  /// Standard error.
  var errors: String

  /// Runs a program to its end; standard output is thrown away.
  init(_ command: Command) throws(Failure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(words: "no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])

    var words = ([command.program] + command.arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let start = Self.now()
    guard posix_spawn(&child, command.program, &actions, nil, &words, environ) == 0 else {
      throw Failure(words: "\"\(command.program)\" can't be run")
    }
    close(ends[1])
    errors = Self.text(of: ends[0])
    close(ends[0])

    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw Failure(words: "\(command.text) failed:\n\(errors.suffix(2000))")
    }
    wallMilliseconds = Self.now() - start
    cpuMilliseconds = usage.ru_utime.milliseconds + usage.ru_stime.milliseconds
    peakMegabytes = Double(usage.ru_maxrss) / 1024
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func text(of file: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(file, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}

extension timeval {
  fileprivate var milliseconds: Double { Double(tv_sec) * 1e3 + Double(tv_usec) / 1e3 }
}
