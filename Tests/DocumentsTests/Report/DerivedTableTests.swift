import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

@Suite struct DerivedTableTests {
  static let json = """
    {"target": 400, "sales": [
      {"region": "서울", "product": "가", "amount": 700.10, "day": "2022-01-03"},
      {"region": "서울", "product": "나", "amount": 300, "day": "2022-02-03"},
      {"region": "부산", "product": "가", "amount": 500, "day": "2022-02-04"},
      {"region": "제주", "product": "가", "amount": null, "day": "2022-03-05"}],
     "regions": [{"name": "서울", "chief": "김"}, {"name": "부산", "chief": "이"}]}
    """

  private func report(_ tables: String, _ text: String) -> TestReport {
    TestReport(head: "title: T\ntables:\n" + tables, text: text, json: Self.json)
  }

  /// The transforms of one table over `sales`, a line of YAML each, and what `{{#t}}…{{/t}}` prints.
  @Test(arguments: [
    ("- filter: \"datum.amount > target\"", "{{region}} ", "서울 부산 "),
    ("- {calculate: \"datum.amount * 2\", as: twice}", "{{?twice}} ", "1400.2 600 1000 0 "),
    (
      "- {aggregate: [{op: sum, field: amount, as: total}, {op: count, as: n}], groupby: [region]}",
      "{{region}} {{?total}} {{n}}, ", "서울 1000.1 2, 부산 500 1, 제주  1, "
    ),
    (
      "- {joinaggregate: [{op: max, field: amount, as: most}], groupby: [region]}",
      "{{?most}} ", "700.1 700.1 500  "
    ),
    (
      "- {window: [{op: rank, as: place}], sort: [{field: amount, order: descending}]}",
      "{{product}}{{place}} ", "가1 나3 가2 가4 "
    ),
    ("- sort: [{field: amount, order: descending}]", "{{?amount}} ", "700.10 500 300  "),
    ("- sort: [region, product]", "{{region}}{{product}} ", "부산가 서울가 서울나 제주가 "),
    (
      "- {fold: [region, product]}\n- {window: [{op: row_number, as: n}]}\n- filter: datum.n <= 2",
      "{{key}}={{value}} ", "region=서울 product=가 "
    ),
    (
      "- {pivot: product, value: amount, groupby: [region]}", "{{region}} {{?가}}/{{?나}} ",
      "서울 700.1/300 부산 500/ 제주 / "
    ),
    ("- {bin: {step: 500}, field: amount, as: from}", "{{?from}} ", "500 0 500  "),
    (
      "- {timeUnit: yearmonth, field: day, as: month}", "{{month:%-m월}} ", "1월 2월 2월 3월 "
    ),
    (
      "- {stack: amount, groupby: [region], as: [low, high]}", "{{low}}–{{high}} ",
      "0–700.1 700.1–1000.1 0–500 0–0 "
    ),
    (
      "- {lookup: region, from: {data: {name: regions}, key: name, fields: [chief]}}",
      "{{?chief}} ", "김 김 이  "
    ),
    (
      "- {quantile: amount, probs: [0.5]}", "{{prob}}: {{value}}", "0.5: 500"
    ),
    (
      "- {aggregate: [{op: values, as: rows}]}\n- {calculate: \"pluck(datum.rows, 'product')\", as: kinds}\n- {flatten: [kinds]}",
      "{{kinds}} ", "가 나 가 가 "
    ),
    ("- {sample: 2}\n- {aggregate: [{op: count, as: n}]}", "{{n}}", "2"),
    (
      "- {impute: amount, key: product, groupby: [region], value: 0}\n- {aggregate: [{op: count, as: n}]}",
      "{{n}}", "6"
    ),
  ])
  func isMadeByTransforms(_ transform: String, _ body: String, _ expected: String) throws {
    let lines = transform.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    let report = report(
      "  t:\n    data: sales\n    transform:\n\(lines)", "{{#t}}\(body){{/t}}.")
    let (document, _) = try report.bind()
    let text = document.blocks.map { block in
      if case .paragraph(let inlines) = block.kind { inlines.plainText } else { "" }
    }.joined()
    // Trailing blanks of a line don't reach the paragraph.
    #expect(text == expected + ".")
  }

  @Test func tablesAreMadeInOrderOfDependency() throws {
    let text = try report(
      """
        top:
          data: by_region
          transform: [{filter: "datum.total >= 500"}]
        by_region:
          data: sales
          transform: [{aggregate: [{op: sum, field: amount, as: total}], groupby: [region]}]
      """, "{{#top}}{{region}} {{/top}}."
    ).dumped()
    #expect(text.contains("서울"))
    #expect(!text.contains("제주"))
  }

