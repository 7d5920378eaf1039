/// Where a diagnostic points: a range of bytes in a source, or the source as a whole.
public struct SourceLocation: Sendable, Hashable {
  public var source: Source
  /// UTF-8 byte offsets into `source`; nil means the file as a whole.
  public var range: Range<Int>?

  public init(_ source: Source, _ range: Range<Int>? = nil) {
    self.source = source
    self.range = range
  }

  /// The place of a file of which only the name is known, such as one that can't be read.
  public init(file name: String) {
    self.init(Source(name: name, bytes: []))
  }
}

/// What is wrong, where, and what to type instead.
///
/// The message is lower case, names the thing in quotes and ends without a full stop; a hint says what to
/// type. A diagnostic carries its source, so it can be shown wherever it arrives.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is: an error fails the run, a warning travels with the output.
  public enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  /// Another place that explains this one, such as the first of two equal ids.
  public struct Note: Sendable, Hashable {
    public var message: String
    public var location: SourceLocation?

    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity
  /// A stable name for the kind of fault, such as `json.trailing-comma`.
  public var id: String
  public var message: String
  public var location: SourceLocation?
  public var notes: [Note]
  public var hints: [String]

  public init(
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

  public static func error(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Note] = [],
    hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, id: id, message, at: location, notes: notes, hints: hints)
  }

  public static func warning(
    _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Note] = [],
    hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, id: id, message, at: location, notes: notes, hints: hints)
  }
}

/// The errors, and the warnings beside them, that ended a stage.
public struct DiagnosticError: Error, Sendable {
  /// In the order found; at least one is an error.
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  public init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether any of them fails the run.
  public var hasErrors: Bool {
    contains { $0.severity == .error }
  }
}
