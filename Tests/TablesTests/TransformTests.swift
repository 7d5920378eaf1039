import Diagnostics
import Formats
import Inputs
import Testing

@testable import Tables

/// Applies a transform, written as in a specification, to a list of rows.
func transformed(_ spec: Value, _ rows: Value) throws -> Value {
  let findings = Findings()
  let source = Source(name: "spec", text: "")
  let reader = TransformReader(findings, limits: Limits())
  let table = try #require(Table(rows))
  let transform = reader.read(Located(spec, in: source))
  try findings.throwIfErrors()
  let frame = try #require(transform).apply(to: Frame(table), Evaluation())
  return Table(frame).value
}

@Suite struct TransformTests {
  static let sales: Value = [
    ["region": "서울", "year": 2021, "amount": 10], ["region": "부산", "year": 2021, "amount": 4],
    ["region": "서울", "year": 2022, "amount": 20], ["region": "부산", "year": 2022, "amount": .null],
  ]

  @Test(
    arguments: [
      (["filter": "datum.amount > 5"], ["서울", "서울"]),
      (["filter": ["field": "amount", "lte": 4]], ["부산", "부산"]),
      (["filter": ["field": "amount", "range": [.null, 10]]], ["서울", "부산"]),
      (["filter": ["field": "region", "oneOf": ["부산"]]], ["부산", "부산"]),
      (["filter": ["field": "amount", "valid": false]], ["부산"]),
      (["filter": ["not": ["field": "year", "equal": 2021]]], ["서울", "부산"]),
      (
        ["filter": ["and": [["field": "year", "equal": 2022], "datum.region == '서울'"]]], ["서울"]
      ),
      (["filter": ["or": ["datum.amount == 4", "datum.amount == 20"]]], ["부산", "서울"]),
      (["filter": ["param": "brush"]], ["서울", "부산", "서울", "부산"]),
      (["filter": ["param": "brush", "empty": false]], []),
    ] as [(Value, [String])])
  func `filters keep rows that pass`(spec: Value, expected: [String]) throws {
    let kept = try transformed(spec, Self.sales).array?.compactMap { $0["region"]?.string }
    #expect(kept == expected)
  }

  @Test func `null is at most any number, as in ECMA-262`() throws {
    let kept = try transformed(["filter": "datum.amount <= 4"], Self.sales)
    #expect(kept.array?.count == 2)
  }

  @Test func `calculate adds a column`() throws {
    let result = try transformed(
      ["calculate": "datum.amount * 2", "as": "double"], [["amount": 2], ["amount": 3]])
    #expect(result == [["amount": 2, "double": 4], ["amount": 3, "double": 6]])
  }

