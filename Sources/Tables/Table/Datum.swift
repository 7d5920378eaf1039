package import Inputs

/// A value while tables are worked on: JSON's kinds and dates, light enough for millions of cells.
package enum Datum: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  /// Milliseconds since 1970 UTC.
  case date(Double)
  case list([Datum])
  case record(Record)

  /// Named values in their order of writing.
  package struct Record: Sendable, Hashable {
    package var names: [String]
    package var values: [Datum]

    package init(_ members: [(String, Datum)] = []) {
      names = members.map(\.0)
      values = members.map(\.1)
    }

    package subscript(name: String) -> Datum? {
      get { names.firstIndex(of: name).map { values[$0] } }
      set {
        guard let newValue else { return }
        if let index = names.firstIndex(of: name) {
          values[index] = newValue
        } else {
          names.append(name)
          values.append(newValue)
        }
      }
    }
  }
}

extension Datum {
  package init(_ value: Value) {
    switch value.kind {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let number): self = .number(number.double)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map { Datum($0) })
    case .object(let object):
      self = .record(Record(object.members.map { ($0.key, Datum($0.value)) }))
    }
  }

  /// The value as JSON has it: dates as ISO 8601 texts, numbers that are none as null.
  package var value: Value {
    switch self {
    case .null: .null
    case .bool(let flag): Value(.bool(flag))
    case .number(let number): number.isFinite ? .number(number) : .null
    case .string(let text): .string(text)
    case .date(let time): DateText.iso(time).map { .string($0) } ?? .null
    case .list(let items): .array(items.map(\.value))
    case .record(let record): .object(zip(record.names, record.values).map { ($0, $1.value) })
    }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Neither null nor a number that is none: Vega's `isValid`.
  package var isValid: Bool {
    switch self {
    case .null: false
    case .number(let number), .date(let number): !number.isNaN
    case .bool, .string, .list, .record: true
    }
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number of a number or a date, without conversion.
  package var double: Double? {
    switch self {
    case .number(let number), .date(let number): number
    case .null, .bool, .string, .list, .record: nil
    }
  }

  package var list: [Datum]? {
    if case .list(let items) = self { items } else { nil }
  }

  package var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: Datum...) { self = .list(elements) }
}
