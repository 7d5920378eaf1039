import Graphics
import Testing

@testable import Typesetting

@Suite struct PageNumberTests {
  @Test func aReferenceNamesThePageOfAnotherPage() throws {
    var report = Report(
      "@sec-far에서 본다. @sec-near:은(는) 여기.\n\n# 가까이 {#sec-near}\n\n::: {.page-break}\n:::\n\n# 멀리 {#sec-far}"
    )
    report.height = 100
    let document = try report.typeset()
    #expect(document.text(0).first == "2절, 2쪽에서 본다. 1절은 여기.")
    #expect(document.pageCount == 2)
  }

  @Test func aParticleGoesWithWhatIsPrinted() throws {
    var report = Report(
      "@sec-a:을(를)\n\n::: {.page-break}\n:::\n\n# 가 {#sec-a}\n\n@sec-a:을(를)")
    report.height = 100
    // "쪽" ends in a consonant as "절" does; a title is read as it is spelled.
    #expect(
      try report.typeset().texts.map { $0.filter { $0.contains("절") } } == [["1절, 2쪽을"], ["1절을"]])
  }

  @Test func englishHasNoParticles() throws {
    var report = Report("@sec-a:을(를).\n\n::: {.page-break}\n:::\n\n# A {#sec-a}")
    report.front = "lang: en"
    report.height = 100
    #expect(try report.typeset().text(0).first == "Section 1 on page 2.")
  }

  @Test func figuresAndTablesAreNumberedInTheirCaptions() throws {
    let lines = try typeset("|a|\n|-|\n|1|\n\n: 매출 {#tbl-x}\n\n@tbl-x").text()
    #expect(lines.first == "표 1\u{2003}매출")
    #expect(lines.last == "표 1")
  }

  @Test func contentsListSectionsWithTheirPages() throws {
    var report = Report(
      "::: {.contents}\n:::\n\n# 하나\n\n## 작은\n\n::: {.page-break}\n:::\n\n# 둘\n\n### 셋")
    report.height = 120
    let document = try report.typeset()
    #expect(document.text(0).prefix(3) == ["1 | 하나 | 1", "작은 | 1", "2 | 둘 | 2"])
    #expect(
      document.tree.prefix(6).map { $0.trimmingSpacesAtEnd } == [
        "TOC", " TOCI", "  Lbl \"1\"", "  P", "   Reference", "    Link \"하나\"",
      ])
  }

  @Test func contentsBehindTheTitleHaveATitleOfTheirOwn() throws {
    var report = Report("# 하나\n\n## 작은")
    report.front = "contents: 1"
    #expect(try report.typeset().text() == ["차례", "1 | 하나 | 1", "1\u{2003}하나", "작은"])
  }

  @Test func contentsThatGrowMoveWhatTheyCount() throws {
    // Contents over two pages: the numbers that were assumed first are wrong.
    let sections = (1...40).map { "# 절\($0)\n\n글" }.joined(separator: "\n\n")
    var report = Report("::: {.contents}\n:::\n\n" + sections)
    report.height = 240
    report.theme = ["contents": "{size: 10, leading: 12}"]
    let document = try report.typeset()
    let listed = document.texts.joined().compactMap { line -> (String, Int)? in
      let parts = line.split(separator: " | ")
      guard parts.count == 3, let page = Int(parts[2]) else { return nil }
      return (String(parts[1]), page)
    }
    #expect(listed.count == 40)
    for (title, page) in listed {
      #expect(document.text(page - 1).contains { $0.hasSuffix("\u{2003}\(title)") }, "\(title)")
    }
    #expect(document.warnings.isEmpty)
  }

  @Test func whatIsListedHasNoMarksOfNotes() throws {
    var report = Report(
      "::: {.contents}\n:::\n\n::: {.page-break}\n:::\n\n# 요약[^a]과 @sec-b {#sec-a}\n\n글\n\n# 뒤 {#sec-b}\n\n[^a]: 각주"
    )
    report.height = 200
    report.front = "page: {head-left: \"{section}\"}"
    let document = try report.typeset()
    #expect(document.text(0) == ["1 | 요약과 2절 | 2", "2 | 뒤 | 2"])
    #expect(document.text(1).contains("1 | 각주"))
    #expect(document.lines(1, runningText: true).first?.text == "요약과 2절")
  }

  @Test func aListOfNothingIsWarnedOf() throws {
    #expect(
      try typeset("::: {.list-of-figures}\n:::").warningLines
        == ["4:1: warning: there is nothing to list here"])
  }

  @Test func aLinkLeadsToABlockInside() throws {
    var report = Report("[그리](#box)\n\n::: {.page-break}\n:::\n\n::: {#box}\n글\n:::")
    report.height = 100
    let document = try report.typeset()
    let links = document.scene(ofPage: 0).items.compactMap { item -> LinkArea? in
      if case .link(let area) = item.content { area } else { nil }
    }
    let name = try #require(document.scene(ofPage: 1).destinations.first?.name)
    #expect(links.map(\.target) == [.destination(name)])
  }

  @Test func anIdOfABlockThatShowsNothingStandsAtWhatFollows() throws {
    let document = try typeset("[그리](#box)\n\n::: {#box}\n:::\n\n글")
    #expect(document.scene(ofPage: 0).destinations.map(\.name) == ["place-1"])
  }
}
