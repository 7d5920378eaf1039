import Diagnostics
import Inputs
import Testing

@testable import Documents

@Suite struct DataTableSumsTests {
  private let json = """
    {"sales": [
       {"area": "북", "city": "가", "n": 0.1, "m": 3, "t": "글"},
       {"area": "북", "city": "나", "n": 0.2, "m": null},
       {"area": "남", "city": "다", "n": 12345678901234567.5, "m": 3, "t": "글"},
       {"area": "남", "city": "라", "n": -0.3, "m": 4}],
     "none": []}
    """

  private func report(_ table: String) -> TestReport {
    TestReport(text: "![](t.table.yaml)", json: json, files: ["t.table.yaml": table])
  }

  private let columns =
    "columns: [{field: area}, {field: city}, {field: n}, {field: m, format: \".2f\"}]"

  @Test func totalsStandBelowAllRows() throws {
    let table = """
      data: sales
      \(columns)
      total:
        - {columns: {n: sum, m: sum}}
        - {label: "평균 {{sales.0.m}}", columns: {m: mean}}
      """
    #expect(
      try report(table).dumped().split(separator: "\n").suffix(2) == [
        "  = 합계 ↔2 | ‹12345678901234567.5› | ‹10.00›", "  = 평균 ‹3› ↔3 | ‹3.33›",
      ])
  }

  @Test func sumsAreExact() throws {
    let report = TestReport(
      text: "![](t.table.yaml)", json: #"{"r": [{"a": "", "n": 0.1}, {"n": 0.2}, {"n": 1e-20}]}"#,
      files: [
        "t.table.yaml": "data: r\ncolumns: [{field: a}, {field: n}]\ntotal: {columns: {n: sum}}"
      ])
    #expect(try report.dumped().hasSuffix("= 합계 | ‹0.30000000000000000001›"))
  }

  @Test(arguments: [
    ("sum", "‹10.00›"), ("mean", "‹3.33›"), ("median", "‹3.00›"), ("min", "‹3.00›"),
    ("max", "‹4.00›"), ("count", "‹3›"), ("distinct", "‹2›"),
  ])
  func eachOperationLeavesEmptyValuesOut(operation: String, shown: String) throws {
    let table = "data: sales\n\(columns)\ntotal: {label: 계, columns: {m: \(operation)}}"
    #expect(try report(table).dumped().hasSuffix("= 계 ↔3 | \(shown)"))
  }

  @Test func aTableWithoutRowsHasItsTotal() throws {
    let table =
      "data: none\n\(columns)\ngroup: area\nsubtotal: {columns: {n: sum}}\ntotal: {columns: {n: sum, m: mean}}"
    #expect(try report(table).dumped().hasSuffix(" decimal | \n  = 합계 ↔2 | ‹0› | ") == false)
    #expect(try report(table).dumped().hasSuffix("\n  = 합계 ↔2 | ‹0› | "))
  }

  @Test func subtotalsStandBesideTheNameOfTheirGroup() throws {
    let table = "data: sales\n\(columns)\ngroup: area\nsubtotal: {columns: {m: sum}}"
    #expect(
      try report(table).dumped() == """
        table
          columns:  left |  left |  decimal |  decimal
          ‹북› ×3 | ‹가› | ‹0.1› | ‹3.00›
          ‹북› ×0 | ‹나› | ‹0.2› | 
          −  ×0 | 소계 ↔2 | ‹3.00›
          ‹남› ×3 | ‹다› | ‹12345678901234567.5› | ‹3.00›
          ‹남› ×0 | ‹라› | ‹-0.3› | ‹4.00›
          −  ×0 | 소계 ↔2 | ‹7.00›
        """)
  }

  @Test func subtotalsStandBelowTheNameOfTheirGroupWhereNoOtherPlaceIs() throws {
    let table =
      "data: sales\ncolumns: [{field: area}, {field: m}]\ngroup: area\nsubtotal: {columns: {m: sum}}"
    #expect(
      try report(table).dumped().split(separator: "\n").dropFirst(2).prefix(3) == [
        "  ‹북› ×2 | ‹3›", "  ‹북› ×0 | ", "  − 소계 | ‹3›",
      ])
  }

  @Test func carriedSumsAreThoseOfTheRowsAbove() throws {
    let table =
      "data: sales\n\(columns)\ngroup: area\nsubtotal: {columns: {m: sum}}\ncarry: [m, n]"
    #expect(
      try report(table).dumped().split(separator: "\n").filter { $0.hasPrefix("  carry") } == [
        "  carry: 0 | 0.00", "  carry: 0.1 | 3.00", "  carry: 0.3 | 3.00", "  carry: 0.3 | 3.00",
        "  carry: 12345678901234567.8 | 6.00", "  carry: 12345678901234567.5 | 10.00",
      ])
  }

  @Test func theWordsAreTheReportsOwn() throws {
    var report = report("data: sales\n\(columns)\ntotal: {columns: {n: sum}}")
    report.files["strings.ko.yaml"] = "total: 모두\n"
    #expect(try report.dumped().contains("= 모두 ↔2"))
  }

  @Test func sumsAreCountedInTheUnitOfTheirTable() throws {
    let report = TestReport(
      text: "![](t.table.yaml){unit=억}",
      json: #"{"r": [{"a": "", "n": 100000000}, {"n": 250000000}]}"#,
      files: [
        "t.table.yaml":
          "data: r\ncolumns: [{field: a}, {field: n}]\ntotal: {columns: {n: sum}}\ncarry: n"
      ])
    let lines = try report.dumped().split(separator: "\n")
    #expect(lines.contains("  = 합계 | ‹3.5›"))
    #expect(lines.last == "  carry: 3.5")
  }

  @Test(arguments: [
    Refusal(
      "a total of a column that isn't there", "data: sales\n[C]\ntotal: {columns: {nn: sum}}",
      """
      /r/t.table.yaml:3:19: error: no column shows the field "nn"
        hint: did you mean "n"?
      """),
    Refusal(
      "an unknown operation", "data: sales\n[C]\ntotal: {columns: {n: summ}}",
      """
      /r/t.table.yaml:3:22: error: unknown operation "summ"
        hint: did you mean "sum"?
      """),
    Refusal(
      "a text that is summed up",
      "data: sales\ncolumns: [{field: area}, {field: t}]\ntotal: {columns: {t: sum}}",
      """
      /r/t.table.yaml:3:19: error: "t" can't be summed up: "글" is no number
      note: the value is /sales/0/t in the data
      """),
    Refusal(
      "no place for the words", "data: sales\ncolumns: [{field: n}]\ntotal: {columns: {n: sum}}",
      """
      /r/t.table.yaml:3:8: error: no place is left for the words: the first column is summed up
        hint: put a column of words first, or leave the first one out here
      """),
    Refusal(
      "subtotals without groups", "data: sales\n[C]\nsubtotal: {columns: {n: sum}}",
      """
      /r/t.table.yaml:3:11: error: "subtotal" stands without "group"
        hint: add "group": the field whose equal neighbours are summed up
      """),
    Refusal(
      "no object", "data: sales\n[C]\ntotal: true",
      """
      /r/t.table.yaml:3:8: error: "total" must be an object, not true or false
      """),
    Refusal(
      "no columns", "data: sales\n[C]\ntotal: {columns: {}, lable: 계}",
      """
      /r/t.table.yaml:3:18: error: "columns" is empty
        hint: write {amount: sum}
      /r/t.table.yaml:3:22: error: unknown member "lable" in total
        hint: did you mean "label"?
      """),
    Refusal(
      "carried texts", "data: sales\n[C]\ncarry: city",
      """
      /r/t.table.yaml:3:8: error: "city" can't be summed up: "가" is no number
      note: the value is /sales/0/city in the data
      """),
    Refusal(
      "carried names", "data: sales\n[C]\ncarry: [x]",
      """
      /r/t.table.yaml:3:9: error: no column shows the field "x"
        hint: known here: area, city, n, m
      """),
  ]) func isReported(_ refusal: Refusal) {
    #expect(
      report(refusal.input.replacing("[C]", with: columns)).reported() == refusal.expected)
  }
}
