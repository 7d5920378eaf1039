import Graphics
import Testing

@testable import Typesetting

/// Forty syllables: a whole line.
private let line = String(repeating: "가나다라마바사아자차", count: 4)

private func longText(_ lines: Int) -> String {
  (0..<lines).map { "줄\($0)" }.joined(separator: "<br>")
}

@Suite struct BoxTests {
  private let bar = 1.6 * 72 / 25.4

  // MARK: Callouts

  @Test func aCalloutStandsOnItsGround() throws {
    let document = try typeset("앞\n\n::: {.callout-note title=\"말\"}\n하나\n\n둘\n:::\n\n뒤")
    #expect(document.text() == ["앞", "말", "하나", "둘", "뒤"])
    #expect(document.lines().map(\.x) == [0, 10, 10, 10, 0])
    let ground = try #require(document.rectangles().last)
    #expect(ground.width == Report.width)
    // Three lines and ten of padding above and below.
    #expect((ground.height * 10).rounded() == 560)
    #expect(
      document.tree == ["P \"앞\"", "Div", " P \"말\"", " P \"하나\"", " P \"둘\"", "P \"뒤\""])
  }

  @Test func aCalloutStandsInOnePiece() throws {
    for above in 0...12 {
      var report = Report(
        "\(longText(above + 1))\n\n::: {.callout-important}\n\(longText(6))\n:::")
      report.height = 12 * 12
      let document = try report.typeset()
      let ground = (0..<document.pageCount).flatMap { page in
        document.rectangles(page).filter { $0.width == Report.width && $0.height > 10 }
      }
      #expect(ground.count == 1)
      #expect(document.warnings.isEmpty)
    }
  }

  @Test func aCalloutHigherThanAPageIsDividedWithAWarning() throws {
    var report = Report("앞\n\n::: {.callout-note}\n\(longText(30))\n:::")
    report.height = 120
    let document = try report.typeset()
    #expect(document.texts.flatMap(\.self) == ["앞"] + (0..<30).map { "줄\($0)" })
    #expect(
      document.warningLines == ["6:1: warning: a panel is higher than a page and was divided"])
    for page in 0..<document.pageCount {
      #expect(document.rectangles(page).contains { $0.width == Report.width })
    }
  }

  @Test func anEmptyCalloutIsNothing() throws {
    let document = try typeset("앞\n\n::: {.callout-note}\n:::\n\n뒤")
    #expect(document.text() == ["앞", "뒤"])
    #expect(document.rectangles().count == 1)
  }

  @Test(arguments: ["callout-note", "columns"])
  func aPageCantBeginInsideABox(name: String) throws {
    let document = try typeset("::: {.\(name)}\n앞\n\n::: {.page-break}\n:::\n\n뒤\n:::")
    #expect(document.pageCount == 1)
    #expect(
      document.warningLines == ["7:1: warning: a page can't begin inside columns or panels"])
  }

  // MARK: Quotes, code, rules

  @Test func aQuoteHasAnUnbrokenLineAtItsLeft() throws {
    var report = Report("> 하나\n>\n> 둘\n\n끝")
    report.theme["quote"] = "{size: 10, leading: 12, before: 0, after: 7}"
    let document = try report.typeset()
    #expect(document.lines().map(\.x) == [10, 10, 0])
    let bars = document.rectangles().filter { $0.width == 2 }
    #expect(bars.map { ($0.height * 10).rounded() } == [190, 120])
    #expect(abs(bars[0].maxY - bars[1].y) < 0.001)
    #expect(document.tree == ["BlockQuote", " P \"하나\"", " P \"둘\"", "P \"끝\""])
  }

  @Test func codeStandsLineByLineAsItIs() throws {
    let document = try typeset("```\nif x {\n  y\n\n}\n```")
    #expect(document.lines().map(\.text) == ["if x {\u{2028}", "  y\u{2028}", "\u{2028}", "}"])
    #expect(document.lines().allSatisfy { $0.x == 5 })
    #expect(document.tree.map { $0.prefix(4) } == ["Code"])
  }

  @Test func longCodeIsDividedInLinearTime() throws {
    func time(_ lines: Int) throws -> Duration {
      let report = Report("```\n\((0..<lines).map { "let x = \($0)\n" }.joined())```")
      let document = try report.document()
      return try leastCPUTime { _ = try Report.typeset(document) }
    }
    _ = try time(10)
    #expect(try time(4_000) < time(1_000) * 10 + .milliseconds(200))
  }

  @Test func aRuleIsADecoration() throws {
    let document = try typeset("앞\n\n---\n\n뒤")
    #expect(document.rectangles().filter { $0.width == 400 && $0.height == 0.5 }.count == 1)
    #expect(document.tree == ["P \"앞\"", "P \"뒤\""])
  }

  // MARK: Columns

  @Test func columnsShareTheWidth() throws {
    let document = try typeset(
      "::: {.columns}\n::: {.column}\n왼쪽\n:::\n::: {.column}\n오른쪽\n:::\n:::\n\n끝")
    #expect(document.text() == ["왼쪽 | 오른쪽", "끝"])
    let xs = document.drawn.compactMap { item -> Double? in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return run.glyphs[0].x - Report.margin
    }
    #expect(xs == [0, 210, 0])
    #expect(
      document.tree == ["Div", " P \"왼쪽\"", "Div", " P \"오른쪽\"", "P \"끝\""])
  }

  @Test(arguments: [
    ("width=100pt", "", "", [0.0, 120]), ("width=25%", "", "", [0, 115]),
    ("", "width=100pt", "", [0, 300]), ("width=100pt", "", "gutter=1pt", [0, 101]),
    ("width=380pt", "", "gutter=10pt", [0, 390]), ("width=100pt", "width=100pt", "", [0, 120]),
  ])
  func columnsTakeTheWidthsGiven(left: String, right: String, all: String, xs: [Double]) throws {
    let document = try typeset(
      "::: {.columns \(all)}\n::: {.column \(left)}\n가\n:::\n::: {.column \(right)}\n나\n:::\n:::")
    let found = document.drawn.compactMap { item -> Double? in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return run.glyphs[0].x - Report.margin
    }
    #expect(found == xs)
  }

  @Test func columnsHigherThanThePageGoOnSideBySide() throws {
    var report = Report(
      "::: {.columns}\n::: {.column}\n\(longText(12))\n:::\n::: {.column}\n오른\n\n\(longText(5))\n:::\n:::\n\n끝"
    )
    report.height = 96 + bar
    let document = try report.typeset()
    #expect(document.pageCount == 2)
    #expect(document.text(0)[0] == "줄0 | 오른")
    #expect(document.text(1) == ["줄8", "줄9", "줄10", "줄11", "끝"])
    #expect(document.warnings.isEmpty)
  }

  @Test func columnsStandInColumns() throws {
    let inner = "::: {.columns}\n::: {.column}\n가\n:::\n::: {.column}\n나\n:::\n:::"
    let document = try typeset(
      ":::: {.columns}\n:::: {.column}\n\(inner)\n::::\n:::: {.column}\n다\n::::\n::::")
    #expect(document.text() == ["가 | 나 | 다"])
    #expect(
      document.tree == ["Div", " Div", "  P \"가\"", " Div", "  P \"나\"", "Div", " P \"다\""])
  }

  @Test func aColumnMayStandBelowARule() throws {
    let document = try typeset(
      "::: {.columns}\n::: {.column rule=top}\n가\n:::\n::: {.column}\n나\n:::\n:::")
    #expect(document.rectangles().filter { $0.width == 190 && $0.height == 1 }.count == 1)
  }

  // MARK: Lists

  @Test func listsHangBehindTheirMarks() throws {
    let long = Array(repeating: "가나다라마바사", count: 8).joined(separator: " ")
    let document = try typeset("- 하나\n- \(long)\n  - 셋\n- 넷")
    let lines = document.lines()
    #expect(lines.count == 5)
    // The indent is 1.35 of the type's size.
    #expect(lines.map(\.x) == [13.5, 13.5, 13.5, 27, 13.5])
    let marks = document.rectangles().filter { abs($0.width - 5.2) < 0.01 }
    #expect(marks.map(\.x).sorted() == [0, 0, 0, 13.5])
    #expect(
      document.tree == [
        "L Square", " LI", "  LBody", "   P \"하나\"", " LI", "  LBody", "   P \"\(long)\"",
        "   L Square", "    LI", "     LBody", "      P \"셋\"", " LI", "  LBody", "   P \"넷\"",
      ])
  }

  @Test func numbersAreLabels() throws {
    let document = try typeset("3. 셋\n4. 넷")
    #expect(document.text() == ["3. | 셋", "4. | 넷"])
    #expect(
      document.tree == [
        "L Decimal", " LI", "  Lbl \"3.\"", "  LBody", "   P \"셋\"", " LI", "  Lbl \"4.\"",
        "  LBody", "   P \"넷\"",
      ])
  }

  @Test func longNumbersHaveRoom() throws {
    let document = try typeset("999999997. 하나\n1. 둘")
    #expect(document.text() == ["999999997. | 하나", "999999998. | 둘"])
  }

  @Test func anItemWithoutWordsKeepsItsMark() throws {
    let document = try typeset("1. 하나\n2.\n3. 셋")
    #expect(document.text() == ["1. | 하나", "2.", "3. | 셋"])
    #expect(try typeset("- 하나\n-\n- 셋").rectangles().filter { $0.width < 6 }.count == 3)
  }

  @Test func anItemMayBeginWithAnything() throws {
    let document = try typeset(
      "- ```\n  x\n  ```\n- | 가 |\n  |---|\n  | 나 |\n- > 인용\n- # 장")
    #expect(document.rectangles().filter { abs($0.width - 5.2) < 0.01 }.count == 4)
    #expect(document.text() == ["x", "가", "나", "인용", "1\u{2003}장"])
  }

  @Test func aListInColumnsStaysInThem() throws {
    let document = try typeset(
      "::: {.columns}\n::: {.column}\n- 하나\n- 둘\n:::\n::: {.column}\n1. 셋\n:::\n:::")
    #expect(document.text() == ["하나 | 1. | 셋", "둘"])
  }

  // MARK: Figures of numbers

  private func card(_ figure: String, _ more: String...) -> String {
    "::: {.kpi}\n" + ([figure] + more).joined(separator: "\n\n") + "\n:::"
  }

  @Test func cardsStandSideBySide() throws {
    let document = try typeset(
      "::: {.kpis}\n\(card("**13** 명", "참석자", "기업 8"))\n\(card("**2,000억** 개", "매개변수"))\n:::")
    #expect(document.text() == ["13 명 | 2,000 억 개", "참석자 | 매개변수", "기업 8"])
    #expect(
      document.tree == [
        "Div", " P \"13 명\"", " P \"참석자\"", " P \"기업 8\"", "Div", " P \"2,000 억 개\"",
        " P \"매개변수\"",
      ])
    #expect(document.rectangles().dropFirst().map(\.height) == [1, 0.5])
  }

  @Test(arguments: [
    ("**50%**", "50%"), ("**1.5배**", "1.5 배"), ("**약 3**", "약 3"), ("**3** 곳", "3 곳"),
    ("3", "3"), ("**[3](https://example.org)**", "3"),
  ])
  func aFigureIsPartedFromItsUnit(text: String, shown: String) throws {
    #expect(try typeset("::: {.kpis}\n\(card(text))\n:::").text() == [shown])
  }

  @Test func manyCardsStandInSeveralRows() throws {
    let cards = (0..<9).map { card("**\($0)**") }.joined(separator: "\n")
    let document = try typeset("::: {.kpis}\n\(cards)\n:::")
    #expect(document.text() == ["0 | 1 | 2 | 3 | 4", "5 | 6 | 7 | 8"])
  }

  @Test func aFigureWiderThanItsCardIsSetSmaller() throws {
    var report = Report("::: {.kpis}\n\(card("**123,456,789,012**"))\n\(card("**1**"))\n:::")
    report.theme["kpi-figure"] = "{size: 40, leading: 44}"
    let document = try report.typeset()
    #expect(document.text() == ["123,456,789,012 | 1"])
    #expect(
      document.warningLines == [
        "5:1: warning: the figure \"123,456,789,012\" is wider than its card and was set smaller"
      ])
  }

  // MARK: Timeline

  @Test func datesStandAtTheLeftOfTheLine() throws {
    var report = Report(
      "::: {.timeline}\n- **2020년** 출범\n- **2021년 12월** 가입\n\n  더\n- 날짜 없이\n:::")
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    #expect(document.text() == ["2020년 | 출범", "2021년 12월 | 가입", "더", "날짜 없이"])
    let lines = document.lines()
    // The widest date is eleven letters and two syllables wide; dates end where it ends.
    #expect(lines[0].x > lines[1].x)
    #expect(
      document.tree == [
        "L None", " LI", "  Lbl \"2020년\"", "  LBody", "   P \"출범\"", " LI", "  Lbl \"2021년 12월\"",
        "  LBody", "   P \"가입\"", "   P \"더\"", " LI", "  LBody", "   P \"날짜 없이\"",
      ])
    #expect(document.rectangles().filter { abs($0.width - 0.6) < 0.01 }.count == 2)
  }

  @Test func aLongDateIsBroken() throws {
    let date = Array(repeating: "가나다라", count: 20).joined(separator: " ")
    var report = Report("::: {.timeline}\n- **\(date)** 글\n- **2021** 끝\n:::")
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    let lines = document.lines()
    #expect(lines.last?.text == "2021 | 끝")
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.y - $0.y > 11.9 })
    #expect(lines.dropLast().allSatisfy { $0.x >= 0 })
  }

  @Test func aLongTimelineIsBrokenBetweenEntries() throws {
    let entries = (0..<30).map { "- **\($0)** 글" }.joined(separator: "\n")
    var report = Report("::: {.timeline}\n\(entries)\n:::")
    report.height = 100
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    #expect(document.texts.flatMap(\.self) == (0..<30).map { "\($0) | 글" })
    #expect(document.texts.allSatisfy { $0.count >= 2 })
  }

  // MARK: Depth

  @Test func blocksWithoutRoomAreRefused() throws {
    let refusal = try Report(String(repeating: "> ", count: 40) + "글").refusal()
    #expect(refusal == ["4:81: no room is left for what stands here"])
  }
}
