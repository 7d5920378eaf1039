import Diagnostics
import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

@Suite struct SheetTests {
  private func report(_ text: String, _ front: String) -> Report {
    var report = Report(text)
    report.front = front
    report.height = 200
    return report
  }

  private let threePages =
    "# 하나\n\n::: {.page-break}\n:::\n\n글\n\n::: {.page-break}\n:::\n\n# 둘\n\n# 셋"

  private func edges(_ document: TypesetDocument, _ page: Int) -> [String] {
    let all = document.lines(page, runningText: true)
    let inside = Set(document.lines(page).map(\.y))
    return all.filter { !inside.contains($0.y) }.map(\.text)
  }

  @Test func headsNameThePageAndItsSection() throws {
    let document = try report(
      threePages,
      "page: {head-right: \"{section}\", foot-left: \"{page} 가운데 {pages}\", foot-right: \"\"}"
    ).typeset()
    #expect(edges(document, 0) == ["1 가운데 3"])
    // A page on which no section begins goes on with the last.
    #expect(edges(document, 1) == ["하나", "2 가운데 3"])
    // Of several that begin on a page the first.
    #expect(edges(document, 2) == ["둘", "3 가운데 3"])
  }

  @Test func sectionsMayBeginPages() throws {
    let document = try report("# 하나\n\n글\n\n## 작은\n\n# 둘\n\n# 셋", "page: {sections: new-page}")
      .typeset()
    #expect(document.pageCount == 3)
    #expect(document.text(0).count == 3)
  }

