package import Diagnostics

/// Reads JSON (RFC 8259) strictly into a tree whose nodes know their place.
///
/// What the standard leaves open: a UTF-8 byte-order mark is skipped; lone surrogates, bytes that are not UTF-8
/// and equal keys in one object are errors; a number beyond a double's range keeps its text, its double is
/// infinite (or zero, where it is too small). The first fault of grammar ends the reading, equal keys do not.
package enum JSONReader {
  package static func read(
    _ source: Source, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    guard source.bytes.count <= limits[.inputBytes] else {
      throw DiagnosticError(
        limits.exceeded(
          .inputBytes, by: "the input of \(source.bytes.count) bytes", at: SourceLocation(source)))
    }
    return try read(source, in: 0..<source.bytes.count, limits: limits)
  }

  /// Reads the JSON text that stands in a range of a larger source; positions are those of the whole source.
  package static func read(
    _ source: Source, in range: Range<Int>, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    let outcome = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes, range: range.clamped(to: 0..<bytes.count), limits: limits)
      return parser.parse()
    }
    guard outcome.fault == nil, outcome.repeats.isEmpty, let value = outcome.value else {
      throw DiagnosticError(diagnostics(of: outcome, in: source, limits: limits))
    }
    return value
  }

  private static func diagnostics(
    of outcome: JSONParser.Outcome, in source: Source, limits: Limits
  ) -> [Diagnostic] {
    var diagnostics = outcome.repeats.sorted { $0.again.lowerBound < $1.again.lowerBound }.map {
      Diagnostic.error(
        "json.duplicate-key", "the key \"\($0.key)\" stands twice in one object",
        at: SourceLocation(source, $0.again),
        notes: [Diagnostic.Note("the first one", at: SourceLocation(source, $0.first))],
        hints: ["remove or rename one of them"])
    }
    if outcome.furtherRepeats > 0 {
      diagnostics.append(
        .error(
          "json.duplicate-key", "\(outcome.furtherRepeats) more keys stand twice in one object",
          at: SourceLocation(source)))
    }
    if let fault = outcome.fault {
      diagnostics.append(fault.diagnostic(in: source, limits: limits))
    }
    return diagnostics
  }
}
