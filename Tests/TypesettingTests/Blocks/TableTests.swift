import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

@Suite struct TableTests {
  private let small = """
    | 이름 | 기관 |
    |---|---|
    | 구현모 | KT |
    | 이광형 | KAIST |
    """

  /// A data table of rows whose columns are given as YAML.
  private func dataTable(
    _ columns: [String], _ rows: [Value], more: String = "", attributes: String = "",
    caption: String = ""
  ) -> Report {
    var report = Report(
      "![\(caption)](tables/t.table.yaml)" + (attributes.isEmpty ? "" : "{\(attributes)}"))
    report.files["tables/t.table.yaml"] =
      "data: rows\ncolumns:\n\(columns.map { "  - \($0)\n" }.joined())\(more)"
    report.data = .object([("rows", .array(rows))])
    return report
  }

  private func numbered(_ count: Int) -> Report {
    dataTable(
      ["{field: a, title: 번호}"], (0..<count).map { .object([("a", .number($0))]) })
  }

  /// From where each run of text begins, running text left out.
  private func places(_ document: TypesetDocument) -> [Double] {
    document.drawn.compactMap { item in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return run.glyphs[0].x - Report.margin
    }
  }

  @Test func cellsStandInColumnsBelowTheHead() throws {
    let document = try typeset(small)
    #expect(document.text() == ["이름 | 기관", "구현모 | KT", "이광형 | KAIST"])
    #expect(
      document.tree == [
        "Table", " THead", "  TR", "   TH scope=Column \"이름\"", "   TH scope=Column \"기관\"",
        " TBody", "  TR", "   TD \"구현모\"", "   TD \"KT\"", "  TR", "   TD \"이광형\"",
        "   TD \"KAIST\"",
      ])
    // Text of 12 between 2 of padding; the head's rule of 0.8 below it.
    let tops = document.lines().map { ($0.y - document.lines()[0].y) * 10 }
    #expect(tops.map { $0.rounded() } == [0, 168, 328])
  }

  @Test func rulesPartTheRowsAndEndTheTable() throws {
    let rules = try typeset(small).rectangles().filter { $0.width == Report.width }
    let heights = rules.sorted { $0.y < $1.y }.map { ($0.height * 10).rounded() }
    #expect(heights == [8, 5, 8])
  }

  @Test func captionAndSubtitleAreOneCaption() throws {
    let report = dataTable(
      ["{field: a, title: 가}"], [["a": 1]], more: "note: 주석\n", attributes: "subtitle=\"부제\"",
      caption: "제목")
    #expect(
      try report.typeset().tree == [
        "Table", " Caption", "  P \"제목\"", "  P \"부제\"", " THead", "  TR",
        "   TH scope=Column \"가\"", " TBody", "  TR", "   TD \"1\"", "P \"주석\"",
      ])
    let plain = try typeset(small + "\n\n: 제목")
    #expect(plain.tree[1] == " Caption \"제목\"")
  }

  @Test func numbersStandWithTheirPointsInLine() throws {
    let values = ["1.5", "12", "1,234.25", "0.125", "없음", "7%"].map {
      Value.object([("a", .string($0))])
    }
    let report = dataTable(["{field: a, title: 값, align: decimal}"], values)
    let lines = try report.typeset().lines()
    let ends = lines.map { $0.end - Report.margin }
    #expect(ends[0] == Report.width)
    // Five points a letter: where the whole number ends.
    let whole = zip(lines, ends).dropFirst().map { line, end in
      end - Double(
        line.text.drop { $0.isNumber || $0 == "," || !$0.isASCII && $0 != "없" && $0 != "음" }.count)
        * (line.text == "없음" ? 0 : 5)
    }
    #expect(Set(whole.map { ($0 * 100).rounded() }).count == 1)
    #expect(lines.allSatisfy { $0.x >= 0 })
  }

  @Test func aLongWholeNumberAndALongFractionBothHaveRoom() throws {
    let report = dataTable(
      ["{field: b, title: 이름}", "{field: a, title: 값, align: decimal}"],
      [["a": "123456789012", "b": "하나"], ["a": "1.23456789012", "b": "둘"]])
    var narrow = report
    narrow.text = "::: {.columns}\n::: {.column width=45%}\n\(report.text)\n:::\n:::"
    for document in [try report.typeset(), try narrow.typeset()] {
      for line in document.lines() { #expect(line.text.contains(" | ")) }
      #expect(document.warnings.isEmpty)
    }
  }

  @Test func columnsTakeTheWidthsGiven() throws {
    let report = dataTable(
      ["{field: a, width: 100pt}", "{field: a, width: 50%}", "{field: a}"], [["a": "글"]])
    let document = try report.typeset()
    let xs = places(document)
    // No gaps where the theme's step is nothing.
    #expect(xs == [0, 100, 300])
  }

  @Test func cellsAreAlignedAsAsked() throws {
    let lines = places(try typeset("| 가 | 나 | 다 |\n|:--|:-:|--:|\n| 가 | 나 | 다 |"))
    // Three columns of a third each; a syllable is ten wide.
    let third = Report.width / 3
    #expect(zip(lines, [0, third * 1.5 - 5, Report.width - 10]).allSatisfy { abs($0 - $1) < 0.1 })
  }

  @Test func aCellOfSeveralLinesMakesItsRowHigher() throws {
    let long = Array(repeating: "가나다라마바사아자차", count: 6).joined(separator: " ")
    var report = Report("| 이름 | 글 |\n|---|---|\n| 하나 | \(long) |\n| 둘 | 끝 |")
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    let lines = document.lines()
    #expect(lines[1].text.hasPrefix("하나 | 가나"))
    #expect(lines.last?.text == "둘 | 끝")
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.y - $0.y > 11.9 })
    #expect(document.warnings.isEmpty)
  }

  @Test func wordsTooWideForTheirColumnsAreBrokenWithAWarning() throws {
    let word = String(repeating: "가나다라마", count: 12)
    let document = try typeset("글\n\n| 이름 | 글 |\n|---|---|\n| \(word) | 하나 |")
    #expect(
      document.warningLines == [
        "6:1: warning: the words of a table don't fit into its columns and were broken, at 141 mm"
      ])
    #expect(document.lines().allSatisfy { $0.end <= Report.margin + Report.width + 0.1 })
  }

  @Test func aTableOfManyColumnsStaysInsideThePage() throws {
    for count in [10, 40, 150] {
      let row = "|" + String(repeating: " 가나 |", count: count)
      let document = try typeset("\(row)\n|\(String(repeating: "---|", count: count))\n\(row)")
      #expect(document.warnings.isEmpty == (count == 10))
      for item in document.drawn {
        guard case .glyphs(let run) = item.content, let first = run.glyphs.first else { continue }
        #expect(
          first.x >= Report.margin && first.x + run.width <= Report.margin + Report.width + 10)
      }
    }
  }

  @Test func emptyCellsAreCellsWithoutContent() throws {
    let document = try typeset("| 가 |  |\n|---|---|\n|  | 나 |\n|  |  |")
    #expect(document.text() == ["가", "나"])
    #expect(
      document.tree == [
        "Table", " THead", "  TR", "   TH scope=Column \"가\"", "   TH scope=Column", " TBody",
        "  TR",
        "   TD", "   TD \"나\"", "  TR", "   TD", "   TD",
      ])
  }

  @Test func aTableWithoutRowsIsItsHead() throws {
    let document = try typeset("# 장\n\n| 가 | 나 |\n|---|---|\n\n글")
    #expect(document.text() == ["1\u{2003}장", "가 | 나", "글"])
    #expect(document.tree.dropFirst().prefix(3) == ["Table", " THead", "  TR"])
  }

  @Test func aTableWithoutTitlesHasNoHead() throws {
    let document = try typeset("|  |  |\n|---|---|\n| 가 | 나 |")
    #expect(document.text() == ["가 | 나"])
    #expect(document.tree == ["Table", " TBody", "  TR", "   TD \"가\"", "   TD \"나\""])
  }

  @Test func rowsLongerThanTheHeadAreCut() throws {
    var document = try Report("글").document()
    let cell = { (text: String) in TableBlock.Cell([.text(text)]) }
    document.blocks = [
      Block(
        .table(
          TableBlock(
            columns: [.init(title: [.text("가")])],
            rows: [.init([cell("하나"), cell("둘")]), .init([]), .init([cell("셋")])]))),
      Block(.table(TableBlock(columns: [], rows: [.init([cell("넷")])]))),
    ]
    #expect(try Report.typeset(document).text() == ["가", "하나", "셋"])
  }

  // MARK: Several pages

  @Test func theHeadIsRepeatedAsAnArtifact() throws {
    var report = numbered(12)
    report.text = "![표](tables/t.table.yaml)"
    report.height = 100
    let document = try report.typeset()
    #expect(document.pageCount > 2)
    for page in document.texts.dropFirst() { #expect(page.prefix(2) == ["표 (계속)", "번호"]) }
    let numbers = document.texts.flatMap(\.self).compactMap { Int($0) }
    #expect(numbers == Array(0..<12))
    // Read out once.
    #expect(document.tree.filter { $0.contains("번호") } == ["   TH scope=Column \"번호\""])
  }

  @Test func lastRowsAndNotesStandWithATableRow() throws {
    for count in 3...20 {
      var report = numbered(count)
      report.files["tables/t.table.yaml"]? += "note: 주석\n"
      report.height = 100
      let document = try report.typeset()
      let last = try #require(document.texts.last)
      #expect(last.last == "주석")
      #expect(last.filter { Int($0) != nil }.count >= 2)
      let first = document.texts[0]
      #expect(first.filter { Int($0) != nil }.count >= 2)
    }
  }

  private func grouped(_ groups: [(String, Int)]) -> Report {
    let rows = groups.flatMap { group, count in
      (0..<count).map { Value.object([("g", .string(group)), ("n", .string("\(group)\($0)"))]) }
    }
    return dataTable(
      ["{field: g, title: 구분}", "{field: n, title: 이름}"], rows, more: "group: g\n")
  }

  @Test func aGroupIsNamedOnceAndAgainOnTheNextPage() throws {
    var report = grouped([("기업", 9), ("학계", 1)])
    report.height = 100
    let document = try report.typeset()
    #expect(document.text(0) == ["구분 | 이름", "기업 | 기업0", "기업1", "기업2", "기업3"])
    #expect(document.text(1).prefix(3) == ["구분 | 이름", "기업 | 기업4", "기업5"])
    #expect(document.tree.filter { $0.contains("\"기업\"") } == ["   TH scope=Row rows=9 \"기업\""])
  }

  @Test func theHairlineLeavesTheGroupFree() throws {
    let report = grouped([("기업", 2), ("학계", 1)])
    let rules = try report.typeset().rectangles().filter { $0.height == 0.5 }
    let left = places(try report.typeset())[1]
    #expect(rules.map(\.x) == [left, 0])
    #expect(rules.map(\.width) == [400 - left, 400])
  }

  @Test func aGroupMayStandInAnyColumn() throws {
    var report = grouped([("기업", 9)])
    report.files["tables/t.table.yaml"] = """
      data: rows
      columns:
        - {field: n, title: 이름}
        - {field: g, title: 구분}
        - {field: n, title: 또}
      group: g
      """
    report.height = 100
    let document = try report.typeset()
    #expect(document.text(1)[1] == "기업4 | 기업 | 기업4")
    let rules = document.rectangles().filter { $0.height == 0.5 }
    #expect(rules.count == 6)
    #expect(rules.allSatisfy { $0.width < 200 })
  }

  @Test func aRowHigherThanThePageIsDividedWithAWarning() throws {
    let long = Array(repeating: "가나다라마바사", count: 100).joined(separator: " ")
    var report = Report("글\n\n| 이름 | 글 |\n|---|---|\n| 하나 | \(long) |")
    report.height = 100
    report.theme["+spacing"] = Report.apart
    let document = try report.typeset()
    let words = document.texts.flatMap(\.self).joined(separator: " ").split(separator: " ")
    #expect(words.filter { $0 == "가나다라마바사" }.count == 100)
    #expect(
      document.warningLines.first
        == "6:1: warning: a block is higher than a page and goes on behind page 1")
  }

  @Test func timeGrowsWithTheRowsAlone() throws {
    func time(_ count: Int) throws -> Duration {
      let document = try numbered(count).document()
      return try leastCPUTime { _ = try Report.typeset(document) }
    }
    #expect(try time(4_000) < time(1_000) * 10 + .milliseconds(200))
  }

  @Test func aTableInAListKeepsItsPlaceOnTheNextPage() throws {
    let rows = (0..<12).map { "  | \($0) |" }.joined(separator: "\n")
    var report = Report("- 하나\n\n  | 번호 |\n  |---|\n\(rows)")
    report.height = 100
    let document = try report.typeset()
    for page in 0..<document.pageCount {
      for line in document.lines(page) { #expect(line.x == 13.5) }
    }
    #expect(document.text(1)[0] == "번호")
  }

  @Test func aKeyStandsBeforeItsCell() throws {
    let report = dataTable(
      ["{field: a, title: 가, key: k}"],
      [["a": "기업", "k": "industry"], ["a": "", "k": "industry"]])
    let document = try report.typeset()
    #expect(document.rectangles().filter { abs($0.width - 7.8) < 0.01 }.count == 1)
    #expect(document.lines()[1].x == 14)
  }
}
