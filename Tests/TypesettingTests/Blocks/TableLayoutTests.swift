import Documents
import Testing

@testable import Typesetting

@Suite struct TableLayoutTests {
  /// Needs as least and natural widths.
  private func layout(
    _ columns: [TableBlock.Width], _ needs: [(Double, Double)], in room: Double
  ) -> TableLayout {
    TableLayout(columns, needs: needs.map { .init(least: $0.0, natural: $0.1) }, in: room)
  }

  @Test func whatIsLeftOverIsSharedInEqualParts() {
    let layout = layout([.auto, .auto], [(10, 40), (10, 20)], in: 100)
    #expect(layout.widths == [60, 40])
    #expect(!layout.breaksWords)
  }

  @Test func whatLacksIsSharedByNeed() {
    let layout = layout([.auto, .auto], [(20, 100), (20, 60)], in: 100)
    #expect(layout.widths == [60, 40])
    #expect(!layout.breaksWords)
  }

  @Test func whatTheAuthorGaveIsKept() {
    let layout = layout(
      [.points(30), .fraction(0.5), .auto], [(10, 99), (10, 99), (10, 20)], in: 200)
    #expect(layout.widths == [30, 100, 70])
    #expect(!layout.breaksWords)
  }

  @Test func aGivenWidthNarrowerThanAWordIsSaid() {
    #expect(layout([.points(30), .auto], [(31, 31), (10, 20)], in: 200).breaksWords)
    #expect(!layout([.points(31), .auto], [(31, 31), (10, 20)], in: 200).breaksWords)
  }

  @Test func whatFitsInNoWayIsMadeNarrowerAlike() {
    let layout = layout([.auto, .auto], [(300, 300), (100, 200)], in: 200)
    #expect(layout.widths == [150, 50])
    #expect(layout.breaksWords)
  }

  @Test func roomThatNoWordNeedsIsGivenUpFirst() {
    let layout = layout([.points(300), .auto], [(10, 10), (100, 200)], in: 200)
    #expect(layout.widths == [100, 100])
    #expect(!layout.breaksWords)
  }

  @Test func drawingsGiveWayBeforeWordsAndWordsBeforeNumbers() {
    let needs: [TableLayout.Need] = [
      .init(least: 60, natural: 60, unbreakable: 20),
      .init(least: 40, natural: 70, unbreakable: 40, drawing: 30),
    ]
    let columns = [TableBlock.Width.auto, .auto]
    let narrow = TableLayout(columns, needs: needs, in: 110)
    #expect(narrow.widths == [60, 50])
    #expect(!narrow.breaksWords)
    let narrower = TableLayout(columns, needs: needs, in: 80)
    #expect(narrower.widths == [40, 40])
    #expect(narrower.breaksWords)
  }

  @Test func tooWideGivenColumnsThatShowTheirWordsBreakNone() {
    let layout = layout([.points(300), .points(100)], [(10, 10), (10, 10)], in: 200)
    #expect(abs(layout.widths.reduce(0, +) - 200) < 0.001)
    #expect(!layout.breaksWords)
  }

  @Test(arguments: [0.0, -5, 1e-9, 1e9])
  func widthsAddUpToTheRoomAtMost(room: Double) {
    for columns in [
      [TableBlock.Width.auto], [.points(5), .auto, .fraction(1)], [.fraction(1), .fraction(1)],
    ] {
      let layout = layout(columns, columns.map { _ in (3, 9) }, in: room)
      #expect(layout.widths.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(layout.widths.reduce(0, +) <= max(room, 0) + 0.001)
    }
  }

  @Test func noColumnsNeedNothing() {
    #expect(layout([], [], in: 100).widths == [])
  }

  @Test(arguments: [
    ("12.5%", "12", ".5%"), ("1,234.50", "1,234", ".50"), ("12%", "12", "%"), ("-3.1", "-3", ".1"),
    ("1", "1", ""), ("없음", "없음", ""), ("₩1.5조 ", "₩1", ".5조"), ("1,", "1", ","), ("", "", ""),
    ("3. 4", "3", ". 4"),
  ])
  func theTailOfANumberBeginsBehindItsWholePart(text: String, whole: String, tail: String) {
    #expect(shaped(text).tailWidth == LineBreaker(shaped(tail)).naturalWidth)
    #expect(text.hasPrefix(whole))
  }
}
