import Documents
import Graphics
import Testing

@testable import Typesetting

@Suite struct JustificationTests {
  private let body = "{size: 10, leading: 12, before: 0, after: 0, align: justify}"
  /// 400 points wide; the first line leaves ten points to four spaces.
  private let text = "가나다라마바사아 자차카타파하가나 다라마바사아자차 카타파하가나다라 마바사아자 차카타파하가나다 라마바사아자차카"

  private func report(_ text: String) -> Report {
    var report = Report(text)
    report.theme["body"] = body
    return report
  }

  /// The space at a line's end lies beyond the edge.
  @Test func aJustifiedLineReachesTheEdgeAndTheLastDoesNot() throws {
    let lines = try report(text).typeset().lines()
    #expect(lines.count == 2)
    #expect(abs(lines[0].end - Report.margin - Report.width - 5) < 0.01, "\(lines[0].end)")
    #expect(lines[1].end < Report.margin + Report.width - 50)
  }

  @Test func everySpaceOfALineIsAsWide() throws {
    let document = try report(text).typeset()
    let runs = document.scene(ofPage: 0).items.compactMap { item -> GlyphRun? in
      if case .glyphs(let run) = item.content, run.text.contains("가나다라마바사아 ") { run } else { nil }
    }
    let run = try #require(runs.first)
    let widths = run.gaps.map(\.width)
    #expect(widths.count >= 4)
    #expect(Set(widths).count == 1)
    for gap in run.gaps {
      let index = Int(gap.cluster)
      guard index < run.glyphs.count else { continue }
      #expect(abs(run.glyphs[index].x - run.glyphs[index - 1].x - 5 - gap.width) < 0.001)
    }
  }

  @Test func theStructureIsThatOfTheWords() throws {
    #expect(try report(text).typeset().tree == Report(text).typeset().tree)
  }

  @Test func marksHangInTheMargin() throws {
    var document = try Report("“가나다” 라마").document()
    document.theme.hangsPunctuation = true
    #expect(try Report.typeset(document).lines()[0].x == -5)
    document.theme.hangsPunctuation = false
    #expect(try Report.typeset(document).lines()[0].x == 0)
  }

  @Test func gapsAreWidthAndNoText() throws {
    var document = try Report("AI는 3명").document()
    document.theme.latinGap = 0.09
    let line = try Report.typeset(document).lines()[0]
    #expect(line.text == "AI는 3명")
    #expect(abs(line.end - Report.margin - (10 + 10 + 5 + 5 + 10 + 2 * 0.9)) < 0.001)
  }

  @Test func codeIsNeverJustified() throws {
    let lines = try report("```\nif x\n  y z\n```").typeset().lines()
    #expect(lines.map { $0.text.filter { $0 != "\u{2028}" } } == ["if x", "  y z"])
  }

  @Test(arguments: [
    ("cafe\u{301}", "café"), ("\u{1EC7}", "\u{1EC7}"), ("e\u{323}\u{302}", "\u{1EC7}"),
    ("q\u{303}", "q\u{303}"), ("\u{3B1}\u{301}", "\u{3AC}"), ("가\u{301}", "가\u{301}"), ("a", "a"),
  ])
  func lettersAreComposed(from: String, to: String) {
    #expect(Array(LetterComposition.compose(from).unicodeScalars) == Array(to.unicodeScalars))
  }
}
