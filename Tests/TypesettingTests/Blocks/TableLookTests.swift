import Diagnostics
import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

/// Grounds, lines, drawings in cells, and what becomes of tables that are too wide or rows that are too high.
@Suite struct TableLookTests {
  private func report(_ table: String, _ rows: [Value]) -> Report {
    var report = Report("![](tables/t.table.yaml)")
    report.files["tables/t.table.yaml"] = "data: rows\n" + table
    report.data = .object([("rows", .array(rows))])
    return report
  }

  private let rows: [Value] = [
    ["a": "가", "n": 1, "l": [1, 2, 3]], ["a": "나", "n": -1, "l": [3, 1]], ["a": "다", "n": 2],
  ]

  @Test func everySecondRowStandsOnATint() throws {
    let document = try report("zebra: true\ncolumns: [{field: a}, {field: n}]\n", rows).typeset()
    let boxes = document.rectangles().filter { $0.height > 5 && $0.y > 10 }
    #expect(boxes.map(\.width) == [Report.width])
    // And lines there are none, but for the one that ends the table.
    #expect(document.rectangles().filter { $0.height < 1 && $0.y > 10 }.count == 1)
  }

  @Test(arguments: [("rows", 2, 0), ("columns", 2, 3), ("none", 0, 0)])
  func linesStandWhereTheyAreAskedFor(rules: String, horizontal: Int, vertical: Int) throws {
    let document = try report(
      "rules: \(rules)\ncolumns: [{field: a}, {field: n}]\n", rows
    ).typeset()
    let all = document.rectangles()
    #expect(all.filter { $0.height == 0.5 }.count == horizontal)
    #expect(all.filter { $0.width == 0.5 }.count == vertical)
  }

