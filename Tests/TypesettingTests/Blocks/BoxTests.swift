import Graphics
import Testing

@testable import Typesetting

@Suite struct BoxTests {
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

  // MARK: Depth

  @Test func blocksWithoutRoomAreRefused() throws {
    let refusal = try Report(String(repeating: "> ", count: 40) + "글").refusal()
    #expect(refusal == ["4:81: no room is left for what stands here"])
  }
}
