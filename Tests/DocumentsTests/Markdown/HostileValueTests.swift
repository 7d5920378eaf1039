import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

/// No value may change the document's tree: what holds for a harmless word holds for any other text.
@Suite struct HostileValueTests {
  static let values: [String] = [
    "**굵게** _기울임_ `코드` ~~취소~~", "# 제목", "- 하나\n- 둘", "1. 하나", "> 인용", "---", "```\n코드\n```",
    "<b>굵게</b>", "<!-- ", "-->", "<br>", "<script>alert(1)</script>", ":::", "::: {.kpi}",
    "\n:::\n",
    "](http://evil.example)", "![x](y.png)", "[x]{.key color=red}", "]{.key", "{.lead}", "} .kpi {",
    "\" .kpi x=\"",
    "\\", "\\\\", "{{x}}", "{{{x}}}", "{{/rows}}", "{{=<% %>=}}", "| a | b |", "|", "| --- |",
    ": 설명", "&lt;&#42;",
    "[@A]", "; @B", "@fig-x", "[^1]", "http://a.b", "<http://a.b>", "a@b.c",
    scalar(0xFDD0) + "0" + scalar(0xFDD1),
    scalar(0xFDD3) + "0" + scalar(0xFDD4), scalar(0xFDD2) + scalar(0xFDD5) + "*", "\u{202E}반대",
    "\u{2066}x\u{2069}", "\u{0}\u{1}\u{7}", "\u{85}", "\u{2028}줄", "\r\n\r\n# x", "\n\n\n",
    "\t\t\tx", "    코드", "  \n", "e\u{301}", "👩‍👩‍👧‍👦", "\u{1F1F0}\u{1F1F7}", "\u{FEFF}x", scalar(0xFFFF),
    "은(는)",
    String(repeating: "가나다 ", count: 5000), String(repeating: "*", count: 5000),
    String(repeating: "[", count: 5000),
  ]

  /// A scalar that Swift takes in no literal.
  private static func scalar(_ code: UInt32) -> String {
    Unicode.Scalar(code).map { String($0) } ?? ""
  }

  /// Every place where a value may stand.
  private static let template = """
    # 제목 {{x}} {#sec-{{x}}}

    문단 {{x}} 끝, **굵게 {{x}}**, *{{x}}*, `{{x}}`, [{{x}}](https://a.b/{{x}}), [{{x}}]{.key color={{x}}}, {{x}}

    {{x}}
    둘째 줄 {{x}}
    {{x}} 셋째 줄

    ::: {.callout-note title="{{x}}"}
    {{x}}
    :::

    - {{x}}
    - **{{x}}**{{x:-은(는)}}

    > {{x}}

    | {{x}} | 나 |
    |---|---|
    | {{x}} | [{{x}}]{.key color=ink} |
    | **{{x}}** | `{{x}}` |

    : 설명 {{x}} {#tbl-{{x}}}

    ![설명 {{x}}](a.png){alt="{{x}}" note={{x}} subtitle="{{x}}"}

    ```
    {{x}}
    ```

    {{#rows}}
    - {{x}}: {{y}}
    {{/rows}}

    ::: {.sources}
    :::
    """

  private func read(_ value: String) throws -> MarkdownReader.Result {
    let json = JSONWriter.compact(
      .object([
        ("x", .string(value)),
        ("rows", .array([.object([("y", .string(value))]), .object([("y", .string(value))])])),
      ]))
    return try TestMarkdown(text: Self.template, json: json, sources: ["A", "B"]).read()
  }

  /// The shape, where a word and a line break count the same.
  @Test(arguments: values)
  func theTreeStaysTheSame(_ value: String) throws {
    #expect(try read(value).blocks.shape == read("낱말").blocks.shape)
  }

  @Test(arguments: values)
  func theValueArrivesWhole(_ value: String) throws {
    let blocks = try TestMarkdown(
      text: "앞{{x}}뒤", json: JSONWriter.compact(.object([("x", .string(value))]))
    ).read().blocks
    guard case .paragraph(let inlines)? = blocks.first?.kind, blocks.count == 1 else {
      Issue.record("not one paragraph")
      return
    }
    let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let expected =
      value.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" })
      ? lines.joined(separator: " ") : value
    #expect(inlines.plainText == "앞\(expected)뒤")
  }

