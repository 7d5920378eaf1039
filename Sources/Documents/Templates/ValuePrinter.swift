package import Formats
package import Inputs

/// Prints a value of the data as a report shows it.
package struct ValuePrinter: Sendable {
  package var language: Language

  package init(language: Language) {
    self.language = language
  }

  /// The text of a scalar, formatted where a format is given; nil for null.
  ///
  /// A number without a format prints as its author wrote it.
  package func text(_ value: Value, format: String?) throws(FormatError) -> String? {
    switch value.kind {
    case .null: return nil
    case .bool(let flag): return flag ? "true" : "false"
    case .string(let text):
      guard let format else { return text }
      return try ValueFormat.parse(format).string(.text(text), language: language)
    case .number(let number):
      guard let format else { return number.text }
      return try ValueFormat.parse(format).string(
        .number(text: number.text, double: number.double), language: language)
    case .array:
      throw FormatError(
        "format.list", "it is a list", hints: ["print its items in a section: {{#name}} … {{/name}}"])
    case .object(let object):
      let first = object.keys.first ?? "key"
      throw FormatError("format.object", "it is an object", hints: ["name one of its members: {{name.\(first)}}"])
    }
  }
}
