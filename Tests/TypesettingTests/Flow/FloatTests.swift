import Graphics
import Testing

@testable import Typesetting

@Suite struct FloatTests {
  private func report(_ text: String, lines: Int = 10) -> Report {
    var report = Report(text)
    report.height = Double(lines) * 12 + 0.5
    return report
  }

  private func table(_ name: String, _ rows: Int, _ attributes: String) -> String {
    "| \(name) |\n|---|\n" + (1...rows).map { "| \(name)\($0) |\n" }.joined()
      + "\n: 표 \(name) {#tbl-\(name) \(attributes)}\n\n"
  }

  @Test func aFloatStandsAtTheTopOfThePageThatAsksForIt() throws {
    let document = try report("앞\n\n" + table("x", 2, "float=top") + "뒤", lines: 20).typeset()
    #expect(document.text() == ["표 x", "x", "x1", "x2", "앞", "뒤"])
  }

  @Test func nothingStandsAboveTheTitle() throws {
    var top = report("앞\n\n" + table("x", 2, "float=top") + "뒤", lines: 30)
    top.hasTitle = true
    let document = try top.typeset()
    #expect(document.pageCount == 2)
    #expect(document.text(1) == ["표 x", "x", "x1", "x2"])
    var auto = report("앞\n\n" + table("x", 2, "float=auto") + "뒤", lines: 30)
    auto.hasTitle = true
    #expect(try auto.typeset().text(0).suffix(5) == ["뒤", "표 x", "x", "x1", "x2"])
  }

  @Test func theNotesOfAFloatStandOnItsPage() throws {
    let text =
      "앞[^a]\n\n| 가 | 나 |\n|---|---|\n| 하나[^b] | 둘 |\n\n: 표[^c] {float=top}\n\n뒤\n\n"
      + "[^a]: 에이\n[^b]: 비\n[^c]: 시"
    let document = try report(text, lines: 20).typeset()
    #expect(
      document.text().filter { $0.contains(" | 에이") || $0.contains(" | 비") || $0.contains(" | 시") }
        .count == 3)
  }

  @Test func onATurnedPageNothingFloats() throws {
    let document = try report(
      "앞\n\n::: {.landscape}\n누움\n\n" + table("x", 1, "float=top") + ":::\n\n뒤", lines: 20
    ).typeset()
    #expect(document.texts == [["앞"], ["누움", "표 x", "x", "x1"], ["뒤"]])
  }

  @Test func orAtTheBottom() throws {
    let document = try report("앞\n\n" + table("x", 2, "float=bottom") + "뒤", lines: 20).typeset()
    #expect(document.text() == ["앞", "뒤", "표 x", "x", "x1", "x2"])
    let last = try #require(document.lines().last)
    #expect(last.y > 200)
  }

  @Test func whereThereIsNoRoomItWaitsAndTheTextFlowsOn() throws {
    let text =
      (1...6).map { "줄\($0)" }.joined(separator: "\n\n") + "\n\n" + table("x", 3, "float=auto")
      + (7...12).map { "줄\($0)" }.joined(separator: "\n\n")
    let document = try report(text).typeset()
    #expect(document.text(0) == (1...9).map { "줄\($0)" })
    #expect(document.text(1).prefix(2) == ["표 x", "x"])
    #expect(document.text(1).suffix(3) == ["줄10", "줄11", "줄12"])
  }

  @Test func itFollowsItsFirstReference() throws {
    let text = table("x", 2, "float=top") + "앞\n\n::: {.page-break}\n:::\n\n@tbl-x 뒤"
    let document = try report(text).typeset()
    #expect(document.text(0) == ["앞"])
    #expect(document.text(1).first == "표 1\u{2003}표 x")
  }

  @Test func floatsKeepTheirOrder() throws {
    let text = "앞\n\n" + table("big", 6, "float=top") + table("y", 1, "float=top") + "뒤"
    let document = try report("줄1\n\n줄2\n\n줄3\n\n" + text).typeset()
    let all = document.texts.joined().map { String($0) }
    let first = try #require(all.firstIndex(of: "표 big"))
    let second = try #require(all.firstIndex(of: "표 y"))
    #expect(first < second)
  }

  @Test func nothingStandsAboveAFloatThatIsWrittenBeforeIt() throws {
    let document = try report(
      "앞\n\n" + table("x", 1, "float=bottom") + table("y", 1, "float=top") + "뒤", lines: 20
    ).typeset()
    #expect(document.text() == ["앞", "뒤", "표 x", "x", "x1", "표 y", "y", "y1"])
  }

  @Test func aFloatStandsBeforeTheNextSection() throws {
    let text =
      "# 하나\n\n" + (1...6).map { "줄\($0)" }.joined(separator: "\n\n") + "\n\n"
      + table("x", 4, "float=top") + "# 둘\n\n글"
    let document = try report(text).typeset()
    let all = document.texts.joined().map { String($0) }
    let float = try #require(all.firstIndex(of: "표 x"))
    let section = try #require(all.firstIndex { $0.hasSuffix("둘") })
    #expect(float < section)
    #expect(!document.text(0).contains { $0.hasSuffix("둘") })
  }

  @Test func inColumnsItIsAsWideAsThePage() throws {
    let text = """
      ::: {.columns}
      ::: {.column}
      왼쪽

      | 가 | 나 |
      |:--|--:|
      | 하나 | 둘 |

      : 넓은 표 {float=bottom}
      :::
      ::: {.column}
      오른쪽
      :::
      :::
      """
    let document = try report(text, lines: 20).typeset()
    #expect(document.text() == ["왼쪽 | 오른쪽", "넓은 표", "가 | 나", "하나 | 둘"])
    let row = try #require(document.lines().last)
    #expect(abs(row.end - Report.margin - 400) < 0.5)
  }

  @Test func oneHigherThanAPageStandsWhereItIsWritten() throws {
    let document = try report("앞\n\n" + table("x", 14, "float=top") + "뒤").typeset()
    #expect(
      document.warningLines.contains { $0.contains("this is higher than a page and can't float") })
    #expect(document.texts.joined().filter { $0 == "앞" || $0 == "뒤" } == ["앞", "뒤"])
    #expect(document.texts.joined().contains("x14"))
  }

  @Test func onlyFloatsMakePagesToo() throws {
    let document = try report(table("x", 4, "float=top") + table("y", 4, "float=bottom")).typeset()
    #expect(document.pageCount == 2)
    #expect(document.texts.joined().contains("y4"))
  }

  @Test(arguments: 6...16)
  func nothingIsLostAtAnyHeight(lines: Int) throws {
    let text = (1...9).map { number in
      "글\(number) @tbl-t\(number)\n\n"
        + table("t\(number)", number % 3 + 1, "float=\(["auto", "top", "bottom"][number % 3])")
    }.joined()
    let document = try report("# 절\n\n" + text + "# 다음", lines: lines).typeset()
    let all = document.texts.joined()
    for number in 1...9 {
      #expect(all.count { $0.hasPrefix("글\(number) ") } == 1)
      #expect(all.count { $0.hasSuffix("표 t\(number)") } == 1)
      for row in 1...(number % 3 + 1) { #expect(all.count { $0 == "t\(number)\(row)" } == 1) }
    }
  }
}
