import Inputs
import Testing

@testable import Typesetting

@Suite struct SourceTests {
  /// A report that cites so many sources and lists them in a block.
  private func report(_ count: Int, list: String = "::: {.sources}\n:::") -> Report {
    var report = Report((0..<count).map { "글[@s\($0)]" }.joined(separator: " ") + "\n\n\(list)")
    report.front = "sources: list"
    report.data = .object([
      (
        "list",
        .array(
          (0..<count).map { index -> Value in
            ["id": .string("s\(index)"), "text": .string("출처\(index)")]
          })
      )
    ])
    return report
  }

  private func listed(_ document: TypesetDocument) -> [String] {
    document.tree.filter { $0.contains("   P \"출처") }.compactMap { $0.split(separator: "\"").last }
      .map(String.init)
  }

  @Test func fewStandInOneColumn() throws {
    let lines = try report(3).typeset().text().suffix(3)
    #expect(lines == ["1 | 출처0", "2 | 출처1", "3 | 출처2"])
  }

  @Test func besideFootnotesTheyStandInBrackets() throws {
    var report = report(2)
    report.text = "글[@s0; @s1][^a] 또[^a][@s1]\n\n::: {.sources}\n:::\n\n[^a]: 각주"
    let lines = try report.typeset().text()
    #expect(lines == ["글[1],[2],1 또1,[2]", "[1] | 출처0", "[2] | 출처1", "1 | 각주"])
  }

  @Test func eachMayTellWhereItIsCited() throws {
    var report = report(1)
    report.text =
      "글[@s0]\n\n::: {.page-break}\n:::\n\n글[@s0] 또[@s0]\n\n::: {.sources pages=true}\n:::"
    #expect(try report.typeset().text(1).last == "1 | 출처0\u{2002}1, 2쪽")
    report.front += "\nlang: en"
    #expect(try report.typeset().text(1).last == "1 | 출처0\u{2002}p. 1, 2")
  }

  @Test func moreStandInTwo() throws {
    let lines = try report(7).typeset().text().suffix(4)
    #expect(
      lines == [
        "1 | 출처0 | 5 | 출처4", "2 | 출처1 | 6 | 출처5", "3 | 출처2 | 7 | 출처6", "4 | 출처3",
      ])
  }

  @Test(arguments: [1, 5, 6, 12, 13, 90])
  func allAreListedOnceInOrder(count: Int) throws {
    let narrow = "::: {.columns}\n::: {.column width=40%}\n::: {.sources}\n:::\n:::\n:::"
    for list in ["::: {.sources}\n:::", narrow] {
      var report = report(count, list: list)
      report.height = 200
      let document = try report.typeset()
      #expect(listed(document) == (0..<count).map { "출처\($0)" })
      #expect(document.warnings.isEmpty)
    }
  }
}
