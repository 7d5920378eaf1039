extension Datum: Hashable {
  /// Equal content; a date equals the number of its milliseconds, and NaN itself, so that both can be grouped by.
  package static func == (a: Datum, b: Datum) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.number(let x), .number(let y)), (.number(let x), .date(let y)),
      (.date(let x), .number(let y)), (.date(let x), .date(let y)):
      x == y || x.isNaN && y.isNaN
    case (.list(let x), .list(let y)): x == y
    case (.record(let x), .record(let y)): x == y
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .number(let number), .date(let number): hasher.combine(number.isNaN ? .nan : number)
    case .string(let text): hasher.combine(text)
    case .list(let items): hasher.combine(items)
    case .record(let record): hasher.combine(record)
    }
  }
}

extension Datum {
  /// Vega's `compare`: null before all else, NaN next, texts by scalar, anything else by its number.
  package static func ascending(_ a: Datum, _ b: Datum) -> Ordering {
    switch (a.isNull, b.isNull) {
    case (true, true): return .same
    case (true, false): return .before
    case (false, true): return .after
    case (false, false): break
    }
    if case .string(let x) = a, case .string(let y) = b {
      if x == y { return .same }
      return x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? .before : .after
    }
    let (x, y) = (a.asNumber, b.asNumber)
    if x < y { return .before }
    if x > y { return .after }
    switch (x.isNaN, y.isNaN) {
    case (true, false): return .before
    case (false, true): return .after
    case (true, true), (false, false): return .same
    }
  }

  package enum Ordering: Sendable {
    case before
    case same
    case after

    package var reversed: Ordering {
      switch self {
      case .before: .after
      case .same: .same
      case .after: .before
      }
    }
  }

  /// ECMA-262's relational comparison: nil where it is undefined, so that `<` and `>=` are both false.
  static func relational(_ a: Datum, _ b: Datum) -> Ordering? {
    if case .string(let x) = a, case .string(let y) = b {
      if x == y { return .same }
      return x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? .before : .after
    }
    let (x, y) = (a.asNumber, b.asNumber)
    if x < y { return .before }
    if x > y { return .after }
    return x == y ? .same : nil
  }

  /// ECMA-262's `==`.
  static func looselyEquals(_ a: Datum, _ b: Datum) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.string(let x), .string(let y)): x == y
    case (.list, .list), (.record, .record): a == b
    case (.record, _), (_, .record): false
    case (.list, .string(let y)): a.asText == y
    case (.string(let x), .list): x == b.asText
    default: a.asNumber == b.asNumber
    }
  }

  /// ECMA-262's `===`, but lists and records are compared by content.
  static func strictlyEquals(_ a: Datum, _ b: Datum) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.date(let x), .date(let y)): x == y
    case (.number, .date), (.date, .number): false
    default: a == b
    }
  }
}
