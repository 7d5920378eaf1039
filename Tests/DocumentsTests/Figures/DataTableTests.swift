import Diagnostics
import Inputs
import Testing

@testable import Documents

@Suite struct DataTableTests {
  private let json = """
    {"people": [
       {"name": "김", "kind": "기업", "color": "industry", "pay": 1234.5, "at": "2022-10-25", "x": {"y": 1}},
       {"name": "이", "kind": "기업", "color": "industry", "pay": -2, "at": "2022-11"},
       {"name": "박|**박**\\n둘째", "kind": "대학", "color": "academia", "pay": null},
       {"name": "최", "kind": "기업"}],
     "none": [], "total": 4, "title": "명단", "groups": [{"items": [{"n": 1}]}, {"items": [{"n": 2}]}]}
    """
  private let theme =
    "colors: {industry: \"#000\", academia: \"#fff\"}\nstyles: {bold: {weight: bold}}"

  private func report(_ table: String, _ text: String = "![](t.table.yaml)") -> TestReport {
    TestReport(text: text, json: json, files: ["t.table.yaml": table, "theme.yaml": theme])
  }

  @Test func showsRowsAsItsColumnsSay() throws {
    let report = report(
      """
      data: people
      columns:
        - {field: kind, title: 구분, key: color}
        - {field: name, title: "이름 {{total}}", style: bold, width: 30%}
        - {field: pay, title: 급여, format: ",.1f", width: 2cm}
        - {field: at, title: 날짜, format: date, align: center}
        - {field: x.y}
      note: "{{title}}은 모두 {{total:이(가)}} 아니다"
      """, "![**표** {{title}}](t.table.yaml){#tbl-a subtitle=\"단위: {{total}}\"}")
    #expect(
      try report.dumped() == """
        table{#tbl-a subtitle="단위: 4"}
          caption: <b>표</b> ‹명단›
          columns: 구분 left | 이름 ‹4› left | 급여 decimal | 날짜 center |  decimal
          subtitle: 단위: ‹4›
          [industry] ‹기업› | ‹김› | ‹1,234.5› | ‹2022. 10. 25.› | ‹1›
          [industry] ‹기업› | ‹이› | ‹−2.0› | ‹2022. 11.› | 
          [academia] ‹대학› | ‹박|**박**›⏎‹둘째› |  |  | 
          ‹기업› | ‹최› |  |  | 
          note: ‹명단›은 모두 ‹4가› 아니다
        """)
  }

  @Test func aTableMayAskForAUnit() throws {
    let table = "data: people\nunit: 만\ncurrency: krw\ncolumns: [{field: pay, title: 급여}]"
    var report = report(table)
    report.json = #"{"people": [{"pay": 12345678}, {"pay": 20000}]}"#
    let text = try report.dumped()
    #expect(text.contains("‹1,235›") && text.contains("‹2›") && text.contains("단위: 만 원"))
    // What stands in the braces goes before.
    report.text = "![](t.table.yaml){unit=억}"
    #expect(try report.dumped().contains("단위: 억\n"))
  }

  @Test func valuesKeepTheirOrigin() throws {
    let blocks = try report("data: people\ncolumns: [{field: pay, format: krw}]").bind().document
      .blocks
    guard case .table(let table)? = blocks.first?.kind,
      case .value(let value)? = table.rows.first?.cells.first?.inlines.first
    else {
      Issue.record("no value")
      return
    }
    #expect(value.origin.pointer == "/people/0/pay")
    #expect(value.format == "krw")
    #expect(value.value == 1234.5)
  }

  @Test func equalNeighboursOfTheGroupArePrintedOnce() throws {
    let report = report("data: people\ngroup: kind\ncolumns: [{field: name}, {field: kind}]")
    #expect(
      try report.dumped() == """
        table
          columns:  left |  left
          ‹김› | ‹기업› ×2
          ‹이› | ‹기업› ×0
          ‹박|**박**›⏎‹둘째› | ‹대학›
          ‹최› | ‹기업›
        """)
  }

  @Test func widthsAreRead() throws {
    let blocks = try report(
      "data: none\ncolumns: [{field: a, width: auto}, {field: a, width: 25%}, {field: a, width: 10mm}, {field: a, width: 12}]"
    ).bind().document.blocks
    guard case .table(let table)? = blocks.first?.kind else { return }
    #expect(
      table.columns.map(\.width) == [.auto, .fraction(0.25), .points(10 * 72 / 25.4), .points(12)])
    #expect(table.rows.isEmpty)
  }

  @Test func theDataIsLookedUpWhereTheTableStands() throws {
    let report = report(
      "data: items\ncolumns: [{field: n, title: \"{{@index}}\"}]",
      "{{#groups}}\n![](t.table.yaml)\n\n{{/groups}}")
    #expect(
      try report.dumped() == """
        table
          columns: ‹0› decimal
          ‹1›
        table
          columns: ‹1› decimal
          ‹2›
        """)
  }

  @Test func rowsMayBeScalars() throws {
    let report = TestReport(
      text: "![](t.table.yaml)", json: "[1, 2]",
      files: ["t.table.yaml": "data: rows\ncolumns: [{field: .}]"])
    #expect(try report.dumped() == "table\n  columns:  decimal\n  ‹1›\n  ‹2›")
  }

  @Test(arguments: [
    Refusal(
      "unknown data", "data: pepole\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:1:7: error: unknown name "pepole"
        hint: did you mean "people"?
      """),
    Refusal(
      "no list", "data: total\ncolumns: [{field: name}]",
      """
      /r/t.table.yaml:1:7: error: "total" is a number, not a list of rows
      """),
    Refusal(
      "unknown fields",
      "data: people\ncolumns:\n  - {field: nme}\n  - {field: x.z}\n  - {field: name, key: colr}\n",
      """
      /r/t.table.yaml:3:13: error: no row has a "nme"
        hint: did you mean "name"?
      /r/t.table.yaml:4:13: error: no row has a "x.z"
      /r/t.table.yaml:5:24: error: no row has a "colr"
        hint: did you mean "color"?
      """),
    Refusal(
      "no name", "data: people\ncolumns: [{field: a b}]",
      """
      /r/t.table.yaml:2:19: error: "a b" is no name
        hint: a name is made of letters, digits, _ and -; put any other key in brackets: {{[US Gross]}}
      """),
    Refusal(
      "a format", "data: people\ncolumns: [{field: pay, format: percnt}]",
      """
      /r/t.table.yaml:2:32: error: unknown format "percnt"
        hint: did you mean "percent"?
      """),
    Refusal(
      "a format for other values", "data: people\ncolumns: [{field: name, format: \",.0f\"}]",
      """
      /r/t.table.yaml:2:19: error: a value of "name" can't be printed: the format ",.0f" shows numbers, "김" is a text
      note: the value is /people/0/name in the data
      """),
    Refusal(
      "an object in a cell", "data: people\ncolumns: [{field: x}]",
      """
      /r/t.table.yaml:2:19: error: a value of "x" can't be printed: it is an object
      note: the value is /people/0/x in the data
      """),
    Refusal(
      "a colour that the theme hasn't", "data: people\ncolumns: [{field: name, key: kind}]",
      """
      /r/t.table.yaml:2:30: error: the theme has no colour named "기업"
        hint: known here: ink, secondary, hairline, tint, accent, warning, paper, academia, industry
        hint: add it under "colors" in theme.yaml
      /r/t.table.yaml:2:30: error: the theme has no colour named "대학"
        hint: known here: ink, secondary, hairline, tint, accent, warning, paper, academia, industry
        hint: add it under "colors" in theme.yaml
      """),
    Refusal(
      "a style, an alignment, a width",
      "data: people\ncolumns: [{field: name, style: blod}, {field: name, align: middle}, {field: name, width: 0%}]",
      """
      /r/t.table.yaml:2:60: error: unknown alignment "middle"
        hint: known here: left, center, right, decimal
      /r/t.table.yaml:2:90: error: "width" must be a length, not a text
        hint: write 12pt, 3.2mm, 1cm or 0.5in
      """),
    Refusal(
      "an unknown style", "data: people\ncolumns: [{field: name, style: blod}]",
      """
      /r/t.table.yaml:2:32: error: no style is named "blod"
        hint: did you mean "bold"?
      """),
    Refusal(
      "an unknown group", "data: people\ngroup: name\ncolumns: [{field: kind}]",
      """
      /r/t.table.yaml:2:8: error: no column shows the field "name"
        hint: known here: kind
      """),
    Refusal(
      "unknown keys", "date: people\ncolumns: [{feild: kind}]",
      """
      /r/t.table.yaml:1:1: error: unknown member "date" in table
        hint: did you mean "data"?
      /r/t.table.yaml:1:1: error: this table has no "data"
        hint: add "data": "…"
      /r/t.table.yaml:2:11: error: this column has no "field"
        hint: add "field": "…"
      /r/t.table.yaml:2:12: error: unknown member "feild" in column
        hint: did you mean "field"?
      """),
    Refusal(
      "a unit that is none", "data: people\nunit: 원\ncolumns: [{field: kind}]",
      """
      /r/t.table.yaml:2:7: error: "원" is no unit that amounts are counted in
        hint: known here: auto, k, 만, m, 억, bn, 조
      """),
    Refusal(
      "a currency alone", "data: people\ncurrency: krw\ncolumns: [{field: kind}]",
      """
      /r/t.table.yaml:2:11: error: "currency" stands without "unit"
        hint: add "unit": auto
      """),
    Refusal(
      "variables in its texts",
      "data: people\nnote: \"{{titel}}\"\ncolumns: [{field: kind, title: \"{{tittle}}\"}]",
      """
      /r/t.table.yaml:2:7: error: unknown name "titel"
        hint: did you mean "title"?
        hint: if it may be missing, write {{?titel}}
      /r/t.table.yaml:3:32: error: unknown name "tittle"
        hint: did you mean "title"?
        hint: if it may be missing, write {{?tittle}}
      """),
    Refusal(
      "no object", "- a", "/r/t.table.yaml:1:1: error: the table must be an object, not a list"),
  ]) func isReported(_ refusal: Refusal) {
    #expect(report(refusal.input).reported() == refusal.expected)
  }

  @Test func aFaultOfManyRowsIsReportedOnce() {
    let rows = Array(repeating: "{\"n\": [1]}", count: 1000).joined(separator: ",")
    let report = TestReport(
      text: "![](t.table.yaml)", json: "[\(rows)]",
      files: ["t.table.yaml": "data: rows\ncolumns: [{field: n}]"])
    #expect(
      report.reported() == """
        /r/t.table.yaml:2:19: error: a value of "n" can't be printed: it is a list
        note: the value is /rows/0/n in the data
        """)
  }
}
