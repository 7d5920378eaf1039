import Diagnostics
import Inputs
import Testing

@testable import Documents

/// What data makes of the look of a table: conditions, bars, sparklines, levels of the head.
@Suite struct DataTableLookTests {
  private let json = """
    {"rows": [
       {"name": "가", "rate": 0.5, "line": [1, 3, 2]},
       {"name": "나", "rate": 1, "line": [4, null, 4]},
       {"name": "다", "rate": -0.5, "line": null},
       {"name": "라", "line": []}],
     "goal": 1, "none": []}
    """
  private let theme = "colors: {good: \"#0a0\"}\nstyles: {missed: {weight: bold}}"

  private func report(_ table: String) -> TestReport {
    TestReport(
      text: "![](t.table.yaml)", json: json, files: ["t.table.yaml": table, "theme.yaml": theme])
  }

  private func lines(_ table: String) throws -> [String] {
    try report(table).dumped().split(separator: "\n").map(String.init)
  }

  @Test func theFirstTestThatHoldsMakesTheLook() throws {
    let lines = try lines(
      """
      data: rows
      when: [{test: "datum.name == '다'", ground: tint}]
      columns:
        - {field: name}
        - field: rate
          when:
            - {test: datum.rate < 0, style: missed}
            - {test: datum.rate < goal, style: warning, ground: good}
      """)
    #expect(
      lines.suffix(4) == [
        "  ‹가› | {warning/good} ‹0.5›", "  ‹나› | ‹1›", "  {/tint} ‹다› | {missed/} ‹-0.5›",
        // ECMA-262 compares null as 0.
        "  ‹라› | {warning/good} ",
      ])
  }

  @Test func barsBeginAtZero() throws {
    #expect(
      try lines("data: rows\ncolumns: [{field: rate, bar: true}]").suffix(4) == [
        "  ‹0.5› ▬33…67 accent", "  ‹1› ▬33…100 accent", "  ‹-0.5› ▬33…0 warning", "  ",
      ])
    #expect(
      try lines("data: rows\ncolumns: [{field: rate, bar: {domain: [0, 0.8], color: good}}]")
        .suffix(4) == [
          "  ‹0.5› ▬0…63 good", "  ‹1› ▬0…100 good", "  ‹-0.5› ▬0…0 warning", "  ",
        ])
  }

  @Test func sparklinesAreReadOut() throws {
    #expect(
      try lines("data: rows\ncolumns: [{field: line, sparkline: true, format: .1f}]").suffix(4)
        == [
          "  line 0 100 50 \"처음 1.0, 마지막 2.0, 최소 1.0, 최대 3.0\"",
          "  line 50 – 50 \"처음 4.0, 마지막 4.0, 최소 4.0, 최대 4.0\"", "  ", "  ",
        ])
    #expect(
      try lines("data: rows\ncolumns: [{field: line, sparkline: {form: bars, domain: [0, 4]}}]")[2]
        == "  bars 25 75 50 \"처음 1, 마지막 2, 최소 1, 최대 3\"")
  }

  @Test func aHeadHasLevels() throws {
    let lines = try lines(
      """
      data: none
      head: [[{title: "모두 {{goal}}", span: 2}, ""], ["", 나, {span: 1}]]
      columns: [{field: a, title: 가, unit: "{{goal}}원"}, {field: b, unit: 명}, {field: c}]
      """)
    #expect(
      lines == [
        "table", "  columns: 가 (‹1›원) left | (명) left |  left", "  head: 모두 ‹1› ×2 |  ×1",
        "  head:  ×1 | 나 ×1 |  ×1",
      ])
  }

  @Test(arguments: [
    Refusal(
      "tests",
      "data: rows\ncolumns: [{field: name, when: [{test: \"datum.rat < 1\", style: missed}]}]",
      """
      /r/t.table.yaml:2:39: error: no row has a "rat"
        hint: did you mean "rate"?
      """),
    Refusal(
      "tests that can't be read",
      "data: rows\nwhen: [{test: datum.rate <, style: missed}]\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:2:27: error: the expression ends too early
      """),
    Refusal(
      "tests of names that aren't there",
      "data: rows\nwhen: [{test: rate < 1, style: missed}]\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:2:15: error: unknown name "rate"
        hint: did you mean "datum.rate"?
      """),
    Refusal(
      "names of looks",
      "data: rows\nwhen: [{test: \"true\", style: mised}, {test: \"true\", ground: god}]\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:2:30: error: no style and no colour is named "mised"
        hint: did you mean "missed"?
        hint: add it under "styles" or "colors" in theme.yaml
      /r/t.table.yaml:2:61: error: the theme has no colour named "god"
        hint: did you mean "good"?
        hint: add it under "colors" in theme.yaml
      """),
    Refusal(
      "a test that does nothing", "data: rows\nwhen: [{test: \"true\"}]\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:2:8: error: this condition changes nothing
        hint: add "style": "…" or "ground": "…"
      """),
    Refusal(
      "bars of texts and of colours that aren't",
      "data: rows\ncolumns: [{field: name, bar: true}, {field: rate, bar: {color: godo}}]",
      """
      /r/t.table.yaml:2:64: error: the theme has no colour named "godo"
        hint: did you mean "good"?
        hint: add it under "colors" in theme.yaml
      """),
    Refusal(
      "bars of texts", "data: rows\ncolumns: [{field: name, bar: true}]",
      """
      /r/t.table.yaml:2:19: error: a bar shows a number, and this is a text, in "name"
      note: the value is /rows/0/name in the data
      """),
    Refusal(
      "sparklines of numbers", "data: rows\ncolumns: [{field: rate, sparkline: line}]",
      """
      /r/t.table.yaml:2:36: error: "sparkline" must be true or an object, not a text
      """),
    Refusal(
      "sparklines of one number", "data: rows\ncolumns: [{field: rate, sparkline: true}]",
      """
      /r/t.table.yaml:2:19: error: a sparkline shows a list of numbers, and this is a number, in "rate"
      note: the value is /rows/0/rate in the data
      """),
    Refusal(
      "a domain", "data: rows\ncolumns: [{field: rate, bar: {domain: [1, 0]}}]",
      """
      /r/t.table.yaml:2:39: error: "domain" must hold two numbers, the smaller first
        hint: write [0, 100]
      """),
    Refusal(
      "levels that cover too little",
      "data: rows\nhead: [[{title: 가, span: 2}]]\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:2:8: error: these titles stand above 2 columns, and the table has 1
        hint: give titles a "span", and write "" above a column that has none
      """),
    Refusal(
      "unknown words",
      "data: rows\nrules: row\nwide: shrnk\nzebra: yes please\ncolumns: [{field: name, min: 5, max: 4}]",
      """
      /r/t.table.yaml:2:8: error: unknown kind of rules "row"
        hint: did you mean "rows"?
      /r/t.table.yaml:3:7: error: unknown policy "shrnk"
        hint: did you mean "shrink"?
      /r/t.table.yaml:4:8: error: "zebra" must be true or false, not a text
      /r/t.table.yaml:5:38: error: "max" is less than "min"
      """),
  ]) func isReported(_ refusal: Refusal) {
    #expect(report(refusal.input).reported() == refusal.expected)
  }
}
