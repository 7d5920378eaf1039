import Diagnostics
import Formats
import Graphics
import Inputs
import Testing

@testable import Documents

@Suite struct ReportTests {
  @Test func theSmallestReportNeedsATitleOnly() throws {
    let document = try TestReport(report: "---\ntitle: 보고\n---\n").bind().document
    #expect(document.title.dump == "보고")
    #expect(document.language == .ko)
    #expect(document.blocks.isEmpty && document.subtitle.isEmpty && document.date.isEmpty)
    #expect(document.theme.page == Theme.standard.page)
    #expect(document.places.isEmpty)
  }

  @Test func theFrontMatterIsFilled() throws {
    let document = try TestReport(
      head: """
        title: "{{name}} 보고"
        subtitle: "{{n:,.0f:이(가)}} 넘었다"
        author: "{{@set.author}}{{?nobody}}{{name}}"
        date: "{{day}}"
        lang: ko
        numbering: false
        page:
          size: A5
          left: 10mm
          head-left: "{{@report.title}}"
          head-right: "{{@strings.kicker}}"
          foot-left: "{{@report.date}}"
          foot-right: "{{@lang}}"
        """,
      json: #"{"name": "서밋", "n": 2000, "day": "2022-10-25"}"#,
      files: ["strings.ko.yaml": "kicker: 임원 브리핑"], settings: ["author": "김"]
    ).bind().document
    #expect(document.title.dump == "‹서밋› 보고")
    #expect(document.subtitle.dump == "‹2,000이› 넘었다")
    #expect(document.author.dump == "‹김›‹서밋›")
    #expect(document.date.dump == "‹2022년 10월 25일›")
    #expect(document.day?.description == "2022-10-25")
    #expect(document.pageTexts.headLeft?.dump == "‹서밋 보고›")
    #expect(document.pageTexts.headRight?.dump == "‹임원 브리핑›")
    #expect(document.pageTexts.footLeft?.dump == "‹2022년 10월 25일›")
    #expect(document.pageTexts.footRight?.dump == "‹ko›")
    #expect(document.places.allSatisfy { $0.number == nil })
    #expect(abs(document.theme.page.size.width - 148 * 72 / 25.4) < 0.001)
    #expect(abs(document.theme.page.left - 10 * 72 / 25.4) < 0.001)
    #expect(document.theme.page.right == Theme.standard.page.right)
  }

  @Test(arguments: [
    ("2022-10-25", Language.ko, "2022년 10월 25일", "2022-10-25"),
    ("2022-10-25", .en, "25 October 2022", "2022-10-25"), ("2022-10", .ko, "2022년 10월", ""),
    ("2022-10-25T09:30:00+09:00", .ko, "2022년 10월 25일", "2022-10-25"),
    ("가을", .ko, "가을", ""), ("2022-02-30", .ko, "2022-02-30", ""),
  ]) func datesPrintAsTheLanguageWritesThem(
    _ written: String, _ language: Language, _ printed: String, _ day: String
  ) throws {
    let document = try TestReport(head: "title: T\ndate: \(written)", language: language)
      .bind().document
    #expect(document.date.dump == printed)
    #expect((document.day?.description ?? "") == day)
  }

