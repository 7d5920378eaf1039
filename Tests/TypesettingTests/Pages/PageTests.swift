import Diagnostics
import Documents
import Graphics
import Testing

@testable import Typesetting

/// Twenty syllables: a line of 200 points.
private let line = "가나다라마바사아자차가나다라마바사아자차"

@Suite struct PageTests {
  @Test func paragraphsFollowEachOther() throws {
    let document = try typeset("첫째 문단\n\n둘째 문단")
    #expect(document.text() == ["첫째 문단", "둘째 문단"])
    #expect(document.lines().map { ($0.y - Report.bar).rounded() } == [0, 12])
    #expect(document.lines().map(\.x) == [0, 0])
  }

  @Test func noWidowAndNoOrphan() throws {
    for count in 2...12 {
      for room in 5...12 {
        // A paragraph of so many lines where so many lines are left.
        let lines = Array(repeating: line, count: count).joined(separator: "<br>")
        var report = Report("머리<br>글\n\n\(lines)")
        report.height = Double(room + 2) * 12 + Report.bar + 1
        let document = try report.typeset()
        let counts = document.texts.map { $0.filter { $0.hasPrefix("가") }.count }
        #expect(counts.reduce(0, +) == count)
        for count in counts.dropFirst(counts.first == 0 ? 1 : 0) { #expect(count != 1) }
        if count <= 3 { #expect(counts.filter { $0 > 0 }.count == 1) }
      }
    }
  }

  @Test func aHeadingIsNeverLastOnAPage() throws {
    for room in 1...9 {
      var report = Report(
        (0..<room).map { "줄 \($0)" }.joined(separator: "\n\n")
          + "\n\n# 장\n\n## 절\n\n\(line) \(line) \(line) \(line) \(line) \(line)\n\n끝")
      report.height = 9 * 12 + Report.bar + 1
      let document = try report.typeset()
      for page in document.texts {
        if let index = page.firstIndex(where: { $0.contains("절") }) {
          #expect(index + 2 < page.count)
          #expect(page[index - 1].contains("장"))
        }
      }
    }
  }

  @Test(arguments: [
    "| 이름 |\n|---|\n| 하나 |\n| 둘 |\n| 셋 |", "- 하나\n- 둘", "1. 하나\n2. 둘",
    "::: {.callout-note}\n하나\n:::", "> 하나", "```\n하나\n```",
    "::: {.kpis}\n::: {.kpi}\n**1** 하나\n:::\n:::",
    "::: {.columns}\n::: {.column}\n하나\n:::\n:::", "::: {.timeline}\n- **1** 하나\n- **2** 둘\n:::",
  ])
  func aHeadingStandsWithWhateverFollows(block: String) throws {
    for room in 1...8 {
      var report = Report(
        (0..<room).map { "줄 \($0)" }.joined(separator: "\n\n") + "\n\n# 장\n\n\(block)")
      report.height = 100 + Report.bar
      let document = try report.typeset()
      let pages = document.texts
      let heading = pages.firstIndex { $0.contains { $0.contains("장") } }
      let follower = pages.firstIndex { $0.contains { $0.contains("하나") || $0.contains("이름") } }
      #expect(heading != nil && heading == follower, "\(pages)")
    }
  }

  @Test func aPageBreakBeginsAPageWithoutSpaceAbove() throws {
    var report = Report("앞\n\n::: {.page-break}\n:::\n\n# 장\n\n뒤\n\n::: {.page-break}\n:::")
    report.theme["heading-1"] = "{size: 10, leading: 12, before: 30, after: 0}"
    let document = try report.typeset()
    #expect(document.texts == [["앞"], ["1\u{2003}장", "뒤"]])
    #expect(document.lines(1)[0].y == 0)
  }

  @Test func moreThanSoManyPagesAreRefused() throws {
    var report = Report((0..<50).map { "줄 \($0)" }.joined(separator: "\n\n"))
    report.height = 80
    report.limits[.pages] = 3
    let refusal = try report.refusal()
    #expect(refusal.count == 1)
    #expect(refusal[0].contains("the document passes the limit of 3 pages"))
  }

  @Test func marginsThatLeaveNoRoomAreRefused() throws {
    var document = try Report("글").document()
    document.theme.page.left = 300
    document.theme.page.right = 100
    #expect(throws: (any Error).self) { try Report.typeset(document) }
  }

  // MARK: Head and foot

  @Test func pagesAreNumbered() throws {
    var report = Report("앞\n\n::: {.page-break}\n:::\n\n뒤")
    report.front = "page: {head-left: 왼쪽, head-right: 오른쪽, foot-left: 아래}"
    let document = try report.typeset()
    let running = (0..<2).map { page in
      document.lines(page, runningText: true).filter { $0.y < -2 || $0.y > 590 }.map(\.text)
    }
    #expect(running == [["아래 | 1 / 2"], ["왼쪽 | 오른쪽", "아래 | 2 / 2"]])
  }

  @Test func aFootOfOnesOwnTakesTheNumbersPlace() throws {
    var report = Report("앞")
    report.front = "page: {foot-right: 끝}"
    let lines = try report.typeset().lines(0, runningText: true)
    #expect(lines.map(\.text) == ["앞", "끝"])
    #expect(lines[1].end == Report.margin + Report.width)
  }

  @Test func runningTextIsAnArtifactOnOneLine() throws {
    var report = Report("앞\n\n::: {.page-break}\n:::\n\n뒤")
    let long = Array(repeating: "긴글", count: 30).joined(separator: " ")
    report.front = "page: {head-left: \"\(long)\", head-right: 오른쪽}"
    let document = try report.typeset()
    let head = document.lines(1, runningText: true)[0]
    #expect(head.text.hasSuffix(" | 오른쪽"))
    #expect(head.end <= Report.margin + Report.width + 0.01)
    #expect(document.tree == ["P \"앞\"", "P \"뒤\""])
    #expect(document.warnings.map(\.id) == ["page.running"])
  }

  // MARK: Title

  @Test func theTitleBlockStandsOnTheFirstPage() throws {
    var report = Report("본문")
    report.hasTitle = true
    report.front = "subtitle: 한 문장으로\nauthor: 저자\ndate: 2022-10-26"
    let document = try report.typeset()
    #expect(document.text() == ["저자 | 2022년 10월 26일", "제목", "한 문장으로", "본문"])
    #expect(
      document.tree == [
        "P \"저자\"", "P \"2022년 10월 26일\"", "H1 \"제목\"", "P \"한 문장으로\"", "P \"본문\"",
      ])
    #expect(document.title == "제목")
    #expect(document.author == "저자")
    #expect(document.language == "ko")
    #expect(document.outline.map(\.title) == ["제목"])
  }

  @Test func aKickerOfSeveralLinesPushesTheTitleDown() throws {
    var report = Report("본문")
    report.hasTitle = true
    report.strings = "kicker: 아주 긴 머리말이 두 줄에 걸쳐 서서 제목을 아래로 민다"
    let lines = try report.typeset().lines()
    #expect(lines.map(\.text).count == 4)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.y - $0.y > 11.9 })
  }

  @Test func headingsAreNumberedAndOutlined() throws {
    let document = try typeset("# 하나\n\n## 절\n\n글\n\n# 둘\n\n글")
    #expect(document.text() == ["1\u{2003}하나", "절", "글", "2\u{2003}둘", "글"])
    #expect(document.outline.map { "\($0.level) \($0.title)" } == ["1 1 하나", "2 절", "1 2 둘"])
    let destinations = document.scene(ofPage: 0).destinations.map(\.point.y)
    #expect(destinations == destinations.sorted())
  }

  @Test func numbersCanBeLeftOut() throws {
    var report = Report("# 하나")
    report.front = "numbering: false"
    #expect(try report.typeset().text() == ["하나"])
  }

  @Test func aHeadingsLinesHangBehindItsNumber() throws {
    let title = Array(repeating: "가나다라마바사", count: 8).joined(separator: " ")
    let lines = try typeset("# \(title)").lines()
    #expect(lines.count > 1)
    #expect(lines[0].text.hasPrefix("1\u{2003}가나"))
    // The number and an em space of five points each.
    #expect(lines.map(\.x) == [0] + Array(repeating: 10, count: lines.count - 1))
    #expect(lines.allSatisfy { $0.end <= Report.margin + Report.width + 5 })
  }

  @Test func headingsThatSkipALevelDontInTheTree() throws {
    let document = try typeset("# 하나\n\n### 셋\n\n### 또 셋\n\n## 둘\n\n#### 넷\n\n# 끝")
    #expect(
      document.tree.map { $0.prefix(2) } == ["H1", "H2", "H2", "H2", "H3", "H1"])
  }

  @Test func aHeadingWithoutWordsIsLeftOut() throws {
    let document = try typeset("글\n\n#\n\n끝")
    #expect(document.text() == ["글", "끝"])
    #expect(document.warningLines == ["6:1: warning: a heading without words is left out"])
    #expect(document.outline.isEmpty)
  }
}
