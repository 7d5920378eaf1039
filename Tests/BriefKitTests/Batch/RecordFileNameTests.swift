import Diagnostics
import Testing

@testable import BriefKit

@Suite struct RecordFileNameTests {
  @Test(arguments: [
    "kim", "김 철수", "a.b", "2022-10_x", "{id}", "-x", "console", String(repeating: "가", count: 66),
  ])
  func isAName(_ name: String) {
    #expect(RecordFileName.fault(in: name, at: nil) == nil)
  }

  @Test(
    arguments: [
      ("", "the record's name is empty"), ("  ", "the record's name is empty"),
      ("../../x", "the name \"../../x\" has a \"/\", and a name is no path"),
      ("a/b", "the name \"a/b\" has a \"/\", and a name is no path"),
      ("a\\b", "the name \"a\\b\" has a \"\\\", and a name is no path"),
      (".", "the name \".\" begins with a dot"), ("..", "the name \"..\" begins with a dot"),
      (".ssh", "the name \".ssh\" begins with a dot"),
      ("a\u{0}b", "the name \"a\u{0}b\" has a character that can't be seen"),
      ("a\u{1B}[2J", "the name \"a\u{1B}[2J\" has a character that can't be seen"),
      ("a\u{202E}b", "the name \"a\u{202E}b\" has a character that can't be seen"),
      ("a ", "the name \"a \" begins or ends with a space, or ends with a dot"),
      (" a", "the name \" a\" begins or ends with a space, or ends with a dot"),
      ("a:b", "the name \"a:b\" has a \":\", which files can't have everywhere"),
      ("a\"b", "the name \"a\"b\" has a quotation mark, which files can't have everywhere"),
      ("Con", "the name \"Con\" is one of a device on some machines"),
      ("lpt1.x", "the name \"lpt1.x\" is one of a device on some machines"),
      ("a.", "the name \"a.\" begins or ends with a space, or ends with a dot"),
      (
        String(repeating: "가", count: 67),
        "the name \"\(String(repeating: "가", count: 60))…\" has 201 bytes, and 200 are allowed"
      ),
    ])
  func isNone(_ name: String, _ message: String) {
    let fault = RecordFileName.fault(in: name, at: nil)
    #expect(fault?.message == message)
    #expect(fault?.id == "batch.name")
    #expect(fault?.hints.isEmpty == false)
  }

  @Test func namesThatLookAlikeAreOne() {
    var names = TakenNames()
    #expect(names.take("가", for: 1) == nil)
    #expect(names.take("나", for: 2) == nil)
    let composed = names.take("\u{1100}\u{1161}", for: 3)
    #expect(composed?.seq == 1)
    #expect(composed?.isSame == true)
    #expect(names.take("Abc", for: 4) == nil)
    let other = names.take("aBC", for: 5)
    #expect(other?.seq == 4)
    #expect(other?.isSame == false)
  }
}
