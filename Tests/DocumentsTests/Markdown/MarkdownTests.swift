import Diagnostics
import Testing

@testable import Documents

/// CommonMark with what Pandoc adds to it.
@Suite struct MarkdownTests {
  @Test(arguments: [
    "- | 가 | 나 |\n  |--|--|\n  | 1 | 2 |", "> | 가 | 나 |\n> |--|--|\n> | 1 | 2 |",
    "1. | 가 | 나 |\n   |--|--|\n   | 1 | 2 |", "가 | 나\n--|--\n1 | 2",
    "| 가 | 나 |\n|--|--|\n| 1\\|2 |",
  ])
  func cellsAreCountedInsideTheTable(_ text: String) {
    #expect(TestMarkdown(text: text).reported() == "")
  }

  private let json = """
    {"name": "가", "cite": "A; @B", "key": "A", "lines": "하나\\n둘\\r\\n셋", "w": "40%", "level": "note",
     "rows": [{"n": "가"}, {"n": "나"}]}
    """

  private func dump(_ text: String) throws -> String {
    try TestMarkdown(
      text: text, json: json, styles: ["done", "note"], sources: ["A", "B", "C"]
    ).read().blocks.dump
  }

  @Test(arguments: [
    Reading("하나\n둘", "p: 하나 둘"), Reading("하나  \n둘\\\n셋", "p: 하나⏎둘⏎셋"),
    Reading("하나<br>둘<BR />셋", "p: 하나⏎둘⏎셋"), Reading("하나 <!-- 주석 --> 둘", "p: 하나  둘"),
    Reading("<!-- 주석\n\n둘 -->\n\n하나", "p: 하나"), Reading("<!-- a --> <!-- b -->\n\n하나", "p: 하나"),
    Reading("# 하나\n\n## 둘 ##\n\n셋\n===", "h1: 하나\nh2: 둘\nh1: 셋"),
    Reading("- 하나\n- 둘\n\n  셋", "ul loose\n  -\n    p: 하나\n  -\n    p: 둘\n    p: 셋"),
    Reading("3. 하나\n4. 둘", "ol(3)\n  -\n    p: 하나\n  -\n    p: 둘"),
    Reading("> 하나\n\n---\n\n    코드 {{name}}", "quote\n  p: 하나\nrule\ncode: \"코드 가\\n\""),
    Reading(
      "```swift\n::: {.x}\n[a]{.b} {{name}}\n:::\n```", "code: \"::: {.x}\\n[a]{.b} 가\\n:::\\n\""),
    Reading("- ```\n  ::: {.x}\n  ```\n- 둘", "ul\n  -\n    code: \"::: {.x}\\n\"\n  -\n    p: 둘"),
    Reading(
      "```\n" + String(repeating: "> ", count: 150) + "\n```",
      "code: \"" + String(repeating: "> ", count: 150) + "\\n\""),
    Reading("    ::: {.x}\n    [a]{.b}", "code: \"::: {.x}\\n\\n[a]{.b}\\n\""),
    Reading("`[a]{.b} {{name}} @fig-x`", "p: <code>[a]{.b} 가 @fig-x</code>"),
    Reading("<https://a.b/@fig-x>", "p: <a https://a.b/@fig-x>https://a.b/@fig-x</a>"),
    Reading("<kim@sk.com>", "p: <a mailto:kim@sk.com>kim@sk.com</a>"),
    Reading(
      "[글](https://a.b/한국?q=가%20나)",
      "p: <a https://a.b/%ED%95%9C%EA%B5%AD?q=%EA%B0%80%20%EB%82%98>글</a>"),
    Reading("{{lines}}", "p: ‹하나›⏎‹둘›⏎‹셋›"), Reading("# {{lines}}", "h1: ‹하나›⏎‹둘›⏎‹셋›"),
    // Spans
    Reading("[기업]{.key color=accent}은", "p: <span key{.key color=\"accent\"}>기업</span>은"),
    Reading(
      "[*가* [나]{.done}]{.note}",
      "p: <span style(\"note\"){.note}><em>가</em> <span style(\"done\"){.done}>나</span></span>"),
    Reading("[가]{#x}", "p: <span plain{#x}>가</span>"), Reading("[가] {나}", "p: [가] {나}"),
    Reading("[[[가]{.done}", "p: [[<span style(\"done\"){.done}>가</span>"),
    Reading("\\[가]{나}", "p: [가]{나}"), Reading("[가\\]{나}", "p: [가]{나}"),
    Reading("함수(x){y}", "p: 함수(x){y}"), Reading("집합 {1, 2}", "p: 집합 {1, 2}"),
    Reading("[{{name}}]{.done}", "p: <span style(\"done\"){.done}>‹가›</span>"),
    Reading("**[가]{.done}**는", "p: <b><span style(\"done\"){.done}>가</span></b>는"),
    Reading("[가\n나]{.done\n#x}", "p: <span style(\"done\"){#x .done}>가 나</span>"),
    // Attributes keep what is in quotes
    Reading(
      "[가]{.key color=\"*a* **b(c)**을 | \\\"}\\\" \\\\ [x](y)\"}",
      "p: <span key{.key color=\"*a* **b(c)**을 | \\\"}\\\" \\\\ [x](y)\"}>가</span>"),
    Reading("[가]{.key color=\"{{lines}}\"}", "p: <span key{.key color=\"하나 둘 셋\"}>가</span>"),
    Reading("[가]{.key color={{w}}}", "p: <span key{.key color=\"40%\"}>가</span>"),
    // Headings and captions
    Reading("# 제목 {#sec-a}", "h1{#sec-a}: 제목"),
    Reading("# {{name}} {#sec-{{key}}}", "h1{#sec-A}: ‹가›"),
    Reading("# 제목 {1}", "h1: 제목 {1}"), Reading("제목 {#a}\n===", "h1{#a}: 제목"),
    // Citations
    Reading("가[@B] 나[@A; @B]", "p: 가^1 나^2,1\ndiv sources{.sources}"),
    Reading("가[@{{cite}}]", "p: 가^1,2\ndiv sources{.sources}"),
    Reading("가[@A; B]", "p: 가^1,2\ndiv sources{.sources}"),
    Reading("가[@{{key}}; @A]", "p: 가^1\ndiv sources{.sources}"),
    Reading("[@A](https://a.b)", "p: <a https://a.b>@A</a>\ndiv sources{.sources}"),
    Reading("가\\[@A]", "p: 가[@A]\ndiv sources{.sources}"),
    Reading("kim@fig-x.com", "p: kim@fig-x.com\ndiv sources{.sources}"),
    // Tables
    Reading(
      "| 가 | 나 |\n|:-:|--:|\n| 1 | {{name}} |", "table\n  columns: 가 center | 나 right\n  1 | ‹가›"),
    Reading(
      "| 가 |\n|---|\n| 1 |\n\n: 설명 *가* {#tbl-x}",
      "table{#tbl-x}\n  caption: 설명 <em>가</em>\n  columns: 가 left\n  1"),
    Reading(": 설명\n\n| 가 |\n|---|\n| 1 |", "table\n  caption: 설명\n  columns: 가 left\n  1"),
    Reading("| 가 |\n|---|\n| 1 |\n: 바로 아래", "table\n  caption: 바로 아래\n  columns: 가 left\n  1"),
    Reading("| 가 |\n|---|\n| 1 |\n\n: {{name}}", "table\n  caption: ‹가›\n  columns: 가 left\n  1"),
    Reading("\\: 설명이 아니다", "p: : 설명이 아니다"),
    Reading(
      "| 가 |\n|---|\n| [x]{.key color=\"a|b\"} `c\\|d` |",
      "table\n  columns: 가 left\n  <span key{.key color=\"a|b\"}>x</span> <code>c|d</code>"),
    Reading(
      "| 이름 |\n|---|\n{{#rows}}\n| {{n}} |\n{{/rows}}\n", "table\n  columns: 이름 left\n  ‹가›\n  ‹나›"),
    // Images
    Reading("![글 *가*](a.png)", "p: image a.png: 글 <em>가</em>"),
    Reading("![글](a.png){#fig-a height=4cm}", "p{#fig-a height=\"4cm\"}: image a.png: 글"),
    Reading("![](a.png){note=\"둘\n셋\"}", "p{note=\"둘 셋\"}: image a.png: "),
    Reading("![{{name}}](a.png)", "p: image a.png: ‹가›"),
  ]) func isRead(_ reading: Reading) throws {
    let text =
      reading.expected.contains("div sources")
      ? reading.input + "\n\n::: {.sources}\n:::\n" : reading.input
    #expect(try dump(text) == reading.expected)
  }

