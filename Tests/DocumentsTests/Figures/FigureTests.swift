import Diagnostics
import Inputs
import Testing

@testable import Documents

@Suite struct FigureTests {
  /// A picture of one pixel.
  private static let picture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
    0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44,
    0xAE, 0x42, 0x60, 0x82,
  ]

  private func report(_ text: String, chart: String = #"{"mark": "bar"}"#) -> TestReport {
    TestReport(
      text: text, json: #"{"title": "가", "n": 3, "rows": [{"n": 1}, {"n": 2}], "other": {"n": 4}}"#,
      files: ["charts/a.vl.json": chart],
      bytes: [
        "a.png": Self.picture, "cut.png": Array(Self.picture.dropLast(12)), "none.jpg": [1, 2, 3],
        "text.svg": Array(
          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n<text/></svg>".utf8),
      ])
  }

  @Test func chartsAndPicturesAreFigures() throws {
    let text = """
      ![설명 {{title}}](charts/a.vl.json){#fig-a subtitle="명 {{n}}" note="출처" alt="그림" height=5cm}

      ![사진](a.png)
      """
    #expect(
      try report(text).dumped() == """
        figure{#fig-a subtitle="명 3" note="출처" alt="그림" height="5cm"}
          chart a
          caption: 설명 ‹가›
          subtitle: 명 ‹3›
          note: 출처
          alt: 그림
        figure
          image of \(Self.picture.count) bytes
          caption: 사진
        """)
  }

  @Test func aChartsTextsAreFilledButNotItsCode() throws {
    let chart = """
      {"title": "{{title}} {{n:,.1f}}", "mark": {"type": "{{title}}"}, "data": {"name": "{{title}}"},
       "transform": [{"filter": "{{title}}"}, {"calculate": "{{title}}", "as": "{{title}}"}],
       "encoding": {"x": {"field": "{{title}}", "title": ["{{title}}", "나"]}, "y": {"value": {"expr": "{{title}}"}}}}
      """
    let blocks = try report("![](charts/a.vl.json)", chart: chart).bind().document.blocks
    guard case .figure(let figure)? = blocks.first?.kind, case .chart(let drawn) = figure.content
    else {
      Issue.record("no chart")
      return
    }
    #expect(
      JSONWriter.compact(drawn.spec.value)
        == #"{"title":"가 3.0","mark":{"type":"가"},"data":{"name":"{{title}}"},"transform":[{"filter":"{{title}}"},{"calculate":"{{title}}","as":"가"}],"encoding":{"x":{"field":"가","title":["가","나"]},"y":{"value":{"expr":"{{title}}"}}}}"#
    )
    #expect(drawn.path == "/r/charts/a.vl.json")
  }

  @Test func aChartSeesTheScopeOfItsPlace() throws {
    let text =
      "{{#rows}}\n![{{n}}](charts/a.vl.json)\n\n{{/rows}}\n{{#other}}\n![{{n}}](charts/a.vl.json)\n{{/other}}\n\n![{{n}}](charts/a.vl.json)"
    let blocks = try report(text).bind().document.blocks
    let seen = try blocks.map { block -> String? in
      guard case .figure(let figure) = block.kind, case .chart(let chart) = figure.content
      else { return nil }
      return try chart.scope.look(up: NamePath("n")).value.number?.text
    }
    #expect(seen == ["1", "2", "4", "3"])
  }

  @Test func aChartThatIsNotExpandedIsNotRead() throws {
    let report = report("{{#?missing}}\n![](nowhere.vl.json)\n{{/missing}}\n")
    #expect(try report.dumped() == "")
  }

  @Test(arguments: [
    Refusal(
      "a missing file", "가나다\n\n![](charts/b.vl.json)",
      """
      /r/report.md:6:1: error: there is no file "/r/charts/b.vl.json"
        hint: did you mean "a.vl.json"?
      """),
    Refusal(
      "a missing folder", "![](chart/a.vl.json)",
      """
      /r/report.md:4:1: error: there is no file "/r/chart/a.vl.json": the folder "chart" is missing
        hint: did you mean "charts"?
      """),
    Refusal(
      "an unknown ending", "![](a.gif)",
      """
      /r/report.md:4:1: error: "a.gif" is no kind of figure that BriefKit knows
        hint: charts end in .vl.json, tables in .table.yaml, pictures in .png, .jpg or .svg
      """),
    Refusal(
      "an address in the network", "![](https://a.b/c.png)",
      """
      /r/report.md:4:1: error: "https://a.b/c.png" is an address, and the network is never read
        hint: save the file beside the spec and write its name
      """),
    Refusal(
      "an unknown attribute", "![](a.png){heigth=3cm}",
      """
      /r/report.md:4:11: error: unknown attribute "heigth"
        hint: did you mean "height"?
      """),
    Refusal(
      "an attribute of another kind", "![](charts/a.vl.json){height=tall width=wide}",
      """
      /r/report.md:4:22: error: "tall" is no value for "height"
        hint: write a length: 12pt, 8mm, 1cm, 0.5in
      /r/report.md:4:22: error: "wide" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      """),
    Refusal(
      "a box that is none", "![](a.png){width=wide fit=crop position=top}",
      """
      /r/report.md:4:11: error: "wide" is no value for "width"
        hint: write a length such as 98mm, or a share such as 60%
      /r/report.md:4:11: error: "crop" is no value for "fit"
        hint: write "contain" or "cover"
      /r/report.md:4:11: error: "fit" stands without both a width and a height
        hint: write width=60mm height=40mm, or leave fit out
      /r/report.md:4:11: error: "position" stands without both a width and a height
        hint: write width=60mm height=40mm, or leave position out
      """),
    Refusal(
      "a picture that is cut off", "앞\n\n![](cut.png)",
      """
      /r/report.md:6:1: error: the image ends before its end
        hint: is the file complete?
      """),
    Refusal(
      "a picture that is none", "![](none.jpg)",
      """
      /r/report.md:4:1: error: this is no PNG, JPEG or SVG image
        hint: convert the image to PNG, JPEG or SVG
      """),
    Refusal(
      "a chart in a line", "글 ![](charts/a.vl.json)",
      """
      /r/report.md:4:3: error: "charts/a.vl.json" is no picture, and nothing else stands in a line
        hint: put it into a paragraph of its own
      """),
    Refusal(
      "a picture in a line without words", "글 ![](a.png) ![](a.png){alt=\"\"}",
      """
      /r/report.md:4:3: error: a picture has no words for those who can't see it
        hint: write them into the brackets, or {alt=""} if it is mere decoration
      """),
    Refusal(
      "a picture in a line with a caption's words", "글 ![가](a.png){note=\"나\" width=3mm}",
      """
      /r/report.md:4:14: error: unknown attribute "note"
        hint: known here: alt, height
      /r/report.md:4:14: error: unknown attribute "width"
        hint: known here: alt, height
      """),
    Refusal(
      "a picture in a line that isn't there", "글 ![가](c.png)",
      """
      /r/report.md:4:3: error: there is no file "/r/c.png"
        hint: did you mean "a.png"?
      """),
    Refusal(
      "a drawing with text", "![](text.svg)",
      """
      /r/text.svg:2:1: error: the drawing holds text
      /r/report.md:4:1: note: it stands here
        hint: convert text to paths
      """),
    Refusal(
      "a file that is no picture", "![](charts/../b.png)",
      """
      /r/report.md:4:1: error: there is no file "/r/charts/../b.png"
        hint: did you mean "a.png"?
      """),
    Refusal(
      "several figures at once", "![](x.vl.json)\n\n![](y.png)",
      """
      /r/report.md:4:1: error: there is no file "/r/x.vl.json"
        hint: known here: a.png, charts, cut.png, none.jpg, report.md, text.svg
      /r/report.md:6:1: error: there is no file "/r/y.png"
        hint: did you mean "a.png"?
      """),
  ]) func isReported(_ refusal: Refusal) {
    #expect(report(refusal.input).reported() == refusal.expected)
  }

  @Test func faultsOfAChartsFileStandThere() {
    #expect(
      report(
        "![](charts/a.vl.json)",
        chart: "{\n  \"title\": \"{{titel}}\",\n  \"mark\": \"{{n:percnt}}\"\n}"
      ).reported() == """
        /r/charts/a.vl.json:2:12: error: unknown name "titel"
          hint: did you mean "title"?
          hint: if it may be missing, write {{?titel}}
        /r/charts/a.vl.json:3:11: error: unknown format "percnt"
          hint: did you mean "percent"?
        """)
    #expect(
      report("![](charts/a.vl.json)", chart: "{\"a\": 1,}").reported()
        .hasPrefix("/r/charts/a.vl.json:1:8: error: "))
  }
}