  @Test func aCellsGroundReachesToTheMiddleOfTheGaps() throws {
    var report = report(
      "columns: [{field: a, when: [{test: datum.n < 0, ground: industry}]}, {field: n}]\n", rows)
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    let ground = try #require(
      document.rectangles().first { $0.height > 10 && $0.x == 0 && $0.y > 10 })
    #expect(ground.width > 100)
    #expect(abs(ground.height - 16) < 0.01)
    // White can be read on blue, the ink can't.
    let colors = document.drawn.compactMap { item -> (String, Color)? in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return (run.text, run.style.color)
    }
    #expect(colors.first { $0.0 == "나" }?.1 == .white)
    #expect(colors.first { $0.0 == "가" }?.1 != .white)
  }

  @Test func whatDataSaysOfACellGoesBeforeItsRow() throws {
    let report = report(
      "when: [{test: datum.n < 0, style: warning}]\ncolumns: [{field: a}, {field: n, when: [{test: datum.n < 0, style: accent}]}]\n",
      rows)
    let document = try report.typeset()
    let colors = document.drawn.compactMap { item -> Color? in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return run.style.color
    }
    let theme = Theme.standard
    #expect(Array(colors[2...3]) == [theme[.warning], theme[.accent]])
  }

  @Test func barsAreAsLongAsTheirNumbers() throws {
    let document = try report("columns: [{field: a}, {field: n, bar: true}]\n", rows).typeset()
    let bars = document.rectangles().filter { abs($0.height - 7.2) < 0.01 }
    #expect(bars.count == 3)
    #expect(abs(bars[0].width - bars[1].width) < 0.01)
    #expect(abs(bars[2].width - 2 * bars[0].width) < 0.01)
    // Below zero they go to the left.
    #expect(abs(bars[1].x + bars[1].width - bars[0].x) < 0.01)
    #expect(document.text() == ["가 | 1", "나 | -1", "다 | 2"])
    // Decoration: the numbers say it all.
    #expect(!document.tree.contains { $0.contains("Figure") })
  }

  @Test func sparklinesAreFiguresInTheirCells() throws {
    let document = try report(
      "columns: [{field: a}, {field: l, title: 선, sparkline: true}, {field: l, sparkline: {form: bars}}]\n",
      rows
    ).typeset()
    #expect(
      document.tree.filter { $0.contains("Figure") } == [
        "    Figure alt=\"처음 1, 마지막 3, 최소 1, 최대 3\"",
        "    Figure alt=\"처음 1, 마지막 3, 최소 1, 최대 3\"",
        "    Figure alt=\"처음 3, 마지막 1, 최소 1, 최대 3\"",
        "    Figure alt=\"처음 3, 마지막 1, 최소 1, 최대 3\"",
      ])
  }

  // MARK: Too wide, too high

  private func wide(_ policy: String, _ count: Int) -> Report {
    let columns = (0..<5).map { _ in "{field: a}" }.joined(separator: ", ")
    return report(
      "wide: \(policy)\ncolumns: [\(columns)]\n",
      [["a": .string(String(repeating: "가", count: count))]])
  }

  @Test func whatIsTooWideIsSetSmaller() throws {
    let document = try wide("shrink", 9).typeset()
    #expect(
      document.warningLines.map { $0.drop { $0 != "w" } } == [
        "warning: a table is too wide for 141 mm, and its type was set at 89 %"
      ])
    let sizes = document.drawn.compactMap { item -> Double? in
      if case .glyphs(let run) = item.content, item.leaf != nil { run.style.size } else { nil }
    }
    #expect(sizes.allSatisfy { $0 < 9 && $0 >= 8 })
    // Read out once, though it was set twice.
    #expect(document.tree.filter { $0.contains("TR") }.count == 1)
    #expect(document.tree.filter { $0.contains("TD") }.count == 5)
  }

  @Test func whatIsMuchTooWideHasItsWordsBroken() throws {
    let warnings = try wide("shrink", 20).typeset().warningLines
    #expect(warnings.count == 1 && warnings[0].contains("were broken"))
  }

  @Test func whatIsTooWideMayBeAnError() {
    #expect {
      try wide("error", 9).typeset()
    } throws: { error in
      (error as? DiagnosticError)?.diagnostics.first?.message
        == "the words of a table don't fit into its columns, at 141 mm"
    }
  }

  @Test func aColumnKeepsToItsBounds() {
    let bounds: [TableLayout.Bounds] = [.init(least: 50), .init(most: 40), .init()]
    let needs: [TableLayout.Need] = [
      .init(least: 5, natural: 10), .init(least: 10, natural: 90), .init(least: 10, natural: 20),
    ]
    let layout = TableLayout([.auto, .auto, .auto], needs: needs, bounds: bounds, in: 200)
    #expect(layout.widths == [95, 40, 65])
    let closed = TableLayout(
      [.auto, .auto], needs: [.init(), .init()], bounds: [.init(most: 10), .init(most: 20)], in: 200
    )
    #expect(closed.widths == [10, 20])
  }

  private func split(
    _ split: Bool, words: Int = 20, height: Double = 300, more: String = ""
  ) throws -> TypesetDocument {
    let long = Array(repeating: "가나다라마바사아", count: words).joined(separator: " ")
    var report = report(
      "split: \(split)\ncolumns: [{field: a, width: 100pt}, {field: b, title: 번호}]\n" + more,
      (0..<4).map { ["a": .string(long), "b": .string("\($0)"), "n": 1] })
    report.height = height
    return try report.typeset()
  }

  @Test func rowsThatMaySplitFillThePage() throws {
    let whole = try split(false)
    let parted = try split(true)
    #expect(parted.pageCount < whole.pageCount)
    #expect(parted.warnings.isEmpty)
    let words = parted.texts.flatMap(\.self).joined(separator: " ").split(separator: " ")
    #expect(words.filter { $0 == "가나다라마바사아" }.count == 80)
  }

  @Test func twoLinesAtLeastOfARowStandOnAPage() throws {
    for height in stride(from: 80.0, to: 200, by: 6) {
      let document = try split(true, words: 5, height: height, more: "zebra: true\n")
      #expect(document.warnings.isEmpty)
      for (page, lines) in document.texts.enumerated() {
        let rows = lines.filter { $0 != "번호" }.split { $0.contains(" | ") }
        #expect(rows.allSatisfy { $0.count != 5 })
        // What begins a page without a number goes on from the page before.
        if let first = lines.first(where: { $0 != "번호" }), !first.contains(" | "), page > 0 {
          #expect(lines.dropFirst().prefix { !$0.contains(" | ") }.count >= 2)
        }
        for box in document.rectangles(page) { #expect(box.y + box.height <= height + 0.9) }
      }
    }
  }
}
