import Graphics

@testable import Typesetting

/// A box of lines, each ten points high, numbered from `first` on and set below each other.
func box(
  _ first: Int, lines: Int = 1, before: Double = 0, after: Double = 0, keeps: Bool = false
) -> FlowItem {
  var item = FlowItem(
    .box(
      (0..<lines).map {
        Fragment(x: 0, y: Double($0) * 10, .line(paragraph: first + $0, clusters: 0..<1))
      }), height: Double(lines) * 10, before: before, after: after)
  item.keepsWithNext = keeps
  return item
}

let pageBreak = FlowItem(.pageBreak, height: 0)

/// A line on a page: its number, `r` before it where it is repeated, and where it stands.
struct PlacedLine: Equatable, CustomStringConvertible {
  var number: Int
  var x: Double
  var y: Double
  var isRepeated = false

  var description: String { "\(isRepeated ? "r" : "")\(number)@\(x == 0 ? "" : "\(x),")\(y)" }
}

struct BrokenPage {
  var lines: [PlacedLine] = []
  var height = 0.0
  var conflicts: [FlowConflict.Kind] = []
}

/// Fills pages until the flow is at its end, or an unlikely number of pages is full.
func pages(
  _ items: [FlowItem], height: Double, heads: [FlowBreaker.TableHead] = [], most: Int = 10_000
) -> [BrokenPage] {
  let breaker = FlowBreaker(heads: heads, pageHeight: height) { fragment in
    if case .line = fragment.content { 10 } else { 0 }
  }
  var flow = Flow(items)
  var pages: [BrokenPage] = []
  repeat {
    let taken = breaker.take(from: &flow, height: height, isFresh: true)
    pages.append(
      BrokenPage(
        lines: taken.fragments.compactMap { fragment in
          guard case .line(let number, _) = fragment.content else { return nil }
          return PlacedLine(
            number: number, x: fragment.x, y: fragment.y, isRepeated: fragment.isRepeated)
        }, height: taken.height, conflicts: taken.conflicts.map(\.kind)))
  } while !flow.isEmpty && pages.count < most
  return pages
}

/// Pages as text, one line a page.
func shown(_ pages: [BrokenPage]) -> [String] {
  pages.map { page in
    (page.lines.map(\.description) + page.conflicts.map { "!\($0)" }).joined(separator: " ")
  }
}

/// A generator of numbers that are the same on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
