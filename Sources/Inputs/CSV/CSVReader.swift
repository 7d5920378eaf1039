package import Diagnostics

/// Reads CSV and TSV (RFC 4180) with a header into a list of objects.
///
/// A column whose cells are all JSON numbers holds numbers, one whose cells are all `true` or `false` holds
/// those, any other holds texts, so `007` stays what it is. An empty cell is null.
package enum CSVReader {
  private static let reportedErrors = 50

  /// Reads a source; `types` overrules what the cells of a column look like, and `standard` those of all the others.
  package static func read(
    _ source: Source, separator: CSVSeparator = .comma, types: [String: CSVType] = [:],
    standard: CSVType? = nil, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    try InputReader.checkSize(source, limits: limits)
    if let fault = TextEncoding.fault(
      in: source, 0..<source.bytes.count, id: "csv",
      hint: "save the file as UTF-8 (in Excel: \"CSV UTF-8\")")
    {
      throw DiagnosticError(fault)
    }
    let result: Result<Value, DiagnosticError> = source.bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(DiagnosticError) in
        var scanner = CSVScanner(bytes, separator: separator)
        do throws(CSVScanner.Fault) {
          try scanner.scan()
        } catch {
          throw DiagnosticError(error.diagnostic(in: source, separator: separator))
        }
        let grid = CSVGrid(
          bytes: bytes, source: source, cells: scanner.cells, rowEnds: scanner.rowEnds)
        return try grid.value(
          separator: separator, types: types, standard: standard, limits: limits)
      }
    }
    return try result.get()
  }

  static func bounded(_ errors: [Diagnostic], in source: Source) -> DiagnosticError {
    DiagnosticError(DiagnosticList.bounded(errors, to: reportedErrors, in: source))
  }
}

extension CSVScanner.Fault {
  fileprivate func diagnostic(in source: Source, separator: CSVSeparator) -> Diagnostic {
    let location = SourceLocation(source, range)
    return switch kind {
    case .openQuote:
      .error(
        "csv.quote", "the quote that opens here is never closed", at: location,
        hints: ["write a quote inside a quoted cell twice: \"\""])
    case .afterQuote:
      .error(
        "csv.quote", "expected \(separator.name) or the end of the line after the closing quote",
        at: location, hints: ["write a quote inside a quoted cell twice: \"\""])
    case .bareQuote:
      .error(
        "csv.quote", "a quote inside a cell without quotes", at: location,
        hints: ["put the cell in quotes and the quote inside it twice: \"5\"\" pipe\""])
    case .bareReturn:
      .error(
        "csv.line-end", "a carriage return without a line feed", at: location,
        hints: ["save the file with LF or CRLF line ends"])
    }
  }
}
