import Graphics
import Testing

@testable import Typesetting

@Suite struct ListTests {
  @Test func listsHangBehindTheirMarks() throws {
    let long = Array(repeating: "가나다라마바사", count: 8).joined(separator: " ")
    let document = try typeset("- 하나\n- \(long)\n  - 셋\n- 넷")
    let lines = document.lines()
    #expect(lines.count == 5)
    // The indent is 1.35 of the type's size.
    #expect(lines.map(\.x) == [13.5, 13.5, 13.5, 27, 13.5])
    let marks = document.rectangles().filter { abs($0.width - 5.2) < 0.01 }
    #expect(marks.map(\.x).sorted() == [0, 0, 0, 13.5])
    #expect(
      document.tree == [
        "L Square", " LI", "  LBody", "   P \"하나\"", " LI", "  LBody", "   P \"\(long)\"",
        "   L Square", "    LI", "     LBody", "      P \"셋\"", " LI", "  LBody", "   P \"넷\"",
      ])
  }

  @Test func numbersAreLabels() throws {
    let document = try typeset("3. 셋\n4. 넷")
    #expect(document.text() == ["3. | 셋", "4. | 넷"])
    #expect(
      document.tree == [
        "L Decimal", " LI", "  Lbl \"3.\"", "  LBody", "   P \"셋\"", " LI", "  Lbl \"4.\"",
        "  LBody", "   P \"넷\"",
      ])
  }

  @Test func longNumbersHaveRoom() throws {
    let document = try typeset("999999997. 하나\n1. 둘")
    #expect(document.text() == ["999999997. | 하나", "999999998. | 둘"])
  }

  @Test func anItemWithoutWordsKeepsItsMark() throws {
    let document = try typeset("1. 하나\n2.\n3. 셋")
    #expect(document.text() == ["1. | 하나", "2.", "3. | 셋"])
    #expect(try typeset("- 하나\n-\n- 셋").rectangles().filter { $0.width < 6 }.count == 3)
  }

  @Test func anItemMayBeginWithAnything() throws {
    let document = try typeset(
      "- ```\n  x\n  ```\n- | 가 |\n  |---|\n  | 나 |\n- > 인용\n- # 장")
    #expect(document.rectangles().filter { abs($0.width - 5.2) < 0.01 }.count == 4)
    #expect(document.text() == ["x", "가", "나", "인용", "1\u{2003}장"])
  }

  @Test func aListInColumnsStaysInThem() throws {
    let document = try typeset(
      "::: {.columns}\n::: {.column}\n- 하나\n- 둘\n:::\n::: {.column}\n1. 셋\n:::\n:::")
    #expect(document.text() == ["하나 | 1. | 셋", "둘"])
  }
}
