import Diagnostics
import Testing

struct DiagnosticRenderingTests {
  private static func error(_ text: String, _ range: Range<Int>?, name: String = "a.json")
    -> Diagnostic
  {
    .error("test.id", "no \"x\" here", at: SourceLocation(Source(name: name, text: text), range))
  }

  @Test func aRecordCutOutOfAFileHasItsPlaceThere() {
    let record = Source(
      name: "a.json", bytes: Array("{\"가\":\n 1}".utf8), start: LineColumn(line: 7, column: 3))
    #expect(record.lineColumn(at: 0) == LineColumn(line: 7, column: 3))
    #expect(record.lineColumn(at: 6) == LineColumn(line: 7, column: 7))
    #expect(record.lineColumn(at: 9) == LineColumn(line: 8, column: 2))
    #expect(record != Source(name: "a.json", bytes: record.bytes))
  }

  @Test func plainHasPlaceKindMessageNotesAndHints() {
    let source = Source(name: "a.json", text: "first\nsecond")
    let diagnostic = Diagnostic.error(
      "test.id", "the key \"b\" stands twice", at: SourceLocation(source, 6..<8),
      notes: [
        .init("the first one", at: SourceLocation(source, 0..<5)), .init("a note without a place"),
        .init("a file as a whole", at: SourceLocation(file: "b.yaml")),
      ],
      hints: ["remove it", "or rename it"])
    #expect(
      diagnostic.rendered(.plain) == """
        a.json:2:1: error: the key "b" stands twice
        a.json:1:1: note: the first one
        note: a note without a place
        b.yaml: note: a file as a whole
          hint: remove it
          hint: or rename it
        """)
  }

  @Test func aWarningWithoutAPlaceIsOneLine() {
    #expect(Diagnostic.warning("test.id", "text").rendered(.plain) == "warning: text")
  }

  @Test(arguments: [
    ("start", "abc", 0..<1, 1, 1), ("end of the text", "abc", 3..<3, 1, 4),
    ("past the end", "abc", 99..<100, 1, 4),
    ("second line", "a\nbc", 3..<4, 2, 2), ("after the last line feed", "a\n", 2..<2, 2, 1),
    ("Hangul counts once", "한글x", 6..<7, 1, 3), ("emoji counts once", "😀x", 4..<5, 1, 2),
    ("a tab counts once", "\tx", 1..<2, 1, 2), ("CRLF", "a\r\nb", 3..<4, 2, 1),
    ("byte-order mark", "\u{FEFF}x", 3..<4, 1, 1),
    ("inside the byte-order mark", "\u{FEFF}x", 0..<1, 1, 1), ("empty", "", 0..<0, 1, 1),
  ])
  func countsLinesAndColumnsInScalars(
    id: String, text: String, range: Range<Int>, line: Int, column: Int
  ) {
    let source = Source(name: "a", text: text)
    #expect(source.lineColumn(at: range.lowerBound) == LineColumn(line: line, column: column))
    #expect(
      Self.error(text, range, name: "a").rendered(.plain).hasPrefix("a:\(line):\(column): error: "))
  }

  @Test(arguments: [
    ("one letter", "abc", 1..<2, "  abc\n   ^"),
    ("a word", "let abc = 1", 4..<7, "  let abc = 1\n      ^^^"),
    ("no length", "abc", 1..<1, "  abc\n   ^"), ("the end", "abc", 3..<3, "  abc\n     ^"),
    ("second line", "a\nbcd\ne", 3..<4, "  bcd\n   ^"),
    ("beyond the line", "ab\ncd", 1..<5, "  ab\n   ^"),
    ("wide before", "한글: x", 8..<9, "  한글: x\n        ^"),
    ("wide under", "a: 한글", 3..<9, "  a: 한글\n     ^^^^"),
    ("full width", "ＡＢ", 3..<6, "  ＡＢ\n    ^^"), ("emoji", "😀x", 4..<5, "  😀x\n    ^"),
    ("combining accent", "e\u{301}x", 3..<4, "  e\u{301}x\n   ^"),
    ("conjoining jamo", "\u{1112}\u{1161}\u{11AB}x", 9..<10, "  \u{1112}\u{1161}\u{11AB}x\n    ^"),
    ("tab", "\tx", 1..<2, "   x\n   ^"), ("CRLF", "ab\r\nc", 1..<2, "  ab\n   ^"),
    ("the CR", "ab\r\nc", 2..<4, "  ab\n    ^"),
    ("control character before", "\u{1}x", 1..<2, "  \\u{1}x\n       ^"),
    ("control character under", "a\u{1B}b", 1..<2, "  a\\u{1B}b\n   ^^^^^^"),
    ("byte-order mark", "\u{FEFF}ab", 4..<5, "  ab\n   ^"),
    ("zero-width space", "\u{200B}x", 3..<4, "  \\u{200B}x\n          ^"),
    ("past the end", "ab", 90..<91, "  ab\n    ^"),
  ])
  func theCaretStandsUnderThePlace(id: String, text: String, range: Range<Int>, excerpt: String) {
    let lines = Self.error(text, range).rendered(.excerpt(colour: false)).split(
      separator: "\n", maxSplits: 1)
    #expect(lines.count == 2 && lines.last.map(String.init) == excerpt)
  }

  @Test func longLinesAreCutAroundThePlace() {
    let text = String(repeating: "가", count: 500) + "x" + String(repeating: "나", count: 500)
    let excerpt = Self.error(text, 1500..<1501).rendered(.excerpt(colour: false)).split(
      separator: "\n")
    #expect(
      excerpt[1] == "  … " + String(repeating: "가", count: 60) + "x"
        + String(repeating: "나", count: 49) + " …")
    #expect(excerpt[2] == "  " + String(repeating: " ", count: 122) + "^")
    let end = Self.error(text, 3001..<3001).rendered(.excerpt(colour: false)).split(separator: "\n")
    #expect(end[1] == "  … " + String(repeating: "나", count: 60))
  }

  @Test func aFileAsAWholeHasNoExcerpt() {
    #expect(
      Self.error("abc", nil).rendered(.excerpt(colour: false)) == "a.json: error: no \"x\" here")
    #expect(
      Self.error("", 0..<0).rendered(.excerpt(colour: false)) == "a.json:1:1: error: no \"x\" here")
  }

  @Test func bytesThatAreNotUTF8AreShownAsReplacements() {
    let source = Source(name: "a", bytes: [0x61, 0xFF, 0x62])
    let diagnostic = Diagnostic.error("test.id", "text", at: SourceLocation(source, 1..<2))
    #expect(
      diagnostic.rendered(.excerpt(colour: false)) == "a:1:2: error: text\n  a\u{FFFD}b\n   ^")
  }

  @Test func colourWrapsPlaceKindCaretAndHint() {
    let source = Source(name: "a", text: "x")
    let diagnostic = Diagnostic.warning(
      "test.id", "text", at: SourceLocation(source, 0..<1), hints: ["type y"])
    #expect(
      diagnostic.rendered(.excerpt(colour: true))
        == "\u{1B}[1ma:1:1: \u{1B}[0m\u{1B}[1;33mwarning:\u{1B}[0m text\n  x\n\u{1B}[1;32m  ^\u{1B}[0m\n  \u{1B}[1;36mhint:\u{1B}[0m type y"
    )
  }

  @Test func dataCannotMoveTheCursor() {
    let diagnostic = Diagnostic.error(
      "test.id", "no \"\u{1B}[2J\u{202E}\n\"", at: SourceLocation(file: "a\u{7}.json"),
      hints: ["\u{9B}1A"])
    #expect(
      diagnostic.rendered(.plain) == """
        a\\u{7}.json: error: no "\\u{1B}[2J\\u{202E}\\u{A}"
          hint: \\u{9B}1A
        """)
  }

  @Test func jsonIsOneLineWithAllOfIt() {
    let source = Source(name: "가.json", text: "ab\ncd")
    let diagnostic = Diagnostic.error(
      "test.id", "no \"\\\" \u{1}\n", at: SourceLocation(source, 1..<4),
      notes: [.init("here", at: SourceLocation(source)), .init("there")], hints: ["a", "b"])
    #expect(
      diagnostic.rendered(.json)
        == #"{"severity":"error","id":"test.id","message":"no \"\\\" \u0001\n","file":"가.json","line":1,"column":2,"endLine":2,"endColumn":2,"notes":[{"message":"here","file":"가.json"},{"message":"there"}],"hints":["a","b"]}"#
    )
    #expect(
      Diagnostic.warning("test.id", "text").rendered(.json)
        == #"{"severity":"warning","id":"test.id","message":"text"}"#)
  }

  @Test func onlyErrorsFailARun() {
    #expect(![Diagnostic.warning("a", "b")].hasErrors)
    #expect([Diagnostic.warning("a", "b"), .error("a", "b")].hasErrors)
  }
}
