package import Diagnostics
import Inputs

/// What a job prints rather than writes.
package struct PrintedResult: Sendable {
  /// Lines that each end with a newline.
  package var text: String
  package var warnings: [Diagnostic]
}

extension Workspace {
  /// The data of a file, or of standard input for `-`, in the format that its name stands for.
  func data(at path: String, limits: Limits) throws(DiagnosticError) -> Located {
    let source = try read(path, limits: limits)
    return Located(try InputReader.read(source, limits: limits), in: source)
  }
}
