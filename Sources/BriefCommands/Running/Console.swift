package import BriefKit
import Glibc

/// Where a command's words go.
package struct Console: Sendable {
  /// Why a result could not be put out.
  package typealias Failure = JobError

  /// Takes results.
  var output: @Sendable (String) throws(Failure) -> Void
  /// Takes everything else.
  var errors: @Sendable (String) -> Void
  /// Whether somebody reads along: excerpts and progress are shown.
  var isTerminal: Bool
  /// Whether that terminal is to be coloured.
  var hasColour: Bool

  package init(
    output: @escaping @Sendable (String) throws(Failure) -> Void,
    errors: @escaping @Sendable (String) -> Void, isTerminal: Bool = false, hasColour: Bool = false
  ) {
    self.output = output
    self.errors = errors
    self.isTerminal = isTerminal
    self.hasColour = hasColour
  }

  /// This process's standard streams; `NO_COLOR` (no-color.org) keeps a terminal plain.
  static var process: Console {
    let isTerminal = isatty(STDERR_FILENO) == 1
    let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return Console(
      output: StandardOutput.write,
      errors: StandardError.write,
      isTerminal: isTerminal, hasColour: isTerminal && !isPlain)
  }

  /// Does work that names each file it has finished: on a terminal, on one line that the next one replaces.
  func showingProgress<T>(
    of work: (_ finished: @escaping @Sendable (String) -> Void) throws(Failure) -> T
  ) throws(Failure) -> T {
    guard isTerminal else { return try work { _ in } }
    let errors = self.errors
    defer { errors("\r\u{1B}[K") }
    return try work { errors("\r\u{1B}[K\($0)") }
  }

  /// Tells a reader, if there is one, a line.
  func tell(_ line: String) {
    if isTerminal { errors(line + "\n") }
  }

  /// Tells a reader, if there is one, what was made.
  func tell(files: [String], in what: String? = nil) {
    guard isTerminal, let first = files.first else { return }
    let more = files.count > 1 ? " and \(files.count - 1) more" : ""
    errors("wrote \(first)\(more)\(what.map { " (\($0))" } ?? "")\n")
  }
}
