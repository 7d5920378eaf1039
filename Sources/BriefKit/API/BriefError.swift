package import Diagnostics

/// One thing that a run has to say of its input: an error or a warning, at its place.
public struct BriefMessage: Sendable, Hashable {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  /// Whether it failed the run.
  public var isError: Bool { diagnostic.severity == .error }

  /// A stable name for the kind of fault, such as `json.trailing-comma`.
  public var id: String { diagnostic.id }

  /// What is wrong, in lower case without a full stop.
  public var text: String { diagnostic.message }

  /// What to type instead.
  public var hints: [String] { diagnostic.hints }

  /// The file it is about, as the caller named it.
  public var file: String? { diagnostic.location?.source.name }

  /// The line and the column in Unicode scalars, both from 1.
  public var position: (line: Int, column: Int)? {
    guard let location = diagnostic.location, let range = location.range else { return nil }
    let place = location.source.lineColumn(at: range.lowerBound)
    return (place.line, place.column)
  }
}

extension BriefMessage: CustomStringConvertible {
  /// `file:line:column: error: text`, hints below.
  public var description: String { diagnostic.rendered(.plain) }
}

/// Why a document could not be made.
public struct BriefError: Error, Sendable {
  /// What kind of fault it is; cases may be added.
  public struct Code: Sendable, Hashable {
    let value: Int32

    /// The report or its data are at fault.
    public static let input = Code(value: 1)
    /// An output could not be written.
    public static let output = Code(value: 74)
    /// What was asked for can't be, such as a password for no PDF.
    public static let usage = Code(value: 64)
    /// BriefKit is at fault.
    public static let fault = Code(value: 70)
  }

  /// Whose fault it is.
  public let code: Code
  /// All that was found, in order.
  public let messages: [BriefMessage]

  init(_ error: JobError) {
    code = Code(value: error.cause.rawValue)
    messages = error.diagnostics.map(BriefMessage.init)
  }
}
