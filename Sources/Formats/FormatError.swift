package import Diagnostics

/// Why a format can't be read, or can't show the value it was given.
package struct FormatError: Error, Sendable, Hashable {
  /// A stable name for the kind of fault, such as `format.unknown`.
  package var id: String
  package var message: String
  package var hints: [String]

  package init(_ id: String, _ message: String, hints: [String] = []) {
    self.id = id
    self.message = message
    self.hints = hints
  }

  /// The error as a diagnostic at the place of the format or of the value.
  package func diagnostic(at location: SourceLocation? = nil) -> Diagnostic {
    .error(id, message, at: location, hints: hints)
  }
}
