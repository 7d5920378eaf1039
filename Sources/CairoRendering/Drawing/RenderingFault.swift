import CCairo
import Diagnostics

/// Diagnostics for what goes wrong while drawing.
enum RenderingFault {
  /// A fault of ours or of the libraries below: nothing that the input could mend.
  static func `internal`(_ what: String) -> DiagnosticError {
    DiagnosticError(.error("internal.rendering", "internal fault while drawing: \(what)"))
  }

  /// Throws if a cairo object has gone into its error state, which it never leaves.
  static func check(_ status: cairo_status_t, _ doing: String) throws(DiagnosticError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status.rawValue)"
    throw .init(
      .error("internal.cairo", "internal fault while \(doing): cairo says \"\(reason)\""))
  }
}
