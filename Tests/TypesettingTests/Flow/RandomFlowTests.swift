import Graphics
import Testing

@testable import Typesetting

/// Flows made by chance: whatever they are, all is set, once, in order, and inside the page.
@Suite struct RandomFlowTests {
  private struct Maker {
    var random: SplitMix
    var next = 0
    var heads: [FlowBreaker.TableHead] = []

    init(seed: Int) { random = SplitMix(state: UInt64(seed)) }

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func chance(_ of: Int) -> Bool { pick(1...of) == 1 }

    mutating func items(_ count: Int, depth: Int) -> [FlowItem] {
      (0..<count).flatMap { _ in some(depth: depth) }
    }

    private mutating func some(depth: Int) -> [FlowItem] {
      if chance(15) { return [pageBreak] }
      if depth > 0, chance(6) { return [columns(depth - 1)] }
      if chance(8) { return table() }
      let lines = chance(25) ? pick(20...60) : [0, 1, 1, 1, 2, 3, 6][pick(0...6)]
      defer { next += lines }
      return [
        box(
          next, lines: lines, before: Double(pick(0...3)) * 4, after: Double(pick(0...3)) * 3,
          keeps: chance(4))
      ]
    }

    private mutating func columns(_ depth: Int) -> FlowItem {
      let columns = (0..<pick(1...3)).map { index in
        FlowColumn(
          x: Double(index) * (depth == 1 ? 1000 : 100),
          items: items(pick(0...9), depth: depth).filter { !$0.isPageBreak })
      }
      return FlowItem(columns: columns, before: 5, after: 5)
    }

    private mutating func table() -> [FlowItem] {
      let number = heads.count
      heads.append(.init(fragments: box(next).boxFragments, height: 10))
      var items = [box(next, keeps: true)]
      next += 1
      for _ in 0..<pick(0...30) {
        let lines = pick(1...3)
        var row = box(next, lines: lines, keeps: chance(10))
        row.table = number
        next += lines
        items.append(row)
      }
      return items
    }
  }

  @Test(arguments: 0..<120)
  func allIsSetOnceInOrderAndInsideThePage(seed: Int) {
    var maker = Maker(seed: seed)
    let items = maker.items(40, depth: 2)
    let height = Double(maker.pick(3...40)) * 10
    let pages = pages(items, height: height, heads: maker.heads, most: 2_000)
    #expect(pages.count < 2_000)
    let own = pages.map { $0.lines.filter { !$0.isRepeated } }
    #expect(own.flatMap { $0.map(\.number) }.sorted() == Array(0..<maker.next))
    for (page, lines) in zip(pages, own) {
      let isInside =
        page.height <= height + 0.1 && page.lines.allSatisfy { $0.y + 10 <= height + 0.1 }
      #expect(isInside || page.conflicts.contains(.overflows))
      for column in Dictionary(grouping: page.lines, by: \.x).values {
        let tops = column.map(\.y).sorted()
        #expect(zip(tops, tops.dropFirst()).allSatisfy { $1 - $0 >= 9.99 })
      }
      for column in Dictionary(grouping: lines, by: \.x).values {
        #expect(column.map(\.y) == column.map(\.y).sorted())
      }
    }
    let left = own.flatMap { $0.filter { $0.x == 0 }.map(\.number) }
    #expect(left == left.sorted())
  }

  @Test(arguments: 0..<80)
  func whatFitsOnAPageStandsTogether(seed: Int) {
    var maker = Maker(seed: seed + 5_000)
    let items = maker.items(80, depth: 0)
    let height = 300.0
    let pages = pages(items, height: height, heads: maker.heads)
    var pageOf: [Int: Int] = [:]
    for (index, page) in pages.enumerated() {
      for line in page.lines where !line.isRepeated { pageOf[line.number] = index }
    }
    var start = 0
    while start < items.count {
      var end = start
      while items[end].keepsWithNext, end + 1 < items.count, !items[end + 1].isPageBreak {
        end += 1
      }
      let numbers = items[start...end].flatMap(\.boxFragments).map(\.number)
      if items[start...end].stackedHeight <= height - 10, !numbers.isEmpty {
        #expect(Set(numbers.map { pageOf[$0] }).count == 1)
      }
      start = end + 1
    }
  }

  @Test func timeGrowsWithTheFlowAlone() {
    func rows(_ count: Int) -> [FlowItem] {
      (0..<count).map { number in
        var row = box(number)
        row.table = 0
        return row
      }
    }
    func inColumns(_ count: Int) -> [FlowItem] {
      let columns = [0.0, 9].map { FlowColumn(x: $0, items: rows(count)) }
      return [FlowItem(columns: columns, before: 0, after: 0)]
    }
    func chain(_ count: Int) -> [FlowItem] { (0..<count).map { box($0, keeps: true) } }
    let head = FlowBreaker.TableHead(fragments: box(0).boxFragments, height: 10)
    for make in [rows, inColumns, chain] {
      let short = make(4_000)
      let long = make(16_000)
      let few = leastCPUTime { _ = pages(short, height: 500, heads: [head]) }
      let many = leastCPUTime { _ = pages(long, height: 500, heads: [head]) }
      #expect(many < few * 10 + .milliseconds(40), "\(few) \(many)")
    }
  }
}

extension FlowItem {
  fileprivate var boxFragments: [Fragment] {
    if case .box(let fragments) = content { fragments } else { [] }
  }
}

extension Fragment {
  fileprivate var number: Int {
    if case .line(let number, _) = content { number } else { -1 }
  }
}
