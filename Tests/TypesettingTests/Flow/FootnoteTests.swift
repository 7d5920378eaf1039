import Graphics
import Testing

@testable import Typesetting

@Suite struct FootnotePlacingTests {
  /// Pages of ten lines; the bar above the title takes some of the first.
  private func report(_ text: String, lines: Int = 10) -> Report {
    var report = Report(text)
    report.height = Double(lines) * 12 + 0.5
    return report
  }

  @Test func aNoteStandsAtTheFootOfItsPage() throws {
    let document = try report("글[^1]\n\n[^1]: 각주").typeset()
    let lines = document.lines()
    #expect(document.text() == ["글1", "1 | 각주"])
    let note = try #require(lines.last)
    #expect(abs(note.y + 12 - 120.5) < 0.01)
    // The rule above it is a fifth of the text's width.
    #expect(document.rectangles().contains { abs($0.width - 80) < 0.01 && $0.y < note.y })
  }

  @Test func theLineOfAMarkMovesOnWhereItsNoteHasNoRoom() throws {
    // Lines without a mark would fill the page; the one with the mark needs two lines of note as well.
    let text =
      (1...8).map { "줄\($0)" }.joined(separator: "\n\n")
      + "\n\n끝[^1]\n\n[^1]: 하나<br>둘<br>셋<br>넷<br>다섯"
    let document = try report(text).typeset()
    #expect(document.pageCount == 2)
    #expect(document.text(0) == (1...8).map { "줄\($0)" })
    #expect(document.text(1) == ["끝1", "1 | 하나", "둘", "셋", "넷", "다섯"])
  }

  @Test func aLongNoteGoesOnOnTheNextPage() throws {
    let text =
      (1...3).map { "줄\($0)" }.joined(separator: "\n\n") + "[^1]\n\n"
      + (4...9).map { "줄\($0)" }.joined(separator: "\n\n") + "\n\n[^1]: "
      + longText(10).replacing("줄", with: "주")
    let document = try report(text).typeset()
    #expect(document.pageCount >= 2)
    let all = document.texts.joined()
    for number in 0..<10 { #expect(all.contains { $0.hasSuffix("주\(number)") }, "주\(number)") }
    for number in 1...9 { #expect(all.contains { $0.hasPrefix("줄\(number)") }, "줄\(number)") }
    // It begins on the page of its mark, with two lines at least.
    #expect(document.text(0).count { $0.contains("주") } >= 2)
    #expect(document.text(1).first == "줄4" || document.text(0).contains("줄4"))
  }

  @Test func aNoteLongerThanAPageTakesSeveral() throws {
    let document = try report("글[^1]\n\n다음\n\n[^1]: " + longText(45)).typeset()
    let all = document.texts.joined()
    for number in 0..<45 { #expect(all.contains { $0.hasSuffix("줄\(number)") }, "줄\(number)") }
    #expect(document.pageCount >= 5 && document.pageCount <= 8)
  }

  @Test func notesOfColumnsAndTablesStandAtTheFoot() throws {
    let text = """
      ::: {.columns}
      ::: {.column}
      왼쪽[^a]
      :::
      ::: {.column}
      오른쪽[^b]
      :::
      :::

      | 가 | 나 |
      |---|---|
      | 하나[^c] | 둘 |

      [^a]: 에이
      [^b]: 비
      [^c]: 시
      """
    let document = try report(text, lines: 20).typeset()
    #expect(document.text().suffix(3) == ["1 | 에이", "2 | 비", "3 | 시"])
    #expect(document.tree.count { $0.hasSuffix("Note") } == 3)
  }

  @Test func notesOfOneParagraphAreSiblings() throws {
    let count = 60
    let marks = (1...count).map { "글[^\($0)]" }.joined(separator: " ")
    let notes = (1...count).map { "[^\($0)]: 주\($0)" }.joined(separator: "\n")
    let document = try report(marks + "\n\n" + notes, lines: 90).typeset()
    #expect(document.structure.root.children.count { $0.role == .note } == count)
  }

  @Test func twoMarksOfOneNoteShowItOnce() throws {
    let document = try report("가[^1] 나[^1]\n\n[^1]: 각주").typeset()
    #expect(document.text() == ["가1 나1", "1 | 각주"])
    #expect(document.tree.count { $0.hasSuffix("Note") } == 1)
  }

  @Test func aMarkLeadsToItsNote() throws {
    let document = try report("가[^1]\n\n[^1]: 각주").typeset()
    let links = document.scene(ofPage: 0).items.compactMap { item -> LinkArea? in
      if case .link(let area) = item.content { area } else { nil }
    }
    #expect(links.map(\.target) == [.destination("note-1")])
    #expect(document.scene(ofPage: 0).destinations.contains { $0.name == "note-1" })
  }

  /// Whatever the height of a page, every line and note is shown once, on pages that hold them.
  @Test(arguments: 6...24)
  func nothingIsLostAtAnyHeight(lines: Int) throws {
    let blocks = (1...14).map {
      "글\($0)[^\($0)] 이어짐\n\n[^\($0)]: " + longText($0 % 4 + 1).replacing("줄", with: "주\($0)-")
    }
    let document = try report(blocks.joined(separator: "\n\n"), lines: lines).typeset()
    let all = document.texts.joined()
    for number in 1...14 {
      #expect(all.count { $0.hasPrefix("글\(number)\(number) ") } == 1)
      for line in 0...(number % 4) {
        #expect(all.count { $0.hasSuffix("주\(number)-\(line)") } == 1)
      }
    }
  }
}
