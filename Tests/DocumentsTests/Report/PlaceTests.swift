import Diagnostics
import Formats
import Testing

@testable import Documents

/// A fault is shown where its author wrote it, however the text came to stand where it stands.
@Suite struct PlaceTests {
  private let json = #"{"rows": [{"n": "가나다"}, {"n": "라"}], "x": "긴 값 하나"}"#

  private func report(_ text: String, _ files: [String: String] = [:]) -> String {
    TestReport(text: text, json: json, files: files).reported()
      .split(separator: "\n").filter { $0.contains("error:") || $0.contains("warning:") }
      .joined(separator: "\n")
  }

  @Test func behindValuesAndKoreanText() {
    #expect(
      report("한국어 {{x}} 뒤의 [말]{.nope}\n{{x}}{{x}} <b>")
        == """
        /r/report.md:4:17: error: unknown class "nope"
        /r/report.md:5:12: error: HTML is not part of a report: "<b>"
        """)
  }

  @Test func insideRepeatedSectionsOnce() {
    #expect(
      report("{{#rows}}\n- {{n}}: {{nn}}\n{{/rows}}\n")
        == "/r/report.md:5:10: error: unknown name \"nn\"")
  }

  @Test func insideRepeatedSectionsAtEveryTurnOfTheText() {
    #expect(
      report("{{#rows}}\n- {{n}} [말]{.nope}\n{{/rows}}\n\n끝 [말]{.nein}\n")
        == """
        /r/report.md:5:12: error: unknown class "nope"
        /r/report.md:5:12: error: unknown class "nope"
        /r/report.md:8:6: error: unknown class "nein"
        """)
  }

  @Test func insidePartials() {
    #expect(
      report(
        "가\n\n{{#rows}}\n  {{> p}}\n{{/rows}}\n",
        ["partials/p.mustache": "첫 줄 {{n}}\n둘째 [말]{.nope}\n"])
          == """
          /r/partials/p.mustache:2:7: error: unknown class "nope"
          /r/partials/p.mustache:2:7: error: unknown class "nope"
          """)
  }

  @Test func onFencesInRepeatedSections() {
    #expect(
      report("{{#rows}}\n::: {.lead}\n{{n}}\n{{#@last}}\n:::\n{{/@last}}\n{{/rows}}\n")
        == "/r/report.md:5:1: error: this block isn't closed")
  }

  @Test func inTables() {
    #expect(
      report("| 가 | 나 |\n|---|---|\n{{#rows}}\n| {{n}} | [@K] <i> |\n{{/rows}}\n")
        == """
        /r/report.md:7:11: error: no source has the key "K"
        /r/report.md:7:16: error: HTML is not part of a report: "<i>"
        /r/report.md:7:11: error: no source has the key "K"
        /r/report.md:7:16: error: HTML is not part of a report: "<i>"
        """)
  }

  @Test func inQuotesListsAndSecondLines() {
    #expect(
      report("> 가\n> 나 [말]{.nope}\n\n- 다\n\n  라 **마\n  바[@K]**")
        == """
        /r/report.md:5:8: error: unknown class "nope"
        /r/report.md:10:4: error: no source has the key "K"
        """)
  }

  @Test func behindFlanksEscapesAndCuttings() {
    #expect(
      report("**가(나)**을 \\[다\\] [라]{.key color=ink} **마(바)**는 [사]{.nope}")
        == "/r/report.md:4:50: error: unknown class \"nope\"")
  }

  @Test func behindAByteOrderMark() {
    #expect(
      TestReport(report: "\u{FEFF}---\ntitle: T\n---\n가 {{y}}").reported()
        .hasPrefix("/r/report.md:4:3: error: unknown name \"y\""))
  }

  @Test func withLoneCarriageReturns() {
    #expect(
      report("가\r나\r다 *라").hasSuffix("report.md:4:7: warning: the mark * is left in the text"))
    #expect(report("가\r\r나 <b>\r\r{{x}} <i>").contains(":4:6: error: HTML"))
  }

  @Test func theRangeOfATagIsTheTag() throws {
    let template = try TemplateParser.parse(Source(name: "t", text: "가 {{x}} 나"))
    let expansion = try Expander.expand(
      template, in: try scope(json), printer: HolePrinter(language: .ko))
    let hole = 4..<expansion.bytes.count - 4
    #expect(expansion.location(of: hole)?.range == 4..<9)
    #expect(expansion.location(of: 5..<6)?.range == 4..<9)
    #expect(expansion.location(of: 0..<3)?.range == 0..<3)
    #expect(expansion.location(of: 0..<expansion.bytes.count)?.range == 0..<13)
    #expect(expansion.location(of: 1000..<1001)?.range == 13..<14)
  }
}
