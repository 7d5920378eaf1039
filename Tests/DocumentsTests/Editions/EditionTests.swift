import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

@Suite struct EditionTests {
  static let json = #"{"name": {"ko": "모임", "en": "Meeting"}, "count": 3, "list": [1, 2]}"#

  private func report(_ english: String?, _ language: Language) -> TestReport {
    TestReport(
      head: "title: \"{{name}} 보고\"\nsubtitle: 요약", text: "{{name:은(는)}} {{count}}개.",
      json: Self.json, files: english.map { ["report.en.md": $0] } ?? [:], language: language)
  }

  @Test func anEditionReplacesTextAndTitle() throws {
    let english = "---\ntitle: \"Report on {{name}}\"\n---\n{{count}} of {{name}}."
    let document = try report(english, .en).bind().document
    #expect(document.title.plainText == "Report on Meeting")
    #expect(document.subtitle.plainText == "요약")
    #expect(document.blocks.dump.contains("‹3› of ‹Meeting›."))
    #expect(try report(english, .ko).bind().document.blocks.dump.contains("‹모임은› ‹3›개."))
  }

  @Test func anEditionMayHaveNoFrontMatter() throws {
    let document = try report("{{count}} of {{name}}.", .en).bind().document
    #expect(document.title.plainText == "Meeting 보고")
    #expect(document.blocks.dump.contains("‹3› of ‹Meeting›."))
  }

  @Test func wordsOfTheFrontMatterMayBeBilingual() throws {
    let head = "title: {ko: 보고, en: Report}\nauthor: {ko: 전략실, en: Strategy}\nlang: ko"
    #expect(try TestReport(head: head).bind().document.title.plainText == "보고")
    let english = try TestReport(head: head, language: .en).bind().document
    #expect(english.title.plainText == "Report")
    #expect(english.author.plainText == "Strategy")
    #expect(
      TestReport(head: "title: {ko: 보고}", language: .en).reported() == """
        /r/report.md:2:8: error: there is no text in "en" here
          hint: add "en": "…" beside the other
        """)
  }

  @Test func withoutAFileOfItsOwnReportServesAllLanguages() throws {
    #expect(try report(nil, .en).bind().document.blocks.dump.contains("‹Meeting› ‹3›개."))
  }

  @Test(arguments: [
    ([:], [Language.ko]), (["report.en.md": "x"], [.ko, .en]),
    (["strings.en.yaml": "a: b"], [.ko, .en]), (["strings.ko.yaml": "a: b"], [.ko]),
  ])
  func theLanguagesAreThoseWithWords(_ files: [String: String], _ expected: [Language]) throws {
    #expect(try TestReport(files: files).folder().languages == expected)
  }

  @Test(arguments: [
    Refusal(
      "a declaration in an edition", "---\ntitle: T\ntables: {}\n---\n",
      """
      /r/report.en.md:3:1: error: "tables" is declared for all editions
        hint: put it into report.md
      """),
    Refusal(
      "an unknown key", "---\ntitel: T\n---\n",
      """
      /r/report.en.md:2:1: error: unknown member "titel" in front matter
        hint: did you mean "title"?
      """),
    Refusal(
      "an unknown name", "---\ntitle: \"{{nmae}}\"\n---\n{{cuont}}",
      """
      /r/report.en.md:2:8: error: unknown name "nmae"
        hint: did you mean "name"?
        hint: if it may be missing, write {{?nmae}}
      /r/report.en.md:4:1: error: unknown name "cuont"
        hint: did you mean "count"?
        hint: if it may be missing, write {{?cuont}}
      """),
    Refusal(
      "an open front matter", "---\ntitle: T\n",
      """
      /r/report.en.md:1:1: error: the front matter isn't closed
        hint: put a line --- after it
      """),
  ])
  func isReported(_ refusal: Refusal) {
    #expect(report(refusal.input, .en).reported() == refusal.expected)
  }

  // MARK: Comparison

  /// What is said of a Korean text and an English one.
  private func faults(_ korean: String, _ english: String) throws -> String {
    var report = TestReport(
      head: "title: T\nsources: papers", text: korean,
      json: #"{"a": 1, "b": 2, "c": [{"x": 5}], "papers": [{"id": "P", "text": "책"}]}"#,
      files: ["report.en.md": english, "c.vl.json": #"{"data": {"name": "c"}, "mark": "bar"}"#])
    let first = try report.bind().document
    report.language = .en
    let second = try report.bind().document
    return EditionComparison.faults(between: first, and: second)
      .map { $0.rendered(.plain) }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("{{a}}와 {{b}}", "{{b}} and {{a}}"), ("{{a:억}}", "{{a:bn}} {{@lang}}"),
    ("# {{a}}\n\n{{b}}", "# {{a}}\n\n{{b}}"),
    (
      "![그림](c.vl.json)\n\n{{a}}[@P]\n\n::: {.sources}\n:::",
      "![F](c.vl.json)\n\n[@P]{{a}}\n\n::: {.sources}\n:::"
    ),
  ])
  func editionsThatShowTheSameAgree(_ korean: String, _ english: String) throws {
    #expect(try faults(korean, english) == "")
  }

  @Test(arguments: [
    (
      "{{a}}\n\n{{b}}", "{{a}}",
      """
      /r/report.md:7:1: error: the value "b" is shown in "ko" and not in "en"
        hint: show it in both editions, or in none
      """
    ),
    (
      "{{a}}", "{{a}}\n\n{{c.0.x}}",
      """
      /r/report.en.md:3:1: error: the value "c.0.x" is shown in "en" and not in "ko"
        hint: show it in both editions, or in none
      """
    ),
    (
      "{{a}}\n\n{{b}}", "{{b}}\n\n{{a}}",
      """
      /r/report.md:5:1: error: the value "a" stands here in "ko" and in another place in "en"
      /r/report.en.md:3:1: note: there it stands here
        hint: put what the editions show into the same order
      """
    ),
    (
      "{{a}}\n\n![그림](c.vl.json)", "{{a}}",
      """
      /r/report.md:7:1: error: the figure "c" is shown in "ko" and not in "en"
        hint: show it in both editions, or in none
      """
    ),
    (
      "{{a}}[@P]\n\n::: {.sources}\n:::", "{{a}}",
      """
      /r/report.md:5:1: error: the source "P" is shown in "ko" and not in "en"
        hint: show it in both editions, or in none
      """
    ),
    (
      "| 가 |\n|--|\n| {{a}} |\n| {{b}} |", "| A |\n|--|\n| {{a}} |",
      """
      /r/report.md:5:1: error: the value "b" is shown in "ko" and not in "en"
        hint: show it in both editions, or in none
      """
    ),
  ])
  func whatDiffersIsShown(_ korean: String, _ english: String, _ expected: String) throws {
    #expect(try faults(korean, english) == expected)
  }
}
