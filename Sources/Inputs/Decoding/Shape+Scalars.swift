import Diagnostics
import Formats

extension Shape where Output == String {
  /// A text that isn't empty.
  package static var text: Shape {
    Shape(
      schema: SchemaFragment([("type", "string"), ("minLength", 1)]), example: "\"…\""
    ) { value, decoding in
      guard let text = value.string else {
        decoding.mismatch("a text", value)
        return nil
      }
      guard !text.isEmpty else {
        decoding.error("data.empty", "\(decoding.subject) is empty", at: value.range)
        return nil
      }
      return text
    }
  }
}

extension Shape where Output == Double {
  /// A number within the range of a double.
  package static var number: Shape {
    Shape(schema: SchemaFragment([("type", "number")]), example: "0") { value, decoding in
      guard let number = value.double else {
        decoding.mismatch("a number", value)
        return nil
      }
      guard number.isFinite else {
        decoding.error("data.range", "\(decoding.subject) is too large a number", at: value.range)
        return nil
      }
      return number
    }
  }
}

extension Shape where Output == Number {
  /// A number with its source text kept.
  package static var exactNumber: Shape {
    Shape<Double>.number.map { _, value, _ in value.number }
  }
}

extension Shape where Output == Int {
  /// A whole number within bounds.
  package static func integer(in bounds: ClosedRange<Int>) -> Shape {
    Shape<Double>.number.describing([
      ("type", "integer"), ("minimum", .number(bounds.lowerBound)),
      ("maximum", .number(bounds.upperBound)),
    ]).map { number, value, decoding in
      guard let whole = Int(exactly: number) else {
        decoding.error(
          "data.type", "\(decoding.subject) must be a whole number", at: value.range)
        return nil
      }
      guard bounds.contains(whole) else {
        decoding.error(
          "data.range",
          "\(decoding.subject) must lie within \(bounds.lowerBound) and \(bounds.upperBound)",
          at: value.range)
        return nil
      }
      return whole
    }
  }
}

extension Shape where Output == Bool {
  /// True or false.
  package static var bool: Shape {
    Shape(schema: SchemaFragment([("type", "boolean")]), example: "true") { value, decoding in
      if value.bool == nil { decoding.mismatch("true or false", value) }
      return value.bool
    }
  }
}

extension Shape where Output == Value {
  /// Anything, as it stands.
  package static var any: Shape {
    Shape(schema: SchemaFragment([]), example: "…") { value, _ in value }
  }
}

extension Shape where Output: CaseIterable & RawRepresentable<String> {
  /// One of the codes of a closed vocabulary.
  package static func code(_ noun: String) -> Shape {
    let codes = Output.allCases.map(\.rawValue)
    return Shape(
      schema: SchemaFragment([("enum", .array(codes.map(Value.string)))]),
      example: "\"\(codes.first ?? "")\""
    ) { value, decoding in
      guard let text = value.string else {
        decoding.mismatch("a text", value)
        return nil
      }
      guard let code = Output(rawValue: text) else {
        decoding.error(
          "data.unknown-code", "unknown \(noun) \"\(text)\"", at: value.range,
          hints: Suggestion.hints(for: text, in: codes))
        return nil
      }
      return code
    }
  }
}
