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
  }

  package var cause: Cause
  package var diagnostics: [Diagnostic]

  package init(_ cause: Cause, _ diagnostics: [Diagnostic]) {
    self.cause = cause
    self.diagnostics = diagnostics
  }

  static func input<T>(_ body: () throws(DiagnosticError) -> T) throws(JobError) -> T {
    do throws(DiagnosticError) {
      return try body()
    } catch {
      throw JobError(.input, error.diagnostics)
    }
  }

  /// Turns what a job's stages throw into the job's error.
  static func wrap<T>(_ body: () throws -> T) throws(JobError) -> T {
    do {
      return try body()
    } catch let error as DiagnosticError {
      throw JobError(.input, error.diagnostics)
    } catch let fault as OutputWriter.Fault {
      throw JobError(.output, [fault.diagnostic])
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError(.fault, [.error("internal", "an unexpected fault: \(error)")])
    }
  }
}
