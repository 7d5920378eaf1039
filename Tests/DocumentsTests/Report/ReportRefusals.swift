import Diagnostics
import Testing

@testable import Documents

/// What is refused of the files of a report, at its place.
@Suite struct ReportRefusals {
  @Test(arguments: [
    Refusal(
      "an empty file", "",
      """
      /r/report.md:1:1: error: the report has no front matter
        hint: begin the file with a line ---, then "title: …", then a line ---
      """),
    Refusal(
      "no front matter", "# 제목\n---\n",
      """
      /r/report.md:1:1: error: the report has no front matter
        hint: begin the file with a line ---, then "title: …", then a line ---
      """),
    Refusal(
      "an open front matter", "---\ntitle: 가\n",
      """
      /r/report.md:1:1: error: the front matter isn't closed
        hint: put a line --- after it
      """),
    Refusal(
      "an empty front matter", "---\n---\n",
      """
      /r/report.md:2:1: error: the front matter must be an object, not null
      """),
    Refusal(
      "no title", "---\nlang: ko\n---\n",
      """
      /r/report.md:2:1: error: this front matter has no "title"
        hint: add "title": "…"
      """),
    Refusal(
      "an unknown key", "---\ntitle: 가\nsubtitel: 나\n---\n",
      """
      /r/report.md:3:1: error: unknown member "subtitel" in front matter
        hint: did you mean "subtitle"?
      """),
    Refusal(
      "a letterhead that isn't there", "---\ntitle: 가\npage: {letterhead: l.svg}\n---\n",
      """
      /r/report.md:3:20: error: there is no file "/r/l.svg"
        hint: known here: report.md
      """),
    Refusal(
      "a theme that isn't there", "---\ntitle: 가\ntheme: dark.yaml\n---\n",
      """
      /r/report.md:3:8: error: there is no file "/r/dark.yaml"
        hint: known here: report.md
      """),
    Refusal(
      "a time zone that is none", "---\ntitle: 가\ntimezone: 9\n---\n",
      """
      /r/report.md:3:11: error: "timezone" must be an offset from UTC, as +09:00
        hint: write timezone: "+09:00", in quotes
      """),
    Refusal(
      "wrong types", "---\ntitle: [가]\nnumbering: yes\ndata: csv\nlang: kr\ninputs: [a]\n---\n",
      """
      /r/report.md:2:8: error: "title" must be a text, not a list
      /r/report.md:3:12: error: "numbering" must be true, false or a level from 1 to 4, not a text
      /r/report.md:4:7: error: unknown kind of input "csv"
        hint: known here: any, summit, [summit]
      /r/report.md:5:7: error: unknown language "kr"
        hint: did you mean "ko"?
      /r/report.md:6:9: error: "inputs" must be an object, not a list
      """),
    Refusal(
      "wrong pages", "---\ntitle: 가\npage: {size: A6, top: wide, left: -1, haed-left: 나}\n---\n",
      """
      /r/report.md:3:14: error: "A6" is no paper size
        hint: write A3, A4, A5, letter, or a width and height: "160mm 90mm"
      /r/report.md:3:23: error: "top" must be a length, not a text
        hint: write 12pt, 3.2mm, 1cm or 0.5in
      /r/report.md:3:35: error: "left" must lie within 0 and 2000 points
      /r/report.md:3:39: error: unknown member "haed-left" in page
        hint: did you mean "head-left"?
      """),
    Refusal(
      "margins wider than the page", "---\ntitle: 가\npage: {size: A5, left: 120mm}\n---\n",
      """
      /r/report.md:3:7: error: the margins leave no room for text
        hint: leave at least an inch (25.4mm) each way
      """),
    Refusal(
      "all at once", "---\ntitel: 가\n---\n{{#x}}",
      """
      /r/report.md:2:1: error: unknown member "titel" in front matter
        hint: did you mean "title"?
      /r/report.md:2:1: error: this front matter has no "title"
        hint: add "title": "…"
      /r/report.md:4:1: error: the section "x" isn't closed
        hint: close it with {{/x}}
      """),
    Refusal(
      "unknown names in the front matter",
      "---\ntitle: \"가 {{sumit}}\"\npage:\n  foot-left: \"{{@strings.kiker}}\"\n---\n",
      """
      /r/report.md:2:8: error: unknown name "sumit"
        hint: did you mean "summit"?
        hint: if it may be missing, write {{?sumit}}
      /r/report.md:4:14: error: unknown name "kiker" in "@strings"
        hint: known here: sources, continued, note, important, unit, page, contents, figure, table, section, section-title, on-page, source-pages, total, subtotal, carried-forward, brought-forward, sparkline
        hint: if it may be missing, write {{?@strings.kiker}}
      """),
    Refusal(
      "a title of nothing", "---\ntitle: \"{{?nobody}} \"\n---\n",
      """
      /r/report.md:2:8: error: the title is empty
        hint: give the report a title that doesn't depend on what may be missing
      """),
    Refusal(
      "a section in the front matter", "---\ntitle: \"{{#summit}}가{{/summit}}\"\n---\n",
      """
      /r/report.md:2:8: error: only variables may stand here, no sections
        hint: choose between texts in report.md, where sections may stand
      """),
    Refusal(
      "an open tag in the front matter", "---\ntitle: \"{{summit\"\n---\n",
      """
      /r/report.md:2:8: error: the tag isn't closed
        hint: close it with }}
      """),
    Refusal(
      "sources that are none", "---\ntitle: 가\nsources: summit.nme\n---\n가[@A]",
      """
      /r/report.md:3:10: error: unknown name "nme" in "summit"
        hint: did you mean "name"?
      """),
    Refusal(
      "sources that are no list", "---\ntitle: 가\nsources: summit\n---\n",
      """
      /r/report.md:3:10: error: "summit" is an object, not a list of sources
      """),
    Refusal(
      "a source without a text", "---\ntitle: 가\nsources: summit.sources\n---\n",
      """
      /r/report.md:3:10: error: item 1 of "summit.sources" has no "id" and "text"
        hint: a source is an object: {"id": "A", "text": "…"}
      """),
    Refusal(
      "two sources of one id", "---\ntitle: 가\nsources: summit.twice\n---\n",
      """
      /r/report.md:3:10: error: two items of "summit.twice" have the id "A"
      """),
    Refusal(
      "no name", "---\ntitle: 가\nsources: summit sources\n---\n",
      """
      /r/report.md:3:10: error: "summit sources" is no name
        hint: a name is made of letters, digits, _ and -; put any other key in brackets: {{[US Gross]}}
      """),
    Refusal(
      "a zero byte", "---\ntitle: 가\n---\n나\u{0}다",
      """
      /r/report.md:4:2: error: the text holds a zero byte
        hint: remove it
      """),
  ]) func isReportedOfReportMD(_ refusal: Refusal) {
    let json = """
      {"summit": {"name": "가", "sources": [{"id": "A", "text": "나"}, {"id": "B"}],
       "twice": [{"id": "A", "text": "나"}, {"id": "A", "text": "다"}]}}
      """
    #expect(TestReport(json: json, report: refusal.input).reported() == refusal.expected)
  }

