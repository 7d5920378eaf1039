package import Diagnostics

/// An expression in Vega's language, read and ready to be evaluated row by row.
package struct Expression: Sendable {
  package let text: String
  package let location: SourceLocation?
  /// The fields of `datum` it reads, in order of appearance.
  package let fields: [String]
  /// The parameters it reads.
  package let parameters: [String]
  let node: ExpressionNode

  /// Reads an expression; `location` is where its text stands, quotes included.
  package init(_ text: String, at location: SourceLocation? = nil) throws(DiagnosticError) {
    self.text = text
    self.location = location
    do {
      (node, fields, parameters) = try ExpressionParser.parse(text)
    } catch let fault {
      throw DiagnosticError(
        .error(
          "expression.syntax", fault.message,
          at: Self.place(fault.range, in: text, at: location), hints: fault.hints))
    }
  }

  /// The place of a part of the text: exact where the source writes the text without escapes, else all of it.
  static func place(
    _ range: Range<Int>, in text: String, at location: SourceLocation?
  ) -> SourceLocation? {
    guard let location, let whole = location.range, whole.upperBound <= location.source.bytes.count
    else { return location }
    let written = location.source.bytes[whole]
    let quote = written.first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? false
    let inner = quote ? written.dropFirst().dropLast() : written
    guard inner.elementsEqual(text.utf8) else { return location }
    let start = inner.startIndex
    return SourceLocation(
      location.source, (start + range.lowerBound)..<(start + range.upperBound))
  }
}
