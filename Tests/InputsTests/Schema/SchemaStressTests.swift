import Diagnostics
import Glibc
import Testing

@testable import Inputs

/// Large and hostile inputs: work grows with the input, and nothing hangs or crashes.
@Suite(.serialized) struct SchemaStressTests {
  /// The shortest of three runs, in this thread's processor time: others run beside the tests.
  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return try (0..<3).map { _ in
      let start = now()
      try work()
      return now() - start
    }.min() ?? 0
  }

  static let record = """
    {"type": "array", "uniqueItems": true, "items": {
      "type": "object", "required": ["id", "name"],
      "properties": {
        "id": {"type": "integer", "minimum": 0}, "name": {"type": "string", "pattern": "^[가-힣]+$"},
        "kind": {"enum": ["a", "b"]}, "when": {"format": "date"}},
      "anyOf": [{"properties": {"kind": {"const": "a"}}}, {"properties": {"kind": {"const": "b"}}}],
      "unevaluatedProperties": false}}
    """

  private func records(_ count: Int, _ more: String = "") throws -> Located {
    let rows = (0..<count).map {
      #"{"id": \#($0), "name": "가나다", "kind": "a", "when": "2022-10-25"\#(more)}"#
    }
    return try located("[\(rows.joined(separator: ",\n"))]")
  }

  @Test(arguments: ["", #", "nmae": "x""#])
  func twiceTheInputTakesTwiceTheTime(_ more: String) throws {
    let schema = try compiled(Self.record)
    let small = try records(1_000, more)
    let large = try records(2_000, more)
    var ratios: [Double] = []
    // Others use the machine's caches meanwhile: one fair measurement of three is enough.
    while ratios.count < 3, ratios.last ?? .infinity > 2.2 {
      let first = seconds { _ = schema.violations(in: small) }
      ratios.append(seconds { _ = schema.violations(in: large) } / first)
    }
    #expect(ratios.contains { $0 <= 2.2 }, "\(ratios) times as long")
  }

  @Test func aHundredThousandItemsAreNoMatter() throws {
    let numbers = "[\((0..<100_000).map(String.init).joined(separator: ","))]"
    let data = try located(numbers)
    let schema = try compiled(
      """
      {"uniqueItems": true, "items": {"type": "integer", "multipleOf": 1},
       "contains": {"const": 99999}, "allOf": [{"prefixItems": [true]}], "unevaluatedItems": false}
      """)
    #expect(schema.violations(in: data).isEmpty)
    let equal = try located("[\(Array(repeating: "1", count: 100_000).joined(separator: ","))]")
    #expect(schema.violations(in: equal).count == 101)
  }

  @Test func aHostilePatternEndsAtTheLimit() throws {
    var limits = Limits()
    limits[.regexSteps] = 50_000
    let data = "[\"b\", \"\(String(repeating: "a", count: 50))!\", \"c\"]"
    let found = try violations(
      of: data, by: #"{"items": {"pattern": "^(a+)+$"}}"#, limits: limits)
    #expect(
      found.map { $0.rendered(.plain) }.last == """
        data.json:1:7: error: matching the pattern "^(a+)+$" passes the limit of 50000 steps
        schema.json:1:12: note: the pattern stands here
          hint: if that is intended: --limit regex-steps=200000
        """)
    #expect(found.map(\.id) == ["schema.pattern", "limit.regex-steps"])
  }

  /// Each level asks for the next one twice: two to the power of forty schemas.
  @Test func branchesThatMultiplyEndAtTheLimit() throws {
    let levels = (0..<40).map {
      "\"s\($0)\": {\"allOf\": [{\"$ref\": \"#/$defs/s\($0 + 1)\"}, {\"$ref\": \"#/$defs/s\($0 + 1)\"}]}"
    }
    let schema =
      "{\"$defs\": {\(levels.joined(separator: ", ")), \"s40\": {}}, \"$ref\": \"#/$defs/s0\"}"
    var limits = Limits()
    limits[.schemaSteps] = 100_000
    let found = try violations(of: "1", by: schema, limits: limits)
    #expect(found.map(\.id) == ["limit.schema-steps"])
  }

  @Test func deepDataIsChecked() throws {
    let schema = """
      {"$defs": {"node": {"type": "object", "properties": {"c": {"$ref": "#/$defs/node"}},
                          "additionalProperties": false}},
       "$ref": "#/$defs/node"}
      """
    let deep =
      String(repeating: "{\"c\": ", count: 511) + "{\"d\": 1}" + String(repeating: "}", count: 511)
    let found = try violations(of: deep, by: schema)
    #expect(found.count == 1)
    #expect(found.first?.message.hasSuffix("has an unknown key \"d\"") == true)
  }

  @Test func noDepthOverflowsTheStack() throws {
    var limits = Limits()
    limits[.inputDepth] = 2048
    let schema = ##"{"allOf": [{"allOf": [{"anyOf": [{"items": {"$ref": "#"}}]}]}]}"##
    let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    #expect(try violations(of: deep, by: schema, limits: limits).isEmpty)
    #expect(
      try violations(of: "1", by: chain(10_000)).map(\.message) == ["the input is not allowed here"]
    )
  }

  @Test func schemasWithinEachOtherHaveAnEnd() throws {
    #expect(try violations(of: "1", by: chain(30_001)).map(\.id) == ["schema.depth"])
  }

  /// A schema whose references lead from one definition to the next, and then to `false`.
  private func chain(_ count: Int) -> String {
    let links = (0..<count).map { "\"s\($0)\": {\"$ref\": \"#/$defs/s\($0 + 1)\"}" }
    return
      "{\"$defs\": {\(links.joined(separator: ", ")), \"s\(count)\": false}, \"$ref\": \"#/$defs/s0\"}"
  }

  @Test func schemasTooDeepAreADiagnostic() throws {
    var limits = Limits()
    limits[.inputDepth] = 2048
    let deep =
      String(repeating: "{\"not\": ", count: 2000) + "{}" + String(repeating: "}", count: 2000)
    let error = #expect(throws: DiagnosticError.self) { try compiled(deep, limits: limits) }
    #expect(error?.diagnostics.map(\.id) == ["limit.input-depth"])
  }

  @Test func aLoopThatDependsOnTheValueIsADiagnostic() throws {
    let found = try violations(
      of: "{\"a\": 1}", by: ##"{"dependentSchemas": {"a": {"$ref": "#"}}}"##)
    #expect(found.map(\.id) == ["schema-file.loop"])
    #expect(try violations(of: "{}", by: ##"{"dependentSchemas": {"a": {"$ref": "#"}}}"##).isEmpty)
    let dynamic = try violations(
      of: "1", by: ##"{"$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#a"}]}"##)
    #expect(dynamic.map(\.id) == ["schema-file.loop"])
  }

  /// Trees in which every node may be of either kind: choosing by trying all would take two to the power of the depth.
  @Test func choicesWithinChoicesStayCheap() throws {
    let schema = """
      {"$defs": {"node": {"oneOf": [
         {"properties": {"kind": {"const": "a"}, "c": {"$ref": "#/$defs/node"}}, "required": ["kind"]},
         {"properties": {"kind": {"const": "b"}, "c": {"$ref": "#/$defs/node"}}, "required": ["kind"]}]}},
       "$ref": "#/$defs/node"}
      """
    let deep =
      String(repeating: "{\"kind\": \"b\", \"c\": ", count: 100) + "{\"kind\": \"x\"}"
      + String(repeating: "}", count: 100)
    let found = try violations(of: deep, by: schema)
    #expect(found.count == 1)
    #expect(found.first?.message.hasSuffix("must be one of \"a\", \"b\", not \"x\"") == true)
  }

  /// Whatever a schema is made of, it is compiled or refused, and then used without a crash.
  @Test func randomSchemasAreTakenOrRefused() throws {
    var chance = Chance(seed: 11)
    var limits = Limits()
    limits[.schemaSteps] = 20_000
    var taken = 0
    for _ in 0..<3_000 {
      let text = randomSchema(&chance, depth: 3)
      guard let schema = try? compiled(text, limits: limits) else { continue }
      taken += 1
      for data in ["1", "\"a\"", "null", "[1, \"a\", [1]]", #"{"a": {"b": [1]}, "b": "a"}"#] {
        for violation in schema.violations(in: try located(data)) {
          #expect(!violation.rendered(.excerpt(colour: false)).isEmpty)
        }
      }
    }
    #expect(taken > 100)
  }

  private func randomSchema(_ chance: inout Chance, depth: Int) -> String {
    guard depth > 0 else { return ["true", "false", "{}"].randomElement(using: &chance) ?? "{}" }
    var members: [String] = []
    var keys = SchemaKeyword.allCases.map(\.rawValue).filter { $0 != "$schema" }.shuffled(
      using: &chance)
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      members.append("\"\(keys.removeLast())\": \(randomValue(&chance, depth: depth - 1))")
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func randomValue(_ chance: inout Chance, depth: Int) -> String {
    switch Int.random(in: 0..<9, using: &chance) {
    case 0: String(Int.random(in: -1...3, using: &chance))
    case 1: "[\(randomSchema(&chance, depth: depth))]"
    case 2: "{\"a\": \(randomSchema(&chance, depth: depth))}"
    case 3: "true"
    case 4: "[\"a\", \"b\"]"
    case 5:
      ["\"#\"", "\"#/$defs/a\"", "\"#a\"", "\"string\"", "\"a\""].randomElement(using: &chance)
        ?? "1"
    default: randomSchema(&chance, depth: depth)
    }
  }
}
