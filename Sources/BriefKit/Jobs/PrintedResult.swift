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
  func data(
    at path: String, data: DataBinding = DataBinding(), limits: Limits
  ) throws(DiagnosticError) -> Located {
    let source = try read(path, limits: limits)
    let format = InputFormat(fileName: source.name) ?? data.format?.inputFormat
    return Located(try InputReader.read(source, format: format, limits: limits), in: source)
  }
}
