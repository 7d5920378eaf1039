import Diagnostics
import Inputs
import Tables

/// Tests over the rows of a table, each with the look of what passes it.
struct DataTableConditions {
  private let tests: [(expression: Expression, look: TableLook)]

  /// - Parameter names: The rows, whose fields the tests may name.
  init(
    _ conditions: [DataTableSpecification.Condition], theme: Theme, source: Source,
    names frame: Frame
  ) throws(DiagnosticError) {
    var faults = FaultList()
    var tests: [(Expression, TableLook)] = []
    for condition in conditions {
      let test = faults.collect { () throws(DiagnosticError) in
        let location = SourceLocation(source, condition.test.range)
        let expression = try Expression(condition.test.text, at: location)
        for field in expression.fields where frame.count > 0 && !frame.has(field) {
          throw DiagnosticError(
            .error(
              "table.field", "no row has a \"\(field)\"", at: location,
              hints: Suggestion.hints(for: field, in: frame.names)))
        }
        let look = try Self.look(condition, theme: theme, source: source)
        return (expression, look)
      }
      if let test { tests.append(test) }
    }
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    self.tests = tests
  }

  /// The look of each row: that of the first test that it passes. Empty where there are no tests.
  func looks(of frame: Frame, _ evaluation: Evaluation) throws(DiagnosticError) -> [TableLook?] {
    guard !tests.isEmpty else { return [] }
    var looks = [TableLook?](repeating: nil, count: frame.count)
    for row in looks.indices {
      for (expression, look) in tests
      where try expression.evaluate(.row(frame, row), evaluation).asBool {
        looks[row] = look
        break
      }
    }
    return looks
  }

  private static func look(
    _ condition: DataTableSpecification.Condition, theme: Theme, source: Source
  ) throws(DiagnosticError) -> TableLook {
    if let style = condition.style, theme.style(named: style.text) == nil,
      theme.color(named: style.text) == nil
    {
      throw DiagnosticError(
        .error(
          "table.style", "no style and no colour is named \"\(style.text)\"",
          at: SourceLocation(source, style.range),
          hints: Suggestion.hints(for: style.text, in: theme.styleNames + theme.colorNames)
            + ["add it under \"styles\" or \"colors\" in theme.yaml"]))
    }
    if let ground = condition.ground, theme.color(named: ground.text) == nil {
      throw DiagnosticError(
        theme.unknownColor(ground.text, at: SourceLocation(source, ground.range)))
    }
    return TableLook(style: condition.style?.text, ground: condition.ground?.text)
  }
}
