/// Asks a value for its type, or turns it into another.
enum TypeFunction: String, Sendable, CaseIterable {
  case isArray, isBoolean, isDate, isDefined, isNumber, isObject, isRegExp, isString, isValid
  case isNaN, isFinite
  case toBoolean, toDate, toNumber, toString

  func apply(_ value: Datum) -> Datum {
    switch self {
    case .isArray: .bool(value.list != nil)
    case .isBoolean: if case .bool = value { true } else { false }
    case .isDate: if case .date = value { true } else { false }
    case .isDefined: .bool(!value.isNull)
    case .isNumber: if case .number = value { true } else { false }
    case .isObject:
      switch value {
      case .list, .record, .date: true
      case .null, .bool, .number, .string: false
      }
    // A regular expression is no value here: it can only be handed to `test` or `replace`.
    case .isRegExp: false
    case .isString: .bool(value.string != nil)
    case .isValid: .bool(value.isValid)
    case .isNaN: .bool(value.asNumber.isNaN)
    case .isFinite: .bool(value.asNumber.isFinite)
    case .toBoolean:
      switch value {
      case .null, .string(""): .null
      case .string("false"), .string("0"): false
      default: .bool(value.asBool)
      }
    case .toDate: Self.date(value)
    case .toNumber: isNothing(value) ? .null : .number(value.asNumber)
    case .toString: isNothing(value) ? .null : .string(value.asText)
    }
  }

  private func isNothing(_ value: Datum) -> Bool {
    switch value {
    case .null, .string(""): true
    default: false
    }
  }

  /// Vega's `toDate`: texts as `Date.parse` reads them, numbers as milliseconds.
  static func date(_ value: Datum) -> Datum {
    switch value {
    case .null, .string(""): .null
    case .date: value
    case .string(let text): DateText.milliseconds(text).map { .date($0) } ?? .date(.nan)
    case .bool, .number, .list, .record: .date(value.asNumber)
    }
  }
}
