import Graphics
import Testing

@testable import Typesetting

@Suite struct FlowBreakerTests {
  @Test func itemsFillPagesFromTheTop() {
    #expect(shown(pages([box(0), box(1), box(2)], height: 25)) == ["0@0.0 1@10.0", "2@0.0"])
  }

  @Test func ofTwoSpacesTheLargerCountsAndNoneAtAPagesHead() {
    let items = [box(0, before: 9, after: 3), box(1, before: 5, after: 4), box(2, before: 8)]
    #expect(shown(pages(items, height: 25)) == ["0@0.0 1@15.0", "2@0.0"])
  }

  @Test func whatMustStandTogetherMovesTogether() {
    let items = [box(0, lines: 2), box(2, keeps: true), box(3, keeps: true), box(4, lines: 2)]
    #expect(shown(pages(items, height: 40)) == ["0@0.0 1@10.0", "2@0.0 3@10.0 4@20.0 5@30.0"])
  }

  @Test func anEmptyFlowIsOneEmptyPage() {
    #expect(shown(pages([], height: 40)) == [""])
  }

  // MARK: Page breaks

  @Test func aPageBreakBeginsAPageOnce() {
    let items = [box(0), pageBreak, pageBreak, box(1, before: 9), pageBreak]
    #expect(shown(pages(items, height: 40)) == ["0@0.0", "1@0.0"])
  }

