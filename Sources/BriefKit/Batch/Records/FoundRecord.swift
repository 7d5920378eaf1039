import Diagnostics

/// A record as it stands in its input, whether or not it can be read.
struct FoundRecord: Sendable {
  /// A value as JSON.
  struct Content: Sendable {
    var bytes: [UInt8]
    /// Whether these are the input's own bytes, so that a place in them is a place in the input.
    var isVerbatim = true
  }

  /// The name of the file it stands in.
  var source: String
  var start: LineColumn
  var content: Result<Content, DiagnosticError>
}

/// What a reader of records comes to next.
enum RecordStep {
  case record(FoundRecord)
  /// A pipe has nothing to give just now.
  case waiting
  case end
}

/// Reads the records of a batch one after another, however many there are.
protocol RecordReader {
  /// The next record; faults of a single one are in it, what ends the reading is thrown.
  mutating func next() throws(DiagnosticError) -> RecordStep
  /// How much of the input has been read, from 0 to 1; nil where nobody knows how long it is.
  var progress: Double? { get }
  /// What to wait for, where it may have nothing to give.
  var descriptor: Int32? { get }
}

extension RecordReader {
  var descriptor: Int32? { nil }
}

extension ByteStream {
  /// The share of a regular file that has been read.
  var progress: Double? {
    byteCount.map { $0 == 0 ? 1 : min(1, Double(consumed) / Double($0)) }
  }
}

extension ByteStream.Fault {
  func error(_ name: String) -> DiagnosticError {
    DiagnosticError(
      .error(
        "file.unreadable", "\"\(name)\" can't be read: \(reason)",
        at: SourceLocation(file: name)))
  }
}

extension Limits {
  /// The fault of a record that is too long to be read.
  func longRecord(_ byteCount: Int, in source: String, at start: LineColumn) -> DiagnosticError {
    let place = Source(name: source, bytes: [], start: start)
    return DiagnosticError(
      exceeded(
        .recordBytes, by: "the record of \(byteCount) bytes", needing: byteCount,
        at: SourceLocation(place, 0..<0)))
  }
}