  // MARK: Divs

  @Test(arguments: [
    Reading("::: {.lead}\n가\n:::", "div lead{.lead}\n  p: 가"),
    Reading("::: lead\n가\n:::", "div lead{.lead}\n  p: 가"),
    Reading("::::: {.lead} :::::\n가\n::::::", "div lead{.lead}\n  p: 가"),
    Reading("앞\n::: {.lead}\n가\n:::\n뒤", "p: 앞\ndiv lead{.lead}\n  p: 가\np: 뒤"),
    Reading(
      "::: {.kpis}\n::: {.kpi}\n**1** 명\n\n참석\n:::\n::: {.kpi}\n**2** 곳\n:::\n:::",
      "div kpis{.kpis}\n  div kpi{.kpi}\n    p: <b>1</b> 명\n    p: 참석\n  div kpi{.kpi}\n    p: <b>2</b> 곳"
    ),
    Reading(
      "::: {.columns gutter=8mm}\n::: {.column width={{w}} rule=top}\n- 가\n- 나\n:::\n:::",
      "div columns{.columns gutter=\"8mm\"}\n  div column{.column width=\"40%\" rule=\"top\"}\n    ul\n      -\n        p: 가\n      -\n        p: 나"
    ),
    Reading(
      "::: {.callout-{{level}} title=\"{{name}} \\\"나\\\"\"}\n가\n:::",
      "div calloutNote{.callout-note title=\"가 \\\"나\\\"\"}\n  p: 가"),
    Reading(
      "- 하나\n\n  ::: {.done}\n  둘\n  :::\n- 셋",
      "ul loose\n  -\n    p: 하나\n    div style(\"done\"){.done}\n      p: 둘\n  -\n    p: 셋"),
    Reading("::: {#a}\n가\n:::", "div plain{#a}\n  p: 가"),
    Reading("::: {.sources}\n:::", "div sources{.sources}"),
    Reading("::: {.page-break}\n:::", "div pageBreak{.page-break}"),
    Reading(
      "::: {.done}\n# 가\n| 나 |\n|---|\n| 1 |\n\n: 다\n:::",
      "div style(\"done\"){.done}\n  h1: 가\n  table\n    caption: 다\n    columns: 나 left\n    1"),
    Reading(
      "{{#rows}}\n::: {.kpi}\n{{n}}\n:::\n{{/rows}}\n",
      "div kpi{.kpi}\n  p: ‹가›\ndiv kpi{.kpi}\n  p: ‹나›"),
    Reading(
      "::: {.timeline}\n- **가** 나\n:::", "div timeline{.timeline}\n  ul\n    -\n      p: <b>가</b> 나"
    ),
  ]) func divsHoldBlocks(_ reading: Reading) throws {
    #expect(try dump(reading.input) == reading.expected)
  }

  @Test func windowsLineEndsMakeNoDifference() throws {
    let text =
      "# 가 {#a}\n\n::: {.lead}\n나 **다(라)**는\n:::\n\n| 가 |\n|---|\n| 1 |\n\n: 설명\n\n```\n:::\n```\n"
    #expect(try dump(text.replacing("\n", with: "\r\n")) == dump(text))
  }

  @Test func citationsAreNumberedInTheOrderOfTheText() throws {
    let result = try TestMarkdown(
      text: "| [@C] |\n|---|\n| [@A; @C] |\n\n가[@B]\n\n::: {.sources}\n:::",
      sources: ["A", "B", "C", "D"]
    ).read()
    #expect(result.citedKeys == ["C", "A", "B"])
  }

  @Test func valuesInAttributesKeepTheirOrigin() throws {
    let result = try TestMarkdown(
      text: "![](a.png){note=\"{{name}}: {{rows.1.n}}\"}", json: json
    ).read()
    let note = result.blocks.first?.attributes.entry("note")?.text ?? []
    let origins = note.compactMap { inline in
      if case .value(let value) = inline { value.origin.pointer } else { nil as String? }
    }
    #expect(origins == ["/name", "/rows/1/n"])
  }
}
