import Diagnostics
import Inputs
import Testing

/// Texts whose comparison would take minutes are refused by each reader, before anything compares them.
struct CombiningMarksTests {
  private static let run = String(repeating: "\u{301}\u{323}", count: 50_000)
  private static let escapes = String(repeating: "\\u0301\\u0323", count: 50_000)

  @Test(arguments: [
    ("a.json", "{\"e\(run)\": 1, \"f\(run)\": 2}", "json.marks"),
    ("b.json", "[\"e\(escapes)\"]", "json.marks"),
    ("a.yaml", "e\(run): 1\nf\(run): 2\n", "yaml.marks"),
    ("b.yaml", "a: \"e\(escapes)\"\n", "yaml.marks"),
    ("c.yaml", "\"e\(escapes)\": 1\n\"f\(escapes)\": 2\n", "yaml.marks"),
    ("a.csv", "e\(run),f\(run)\n1,2\n", "csv.marks"), ("a.ndjson", "\"e\(run)\"", "json.marks"),
  ])
  func tooManyMarksInARowAreRefused(name: String, text: String, id: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try InputReader.read(Source(name: name, text: text))
    }
    #expect(error?.diagnostics.map(\.id) == [id])
  }

  @Test(arguments: [
    String(repeating: "e\u{301}\u{323}", count: 1000), String(repeating: "한글 ", count: 1000),
    String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 1000),
    String(repeating: "हिन्दी", count: 1000),
    String(repeating: "😀", count: 1000), "e" + String(repeating: "\u{301}", count: 256),
  ])
  func textsThatPeopleWriteAreNot(text: String) throws {
    for name in ["a.json", "a.yaml"] {
      #expect(
        try InputReader.read(Source(name: name, text: "[\"\(text)\"]")).array?.first?.string == text
      )
    }
  }
}