  @Test func aCellThatNoTransformChangesKeepsItsWriting() throws {
    let text = try report("  t: {data: sales}", "{{t.0.amount}}").dumped()
    #expect(text.contains("700.10"))
  }

  @Test(arguments: [
    Refusal(
      "a cycle", "  a: {data: b}\n  b: {data: c}\n  c: {data: a}",
      """
      /r/report.md:4:13: error: a table is made of itself: "a" → "b" → "c" → "a"
        hint: let one of them take its rows from the data
      """),
    Refusal(
      "a table of itself", "  a: {data: a}",
      """
      /r/report.md:4:13: error: a table is made of itself: "a" → "a"
        hint: let one of them take its rows from the data
      """),
    Refusal(
      "unknown data", "  a: {data: slaes}",
      """
      /r/report.md:4:13: error: unknown name "slaes"
        hint: did you mean "sales"?
      """),
    Refusal(
      "data that is no list", "  a: {data: target}",
      """
      /r/report.md:4:13: error: "target" is a number, not a list of rows
      """),
    Refusal(
      "an unknown transform", "  a: {data: sales, transform: [{fliter: x}]}",
      """
      /r/report.md:4:32: error: unknown transform "fliter"
        hint: did you mean "filter"?
      """),
    Refusal(
      "a broken expression", "  a: {data: sales, transform: [{filter: \"datum.amount >\"}]}",
      """
      /r/report.md:4:56: error: the expression ends too early
      """),
    Refusal(
      "an unknown name in an expression",
      "  a: {data: sales, transform: [{filter: \"datum.amount > tagret\"}]}",
      """
      /r/report.md:4:57: error: unknown name "tagret"
        hint: did you mean "target"?
      """),
    Refusal(
      "a lookup in unknown data",
      "  a: {data: sales, transform: [{lookup: region, from: {data: {name: regoins}, key: name}}]}",
      """
      /r/report.md:4:62: error: unknown name "regoins"
        hint: did you mean "regions"?
      """),
    Refusal(
      "a lookup without data's name",
      "  a: {data: sales, transform: [{lookup: region, from: {data: [1], key: name}}]}",
      """
      /r/report.md:4:62: error: "data" must name a table or an input
        hint: write from: {data: {name: people}, key: id, fields: [name]}
      """),
    Refusal(
      "transforms that are no list", "  a: {data: sales, transform: {filter: x}}",
      """
      /r/report.md:4:31: error: "transform" must be a list of transforms, not an object
      """),
    Refusal(
      "a table without data", "  a: {transform: []}",
      """
      /r/report.md:4:6: error: this table has no "data"
        hint: add "data": "…"
      """),
    Refusal(
      "a table named like an input", "  sales: {data: regions}",
      """
      /r/report.md:4:10: error: the table "sales" has the name of an input
        hint: give the table another name
      """),
    Refusal(
      "an unknown column to sort by",
      "  a: {data: sales, transform: [{sort: [{field: amuont}]}]}",
      """
      /r/report.md:4:48: error: no row has a "amuont"
        hint: did you mean "amount"?
      """),
    Refusal(
      "an unknown column to group by",
      "  a: {data: sales, transform: [{aggregate: [{op: count, as: n}], groupby: [regoin]}]}",
      """
      /r/report.md:4:76: error: no row has a "regoin"
        hint: did you mean "region"?
      """),
    Refusal(
      "an unknown column in a test",
      "  a: {data: sales, transform: [{filter: {field: amuont, gt: 1}}]}",
      """
      /r/report.md:4:49: error: no row has a "amuont"
        hint: did you mean "amount"?
      """),
    Refusal(
      "an unknown column in an expression",
      "  a: {data: sales, transform: [{calculate: datum.amuont * 2, as: twice}]}",
      """
      /r/report.md:4:44: warning: no row has a "amuont", so it is null here
        hint: did you mean "amount"?
      """),
    Refusal(
      "all faults at once", "  a: {data: slaes}\n  b: {data: target}",
      """
      /r/report.md:4:13: error: unknown name "slaes"
        hint: did you mean "sales"?
      /r/report.md:5:13: error: "target" is a number, not a list of rows
      """),
  ])
  func isReported(_ refusal: Refusal) {
    #expect(report(refusal.input, "").reported() == refusal.expected)
  }

  @Test func anExpressionWithoutEndIsStopped() {
    var report = report(
      "  t:\n    data: sales\n    transform: [{calculate: \"sequence(1000).length\", as: n}]", "")
    report.limits[.expressionSteps] = 3
    #expect(report.reported().contains("passes the limit of 3 steps"))
  }
}
