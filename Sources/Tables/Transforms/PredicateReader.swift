import Diagnostics
package import Inputs

extension Predicate {
  /// Reads a test as Vega-Lite writes it; nil where it isn't one, which is reported.
  package init?(_ located: Located, _ findings: Findings) {
    let value = located.value
    if let text = value.string {
      guard
        let expression = findings.attempt({ () throws(DiagnosticError) in
          try Expression(text, at: located.location)
        })
      else { return nil }
      self = .expression(expression)
      return
    }
    guard let object = value.object else {
      findings.error(
        "spec.type", "a test must be an expression or an object, not \(value.kindName)",
        at: located.location)
      return nil
    }
    let reader = ObjectReader(located, findings)
    if let inner = object["not"] {
      guard let part = Predicate(Located(inner, in: located.source), findings) else { return nil }
      self = .not(part)
    } else if let parts = Self.parts(reader, "and") {
      self = .and(parts)
    } else if let parts = Self.parts(reader, "or") {
      self = .or(parts)
    } else if let name = reader.string("param") {
      self = .parameter(name, empty: reader.bool("empty") ?? true)
    } else if let field = reader.string("field") {
      guard let comparison = Self.comparison(reader) else { return nil }
      self = .field(FieldPath(field), TimeUnit(reader, "timeUnit"), comparison)
    } else {
      findings.error(
        "spec.predicate", "a test needs \"field\", \"param\", \"and\", \"or\" or \"not\"",
        at: located.location)
      return nil
    }
  }

  private static func parts(_ reader: ObjectReader, _ key: String) -> [Predicate]? {
    reader.array(key)?.compactMap { Predicate(reader.located($0), reader.findings) }
  }

  private static func comparison(_ reader: ObjectReader) -> Comparison? {
    reader.check(
      known: [
        "field", "timeUnit", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid",
      ], in: "a test")
    let unit = TimeUnit(reader, "timeUnit")
    func datum(_ value: Value) -> Datum {
      if let time = CalendarFields.milliseconds(value) { return .number(time) }
      // A plain value beside a single unit is that unit's: {"timeUnit": "year", "equal": 2010}.
      if let unit, unit.parts.count == 1,
        let time = CalendarFields.milliseconds(.object([(unit.finest.rawValue, value)]))
      {
        return .number(time)
      }
      return Datum(value)
    }
    if let value = reader.value["equal"] { return .equal(datum(value)) }
    if let value = reader["lt"] { return .less(datum(value)) }
    if let value = reader["lte"] { return .atMost(datum(value)) }
    if let value = reader["gt"] { return .greater(datum(value)) }
    if let value = reader["gte"] { return .atLeast(datum(value)) }
    if let values = reader.array("oneOf") { return .oneOf(values.map(datum)) }
    if let flag = reader.bool("valid") { return .valid(flag) }
    if let bounds = reader.array("range"), bounds.count == 2 {
      let ends = bounds.map { $0.isNull ? nil : Optional(datum($0).asNumber) }
      return .range(ends[0], ends[1])
    }
    reader.findings.error(
      "spec.predicate", "the test of \"\(reader.string("field") ?? "")\" compares with nothing",
      at: reader.location,
      hints: ["one of \"equal\", \"lt\", \"lte\", \"gt\", \"gte\", \"range\", \"oneOf\", \"valid\""]
    )
    return nil
  }
}
