package import Diagnostics

/// Reads newline-delimited JSON: one value a line; blank lines are skipped.
package enum NDJSONReader {
  /// One line that holds a value, and what became of it.
  package struct Record: Sendable {
    /// Counted from 1 over all lines of the file.
    package var line: Int
    /// The line's bytes without its line feed.
    package var range: Range<Int>
    package var result: Result<Value, DiagnosticError>
  }

  private static let reportedErrors = 50

  /// The list of all values; if any line is at fault, the errors of all lines up to a bound.
  package static func read(
    _ source: Source, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    var values: [Value] = []
    var errors: [Diagnostic] = []
    for record in try records(source, limits: limits) {
      switch record.result {
      case .success(let value): values.append(value)
      case .failure(let error): errors += error.diagnostics
      }
    }
    guard errors.isEmpty else {
      throw DiagnosticError(DiagnosticList.bounded(errors, to: reportedErrors, in: source))
    }
    return Value(.array(values), range: 0..<source.bytes.count)
  }

  /// Every record by itself, so that one at fault leaves the others standing.
  package static func records(
    _ source: Source, limits: Limits = Limits()
  ) throws(DiagnosticError) -> [Record] {
    try InputReader.checkSize(source, limits: limits)
    let outcomes = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes, limits: limits)
      return lines(bytes).map { line in (line, parser.parse(line.range)) }
    }
    guard outcomes.count <= limits[.rows] else {
      throw DiagnosticError(
        limits.exceeded(
          .rows, by: "the input of \(outcomes.count) records", at: SourceLocation(source)))
    }
    return outcomes.map { line, outcome in
      Record(
        line: line.number, range: line.range,
        result: Result { () throws(DiagnosticError) in
          try JSONReader.value(of: outcome, in: source, limits: limits)
        })
    }
  }

  /// The lines that hold more than white space.
  private static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(number: Int, range: Range<Int>)] {
    var lines: [(number: Int, range: Range<Int>)] = []
    var number = 1
    var start = 0
    var isBlank = true
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        if !isBlank { lines.append((number, start..<offset)) }
        number += 1
        start = offset + 1
        isBlank = true
      case 0x20, 0x09, 0x0D: break
      default: isBlank = false
      }
    }
    if !isBlank { lines.append((number, start..<bytes.count)) }
    return lines
  }
}
