import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

/// Rows that sum up others, and heads of several levels.
@Suite struct TableSumsTests {
  private func report(_ table: String, _ rows: [Value]) -> Report {
    var report = Report("![](tables/t.table.yaml)")
    report.files["tables/t.table.yaml"] = "data: rows\n" + table
    report.data = .object([("rows", .array(rows))])
    return report
  }

  private func ledger(_ count: Int) -> [Value] {
    (0..<count).map {
      ["a": .string($0 < 9 ? "가" : "나"), "b": .string("\($0)번"), "n": .number($0 + 1)]
    }
  }

  private let columns =
    "columns: [{field: a, title: 구분}, {field: b, title: 이름}, {field: n, title: 수}]\n"

  @Test func sumsAreRowsWithAHeadOfTheirOwn() throws {
    let report = report(
      columns + "group: a\nsubtotal: {columns: {n: sum}}\ntotal: {columns: {n: sum}}\n", ledger(2))
    let document = try report.typeset()
    #expect(
      document.text() == [
        "구분 | 이름 | 수", "가 | 0번 | 1", "1번 | 2", "소계 | 3", "합계 | 3",
      ])
    #expect(
      document.tree.suffix(14) == [
        " TBody", "  TR", "   TH scope=Row rows=3 \"가\"", "   TD \"0번\"", "   TD \"1\"", "  TR",
        "   TD \"1번\"", "   TD \"2\"", "  TR", "   TH scope=Row \"소계\"", "   TD \"3\"", "  TR",
        "   TH scope=Row columns=2 \"합계\"", "   TD \"3\"",
      ])
  }

  @Test func sumsStandInMediumWeightBelowALine() throws {
    let report = report(columns + "total: {columns: {n: sum}}\n", ledger(3))
    var heavy = report
    heavy.theme["table-total"] = "{size: 10, leading: 12, weight: medium}"
    let document = try heavy.typeset()
    let weights = document.drawn.compactMap { item -> TextStyle.Weight? in
      if case .glyphs(let run) = item.content, item.leaf != nil { run.style.weight } else { nil }
    }
    #expect(weights.suffix(2) == [.medium, .medium])
    #expect(weights.dropFirst(3).dropLast(2).allSatisfy { $0 == .regular })
    let rules = document.rectangles().sorted { $0.y < $1.y }.map { ($0.height * 10).rounded() }
    #expect(rules.suffix(2) == [6, 8])
  }

  @Test func aSumNeverStandsAloneOnAPage() throws {
    for count in 3...24 {
      var report = report(columns + "total: {columns: {n: sum}}\n", ledger(count))
      report.height = 100
      let last = try #require(try report.typeset().texts.last)
      #expect(last.last == "합계 | \(count * (count + 1) / 2)")
      #expect(last.count >= 3)
    }
  }

  // MARK: From page to page

  private func carried(_ count: Int, height: Double = 120) throws -> TypesetDocument {
    var report = report(
      columns + "carry: n\ntotal: {columns: {n: sum}}\n", ledger(count))
    report.height = height
    return try report.typeset()
  }

  @Test func sumsGoOverToTheNextPage() throws {
    let document = try carried(20)
    #expect(document.pageCount > 2)
    var sum = 0
    for (page, texts) in document.texts.enumerated() {
      if page > 0 { #expect(texts[1] == "앞쪽에서 이월 | \(sum)") }
      for text in texts where text.contains("번") {
        sum += Int(text.split(separator: " | ").last ?? "") ?? 0
      }
      if page < document.pageCount - 1 {
        #expect(texts.last == "다음 쪽으로 이월 | \(sum)")
      }
    }
    #expect(sum == 210)
    // Read out nowhere: all that they say is said by the rows.
    #expect(!document.tree.contains { $0.contains("이월") })
  }

  @Test func theFootOfThePageHasRoomForWhatGoesOver() throws {
    for count in 1...40 {
      for height in stride(from: 90.0, to: 140, by: 7) {
        let document = try carried(count, height: height)
        #expect(document.warnings.isEmpty)
        for page in 0..<document.pageCount {
          for rule in document.rectangles(page) where rule.width == Report.width {
            #expect(rule.y + rule.height <= height + 0.1)
          }
          let goesOn = page < document.pageCount - 1
          #expect(document.text(page).contains { $0.hasPrefix("다음") } == goesOn)
        }
      }
    }
  }

  @Test func carriedSumsGrowWithTheRowsAlone() throws {
    func time(_ count: Int) throws -> Duration {
      let document = try report(columns + "carry: n\n", ledger(count)).document()
      return try leastCPUTime { _ = try Report.typeset(document) }
    }
    #expect(try time(4_000) < time(1_000) * 10 + .milliseconds(200))
  }

  // MARK: Heads

  @Test func headsOfSeveralLevelsSpanColumns() throws {
    let report = report(
      columns + "head: [[{title: 모두, span: 3}], [\"\", {title: 둘, span: 2}]]\n", ledger(1))
    let document = try report.typeset()
    #expect(document.text() == ["모두", "둘", "구분 | 이름 | 수", "가 | 0번 | 1"])
    #expect(
      document.tree.prefix(12) == [
        "Table", " THead", "  TR", "   TH scope=Column columns=3 \"모두\"", "  TR",
        "   TH scope=Column rows=2 \"구분\"", "   TH scope=Column columns=2 \"둘\"", "  TR",
        "   TH scope=Column \"이름\"", "   TH scope=Column \"수\"", " TBody", "  TR",
      ])
  }

  @Test func aPlaceWithoutATitleThatNoneBelowReachesIsEmpty() throws {
    let report = report(
      columns + "head: [[\"\", {title: 위, span: 2}], [{title: 아래, span: 2}, \"\"]]\n", ledger(1))
    #expect(
      try report.typeset().tree.prefix(12) == [
        "Table", " THead", "  TR", "   TH scope=Column", "   TH scope=Column columns=2 \"위\"",
        "  TR", "   TH scope=Column columns=2 \"아래\"", "   TH scope=Column rows=2 \"수\"", "  TR",
        "   TH scope=Column \"구분\"", "   TH scope=Column \"이름\"", " TBody",
      ])
  }

  @Test func aHeadOfSeveralLevelsIsRepeated() throws {
    var report = report(
      columns + "head: [[\"\", {title: 모두, span: 2}]]\n", ledger(20))
    report.height = 120
    let document = try report.typeset()
    for page in 0..<document.pageCount {
      #expect(document.text(page).prefix(2) == ["모두", "구분 | 이름 | 수"])
    }
    #expect(document.tree.filter { $0.contains("모두") }.count == 1)
  }

  @Test func aWideTitleWidensTheColumnsBelowIt() throws {
    let wide = String(repeating: "가", count: 24)
    let report = report(
      "columns: [{field: a, title: 가, max: 20}, {field: n, title: 나}, {field: n, title: 다}]\n"
        + "head: [[\"\", {title: \(wide), span: 2}]]\n", ledger(1))
    let document = try report.typeset()
    #expect(document.text()[0] == wide)
    #expect(document.warnings.isEmpty)
  }
}
