package import Diagnostics

/// Why a job gave no result, and the exit code that tells so.
package struct JobError: Error, Sendable {
  /// Whose fault it is.
  package enum Cause: Int32, Sendable {
    case input = 1
    /// The command's words (EX_USAGE of sysexits.h).
    case usage = 64
    /// Ours (EX_SOFTWARE).
    case fault = 70
    /// A file could not be written (EX_IOERR).
    case output = 74
    /// A signal ended the run: 128 and its number, as shells count.
    case hungUp = 129
    case interrupted = 130
    case terminated = 143
  }

  package var cause: Cause
  package var diagnostics: [Diagnostic]

  package init(_ cause: Cause, _ diagnostics: [Diagnostic]) {
    self.cause = cause
    self.diagnostics = diagnostics.unique
  }

  /// What a stage found; the input is at fault unless a diagnostic says that we are.
  init(_ error: DiagnosticError) {
    let isOurs = error.diagnostics.contains { $0.severity == .error && $0.id.hasPrefix("internal") }
    self.init(isOurs ? .fault : .input, error.diagnostics)
  }

  static func input<T>(_ body: () throws(DiagnosticError) -> T) throws(JobError) -> T {
    do throws(DiagnosticError) {
      return try body()
    } catch {
      throw JobError(error)
    }
  }

  /// Turns what a job's stages throw into the job's error.
  static func wrap<T>(_ body: () throws -> T) throws(JobError) -> T {
    do {
      return try body()
    } catch let error as DiagnosticError {
      throw JobError(error)
    } catch let fault as OutputWriter.Fault {
      throw JobError(.output, [fault.diagnostic])
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError(.fault, [.error("internal", "an unexpected fault: \(error)")])
    }
  }
}

extension [Diagnostic] {
  /// Each once, at its first place: a fault in a loop is one fault, however many rows there are.
  var unique: [Diagnostic] {
    var seen: Set<String> = []
    return filter { seen.insert($0.rendered(.json)).inserted }
  }
}