  @Test func `aggregate gives a row for each group`() throws {
    let result = try transformed(
      [
        "aggregate": [
          ["op": "sum", "field": "amount", "as": "total"], ["op": "count", "as": "n"],
          ["op": "valid", "field": "amount", "as": "valid"],
        ], "groupby": ["region"],
      ], Self.sales)
    #expect(
      result == [
        ["region": "서울", "total": 30, "n": 2, "valid": 2],
        ["region": "부산", "total": 4, "n": 2, "valid": 1],
      ])
  }

  @Test(
    arguments: [
      ("sum", 20), ("mean", 5), ("median", 4), ("min", 2), ("max", 10), ("count", 5),
      ("distinct", 4), ("missing", 1), ("valid", 4), ("variance", 12), ("variancep", 9),
      ("stdevp", 3), ("q1", 3.5), ("q3", 5.5), ("product", 320),
    ] as [(String, Double)])
  func `operations skip nulls`(operation: String, expected: Double) throws {
    let rows: Value = [["x": 2], ["x": 4], ["x": 10], ["x": 4], ["x": .null]]
    let result = try transformed(
      ["aggregate": [["op": .string(operation), "field": "x", "as": "y"]]], rows)
    #expect(result.array?.first?["y"]?.double == expected)
  }

  @Test func `argmax gives the whole row`() throws {
    let result = try transformed(
      ["aggregate": [["op": "argmax", "field": "amount", "as": "best"]]], Self.sales)
    #expect(result.array?.first?["best"]?["year"]?.double == 2022)
  }

  @Test func `joinaggregate tells each row of its group`() throws {
    let result = try transformed(
      ["joinaggregate": [["op": "sum", "field": "amount", "as": "t"]], "groupby": ["year"]],
      Self.sales)
    #expect(result.array?.map { $0["t"]?.double ?? 0 } == [14, 14, 20, 20])
  }

  @Test(
    arguments: [
      ("row_number", [1, 2, 3, 4]), ("rank", [1, 1, 3, 4]), ("dense_rank", [1, 1, 2, 3]),
      ("percent_rank", [0, 0, 2.0 / 3, 1]), ("cume_dist", [0.5, 0.5, 0.75, 1]),
      ("first_value", [1, 1, 1, 1]), ("last_value", [1, 1, 2, 5]),
      ("sum", [2, 2, 4, 9]), ("count", [2, 2, 3, 4]), ("mean", [1, 1, 4.0 / 3, 2.25]),
    ] as [(String, [Double])])
  func `windows look at sorted rows and their peers`(operation: String, expected: [Double]) throws {
    let result = try transformed(
      ["window": [["op": .string(operation), "field": "x", "as": "y"]], "sort": [["field": "x"]]],
      [["x": 1], ["x": 1], ["x": 2], ["x": 5]])
    #expect(result.array?.map { $0["y"]?.double ?? .nan } == expected)
  }

  @Test func `a frame bounds a window`() throws {
    let result = try transformed(
      ["window": [["op": "mean", "field": "x", "as": "y"]], "frame": [-1, 1]],
      [["x": 1], ["x": 2], ["x": 6]])
    #expect(result.array?.map { $0["y"]?.double ?? .nan } == [1.5, 3, 4])
  }

  @Test func `lag and lead reach to other rows`() throws {
    let result = try transformed(
      [
        "window": [
          ["op": "lag", "field": "x", "as": "before"],
          ["op": "lead", "field": "x", "param": 2, "as": "after"],
        ]
      ], [["x": 1], ["x": 2], ["x": 3]])
    #expect(
      result == [
        ["x": 1, "before": .null, "after": 3], ["x": 2, "before": 1, "after": .null],
        ["x": 3, "before": 2, "after": .null],
      ])
  }

  @Test func `bins are round`() throws {
    let rows = Value.array((0...100).map { .object([("x", .number($0))]) })
    let result = try transformed(["bin": true, "field": "x", "as": ["from", "to"]], rows)
    #expect(result.array?[37]["from"]?.double == 30)
    #expect(result.array?[37]["to"]?.double == 40)
    #expect(result.array?[100]["from"]?.double == 90)
  }

  @Test(arguments: [
    (BinParameters(maxBins: 10), 0.0, 100.0, 0.0, 100.0, 10.0),
    (BinParameters(maxBins: 20), 0, 100, 0, 100, 5),
    (BinParameters(maxBins: 10), 1.5, 9.2, 1, 10, 1),
    (BinParameters(step: 25), 10, 60, 0, 75, 25), (BinParameters(nice: false), 1, 9, 1, 9, 0.5),
    (BinParameters(), 5, 5, 5, 5.5, 0.5),
    (BinParameters(maxBins: 10), .infinity, -.infinity, 0, 0.1, 0.1),
  ])
  func `bins are chosen as Vega chooses them`(
    parameters: BinParameters, low: Double, high: Double, start: Double, stop: Double, step: Double
  ) {
    let bins = Bins(parameters, extent: (low, high))
    #expect(abs(bins.start - start) < 1e-9)
    #expect(abs(bins.stop - stop) < 1e-9)
    #expect(abs(bins.step - step) < 1e-9)
  }

  @Test(
    arguments: [
      ("zero", [0, 1, 0, 0], [1, 3, -2, 4]),
      ("normalize", [0, 1.0 / 3, 0, 1.0 / 3], [1.0 / 3, 1, 1.0 / 3, 1]),
      ("center", [1.5, 2.5, 0, 2], [2.5, 4.5, 2, 6]),
    ] as [(String, [Double], [Double])])
  func `stacks lay numbers end to end`(offset: String, starts: [Double], ends: [Double]) throws {
    let result = try transformed(
      ["stack": "v", "groupby": ["g"], "offset": .string(offset), "as": ["from", "to"]],
      [
        ["g": 1, "v": 1], ["g": 1, "v": 2], ["g": 2, "v": -2], ["g": 2, "v": 4],
      ])
    #expect(result.array?.map { $0["from"]?.double ?? .nan } == starts)
    #expect(result.array?.map { $0["to"]?.double ?? .nan } == ends)
  }

  @Test func `fold makes rows of columns`() throws {
    let result = try transformed(["fold": ["a", "b"]], [["a": 1, "b": 2]])
    #expect(
      result == [
        ["a": 1, "b": 2, "key": "a", "value": 1], ["a": 1, "b": 2, "key": "b", "value": 2],
      ])
  }

  @Test func `flatten makes rows of lists`() throws {
    let result = try transformed(
      ["flatten": ["a", "b"]], [["k": 1, "a": [1, 2], "b": [3]]])
    #expect(result == [["k": 1, "a": 1, "b": 3], ["k": 1, "a": 2, "b": .null]])
  }

  @Test func `pivot makes columns of values`() throws {
    let result = try transformed(
      ["pivot": "region", "value": "amount", "groupby": ["year"]], Self.sales)
    #expect(
      result == [
        ["year": 2021, "부산": 4, "서울": 10], ["year": 2022, "부산": .null, "서울": 20],
      ])
  }

  @Test func `impute fills in missing keys`() throws {
    let rows: Value = [
      ["x": 1, "g": "a", "y": 5], ["x": 2, "g": "a", "y": 7], ["x": 1, "g": "b", "y": 9],
    ]
    let zero = try transformed(["impute": "y", "key": "x", "groupby": ["g"], "value": 0], rows)
    #expect(zero.array?.last == ["x": 2, "g": "b", "y": 0])
    let mean = try transformed(
      ["impute": "y", "key": "x", "groupby": ["g"], "method": "mean"], rows)
    #expect(mean.array?.last?["y"]?.double == 9)
  }

  @Test func `a sample is part of the rows, the same in every run`() throws {
    let rows = Value.array((0..<100).map { .object([("x", .number($0))]) })
    let first = try transformed(["sample": 10], rows)
    #expect(first.array?.count == 10)
    #expect(try transformed(["sample": 10], rows) == first)
  }

  @Test func `cells nobody has changed stay as they were read`() throws {
    let text = Value(.number(Number(text: "1.50", double: 1.5)), range: 3..<7)
    let table = Table(columns: [.init("a"), .init("b")], rows: [[text, 1], [text, 2]])
    var frame = Frame(table).selecting([1])
    frame.set("b", [9])
    let row = try #require(Table(frame).rows.first)
    #expect(row[0].number?.text == "1.50")
    #expect(row[0].range == 3..<7)
    #expect(row[1] == 9)
  }

  /// A transform that is refused, and what is said of it.
  @Test(
    arguments: [
      (["filte": "x"], "unknown transform \"filte\""),
      (["calculate": "1"], "calculate needs \"as\""),
      (["aggregate": [["op": "sun", "field": "a"]]], "unknown operation \"sun\""),
      (["aggregate": [["op": "sum"]]], "the operation \"sum\" needs \"field\""),
      (["timeUnit": "yaer", "field": "d", "as": "y"], "unknown time unit \"yaer\""),
      (["regression": "y"], "regression needs \"on\""),
      (["regression": "y", "on": "x", "method": "cubic"], "unknown method \"cubic\""),
      (["density": "x", "resolve": "some"], "unknown resolve \"some\""),
      (
        ["lookup": "a", "from": ["param": "brush", "key": "a"]],
        "\"brush\" is no selection of a view before this one"
      ),
      (["filter": ["field": "a"]], "the test of \"a\" compares with nothing"),
      (["stack": 5, "groupby": []], "\"stack\" must be a text, not a number"),
      ("filter", "a transform must be an object, not a text"),
    ] as [(Value, String)])
  func `faulty transforms are named`(spec: Value, message: String) {
    do {
      _ = try transformed(spec, Self.sales)
      Issue.record("accepted \(message)")
    } catch let error as DiagnosticError {
      #expect(error.diagnostics.first?.message == message)
    } catch {
      Issue.record(error)
    }
  }
}

@Suite struct ImputeEffortTests {
  private func transform(_ frame: (Int?, Int?)) -> ImputeTransform {
    ImputeTransform(
      FieldPath("b"), key: FieldPath("a"), keyValues: (0..<100_000).map { .number(Double($0)) },
      method: .mean, frame: frame)
  }

  private let rows = Frame([
    (name: "a", cells: [.number(1), .number(3)]), (name: "b", cells: [.number(2), .number(4)]),
  ])

  /// Each added row would look at all the others again.
  @Test(.timeLimit(.minutes(1))) func whereAllRowsCountTheyAreSummedUpOnce() {
    let filled = transform((nil, nil)).apply(to: rows)
    #expect(filled.count == 100_000)
    #expect(
      filled.cells(FieldPath("b")).allSatisfy {
        $0 == .number(3) || $0 == .number(2) || $0 == .number(4)
      })
  }

  @Test func aWideFrameOverManyRowsPassesTheLimit() {
    let evaluation = Evaluation(language: .en, now: nil, limits: Limits())
    #expect(throws: DiagnosticError.self) {
      _ = try TableTransform.impute(transform((50_000, 50_000))).apply(to: rows, evaluation)
    }
  }
}
