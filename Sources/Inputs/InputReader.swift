package import Diagnostics

/// Reads data of any format into one tree.
package enum InputReader {
  /// Reads a source in the given format, else in that of its name's ending, else as JSON if it looks like it.
  ///
  /// - Parameter columns: What the columns of CSV and TSV hold, where it isn't left to the cells.
  package static func read(
    _ source: Source, format: InputFormat? = nil, columns: [String: CSVType] = [:],
    limits: Limits = Limits()
  ) throws(DiagnosticError) -> Value {
    let format = if let format { format } else { try Self.format(of: source) }
    return switch format {
    case .json: try JSONReader.read(source, limits: limits)
    case .yaml: try YAMLReader.read(source, limits: limits)
    case .csv: try CSVReader.read(source, separator: .comma, types: columns, limits: limits)
    case .tsv: try CSVReader.read(source, separator: .tab, types: columns, limits: limits)
    case .ndjson: try NDJSONReader.read(source, limits: limits)
    }
  }

  /// The format of a source's name, else JSON if the first character opens a list or an object.
  private static func format(of source: Source) throws(DiagnosticError) -> InputFormat {
    if let format = InputFormat(fileName: source.name) { return format }
    let text =
      source.bytes.starts(with: TextEncoding.mark) ? source.bytes.dropFirst(3) : source.bytes[...]
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    default:
      let endings = InputFormat.allCases.flatMap(\.endings).map { ".\($0)" }
      throw DiagnosticError(
        .error(
          "input.format", "the ending of \"\(source.name)\" names no format that is read here",
          at: SourceLocation(source),
          hints: [
            "known endings: \(endings.joined(separator: ", "))",
            "or say what it is: --data-format csv",
          ]))
    }
  }

  /// Refuses a source of more bytes than the limit.
  static func checkSize(_ source: Source, limits: Limits) throws(DiagnosticError) {
    guard source.bytes.count <= limits[.inputBytes] else {
      throw DiagnosticError(
        limits.exceeded(
          .inputBytes, by: "the input of \(source.bytes.count) bytes", at: SourceLocation(source)))
    }
  }
}
