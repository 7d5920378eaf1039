import Graphics
import Testing

@testable import Typesetting

@Suite struct ColumnTests {
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
    report.height = 96 + Report.bar
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
}
