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

  @Test(arguments: [(2, [6, 6]), (3, [4, 4, 4]), (5, [3, 3, 3, 3])])
  func aTextFlowsThroughColumnsAsHighAsEachOther(count: Int, lines: [Int]) throws {
    let document = try typeset(
      "::: {.columns count=\(count) gutter=10pt}\n\(longText(12))\n:::\n\n끝")
    var heights: [Double: Int] = [:]
    for item in document.drawn {
      guard case .glyphs(let run) = item.content, item.leaf != nil, run.text != "끝" else {
        continue
      }
      heights[run.glyphs[0].x, default: 0] += 1
    }
    #expect(heights.sorted { $0.key < $1.key }.map(\.value) == lines)
    #expect(document.text().last == "끝")
  }

  @Test func balancedColumnsGoOnOnTheNextPage() throws {
    var report = Report("::: {.columns count=2}\n\(longText(30))\n:::\n\n끝")
    report.height = 96 + Report.bar
    let document = try report.typeset()
    #expect(document.texts.map(\.count) == [8, 8])
    #expect(document.text(1).last == "끝")
    #expect(document.warnings.isEmpty)
  }

  @Test func baselinesStandOnTheGrid() throws {
    var report = Report(
      "# 제목\n\n글\n\n::: {.columns}\n::: {.column}\n## 작은\n\n가\n:::\n::: {.column}\n나\n\n다\n:::\n:::\n\n|a|\n|-|\n|1|\n\n끝"
    )
    report.theme["heading-1"] = "{size: 17, leading: 23, before: 5, after: 3}"
    report.theme["heading-2"] = "{size: 13, leading: 16, before: 7, after: 1}"
    report.grid = "6pt"
    let lines = try report.typeset().lines()
    let first = try #require(lines.first)
    // Headings of other sizes, and columns side by side.
    for line in lines {
      let steps = (line.y - first.y) / 6
      #expect(abs(steps - steps.rounded()) < 0.001, "\(line)")
    }
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
