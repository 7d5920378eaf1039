import Diagnostics
import Inputs

extension ReportFolder {
  /// A chart or table that the text names, read in the edition's language but not bound.
  func specification(
    _ address: String, in format: InputFormat
  ) throws(DiagnosticError) -> Located {
    let source = try workspace.read(address, relativeTo: path, limits: limits)
    let value = try InputReader.read(source, format: format, limits: limits)
    let localized = Localization.read(Located(value, in: source), in: language, keepsNull: true)
    return Located(localized.value, in: source)
  }
}
