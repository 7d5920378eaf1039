import Diagnostics
import Formats
import Inputs
import Testing

@testable import Tables

/// What grows without measure is refused before it is made, in any memory and at once.
@Suite(.timeLimit(.minutes(1))) struct GrowthTests {
  @Test(arguments: [
    "pad('x', 1e12)",
    "pad('x', 1e12, 'yy', 'left')",
    "sequence(1e12)",
    "length(sequence(0, 1, 1e-12))",
    "timeSequence('milliseconds', datetime(1, 0, 1), datetime(9999, 0, 1))",
    "split(pad('x', 5e5), '')",
    "join(sequence(1e5), pad(',', 1e5))",
    "replace(pad('x', 1e4, 'x'), /x/g, pad('y', 1e4))",
    "replace(pad('x', 1e4, 'x'), /x/g, '$`')",
    "replace(replace(pad('x', 1e3, 'x'), /x/g, pad('x', 100, 'x')), /x/g, pad('x', 100, 'x'))",
    "[pad('x', 3e6)] + pad('x', 3e6)",
  ])
  func `an expression`(text: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try Expression(text).evaluate(.none, Evaluation(limits: limits))
    }
    #expect(error?.diagnostics.first?.id == "limit.expression-steps", "\(text)")
  }

  private var limits: Limits {
    var limits = Limits()
    limits[.rows] = 200_000
    limits[.expressionSteps] = 1_000_000
    return limits
  }

  @Test func `a text doubled again and again`() throws {
    var rows = Frame([(name: "a", cells: ["x"])])
    let doubled = TableTransform.calculate(try Expression("datum.a + datum.a"), as: "a")
    let evaluation = Evaluation(limits: limits)
    let error = #expect(throws: DiagnosticError.self) {
      for _ in 0..<60 { rows = try doubled.apply(to: rows, evaluation) }
    }
    #expect(error?.diagnostics.first?.id == "limit.expression-steps")
  }

  @Test func `what fits is made whole`() throws {
    #expect(try evaluate("length(sequence(1200000))") == 1_200_000)
    #expect(try evaluate("length(pad('x', 20000))") == 20_000)
    #expect(try evaluate("length(sequence(3, 0, -1))") == 3)
    #expect(
      try evaluate("length(timeSequence('minutes', datetime(2024, 0, 1), datetime(2024, 0, 11)))")
        == 14_400)
    #expect(try evaluate("length(replace(pad('x', 1e4, 'x'), /x/g, 'ab'))") == 20_000)
  }

  @Test func `a sequence that stands still has no end`() {
    let error = #expect(throws: DiagnosticError.self) { try evaluate("sequence(0, 1, 0)") }
    #expect(error?.diagnostics.first?.message == "a sequence by steps of 0 has no end")
  }

  @Test func `steps without rows take no room`() throws {
    let made = QuantileTransform(FieldPath("a"), step: 1e-12).apply(to: Frame())
    #expect(made.count == 0)
  }

  static let transforms: [(Value, String)] = [
    (["fold": ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a"]], "limit.rows"),
    (["impute": "a", "key": "b", "groupby": ["g"]], "limit.rows"),
    (["impute": "a", "key": "b", "keyvals": ["stop": 1e9]], "limit.rows"),
    (["density": "a", "steps": 1e9], "limit.rows"),
    (["density": "a", "groupby": ["g"], "steps": 100], "limit.rows"),
    (["quantile": "a", "step": 1e-9], "limit.rows"),
    (["regression": "a", "on": "b", "method": "poly", "groupby": ["g"]], "limit.rows"),
    (["pivot": "a", "value": "b", "groupby": ["g"]], "limit.rows"),
    (
      ["window": [["op": "mean", "field": "a"]], "frame": [-1000, 1000]], "limit.expression-steps"
    ),
    (["window": [["op": "values", "field": "a"]]], "limit.expression-steps"),
    (["loess": "a", "on": "b", "bandwidth": 1], "limit.expression-steps"),
  ]

  /// 20,000 rows, each a group of its own, with few steps and rows allowed.
  @Test(arguments: transforms.indices)
  func `a transform`(index: Int) throws {
    let (spec, id) = Self.transforms[index]
    let findings = Findings()
    let reader = TransformReader(findings, limits: limits)
    let transform = try #require(reader.read(Located(spec, in: Source(name: "spec", text: ""))))
    let cells = (0..<20_000).map { Datum.number(Double($0)) }
    let frame = Frame([
      (name: "a", cells: cells), (name: "b", cells: cells), (name: "g", cells: cells),
    ])
    let made = findings.attempt { () throws(DiagnosticError) in
      try transform.apply(to: frame, Evaluation(limits: limits))
    }
    _ = made
    #expect(findings.diagnostics.first?.id == id)
  }

  @Test(
    arguments: [
      (["quantile": "a", "step": 0], "\"step\" must be a number above 0, not 0"),
      (["density": "a", "steps": -1], "\"steps\" must be a number above 0, not -1"),
      (["loess": "a", "on": "b", "bandwidth": 0], "\"bandwidth\" must be a number above 0, not 0"),
      (
        ["impute": "a", "key": "b", "keyvals": ["stop": 3, "step": 0]],
        "a sequence by steps of 0 has no end"
      ),
      (["impute": "a", "key": "b", "keyvals": ["start": 3]], "a sequence needs \"stop\""),
      (
        ["aggregate": [["op": "avg", "field": "a", "as": "m"]]], "unknown operation \"avg\""
      ),
      (["sort": [["field": "a", "order": "desc"]]], "unknown order \"desc\""),
    ] as [(Value, String)])
  func `a wrong word or number`(spec: Value, message: String) {
    let findings = Findings()
    let reader = TransformReader(findings, limits: Limits())
    _ = reader.read(Located(spec, in: Source(name: "spec", text: "")))
    #expect(findings.diagnostics.first?.message == message)
  }

  @Test func `other programs' names lead to ours`() {
    #expect(AggregateOperation.hints(for: "avg") == ["did you mean \"mean\"?"])
    #expect(AggregateOperation.hints(for: "medain") == ["did you mean \"median\"?"])
    #expect(
      Suggestion.hints(for: "desc", in: ["ascending", "descending"]) == [
        "did you mean \"descending\"?"
      ])
  }
}
