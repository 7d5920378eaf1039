package import Diagnostics

/// A test of a row: an expression, a comparison of a field, or several of them.
package indirect enum Predicate: Sendable {
  package enum Comparison: Sendable {
    case equal(Datum)
    case less(Datum)
    case atMost(Datum)
    case greater(Datum)
    case atLeast(Datum)
    /// Nil bounds are open.
    case range(Double?, Double?)
    case oneOf([Datum])
    case valid(Bool)
  }

  case expression(Expression)
  case field(FieldPath, TimeUnit?, Comparison)
  /// A selection; `empty` is the answer where nothing is selected.
  case parameter(String, empty: Bool)
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)

  /// Evaluates the test for a row.
  package func holds(
    _ frame: Frame, _ row: Int, _ evaluation: Evaluation
  ) throws(DiagnosticError) -> Bool {
    switch self {
    case .expression(let expression):
      return try expression.evaluate(.row(frame, row), evaluation).asBool
    case .field(let field, let unit, let comparison):
      return comparison.holds(field.cell(frame, row), unit)
    case .parameter(let name, let empty):
      return evaluation.isSelected?(name, frame, row) ?? empty
    case .and(let parts):
      for part in parts where try !part.holds(frame, row, evaluation) { return false }
      return true
    case .or(let parts):
      for part in parts where try part.holds(frame, row, evaluation) { return true }
      return false
    case .not(let part): return try !part.holds(frame, row, evaluation)
    }
  }

  /// The parameters it names, in order.
  package var parameters: [String] {
    switch self {
    case .expression, .field: []
    case .parameter(let name, _): [name]
    case .and(let parts), .or(let parts): parts.flatMap(\.parameters)
    case .not(let part): part.parameters
    }
  }
}

extension FieldPath {
  /// The cell of one row; null where there is no such column.
  package func cell(_ frame: Frame, _ row: Int) -> Datum {
    if let position = frame.position(of: name) { return frame.cell(position, row) }
    return frame.position(of: column).map { resolve(in: frame.cell($0, row)) } ?? .null
  }
}

extension Predicate.Comparison {
  func holds(_ cell: Datum, _ unit: TimeUnit?) -> Bool {
    let value: Datum
    if let unit {
      let start = TypeFunction.date(cell).double.flatMap(unit.floor)
      value = start.map { .number($0) } ?? .null
    } else {
      value = cell
    }
    switch self {
    case .equal(let other): return Self.same(value, other)
    case .less(let other): return Datum.relational(value, other) == .before
    case .greater(let other): return Datum.relational(value, other) == .after
    case .atMost(let other):
      return Datum.relational(value, other).map { $0 != .after } ?? false
    case .atLeast(let other):
      return Datum.relational(value, other).map { $0 != .before } ?? false
    case .range(let low, let high):
      let number = value.asNumber
      return !value.isNull && low.map { number >= $0 } ?? true && high.map { number <= $0 } ?? true
    case .oneOf(let others): return others.contains { Self.same(value, $0) }
    case .valid(let wanted): return (value.isValid && value.asNumber.isFinite) == wanted
    }
  }

  /// Dates equal the numbers of their milliseconds.
  private static func same(_ a: Datum, _ b: Datum) -> Bool { a == b }
}
