import Diagnostics
import Testing

@testable import Documents

@Suite struct MarkdownRefusals {
  private let json =
    #"{"name": "가", "url": "javascript:alert(1)", "picture": "a.png", "class": "nope"}"#

  @Test(arguments: [
    // Divs
    Refusal(
      "a stray fence", "가\n:::\n나",
      """
      report.md:2:1: error: this fence closes nothing
        hint: open a block with ::: {.class} or remove the line
      """),
    Refusal(
      "an open block, behind Korean text", "가나다\n\n  ::: {.lead}\n가",
      """
      report.md:3:3: error: this block isn't closed
        hint: close it with a line of :::
      """),
    Refusal(
      "two open blocks", "::: {.kpis}\n::: {.kpi}\n가",
      """
      report.md:2:1: error: this block isn't closed
        hint: close it with a line of :::
      report.md:1:1: error: this block isn't closed
        hint: close it with a line of :::
      """),
    Refusal(
      "a block that reaches out of a list", "- 하나\n  ::: {.lead}\n  둘\n\n:::",
      """
      report.md:2:3: error: this block isn't closed
        hint: close it with a line of :::
      report.md:5:1: error: this fence closes nothing
        hint: open a block with ::: {.class} or remove the line
      """),
    Refusal(
      "an unknown class", "::: {.colums}\n:::",
      """
      report.md:1:1: error: unknown class "colums"
        hint: did you mean "columns"?
        hint: a class of your own: declare it under "styles" in theme.yaml
      """),
    Refusal(
      "a class from data", "::: {.{{class}}}\n:::",
      """
      report.md:1:1: error: unknown class "nope"
        hint: known here: lead, kpis, kpi, callout-note, callout-important, columns, column, timeline, sources, page-break, landscape, short, contents, list-of-figures, list-of-tables, key
        hint: a class of your own: declare it under "styles" in theme.yaml
      """),
    Refusal(
      "two classes", "::: {.lead .kpi}\n:::",
      """
      report.md:1:1: error: only one class may stand here; "kpi" is a second one
        hint: put one block into another
      """),
    Refusal(
      "two classes without a space", "::: {.lead.kpi}\n:::",
      """
      report.md:1:1: error: only one class may stand here; "kpi" is a second one
        hint: put one block into another
      """),
    Refusal(
      "an unknown attribute", "::: {.columns}\n::: {.column widht=60%}\n:::\n:::",
      """
      report.md:2:1: error: unknown attribute "widht"
        hint: did you mean "width"?
      """),
    Refusal(
      "an attribute where none is known", "::: {.lead color=red}\n:::",
      """
      report.md:1:1: error: unknown attribute "color"
        hint: known here: unit, currency, lang, priority
      """),
    Refusal(
      "a language that is none", "[가]{lang=english}\n\n::: {.lead lang=한국어}\n나\n:::",
      """
      report.md:1:4: error: "english" is no value for "lang"
        hint: write a language's code, such as en, ko or en-GB
      report.md:3:1: error: "한국어" is no value for "lang"
        hint: write a language's code, such as en, ko or en-GB
      """),
    Refusal(
      "values of a wrong type",
      "::: {.columns gutter=wide}\n::: {.column width=120% rule=bottom}\n:::\n:::",
      """
      report.md:2:1: error: "120%" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      report.md:2:1: error: "bottom" is no value for "rule"
        hint: write "top"
      report.md:1:1: error: "wide" is no value for "gutter"
        hint: write a length: 12pt, 8mm, 1cm, 0.5in
      """),
    Refusal(
      "lengths that are none",
      "::: {.columns gutter=-1mm}\n::: {.column width=nan}\n:::\n::: {.column width=1e9mm}\n:::\n::: {.column width=0x10}\n:::\n:::",
      """
      report.md:2:1: error: "nan" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      report.md:4:1: error: "1e9mm" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      report.md:6:1: error: "0x10" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      report.md:1:1: error: "-1mm" is no value for "gutter"
        hint: write a length: 12pt, 8mm, 1cm, 0.5in
      """),
    Refusal(
      "text behind the attributes", "::: {.lead} 가\n:::",
      """
      report.md:1:1: error: text stands behind the attributes
        hint: put it on a line of its own
      """),
    Refusal(
      "text behind the colons", "::: 가 나\n:::",
      """
      report.md:1:1: error: text stands behind the colons
        hint: write ::: {.class key=value}, and the text on lines of its own
      """),
    Refusal(
      "open attributes of a block", "::: {.lead\n:::",
      """
      report.md:1:1: error: the attributes aren't closed
        hint: close them with }
      """),
    Refusal(
      "a fence in a quote", "> ::: {.lead}\n> 가\n> :::",
      """
      report.md:1:3: error: no block can be opened or closed here
        hint: put the colons on a line of their own, behind spaces only
      """),
    Refusal(
      "a fence behind a list mark", "- ::: {.lead}",
      """
      report.md:1:3: error: no block can be opened or closed here
        hint: put the colons on a line of their own, behind spaces only
      """),
    Refusal(
      "something in a list of sources", "::: {.sources}\n가\n:::",
      """
      report.md:2:1: error: nothing may stand in a block ".sources"
        hint: close the block right below its first line
      """),
    // Attributes
    Refusal(
      "no attribute", "[기업]{key}",
      """
      report.md:1:5: error: "key" is no attribute
        hint: write {#id .class key=value}
      """),
    Refusal(
      "open attributes of a span", "가 [기업]{.key color=x",
      """
      report.md:1:7: error: the attributes aren't closed
        hint: close them with }, or write \\{ for the sign itself
      """),
    Refusal(
      "an open quotation", "[기업]{.key color=\"x}",
      """
      report.md:1:5: error: the attributes aren't closed
        hint: close them with }, or write \\{ for the sign itself
      """),
    Refusal(
      "a curly quotation mark", "[기업]{.key color=“x”}",
      """
      report.md:1:5: error: the value of "color" begins with “
        hint: write straight double quotes: color="…"
      """),
    Refusal(
      "no value", "[기업]{.key color=}",
      """
      report.md:1:5: error: "color" has no value
        hint: write color=value
      """),
    Refusal(
      "an attribute twice", "[기업]{.key color=a color=b}",
      """
      report.md:1:5: error: "color" is given twice
        hint: keep one of them
      """),
    Refusal(
      "no id, no class", "[기업]{#}\n[기업]{.}",
      """
      report.md:1:5: error: an id is missing after "#"
        hint: write #name
      report.md:2:5: error: a class is missing after "."
        hint: write .name
      """),
    Refusal(
      "an id twice", "# 하나 {#a}\n\n# 둘 {#a}",
      """
      report.md:3:5: error: the id "a" is given twice
      report.md:1:6: note: first given here
        hint: in a section that is repeated, put a value of its own into the id
      """),
    Refusal(
      "an unknown class of a span", "[기업]{.kye}",
      """
      report.md:1:5: error: unknown class "kye"
        hint: did you mean "key"?
        hint: a class of your own: declare it under "styles" in theme.yaml
      """),
    Refusal(
      "a class of a heading", "# 제목 {.key}",
      """
      report.md:1:6: error: a heading takes no class, such as "key"
        hint: put it into a block of that class: ::: {.key}
      """),
    Refusal(
      "an unknown attribute of a link", "[글](https://a.b){target=x}",
      """
      report.md:1:17: error: unknown attribute "target"
        hint: known here: lang
      """),
    Refusal(
      "attributes that belong to nothing", "문단 {.lead}\n\n| 가 |\n|---|\n| 나 {.key}\n",
      """
      report.md:1:4: warning: the attributes belong to nothing
        hint: put the text into a block, ::: {.class} …, or write \\{ for the sign itself
      report.md:5:5: warning: the attributes belong to nothing
        hint: put the text into a block, ::: {.class} …, or write \\{ for the sign itself
      """),
    // Citations, references, footnotes
    Refusal(
      "an unknown source", "**가**[@AA]",
      """
      report.md:1:6: error: no source has the key "AA"
        hint: did you mean "A"?
      """),
    Refusal(
      "no key", "가[@A;]\n\n::: {.sources}\n:::",
      """
      report.md:1:2: error: no source has the key ""
        hint: known here: A, B
      """),
    Refusal(
      "sources that nothing lists", "가\n나[@A] 다[@B]",
      """
      report.md:2:2: error: sources are cited, but nothing lists them
        hint: put a block ::: {.sources} where the list shall stand, closed by a line of :::
      """),
    // Captions
    Refusal(
      "a caption without a table", ": 설명\n\n가",
      """
      report.md:1:1: error: this caption stands beside no table
        hint: put the line ": caption" right below a table, or write \\: for the sign itself
      """),
    Refusal(
      "a caption at the end", "가\n\n: 설명",
      """
      report.md:3:1: error: this caption stands beside no table
        hint: put the line ": caption" right below a table, or write \\: for the sign itself
      """),
    Refusal(
      "two captions", ": 하나\n\n| 가 |\n|---|\n\n: 둘",
      """
      report.md:6:1: error: this caption stands beside no table
        hint: put the line ": caption" right below a table, or write \\: for the sign itself
      """),
    Refusal(
      "a caption outside the block of its table", "::: {.lead}\n| 가 |\n|---|\n:::\n\n: 설명",
      """
      report.md:6:1: error: this caption stands beside no table
        hint: put the line ": caption" right below a table, or write \\: for the sign itself
      """),
    Refusal(
      "an unknown unit of a table", "| 가 |\n|---|\n\n: 설명 {unit=천}",
      """
      report.md:4:6: error: "천" is no value for "unit"
        hint: write "auto" or "k" or "만" or "m" or "억" or "bn" or "조"
      """),
    Refusal(
      "a row with a cell too many", "| 가 | 나 |\n|---|---|\n| 1 | 2 | 3 |",
      """
      report.md:3:1: error: this row has 3 cells, the table 2 columns
        hint: leave out a cell, or add a column to the head and to the line of hyphens below it
      """),
    Refusal(
      "a table whose rule is too short", "| 가 | 나 |\n|---|\n| 1 | 2 |",
      """
      report.md:1:1: warning: this is no table: its head has 2 cells, the line of hyphens below it 1
        hint: give both lines as many cells
      """),
    Refusal(
      "cards and columns by themselves",
      "::: {.kpi}\n**1**\n:::\n\n::: {.lead}\n::: {.column}\n가\n:::\n:::",
      """
      report.md:1:1: warning: this ".kpi" stands outside of ".kpis"
        hint: open ::: {.kpis} around all of them
      report.md:6:1: warning: this ".column" stands outside of ".columns"
        hint: open ::: {.columns} around all of them
      """),
    // HTML
    Refusal(
      "HTML in the text", "가 <b>나</b>",
      """
      report.md:1:3: error: HTML is not part of a report: "<b>"
        hint: only <br> and comments are read; write \\< for the sign itself
      report.md:1:7: error: HTML is not part of a report: "</b>"
        hint: only <br> and comments are read; write \\< for the sign itself
      """),
    Refusal(
      "HTML as a block, a value in it", "가\n\n<div class=\"{{name}}\">\n나\n</div>",
      """
      report.md:3:1: error: HTML is not part of a report: "<div class="가">"
        hint: only <br> and comments are read; write \\< for the sign itself
      """),
    Refusal(
      "text between comments", "<!-- a --> <b>나</b> <!-- c -->",
      """
      report.md:1:1: error: HTML is not part of a report: "<!-- a --> <b>나</b> <!-- c -->"
        hint: only <br> and comments are read; write \\< for the sign itself
      """),
    Refusal(
      "an open comment", "가\n\n<!-- 나\n다",
      """
      report.md:3:1: error: the comment isn't closed
        hint: close it with -->
      """),
    Refusal(
      "a line break between paragraphs", "가\n\n<br>\n\n나",
      """
      report.md:3:1: error: a line break stands outside a paragraph
        hint: remove it: the theme sets the space between blocks
      """),
    // Links and images
    Refusal(
      "an address from data", "[가]({{url}})",
      """
      report.md:1:1: error: "javascript:alert(1)" is no address that a page may lead to
        hint: begin it with https://, http://, mailto: or tel:, or write #id for a place in the report
      """),
    Refusal(
      "a file as a link, and no place", "[가](b.pdf)",
      """
      report.md:1:1: error: "b.pdf" is no address that a page may lead to
        hint: begin it with https://, http://, mailto: or tel:, or write #id for a place in the report
      """),
    Refusal(
      "titles", "[가](https://a.b \"제목\")\n\n![나](a.png \"제목\")",
      """
      report.md:1:1: warning: the title of a link isn't shown
        hint: remove what stands in quotes behind the address
      report.md:3:1: warning: the title of an image isn't shown
        hint: write the caption into the brackets, a subtitle behind it: {subtitle="…"}
      """),
    Refusal(
      "an image from data", "![나]({{picture}})",
      """
      report.md:1:1: error: the address of a figure can't come from data
        hint: choose between figures with sections: {{#name}} … {{/name}}
      """),
    Refusal(
      "a class of an image", "![나](a.png){.lead}",
      """
      report.md:1:12: error: a figure takes no class, such as "lead"
        hint: put it into a block of that class: ::: {.lead}
      """),
  ]) func isReported(_ refusal: Refusal) {
    #expect(
      TestMarkdown(text: refusal.input, json: json, sources: ["A", "B"]).reported()
        == refusal.expected)
  }

  // MARK: Limits

  private func nested(_ count: Int, _ open: String, _ close: String = "") -> String {
    String(repeating: open, count: count) + "가" + String(repeating: close, count: count)
  }

  @Test func deepBlocksAreRefused() {
    let message = "error: the nesting of blocks passes the limit of 100 levels"
    #expect(TestMarkdown(text: nested(1000, "::: {.lead}\n", "\n:::")).reported().contains(message))
    #expect(
      TestMarkdown(text: nested(50_000, "> ")).reported() == """
        report.md:1:1: error: the nesting of lists and quotes passes the limit of 100 levels
          hint: if that is intended: --limit template-depth=400
        """)
    #expect(
      TestMarkdown(text: nested(50_000, "- ")).reported().contains(
        "the nesting of lists and quotes"))
    let steps = (0..<500).map { String(repeating: " ", count: 2 * $0) + "- 가" }
    #expect(TestMarkdown(text: steps.joined(separator: "\n")).reported().contains(message))
    let lists = (0..<500).map {
      String(repeating: " ", count: 2 * $0) + "- 가\n\n" + String(repeating: " ", count: 2 * $0 + 2)
        + "::: {.lead}"
    }
    #expect(TestMarkdown(text: lists.joined(separator: "\n")).reported().contains(message))
  }

  @Test func deepEmphasisAndSpansDoNotOverflow() throws {
    let deep =
      (0..<3000).map { $0 % 2 == 0 ? "*가 " : "**나 " }.joined()
      + "다" + (0..<3000).map { $0 % 2 == 0 ? "**" : "*" }.joined()
    #expect(
      TestMarkdown(text: deep).reported()
        .contains("the nesting of emphasis and links passes the limit of 100 levels"))
    let spans = try TestMarkdown(text: nested(90, "[", "]{.key color=ink}")).read()
    #expect(spans.blocks.count == 1)
    #expect(
      TestMarkdown(text: nested(5000, "[", "]{.key color=ink}")).reported()
        .contains("the nesting of spans passes the limit of 100 levels"))
  }

  @Test func hugeTablesAreRefused() {
    let wide =
      "|" + String(repeating: "a|", count: 5000) + "\n|" + String(repeating: "-|", count: 5000)
    let text = wide + String(repeating: "\n|a|", count: 5000)
    #expect(
      TestMarkdown(text: text).reported().contains("the cells of a table passes the limit of"))
  }
}
