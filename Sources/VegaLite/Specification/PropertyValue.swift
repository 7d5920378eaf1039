import Diagnostics
import Inputs
import Tables

/// The value of a property: fixed, computed, or chosen by tests.
indirect enum PropertyValue {
  case constant(Datum)
  case expression(Expression)
  case conditional([(test: Predicate, value: PropertyValue)], otherwise: PropertyValue?)

  /// Reads `5`, `{"expr": …}` and `{"condition": …, "value": …}`.
  init?(_ located: Located, _ findings: Findings) {
    let value = located.value
    guard let object = value.object else {
      self = .constant(Datum(value))
      return
    }
    let reader = ObjectReader(located, findings)
    if let text = object["expr"]?.string, let place = object["expr"] {
      guard
        let expression = findings.attempt({ () throws(DiagnosticError) in
          try Expression(text, at: reader.location(of: place))
        })
      else { return nil }
      self = .expression(expression)
    } else if let condition = object["condition"] {
      let conditions = condition.array ?? [condition]
      let cases = conditions.compactMap { item -> (test: Predicate, value: PropertyValue)? in
        guard let test = Self.test(reader.located(item), findings),
          let value = Self.branch(reader.located(item), findings)
        else { return nil }
        return (test, value)
      }
      self = .conditional(cases, otherwise: Self.branch(located, findings))
    } else {
      self = .constant(Datum(value))
    }
  }

  /// The test of a condition: `test`, or a parameter by `param`.
  static func test(_ located: Located, _ findings: Findings) -> Predicate? {
    if let test = located["test"] { return Predicate(test, findings) }
    if let name = located.value["param"]?.string {
      return .parameter(name, empty: located.value["empty"]?.bool ?? true)
    }
    findings.error(
      "spec.missing", "a condition needs \"test\" or \"param\"", at: located.location)
    return nil
  }

  private static func branch(_ located: Located, _ findings: Findings) -> PropertyValue? {
    if let value = located["value"] { return PropertyValue(value, findings) }
    if located.value["expr"] != nil {
      return PropertyValue(
        Located(.object([("expr", located.value["expr"] ?? .null)]), in: located.source), findings)
    }
    return nil
  }

  /// The value for a row; nil where no test holds and nothing stands for the rest.
  func evaluate(
    _ frame: Frame, _ row: Int, _ run: ChartRun
  ) -> Datum? {
    switch self {
    case .constant(let datum): return datum
    case .expression(let expression):
      return run.findings.attempt { () throws(DiagnosticError) in
        try expression.evaluate(.row(frame, row), run.evaluation)
      }
    case .conditional(let cases, let otherwise):
      for item in cases where run.holds(item.test, frame, row) {
        return item.value.evaluate(frame, row, run)
      }
      return otherwise?.evaluate(frame, row, run)
    }
  }

  /// The value where there is no row.
  func evaluate(_ run: ChartRun) -> Datum? {
    evaluate(Self.nothing, 0, run)
  }

  private static let nothing = Frame(count: 1)

  var isConstant: Bool {
    if case .constant = self { true } else { false }
  }
}
