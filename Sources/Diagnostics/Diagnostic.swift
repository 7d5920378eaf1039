/// Where a diagnostic points: a range of bytes in a source, or the source as a whole.
package struct SourceLocation: Sendable, Hashable {
  package var source: Source
  /// UTF-8 byte offsets into `source`; nil means the file as a whole.
  package var range: Range<Int>?

  package init(_ source: Source, _ range: Range<Int>? = nil) {
    self.source = source
    self.range = range
  }

  /// The place of a file of which only the name is known, such as one that can't be read.
  package init(file name: String) {
    self.init(Source(name: name, bytes: []))
  }
}

/// What is wrong, where, and what to type instead.
///
/// The message is lower case, names the thing in quotes and ends without a full stop; a hint says what to
/// type. A diagnostic carries its source, so it can be shown wherever it arrives.
package struct Diagnostic: Sendable, Hashable {
  /// How bad it is: an error fails the run, a warning travels with the output.
  package enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  /// Another place that explains this one, such as the first of two equal ids.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation?

    package init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  package var severity: Severity
  /// A stable name for the kind of fault, such as `json.trailing-comma`.
  package var id: String
  package var message: String
  package var location: SourceLocation?
  package var notes: [Note]
  package var hints: [String]

  package init(
    _ severity: Severity, id: String, _ message: String, at location: SourceLocation? = nil,
    notes: [Note] = [], hints: [String] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
    self.notes = notes
    self.hints = hints
  }

  package static func error(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Note] = [],
    hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, id: id, message, at: location, notes: notes, hints: hints)
  }

  package static func warning(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Note] = [],
    hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, id: id, message, at: location, notes: notes, hints: hints)
  }
}

/// The errors, and the warnings beside them, that ended a stage.
package struct DiagnosticError: Error, Sendable {
  /// In the order found; at least one is an error.
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  package init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether any of them fails the run.
  package var hasErrors: Bool {
    contains { $0.severity == .error }
  }
}
