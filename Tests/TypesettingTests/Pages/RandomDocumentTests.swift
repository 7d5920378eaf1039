import Diagnostics
import Documents
import Graphics
import Testing

@testable import Typesetting

/// Reports made by chance of all kinds of blocks: every word is set once, in reading order, inside its page.
@Suite struct RandomDocumentTests {
  private struct Maker {
    var random: SplitMix
    var next = 0
    var isNested = false

    init(seed: Int) { random = SplitMix(state: UInt64(seed)) }

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// So many words, each of its own.
    mutating func words(_ range: ClosedRange<Int>) -> String {
      (0..<pick(range)).map { _ in word() }.joined(separator: " ")
    }

    mutating func word() -> String {
      next += 1
      let word = "말\(next)말"
      switch pick(0...14) {
      case 0: return "**\(word)**"
      case 1: return "*\(word)*"
      case 2: return "[\(word)](https://example.org)"
      case 3: return "`\(word)`"
      case 4: return "[\(word)]{.key color=accent}"
      default: return word
      }
    }

    mutating func blocks(_ count: Int, depth: Int) -> String {
      (0..<count).map { _ in block(depth: depth) }.joined(separator: "\n\n")
    }

    mutating func block(depth: Int) -> String {
      switch pick(0...(depth > 0 ? 15 : 7)) {
      case 0, 1, 2: return words(1...60)
      case 3: return String(repeating: "#", count: pick(1...6)) + " " + words(1...12)
      case 4: return table()
      case 5: return "```\n\(code())\n```"
      case 6: return depth == 2 ? "::: {.page-break}\n:::" : words(1...9)
      case 7: return kpis()
      case 8, 9: return list(depth: depth - 1, mark: { "\($0 + 1). " })
      case 10, 11: return list(depth: depth - 1, mark: { _ in "- " })
      // No div may be opened behind a quotation's marks.
      case 12: return indented("\(words(1...40))\n\n1. \(words(1...9))", by: "> ", first: "> ")
      case 13:
        return
          "::: {.callout-note title=\"\(plainWord())\"}\n\(blocks(pick(1...2), depth: depth - 1))\n:::"
      case 14:
        let columns = (0..<pick(1...3)).map { _ in
          "::: {.column}\n\(blocks(pick(1...3), depth: depth - 1))\n:::\n"
        }
        return "::: {.columns}\n\(columns.joined()):::"
      default:
        let entries = (0..<pick(1...12)).map { _ in "- **\(plainWord())** \(words(1...20))" }
        return "::: {.timeline}\n\(entries.joined(separator: "\n"))\n:::"
      }
    }

    private mutating func plainWord() -> String {
      next += 1
      return "말\(next)말"
    }

    private mutating func code() -> String {
      (0..<pick(1...30)).map { _ in plainWord() }.joined(separator: "\n")
    }

    private mutating func table() -> String {
      let columns = pick(1...4)
      let row = { (maker: inout Maker) in
        "| " + (0..<columns).map { _ in maker.words(0...6) }.joined(separator: " | ") + " |"
      }
      var lines = [row(&self), "|" + String(repeating: "---|", count: columns)]
      for _ in 0..<pick(0...20) { lines.append(row(&self)) }
      return lines.joined(separator: "\n")
    }

    private mutating func kpis() -> String {
      let cards = (0..<pick(1...6)).map { _ in
        "::: {.kpi}\n**\(plainWord())**\n\n\(words(1...3))\n:::\n"
      }
      return "::: {.kpis}\n\(cards.joined()):::"
    }

    private mutating func list(depth: Int, mark: (Int) -> String) -> String {
      (0..<pick(1...6)).map { index in
        let text = words(1...20) + (pick(0...2) == 0 ? "\n\n" + block(depth: depth) : "")
        return indented(text, by: "   ", first: mark(index).padded(to: 3))
      }.joined(separator: "\n")
    }

    private func indented(_ text: String, by indent: String, first: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        ($0 == 0 ? first : indent) + $1
      }.joined(separator: "\n")
    }
  }

  private func numbers(_ text: String) -> [Int] {
    text.split(separator: "말").compactMap { Int($0) }
  }

  @Test(arguments: 0..<40)
  func everyWordIsSetOnceInReadingOrder(seed: Int) throws {
    var maker = Maker(seed: seed)
    var report = Report(maker.blocks(12, depth: 2))
    report.height = Double(maker.pick(8...50)) * 12
    if seed % 2 == 0 { report.theme["+spacing"] = Report.apart }
    let document = try report.typeset()
    let words = numbers(document.tree.joined(separator: "말"))
    #expect(words == Array(1...max(maker.next, 1)), "\(report.text)")
    let isOverfull = document.warnings.contains {
      $0.id == "page.overflow" || $0.id == "table.width"
    }
    guard !isOverfull else { return }
    for item in document.drawn {
      guard case .glyphs(let run) = item.content, let first = run.glyphs.first, item.leaf != nil
      else { continue }
      let bottom = document.pages[0].sheet.size.height - Report.margin
      #expect(first.y >= Report.margin && first.y <= bottom + 0.1, "\(run.text)")
      #expect(first.x >= Report.margin - 0.1)
      #expect(first.x + run.width <= Report.margin + Report.width + 10, "\(run.text)")
    }
  }

  @Test func theSameReportIsSetTheSameWay() throws {
    var maker = Maker(seed: 7)
    let report = Report(maker.blocks(12, depth: 2))
    #expect(try report.typeset().texts == report.typeset().texts)
  }
}

extension String {
  fileprivate func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(length - count, 0))
  }
}