  @Test func aPageBreakAtAPagesHeadIsNone() {
    #expect(shown(pages([pageBreak, box(0)], height: 40)) == ["0@0.0"])
    #expect(
      shown(pages([box(0, lines: 2), pageBreak, box(2)], height: 20)) == ["0@0.0 1@10.0", "2@0.0"])
  }

  @Test func aPageBreakEndsAChain() {
    #expect(
      shown(pages([box(0, keeps: true), pageBreak, box(1)], height: 40)) == ["0@0.0", "1@0.0"])
  }

  // MARK: Too high for a page

  @Test func aBoxHigherThanAPageIsCutBetweenItsLines() {
    #expect(
      shown(pages([box(0, lines: 5)], height: 25))
        == ["0@0.0 1@10.0 !divided", "2@0.0 3@10.0 !divided", "4@0.0"])
  }

  @Test func aBoxHigherThanAPageBeginsWhereItStands() {
    let pages = pages([box(0, lines: 2), box(2, lines: 30)], height: 200)
    #expect(pages[0].lines.count == 20)
    #expect(pages[0].conflicts == [.divided])
    #expect(pages[1].lines.map(\.number) == Array(20..<32))
  }

  @Test func linesThatLieAcrossEveryPlaceAreNotCut() {
    // Two columns of one box, the second half a line lower.
    let fragments = (0..<8).map { index in
      Fragment(
        x: index < 4 ? 0 : 50, y: Double(index % 4) * 10 + (index < 4 ? 0 : 5),
        .line(paragraph: index, clusters: 0..<1))
    }
    let pages = pages([FlowItem(.box(fragments), height: 45)], height: 35)
    #expect(pages.map(\.conflicts) == [[.overflows]])
  }

  @Test func theGroundOfABoxIsCutWithIt() {
    let ground = Fragment(
      x: 0, y: 0, .rect(Size(width: 100, height: 40), .black, radius: 0))
    let breaker = FlowBreaker(heads: [], pageHeight: 25) { _ in 10 }
    var flow = Flow([box(0, lines: 4).adding([ground])])
    let grounds = (0..<2).map { _ in
      breaker.take(from: &flow, height: 25, isFresh: true).fragments.compactMap { fragment in
        if case .rect(let size, _, _) = fragment.content { [fragment.y, size.height] } else { nil }
      }
    }
    #expect(grounds == [[[0, 20]], [[0, 20]]])
    #expect(flow.isEmpty)
  }

  @Test func aLineHigherThanAPageIsSetAllTheSame() {
    #expect(
      shown(pages([box(0), box(1), box(2)], height: 5))
        == ["0@0.0 !overflows", "1@0.0 !overflows", "2@0.0 !overflows"])
  }

  @Test func aChainHigherThanAPageIsPartedWhereThePageEnds() {
    let items = (0..<5).map { box($0, keeps: $0 < 4) }
    #expect(
      shown(pages(items, height: 25))
        == ["0@0.0 1@10.0 !parted", "2@0.0 3@10.0 !parted", "4@0.0"])
  }

  @Test(arguments: [0.0, -10, .nan, -.infinity])
  func aPageWithoutHeightTakesOneItem(height: Double) {
    let pages = pages([box(0, lines: 2), box(2)], height: height)
    #expect(pages.flatMap(\.lines).map(\.number) == [0, 1, 2])
    #expect(pages.allSatisfy { $0.conflicts == [.overflows] })
  }

  @Test(arguments: [Double.nan, .infinity, -5, .greatestFiniteMagnitude])
  func anItemOfAnyHeightIsSet(height: Double) {
    var item = box(1)
    item.height = height
    let lines = pages([box(0), item, box(2)], height: 100, most: 50).flatMap(\.lines)
    #expect(Set(lines.map(\.number)).isSuperset(of: [0, 1]))
  }

  // MARK: Tables

  private let head = FlowBreaker.TableHead(
    fragments: [Fragment(x: 0, y: 0, .line(paragraph: 900, clusters: 0..<1))], height: 10)

  private func row(_ number: Int, lines: Int = 1, continuation: Int? = nil) -> FlowItem {
    var item = box(number, lines: lines)
    item.table = 0
    item.continuation =
      continuation.map { [Fragment(x: 0, y: 0, .line(paragraph: $0, clusters: 0..<1))] } ?? []
    return item
  }

  @Test func aTablesHeadIsRepeatedWithTheGroupOfTheFirstRow() {
    let items = [
      box(99, keeps: true), row(0), row(1, continuation: 800), row(2, continuation: 800),
    ]
    #expect(
      shown(pages(items, height: 20, heads: [head])) == [
        "99@0.0 0@10.0", "r900@0.0 r800@10.0 1@10.0", "r900@0.0 r800@10.0 2@10.0",
      ])
  }

  @Test func theHeadIsSetInWithItsRows() {
    let items = [box(99, keeps: true), row(0), row(1, continuation: 800)].map { $0.moved(x: 7) }
    #expect(
      shown(pages(items, height: 20, heads: [head])) == [
        "99@7.0,0.0 0@7.0,10.0", "r900@7.0,0.0 r800@7.0,10.0 1@7.0,10.0",
      ])
  }

  @Test func aRowHigherThanAPageIsCutBelowTheHead() {
    let pages = pages([box(99, keeps: true), row(0, lines: 40)], height: 200, heads: [head])
    #expect(pages[0].lines.map(\.number) == [99] + Array(0..<19))
    #expect(pages.flatMap(\.lines).filter { !$0.isRepeated }.map(\.number) == [99] + Array(0..<40))
    #expect(pages.allSatisfy { $0.height <= 200 })
    #expect(pages[1].lines[0] == PlacedLine(number: 900, x: 0, y: 0, isRepeated: true))
  }

  @Test func aHeadHigherThanThePageLeavesTheRowsBelowIt() {
    let high = FlowBreaker.TableHead(fragments: head.fragments, height: 500)
    let pages = pages([row(0), row(1), row(2)], height: 15, heads: [high])
    #expect(pages.map(\.conflicts) == [[], [.overflows], [.overflows]])
  }

  // MARK: Columns

  private func columns(_ columns: [FlowItem]...) -> FlowItem {
    FlowItem(
      columns: columns.enumerated().map { FlowColumn(x: Double($0) * 100, items: $1) },
      before: 0, after: 0)
  }

  @Test func columnsStandSideBySide() {
    let items = [box(0, after: 5), columns([box(1), box(2)], [box(3)]), box(4)]
    #expect(
      shown(pages(items, height: 100)) == ["0@0.0 1@15.0 2@25.0 3@100.0,15.0 4@35.0"])
  }

  @Test func columnsHigherThanAPageAreDivided() {
    let item = columns((0..<5).map { box($0) }, (5..<8).map { box($0) })
    #expect(
      shown(pages([item, box(9)], height: 25)) == [
        "0@0.0 1@10.0 5@100.0,0.0 6@100.0,10.0", "2@0.0 3@10.0 7@100.0,0.0", "4@0.0 9@10.0",
      ])
  }

  @Test func columnsInColumnsAreDivided() {
    let inner = columns((0..<4).map { box($0) }, (4..<6).map { box($0) })
    let lines = pages([columns([inner], [box(9)])], height: 25).map { $0.lines.map(\.number) }
    #expect(lines == [[0, 1, 4, 5, 9], [2, 3]])
  }

  @Test func columnsBehindAHeadingAreDividedWhereNoPageHoldsBoth() {
    let items = [box(0, lines: 3), box(50, keeps: true), columns((100..<130).map { box($0) })]
    #expect(pages(items, height: 250).map(\.lines.count) == [25, 9])
  }

  @Test func columnsAreNotDividedForLittleRoom() {
    let items = [box(0, lines: 16), columns((100..<112).map { box($0) })]
    #expect(pages(items, height: 200).map(\.lines.count) == [16, 12])
    #expect(pages(items, height: 220).map(\.lines.count) == [22, 6])
  }

  @Test func columnsOfWhichOneCantBeginMoveTogether() {
    let high = columns([box(100, lines: 15)], (200..<220).map { box($0) })
    #expect(pages([box(0, lines: 6), high], height: 200).map(\.lines.count) == [6, 35])
    let low = columns([box(100, lines: 9), box(109, lines: 6)], (200..<220).map { box($0) })
    #expect(pages([box(0, lines: 6), low], height: 200).map(\.lines.count) == [6 + 9 + 14, 6 + 6])
  }

  @Test func aTableInAColumnHasItsHeadAgain() {
    let rows = [box(99, keeps: true)] + (0..<5).map { row($0) }
    #expect(
      shown(pages([columns(rows)], height: 30, heads: [head])) == [
        "99@0.0 0@10.0 1@20.0", "r900@0.0 2@10.0 3@20.0", "r900@0.0 4@10.0",
      ])
  }

  @Test func whatIsTooHighInAColumnIsSaid() {
    let pages = pages([columns([box(0), box(1, lines: 5)], [box(7)])], height: 25)
    #expect(pages.flatMap(\.conflicts) == [.divided, .divided])
    #expect(pages.flatMap(\.lines).map(\.number).sorted() == [0, 1, 2, 3, 4, 5, 7])
  }

  @Test func aMarkBesideColumnsStandsOnTheirFirstPage() {
    let item = columns((0..<3).map { box($0) }).moved(x: 20)
      .adding([Fragment(x: 0, y: 0, .line(paragraph: 77, clusters: 0..<1))])
    #expect(
      shown(pages([item], height: 25)) == ["77@0.0 0@20.0,0.0 1@20.0,10.0", "2@20.0,0.0"])
  }
}