  @Test func aTableThatIsTooWideMayTurnItsPage() throws {
    let columns = (0..<8).map { "{field: a, title: 가나다라마바사아자\($0)}" }.joined(separator: ", ")
    var report = Report("앞\n\n![표](t.table.yaml)\n\n뒤")
    report.height = 800
    report.data = ["rows": [["a": 1]]]
    report.files["t.table.yaml"] = "data: rows\nwide: landscape\ncolumns: [\(columns)]"
    let document = try report.typeset()
    #expect(
      document.pages.map { $0.sheet.size.width > $0.sheet.size.height } == [false, true, false])
    report.files["t.table.yaml"] = "data: rows\nwide: landscape\ncolumns: [{field: a}]"
    #expect(try report.typeset().pageCount == 1)
  }

  @Test func theFirstPageAndEvenOnesMayHaveTheirOwn() throws {
    let document = try report(
      threePages,
      "page: {head-left: 모두, first: {head-left: 처음, foot-right: \"\"}, even: {head-left: \"\", head-right: 짝수}}"
    ).typeset()
    #expect(edges(document, 0) == ["처음"])
    #expect(edges(document, 1) == ["짝수", "2 / 3"])
    #expect(edges(document, 2) == ["모두", "3 / 3"])
  }

  @Test(arguments: [
    ("letterhead: p.png", [true, false, false]),
    ("letterhead: {first: p.png, other: p.png}", [true, true, true]),
    ("letterhead: {other: p.png}", [false, true, true]),
  ])
  func aLetterheadLiesUnderTheText(key: String, pages: [Bool]) throws {
    var report = Report(picture: threePages)
    report.front = "page: {\(key)}"
    report.height = 200
    let document = try report.typeset()
    let images = (0..<document.pageCount).map { page -> (place: Int, image: ImageItem)? in
      let items = document.scene(ofPage: page).items
      return items.enumerated().lazy.compactMap { place, item in
        if case .image(let image) = item.content, item.leaf == nil { (place, image) } else { nil }
      }.first
    }
    #expect(images.map { $0 != nil } == pages)
    let first = try #require(images.compactMap(\.self).first)
    // Right above the paper; as wide as the sheet, from its top edge.
    #expect(first.place == 1)
    #expect(first.image.rect == Rect(x: 0, y: 0, width: 440, height: 220))
    #expect(Set(document.warnings.map(\.id)) == ["picture.resolution"])
  }

  @Test func mirroredPagesChangeTheirSides() throws {
    let document = try report(
      threePages, "page: {left: 40pt, right: 20pt, mirrored: true, head-left: 왼쪽}"
    ).typeset()
    #expect(document.pages.map(\.sheet.left) == [40, 20, 40])
    let heads = (1...2).map { page in
      document.lines(page, runningText: true).first { $0.text.contains("왼쪽") }
    }
    #expect(heads[1]?.x == 20)
    // On the left page it stands at the outer side too: at its right end.
    #expect(try #require(heads[0]).x > 300)
  }

  @Test func pagesCountFromAnyNumber() throws {
    let document = try report(
      "@sec-two\n\n" + threePages.replacing("# 둘", with: "# 둘 {#sec-two}"),
      "page: {first-number: 11}"
    ).typeset()
    #expect(document.text(0).first == "2절, 13쪽")
    #expect(edges(document, 0) == ["11 / 13"])
  }

  @Test func aSectionMayLie() throws {
    let document = try report("앞\n\n::: {.landscape}\n누움\n:::\n\n뒤", "").typeset()
    let sizes = document.pages.map(\.sheet.size)
    #expect(document.pageCount == 3)
    #expect(sizes[0] == sizes[2])
    #expect(
      sizes[1]
        == Size(
          width: max(sizes[0].width, sizes[0].height), height: min(sizes[0].width, sizes[0].height))
        || sizes[0].width >= sizes[0].height)
    #expect(document.scene(ofPage: 1).size == sizes[1])
  }

  @Test func aHeadingGoesWithWhatLies() throws {
    let document = try report("앞\n\n# 넓은 표\n\n::: {.landscape}\n누움\n:::\n\n뒤", "").typeset()
    #expect(document.texts == [["앞"], ["1\u{2003}넓은 표", "누움"], ["뒤"]])
    #expect(
      document.explanation.hasPrefix("page 1: ends: the next page is turned (report/report.md:"))
  }

  @Test func aBlockInAnotherCannotTurnItsPage() throws {
    #expect(
      try report("::: {.columns}\n::: {.column}\n::: {.landscape}\n글\n:::\n:::\n:::", "").refusal()
        == ["6:1: a page can't be turned inside another block"])
  }

  @Test func aWatermarkLiesAcrossEveryPageOverAll() throws {
    let document = try report(threePages, "page: {watermark: 대외비}").typeset()
    for page in 0..<3 {
      let items = document.scene(ofPage: page).items
      guard let last = items.last, case .group(let group) = last.content,
        case .glyphs(let run)? = group.items.first?.content
      else {
        Issue.record("no watermark on page \(page)")
        continue
      }
      #expect(run.text == "대외비")
      #expect(last.leaf == nil && group.items.allSatisfy { $0.leaf == nil })
      // Its middle is the page's.
      let middle = group.transform.apply(Point(x: run.width / 2, y: 6))
      let size = document.pages[page].sheet.size
      #expect(abs(middle.x - size.width / 2) < 1 && abs(middle.y - size.height / 2) < 8)
    }
  }

  @Test func theReasonsForPagesAreTold() throws {
    let document = try report(
      threePages + "\n\n" + (1...30).map { "줄\($0)" }.joined(separator: "\n\n"), ""
    ).typeset()
    let lines = document.explanation.split(separator: "\n").map(String.init)
    #expect(lines[0] == "page 1: ends: a page break stands here (report/report.md:9)")
    #expect(lines[2].hasPrefix("page 3: ends: what comes next needs"))
    #expect(lines.last == "page \(document.pageCount): ends: the document ends")
  }

  @Test func theLayoutIsDrawnOverThePage() throws {
    var document = try report("글\n\n둘", "").typeset()
    let plain = document.scene(ofPage: 0).items.count
    document.showsLayout = true
    let shown = document.scene(ofPage: 0).items
    // The area of text, and a box and a baseline for each line, the page's number included.
    #expect(shown.count == plain + 1 + 2 * 3)
    #expect(shown.dropFirst(plain).allSatisfy { $0.leaf == nil })
  }
}