  @Test func todayIsTheClocksAndIsWarnedOf() throws {
    let report = TestReport(head: "title: T\ndate: today", clock: 1_666_656_000)
    #expect(try report.bind().document.date.dump == "2022년 10월 25일")
    #expect(
      report.reported() == """
        /r/report.md:3:7: warning: the date is the day of rendering: 2022-10-25
          hint: for the same document on any day, write the date, or set SOURCE_DATE_EPOCH
        """)
  }

  @Test(arguments: [("+09:00", "2022년 10월 26일"), ("-01:30", "2022년 10월 25일")])
  func todayIsReckonedInTheTimeZone(zone: String, day: String) throws {
    // 25 October 2022, 16:00 UTC.
    let report = TestReport(
      head: "title: T\ndate: today\ntimezone: \"\(zone)\"", clock: 1_666_713_600)
    #expect(try report.bind().document.date.dump == day)
  }

  @Test func theThemeMayHaveAnotherName() throws {
    let files = ["theme.yaml": "justify: false", "dark.yaml": "colors: {paper: \"#101010\"}"]
    let theme = try TestReport(head: "title: T\ntheme: dark.yaml", files: files).folder().theme
    #expect(theme[.paper].hex == "#101010")
  }

  @Test func theLanguageWantedWins() throws {
    #expect(try TestReport(head: "title: T\nlang: en").folder().language == .en)
    #expect(try TestReport(head: "title: T\nlang: en", language: .ko).folder().language == .ko)
  }

  @Test func aDateThatIsNoneIsWarnedOf() {
    #expect(
      TestReport(head: "title: T\ndate: 2025-13-01").reported() == """
        /r/report.md:3:7: warning: "2025-13-01" is no day of the calendar, and is printed as it stands
          hint: write a date as 2022-10-25, 2022-10 or 2022
        """)
  }

  @Test func declaredInputsAreRead() throws {
    let head = try TestReport(
      head: """
        title: T
        data: summit
        inputs:
          earlier: {type: "[summit]", optional: true}
          sales: {}
        """
    ).folder().frontMatter
    #expect(head.data.kind == .summit)
    #expect(head.inputs.map(\.name) == ["earlier", "sales"])
    #expect(head.inputs.map(\.input.kind) == [.summits, .any])
    #expect(head.inputs.map(\.input.isOptional) == [true, false])
  }

  @Test func citedSourcesAreListedInTheOrderOfTheirNumbers() throws {
    let document = try TestReport(
      head: "title: T\nsources: list", text: "가[@B] 나[@A; @B]\n\n::: {.sources}\n:::",
      json:
        #"{"list": [{"id": "A", "text": "아침"}, {"id": "B", "text": "저녁\n둘째 줄"}, {"id": "C", "text": "밤"}]}"#
    ).bind().document
    #expect(document.sources.map(\.key) == ["B", "A"])
    #expect(document.sources.map(\.text.dump) == ["‹저녁›⏎‹둘째 줄›", "‹아침›"])
  }

  @Test func partialsAreFoundInTheirFolder() throws {
    let report = TestReport(
      text: "{{#rows}}\n{{> 항목}}\n{{/rows}}\n", json: #"[{"n": "가"}, {"n": "나"}]"#,
      files: ["partials/항목.mustache": "\u{FEFF}- {{n}}\n", "partials/README.md": "{{"])
    #expect(try report.dumped() == "ul\n  -\n    p: ‹가›\n  -\n    p: ‹나›")
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreFine() throws {
    let report = TestReport(report: "\u{FEFF}---\r\ntitle: 가\r\n...\r\n# 나\r\n")
    #expect(try report.bind().document.title.dump == "가")
    #expect(try report.dumped() == "h1 1: 나")
  }

  @Test func commentsOnlyAreNoTheme() throws {
    let report = TestReport(files: [
      "theme.yaml": "# nothing yet\n", "strings.ko.yaml": "# nor here\n",
    ])
    #expect(report.reported() == "")
  }

  @Test func keysOfTheDataDontHideNamesOfOurs() throws {
    let report = TestReport(
      text: "{{@lang}} {{#rows}}{{@index}}{{@lang}}{{@type}}{{/rows}} {{@context}}",
      json:
        #"{"@lang": "x", "@context": "c", "rows": [{"@index": "x", "@lang": "y", "@type": "t"}]}"#)
    #expect(try report.dumped() == "p: ‹ko› ‹0›‹ko›‹t› ‹c›")
  }

  @Test func namesOfOursAreInReach() throws {
    let report = TestReport(
      text: "{{@lang}} {{@report.title}} {{@strings.sources}} {{#rows}}{{@strings.own}}{{/rows}}",
      json: "[1, 2]", files: ["strings.ko.yaml": "own: 우리"])
    #expect(try report.dumped() == "p: ‹ko› ‹T› ‹출처› ‹우리›‹우리›")
  }
}
