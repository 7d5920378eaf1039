import Diagnostics
import Formats
import Inputs
import Testing

@testable import Tables

/// Evaluates an expression for one row.
func evaluate(
  _ text: String, _ row: [(String, Datum)] = [], parameters: [String: Datum] = [:]
) throws -> Datum {
  let frame = Frame(
    row.isEmpty ? [(name: "_", cells: [0])] : row.map { (name: $0.0, cells: [$0.1]) })
  return try Expression(text).evaluate(.row(frame, 0), Evaluation(parameters: parameters))
}

@Suite struct ExpressionTests {
  static let row: [(String, Datum)] = [
    ("a", 3), ("b", -2.5), ("name", "서울"), ("empty", .null), ("when", .date(1_666_656_000_000)),
    ("list", [1, 2, 3]), ("매출", 10), ("inner", .record(.init([("x", 7)]))),
  ]

  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("7 % 4 - -2", 5), ("2 * 3 % 4", 2),
      ("0x10 + .5", 16.5),
      ("'a' + 1 + 2", "a12"), ("1 + 2 + 'a'", "3a"), ("1 < 2 == true", true),
      ("1 ? 2 ? 3 : 4 : 5", 3),
      ("!0 && !''", true), ("null || 'x'", "x"), ("0 && boom", 0), ("5 & 3 | 8", 9),
      ("1 << 4 >>> 2", 4),
      ("~5", -6), ("'10' == 10", true), ("'10' === 10", false), ("null == undefined", true),
      ("null == 0", false), ("'b' > 'a'", true), ("'10' < 9", false), ("NaN == NaN", false),
      ("datum.a * 2", 6), ("datum['name']", "서울"), ("datum.매출 / 4", 2.5), ("datum.inner.x", 7),
      ("datum.list[1]", 2), ("datum.list.length", 3), ("datum.empty.x", .null),
      ("datum.none", .null),
      ("[1, 2][1]", 2), ("{x: 1, 'y': 2}.y", 2), ("'시도'[1]", "도"),
    ] as [(String, Datum)])
  func `operators bind and convert as in ECMA-262`(text: String, expected: Datum) throws {
    #expect(try evaluate(text, Self.row) == expected)
  }

  @Test(
    arguments: [
      ("if(datum.a > 2, 'yes', 'no')", "yes"), ("isValid(datum.empty)", false),
      ("isNumber(datum.a) && isString(datum.name)", true), ("toNumber('4.5')", 4.5),
      ("toBoolean('false')", false), ("toString(1.50)", "1.5"),
      ("round(2.5)", 3), ("round(-2.5)", -2), ("floor(-1.5)", -2), ("ceil(1.2)", 2),
      ("abs(datum.b)", 2.5),
      ("max(1, 5, 3)", 5), ("min()", .number(.infinity)), ("clamp(12, 0, 10)", 10),
      ("pow(2, 10)", 1024),
      ("sqrt(16)", 4), ("hypot(3, 4)", 5), ("sign(-3)", -1),
      ("length('서울')", 2), ("substring('abcdef', 1, 3)", "bc"), ("substring('abc', 3, 1)", "bc"),
      ("slice('abcdef', -2)", "ef"), ("upper('ab') + lower('CD')", "ABcd"), ("trim('  a ')", "a"),
      ("pad('7', 3, '0', 'left')", "007"), ("truncate('abcdef', 4)", "abc…"),
      ("replace('a-b-c', '-', '+')", "a+b-c"), ("replace('a-b-c', /-/g, '+')", "a+b+c"),
      ("replace('2022-10', /(\\d+)-(\\d+)/, '$2/$1')", "10/2022"),
      ("test(/^서/, datum.name)", true), ("test(/UL$/i, 'Seoul')", true),
      ("test(regexp('^[a-c]+$'), 'abd')", false), ("test(regexp('B', 'i'), 'abd')", true),
      ("isRegExp(/x/) && !isRegExp('x')", true), ("split('a,b', ',')[1]", "b"),
      ("parseFloat('3.5px')", 3.5),
      ("parseInt('12abc')", 12), ("indexof('abc', 'c')", 2), ("atob(btoa('한글'))", "한글"),
      ("join(datum.list, '-')", "1-2-3"), ("reverse(datum.list)", [3, 2, 1]),
      ("peek(datum.list)", 3),
      ("extent([3, null, 1])", [1, 3]), ("span([2, 9])", 7), ("sequence(3)", [0, 1, 2]),
      ("sequence(1, 2, 0.5)", [1, 1.5]), ("inrange(2, [3, 1])", true), ("lerp([10, 20], 0.5)", 15),
      ("indexof(datum.list, 2)", 1), ("sort(['b', 'a'])", ["a", "b"]),
      ("slice(datum.list, 1)", [2, 3]),
      ("year(datum.when)", 2022), ("month(datum.when)", 9), ("date(datum.when)", 25),
      ("day(datum.when)", 2), ("quarter(datum.when)", 4), ("hours(datum.when)", 0),
      ("time(datetime(1970, 0, 2))", 86_400_000), ("datetime(2022, 9, 25) == datum.when", true),
      ("timeFormat(datum.when, '%Y-%m-%d')", "2022-10-25"), ("format(1234.5, ',.1f')", "1,234.5"),
      ("monthFormat(0) + dayAbbrevFormat(0)", "JanuarySun"),
      ("date(timeOffset('month', datum.when, 1))", 25),
      ("timeUnitSpecifier(['year', 'month'])", "%b %Y"),
      // What is given beyond the parameters is ignored, as in JavaScript.
      ("round(1.26, 1)", 1), ("cumulativeNormal(0)", 0.5), ("quantileUniform(0.25, 0, 8)", 2),
      ("merge({a: 1}, {b: 2}).b", 2),
    ] as [(String, Datum)])
  func `functions give what Vega gives`(text: String, expected: Datum) throws {
    #expect(try evaluate(text, Self.row) == expected)
  }

  @Test func `quantiles of the normal distribution invert its probabilities`() throws {
    for share in [0.001, 0.1, 0.5, 0.9, 0.999] {
      let back = try evaluate("cumulativeNormal(quantileNormal(\(share)))").asNumber
      #expect(abs(back - share) < 1e-9)
    }
  }

  @Test func `parameters are names of their own`() throws {
    #expect(try evaluate("width / 2", parameters: ["width": 300]) == 150)
  }

  @Test func `formats of report text are known`() throws {
    func korean(_ text: String) throws -> Datum {
      try Expression(text).evaluate(.none, Evaluation(language: .ko))
    }
    #expect(try korean("format(123456000000, '억')") == "1,235억")
    #expect(try korean("format(123456000000, '억 ,.1f')") == "1,234.6억")
    #expect(try korean("format(-1234, '△')") == "△1,234")
    #expect(try korean("format(1234.5, ',.1f')") == "1,234.5")
    let error = #expect(throws: DiagnosticError.self) { try korean("format(1, '0억')") }
    #expect(error?.diagnostics.first?.hints.first?.hasPrefix("formats by name") == true)
  }

  @Test func `random numbers are the same in every run`() throws {
    #expect(try evaluate("random()") == evaluate("random()"))
  }

  /// A faulty expression and what is said of it.
  struct Fault: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }

    init(_ text: String, _ message: String) {
      self.text = text
      self.message = message
    }
  }

  @Test(arguments: [
    Fault("1 +", "spec:1:5: error: the expression ends too early"),
    Fault("1 2", "spec:1:4: error: unexpected \"2\""),
    Fault("a and b", "spec:1:4: error: unexpected \"and\" (write && for \"and\")"),
    Fault("a or b", "spec:1:4: error: unexpected \"or\" (write || for \"or\")"),
    Fault(
      "Math.round(a)",
      "spec:1:12: error: unexpected \"(\" (functions stand alone: write round(…))"),
    Fault(
      "datum.a.toFixed(1)",
      "spec:1:17: error: unexpected \"(\" (there are no methods: write functions, such as format(datum.x, '.1f'))"
    ),
    Fault("(1", "spec:1:4: error: the expression ends too early (\")\" is expected here)"),
    Fault("'abc", "spec:1:2: error: the text is not closed"),
    Fault(
      "a = 1",
      "spec:1:4: error: unexpected character \"=\" (an expression can't assign; compare with \"==\" or \"===\")"
    ),
    Fault("rond(1)", "spec:1:2: error: unknown function \"rond\" (did you mean \"round\"?)"),
    Fault("abs()", "spec:1:2: error: \"abs\" takes 1 argument, not 0"),
    Fault("1e999x", "spec:1:2: error: \"1e999\" is not a number"),
    Fault(
      "test(/x/q, datum.a)",
      "spec:1:7: error: unknown flags \"q\" of a regular expression (g, i, m and s are known)"),
    Fault(
      "test(/(x/, datum.a)", "spec:1:7: error: the regular expression has no \")\" for this group"),
    Fault("test(/x/)", "spec:1:2: error: \"test\" takes 2 arguments, not 1"),
  ])
  func `faults are shown at their place`(fault: Fault) {
    let source = Source(name: "spec", text: "\"\(fault.text)\" ")
    let location = SourceLocation(source, 0..<(fault.text.utf8.count + 2))
    do {
      _ = try Expression(fault.text, at: location)
      Issue.record("no fault in \(fault.text)")
    } catch {
      let diagnostic = error.diagnostics[0]
      let place = diagnostic.location.flatMap { at in
        at.range.map { at.source.lineColumn(at: $0.lowerBound) }
      }
      let hints = diagnostic.hints.isEmpty ? "" : " (\(diagnostic.hints.joined(separator: ", ")))"
      #expect(
        "spec:\(place?.line ?? 0):\(place?.column ?? 0): error: \(diagnostic.message)\(hints)"
          == fault.message)
    }
  }

  @Test func `an unknown name is an error that suggests the field`() throws {
    do {
      _ = try evaluate("a + 1", [("a", 1)])
      Issue.record("no error")
    } catch let error as DiagnosticError {
      #expect(error.diagnostics[0].message == "unknown name \"a\"")
      #expect(error.diagnostics[0].hints == ["did you mean \"datum.a\"?"])
    }
  }

  @Test func `deep nesting is refused, not a crash`() {
    #expect(throws: DiagnosticError.self) {
      _ = try Expression(String(repeating: "(", count: 5_000))
    }
    #expect(throws: DiagnosticError.self) {
      _ = try Expression(String(repeating: "!", count: 5_000) + "1")
    }
    #expect(throws: DiagnosticError.self) {
      _ = try Expression((0..<5_000).map(String.init).joined(separator: "+"))
    }
  }

  @Test(arguments: [
    ("test('a', 'a')", "a regular expression is expected here"),
    ("test(regexp('('), 'a')", "the regular expression has no \")\" for this group"),
    ("test(regexp('a', 'z'), 'a')", "unknown flags \"z\" of a regular expression"),
  ])
  func `a pattern that is none is an error`(text: String, message: String) {
    let error = #expect(throws: DiagnosticError.self) { try evaluate(text) }
    #expect(error?.diagnostics.first?.message == message)
  }

  @Test func `a pattern without end is stopped`() throws {
    var limits = Limits()
    limits[.regexSteps] = 1000
    let error = #expect(throws: DiagnosticError.self) {
      try Expression("test(/^(a|a?)+c?$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')").evaluate(
        .none, Evaluation(limits: limits))
    }
    #expect(error?.diagnostics.first?.id == "limit.regex-steps")
  }

  @Test func `evaluation stops at the limit of steps`() throws {
    var limits = Limits()
    limits[.expressionSteps] = 100
    let frame = Frame([(name: "a", cells: [Datum](repeating: 1, count: 200))])
    let error = #expect(throws: DiagnosticError.self) {
      _ = try Expression("datum.a + 1").evaluate(frame, Evaluation(limits: limits))
    }
    #expect(error?.diagnostics.first?.id == "limit.expression-steps")
  }
}
