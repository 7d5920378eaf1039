package import Diagnostics

/// One node of the tree that JSON, YAML, CSV and NDJSON are all read into.
///
/// It knows the bytes it was read from, so a wrong value can be shown at its place, and a number keeps its
/// source text. Values made by a program have the empty range at offset 0.
package struct Value: Sendable {
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array([Value])
    case object(Object)
  }

  package var kind: Kind
  private var start: UInt32
  private var end: UInt32

  package init(_ kind: Kind, range: Range<Int> = 0..<0) {
    self.kind = kind
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// UTF-8 byte offsets into the source the value was read from.
  package var range: Range<Int> {
    Int(start)..<Int(end)
  }
}

/// A number as its author wrote it.
package struct Number: Sendable, Hashable {
  /// The source text (`1.50`, `2e3`), in JSON's grammar.
  package let text: String
  /// The nearest double; infinite where the text is beyond its range.
  package let double: Double

  package init(text: String, double: Double) {
    self.text = text
    self.double = double
  }

  /// A computed number: its text is the shortest that reads back as the same double, in JSON's grammar.
  ///
  /// That grammar has no infinity and no NaN; their text is Swift's.
  package init(_ double: Double) {
    self.double = double
    text =
      double == double.rounded() && abs(double) < 1e15
      ? String(Int(double)) : String(describing: double)
  }

  package init(_ int: Int) {
    text = String(int)
    double = Double(int)
  }

  package static func == (a: Number, b: Number) -> Bool { a.double == b.double }
  package func hash(into hasher: inout Hasher) { hasher.combine(double) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self.init(.string(value)) }
  package init(integerLiteral value: Int) { self.init(.number(Number(value))) }
  package init(floatLiteral value: Double) { self.init(.number(Number(value))) }
  package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  package init(arrayLiteral elements: Value...) { self.init(.array(elements)) }
  package init(dictionaryLiteral elements: (String, Value)...) {
    self.init(.object(Object(elements.map { Object.Member(key: $0.0, value: $0.1) })))
  }

  package static func string(_ text: String) -> Value { Value(.string(text)) }
  package static func number(_ double: Double) -> Value { Value(.number(Number(double))) }
  package static func number(_ int: Int) -> Value { Value(.number(Number(int))) }
  package static func array(_ values: [Value]) -> Value { Value(.array(values)) }
  package static func object(_ members: [(String, Value)]) -> Value {
    Value(.object(Object(members.map { Object.Member(key: $0.0, value: $0.1) })))
  }
  package static var null: Value { Value(.null) }
}

extension Value {
  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }
  package var number: Number? {
    if case .number(let number) = kind { number } else { nil }
  }
  package var double: Double? { number?.double }
  package var bool: Bool? {
    if case .bool(let flag) = kind { flag } else { nil }
  }
  package var array: [Value]? {
    if case .array(let values) = kind { values } else { nil }
  }
  package var object: Object? {
    if case .object(let object) = kind { object } else { nil }
  }
  package var isNull: Bool {
    if case .null = kind { true } else { false }
  }
  package subscript(key: String) -> Value? { object?[key] }

  /// The kind in a reader's words, for messages: `a number`, `a list`, `an object` …
  package var kindName: String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension Value: Hashable {
  /// Equal content; where it was read does not count, nor the order of an object's members.
  package static func == (a: Value, b: Value) -> Bool {
    switch (a.kind, b.kind) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)): x == y
    case (.object(let x), .object(let y)):
      x.members.count == y.members.count
        && zip(x.members, y.members).allSatisfy { one, other in
          // Mostly they are in the same order, and nothing has to be looked for.
          (one.key == other.key ? other.value : y[one.key]) == one.value
        }
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch kind {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .number(let number): hasher.combine(number)
    case .string(let text): hasher.combine(text)
    case .array(let values): hasher.combine(values)
    case .object(let object):
      // A sum, so that the order of the members doesn't count.
      var sum = 0
      for member in object.members {
        var single = Hasher()
        single.combine(member.key)
        single.combine(member.value)
        sum &+= single.finalize()
      }
      hasher.combine(sum)
    }
  }
}

/// A value together with the source its range points into.
package struct Located: Sendable {
  package var value: Value
  package var source: Source

  package init(_ value: Value, in source: Source) {
    self.value = value
    self.source = source
  }

  package var location: SourceLocation { SourceLocation(source, value.range) }

  /// The member of an object, in the same source.
  package subscript(key: String) -> Located? {
    value[key].map { Located($0, in: source) }
  }
}
