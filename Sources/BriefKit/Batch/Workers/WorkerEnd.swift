import Diagnostics
import Glibc
import Inputs

/// How a worker ended.
struct WorkerEnd: Sendable {
  /// As `wait` gives it.
  var status: Int32
  /// The most memory that it had at once.
  var peakMegabytes: Int
  /// What it wrote to standard error.
  var words: String

  /// The exit code; nil where a signal ended it. What WIFEXITED and WEXITSTATUS say, which are macros.
  var code: Int32? { status & 0x7F == 0 ? status >> 8 & 0xFF : nil }

  /// The fault of an output that could not be written, where that is what ended it.
  var outputFault: JobError? {
    guard code == JobError.Cause.output.rawValue else { return nil }
    let told = told
    return JobError(
      .output, told.isEmpty ? [.error("output.write", "an output can't be written")] : told)
  }

  /// The errors that it told, which it was asked to tell as JSON.
  private var told: [Diagnostic] {
    words.split(separator: "\n").compactMap { line in
      guard let value = try? JSONReader.read(Source(name: "", text: String(line))),
        let told = Diagnostic(value), told.severity == .error
      else { return nil }
      return .error(told.id, told.message, hints: told.hints)
    }
  }

  /// What is said of the record that it had in hand.
  ///
  /// - Parameter megabytes: The memory that it was allowed.
  func diagnostic(at location: SourceLocation, megabytes: Int?) -> Diagnostic {
    // Memory that can't be had shows as an end by a signal, near the limit.
    if code == nil, let megabytes, peakMegabytes * 10 >= megabytes * 8 {
      return .error(
        "worker.memory",
        "the worker ended for want of memory: it had \(peakMegabytes) of \(megabytes) MB",
        at: location,
        hints: ["if the record needs that much: --memory \(max(megabytes, peakMegabytes) * 4)"])
    }
    // The first line is the fault, what follows are the places it went through.
    let first = told.first?.message ?? words.split(separator: "\n").first.map { String($0) }
    let said = first.map { ": \($0)" } ?? ""
    if let code {
      return .error(
        "worker.ended", "the worker ended with exit code \(code)\(said)", at: location,
        hints: ["render the record by itself: brief render"])
    }
    let signal = status & 0x7F
    return .error(
      "worker.ended",
      "the worker was ended by signal \(signal) (\(String(cString: strsignal(signal))))\(said)",
      at: location, hints: ["render the record by itself: brief render"])
  }
}
