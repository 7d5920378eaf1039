import Diagnostics
import Glibc
import Inputs
import Testing

@testable import Documents

/// Work grows with the input, not with its square.
@Suite(.serialized) struct SpeedTests {
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

  /// Four times the input may take nine times as long, where its square would take sixteen times.
  private func expectLinear(
    _ count: Int, _ work: (Int) throws -> Void, at location: SourceLocation = #_sourceLocation
  ) throws {
    let small = try seconds { try work(count) }
    let large = try seconds { try work(4 * count) }
    #expect(
      large < max(9 * small, 0.02), "\(small) s, then \(large) s", sourceLocation: location)
  }

  private typealias SourceLocation = Testing.SourceLocation

  private func rows(_ count: Int) -> String {
    let row = #"{"name": "가나다", "value": 12.5, "city": "서울"}"#
    return "{\"rows\": [" + Array(repeating: row, count: count).joined(separator: ",") + "]}"
  }

  @Test func tablesFromSections() throws {
    let text = """
      | 이름 | 값 | 곳 |
      |---|--:|---|
      {{#rows}}
      | {{name}} | {{value:,.1f}} | **{{city}}**{{city:-은(는)}} |
      {{/rows}}
      """
    try expectLinear(500) { count in
      let blocks = try TestMarkdown(text: text, json: rows(count)).read().blocks
      guard case .table(let table)? = blocks.first?.kind else { return }
      #expect(table.rows.count == count)
    }
  }

  @Test func tablesBySpecification() throws {
    let table =
      "data: rows\ngroup: city\ncolumns: [{field: city}, {field: name}, {field: value, format: \",.1f\"}]"
    try expectLinear(500) { count in
      let report = TestReport(
        text: "![](t.table.yaml)", json: rows(count), files: ["t.table.yaml": table])
      let blocks = try report.bind().document.blocks
      #expect(blocks.count == 1)
    }
  }

  @Test func tablesWithAllThatDataMakesOfThem() throws {
    let table = """
      data: rows
      group: city
      columns:
        - {field: city}
        - {field: name, when: [{test: "datum.value > 10 && datum.city == '서울'", style: accent}]}
        - {field: value, format: ",.1f", bar: true}
      subtotal: {columns: {value: mean}}
      total: [{columns: {value: sum}}, {columns: {value: median}}]
      carry: value
      when: [{test: datum.value < 10, ground: tint}]
      """
    try expectLinear(500) { count in
      let report = TestReport(
        text: "![](t.table.yaml)", json: rows(count), files: ["t.table.yaml": table])
      let blocks = try report.bind().document.blocks
      #expect(blocks.count == 1)
    }
  }

  @Test func paragraphsAndBlocks() throws {
    let text =
      "{{#rows}}\n::: {.lead}\n{{name}} [가]{.key color=ink} *나*[@A]\n\n- 다\n:::\n\n{{/rows}}\n\n::: {.sources}\n:::"
    try expectLinear(250) { count in
      let result = try TestMarkdown(text: text, json: rows(count), sources: ["A"]).read()
      #expect(result.blocks.count == count + 1)
    }
  }

  @Test(arguments: [
    "[", "]", "[[a]", "{", "[a]{", "[a]{.x ", "[a]{\"", "![", "`", "`` ` ", "*a ", "**a(b)", "_a ",
    "[@", "[@a ", "[^", "@fig-",
    "\\[", "<", "<!--", "<a", "&amp;*", "{{x}}", "{{x}}*", "a|", "[{{x}}]{#{{x}}} ",
  ]) func hostileLines(_ piece: String) throws {
    try expectLinear(200) { count in
      let text = String(repeating: piece, count: count)
      _ = TestMarkdown(text: text, json: #"{"x": "가"}"#, sources: ["a"]).reported()
    }
  }

  @Test(arguments: [
    "{{", "{{x}}", "{{#x}}{{/x}}", "{{#y}}{{/y}}", "{{! c }}\n", "{{{", "{{}}", " \n",
  ])
  func hostileTemplates(_ piece: String) throws {
    try expectLinear(1000) { count in
      _ = try? expanded(String(repeating: piece, count: count), #"{"x": "가"}"#)
    }
  }

  @Test(arguments: [
    "> 가\n", "- 가\n", "# 가\n", ":::\n", "::: {.lead}\n", "| 가 |\n", ": 가\n\n", "1. 가\n", "```\n",
    "가\n",
  ])
  func hostileBlocks(_ line: String) throws {
    try expectLinear(200) { count in
      _ = TestMarkdown(text: String(repeating: line, count: count)).reported()
    }
  }
}
