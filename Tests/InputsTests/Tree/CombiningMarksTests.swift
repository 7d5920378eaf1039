import Diagnostics
import Inputs
import Testing

/// Texts whose comparison would take minutes are refused by each reader, before anything compares them.
struct CombiningMarksTests {
  private static let run = Array(String(repeating: "\u{301}\u{323}", count: 50_000).utf8)
  private static let escapes = Array(String(repeating: "\\u0301\\u0323", count: 50_000).utf8)

  /// `#` stands for 100,000 marks, `%` for as many escapes of them.
  @Test(arguments: [
    ("a.json", "{\"e#\": 1, \"f#\": 2}", "json.marks"), ("b.json", "[\"e%\"]", "json.marks"),
    ("a.yaml", "e#: 1\nf#: 2\n", "yaml.marks"), ("b.yaml", "a: \"e%\"\n", "yaml.marks"),
    ("c.yaml", "\"e%\": 1\n\"f%\": 2\n", "yaml.marks"), ("a.csv", "e#,f#\n1,2\n", "csv.marks"),
    ("a.ndjson", "\"e#\"", "json.marks"),
  ])
  func tooManyMarksInARowAreRefused(name: String, pattern: String, id: String) {
    let bytes = pattern.utf8.flatMap { byte in
      switch byte {
      case UInt8(ascii: "#"): Self.run
      case UInt8(ascii: "%"): Self.escapes
      default: [byte]
      }
    }
    let error = #expect(throws: DiagnosticError.self) {
      try InputReader.read(Source(name: name, bytes: bytes))
    }
    #expect(error?.diagnostics.map(\.id) == [id])
  }

  @Test(arguments: [
    ("e\u{301}\u{323}", 1000), ("한글 ", 1000), ("\u{1112}\u{1161}\u{11AB}", 1000), ("हिन्दी", 1000),
    ("😀", 1000), ("\u{301}", 256),
  ])
  func textsThatPeopleWriteAreNot(piece: String, count: Int) throws {
    let text = String(repeating: piece, count: count)
    for name in ["a.json", "a.yaml"] {
      let value = try InputReader.read(Source(name: name, text: "[\"\(text)\"]"))
      #expect(value.array?.first?.string == text)
    }
  }
}
