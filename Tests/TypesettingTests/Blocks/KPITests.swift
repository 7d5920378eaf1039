import Graphics
import Testing

@testable import Typesetting

@Suite struct KPITests {
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
}