  @Test(arguments: values)
  func addressesStayHarmless(_ value: String) throws {
    let links = try read(value).blocks.flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block.kind else { return [] }
      return inlines.compactMap { if case .link(let uri, _) = $0 { uri } else { nil } }
    }
    #expect(links.count == 1)
    for link in links {
      #expect(link.hasPrefix("https://a.b/"))
      #expect(link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    }
  }

  @Test func aMegabyteOfTextIsOneWord() throws {
    let value = String(repeating: "가*[|]{<\n", count: 100_000)
    #expect(value.utf8.count >= 1_000_000)
    #expect(try read(value).blocks.shape == read("낱말").blocks.shape)
  }

  /// In a chart, a value is the text of the place where its tag stands, and nothing more.
  @Test(arguments: values)
  func textsOfChartsStayTexts(_ value: String) throws {
    let spec =
      #"{"title": "{{x}}", "mark": {"type": "bar", "tooltip": "a {{x}} b"}, "data": {"name": "{{x}}"}}"#
    let json = JSONWriter.compact(.object([("x", .string(value)), ("y", "무엇")]))
    let located = Located(
      try JSONReader.read(Source(name: "c", text: spec)), in: .init(name: "c", text: spec))
    let filled = try TextTemplate(printer: HolePrinter(language: .ko), limits: Limits())
      .filling(located, in: scope(json), except: ["data"])
    let shown = [Inline](lines: value).plainText
    #expect(filled["title"]?.string == shown)
    #expect(filled["mark"]?["tooltip"]?.string == "a \(shown) b")
    #expect(filled["data"]?["name"]?.string == "{{x}}")
    #expect(filled.object?.keys == ["title", "mark", "data"])
  }

  /// In a data table, a value is one cell or one heading.
  @Test(arguments: values)
  func cellsOfDataTablesStayCells(_ value: String) throws {
    func table(_ value: String) throws -> String {
      let report = TestReport(
        text: "![설명 {{x}}](t.table.yaml){note=\"{{x}}\"}",
        json: JSONWriter.compact(
          .object([
            ("x", .string(value)),
            ("rows", .array([.object([("v", .string(value))]), .object([("v", .string(value))])])),
          ])),
        files: [
          "t.table.yaml": "data: rows\ncolumns: [{field: v, title: \"{{x}} 열\"}]\nnote: \"{{x}}\"\n"
        ])
      return try report.bind().document.blocks.shape
    }
    #expect(try table(value) == table("낱말"))
  }

  // MARK: Markdown on purpose

  /// `{{{x}}}` is Markdown, and even then names no file and runs nothing.
  @Test(arguments: [
    "![x](/etc/passwd.vl.json)", "![x](c.vl.json)", "![x](../../secret.png)",
    "![x][r]\n\n[r]: c.vl.json",
    "[r]: c.vl.json\n\n![x][r]", "> ![x](c.vl.json)", "- ![x](c.vl.json)",
    "::: {.lead}\n![x](c.vl.json)\n:::",
  ])
  func markdownInAValueReadsNoFile(_ value: String) {
    let report = TestReport(
      text: "{{{x}}}", json: JSONWriter.compact(.object([("x", .string(value))])),
      files: ["c.vl.json": "{}"])
    #expect(report.reported().contains("only the report's own text can name a figure's file"))
  }

  @Test(arguments: [
    "![x]({{{x}}})", "![x](a{{{x}}})", "![x][r]\n\n[r]: {{{x}}}",
    "![x{{{y}}}](c.vl.json)",
  ])
  func noPartOfAnAddressComesFromAValue(_ text: String) {
    let report = TestReport(
      text: text, json: #"{"x": "c.vl.json", "y": " 말"}"#,
      files: ["c.vl.json": "{}", "ac.vl.json": "{}", "d.vl.json": "{}"])
    #expect(report.reported().contains("only the report's own text can name a figure's file"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=y>", "[a](javascript:alert(1))",
    "[a](file:///etc)",
  ])
  func markdownInAValueRunsNothing(_ value: String) {
    let report = TestReport(
      text: "{{{x}}}", json: JSONWriter.compact(.object([("x", .string(value))])))
    #expect(report.reported().contains("error:"))
  }
}