  @Test func markersAreRefusedEverywhere() {
    let marker = Unicode.Scalar(0xFDD0).map { String($0) } ?? ""
    let message = """
      error: the text holds a noncharacter that BriefKit uses itself
        hint: remove the invisible character
      """
    #expect(TestReport(text: "가나\(marker)").reported() == "/r/report.md:4:3: " + message)
    #expect(TestReport(head: "title: \(marker)").reported() == "/r/report.md:2:8: " + message)
    #expect(
      TestReport(files: ["partials/p.mustache": marker]).reported()
        == "/r/partials/p.mustache:1:1: " + message)
  }

  /// YAML and JSON can spell a noncharacter out; a text that never meets the Markdown parser may hold it.
  @Test func escapedMarkersAreTextLikeAnyOther() throws {
    let document = try TestReport(
      head: "title: \"\\uFDD07\\uFDD1{{x}}\"", json: #"{"x": "\uFDD03\uFDD1"}"#
    ).bind().document
    #expect(
      document.title.plainText.unicodeScalars.map(\.value) == [
        0xFDD0, 0x37, 0xFDD1, 0xFDD0, 0x33, 0xFDD1,
      ])
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let bytes = Array("---\ntitle: 가\n---\n".utf8) + [0xC3, 0x28]
    #expect(
      TestReport(bytes: ["report.md": bytes]).reported() == """
        /r/report.md:4:1: error: the byte 0xC3 is not UTF-8 here
          hint: save the file as UTF-8
        """)
  }

  @Test func aFaultySchemaIsReportedAtItsPlace() {
    #expect(
      TestReport(files: ["schema.json": #"{"minLength": -1}"#]).reported() == """
        /r/schema.json:1:15: error: "minLength" must be a whole number from 0, not -1
        """)
    #expect(TestReport(files: ["schema.json": "{}"]).reported() == "")
  }

  @Test func faultsOfAllFilesComeAtOnce() {
    #expect(
      TestReport(
        text: "{{",
        files: [
          "theme.yaml": "colors: {ink: blau}", "strings.ko.yaml": "kicker: 1",
          "partials/a.mustache": "{{/x}}", "partials/b.mustache": "{{#x}}",
        ]
      ).reported() == """
        /r/report.md:4:1: error: the tag isn't closed
          hint: close it with }}
        /r/theme.yaml:1:15: error: "blau" is no colour
          hint: write "#rrggbb" with six hexadecimal digits, in quotes
        /r/strings.ko.yaml:1:9: error: "kicker" must be a text, not a number
        /r/partials/a.mustache:1:1: error: {{/x}} closes a section that isn't open
          hint: open it with {{#x}} or remove this tag
        /r/partials/b.mustache:1:1: error: the section "x" isn't closed
          hint: close it with {{/x}}
        """)
  }

  @Test func aMissingReportIsNamed() {
    #expect(
      TestReport(folderName: "/x").reported()
        .hasPrefix("/x/report.md: error: there is no file \"/x/report.md\""))
  }

  @Test func faultsOfYAMLStandInTheFrontMatter() {
    #expect(
      TestReport(head: "title: 가\nsubtitle: \"나").reported()
        .hasPrefix("/r/report.md:3:11: error: the quote that opens here is never closed"))
  }
}
