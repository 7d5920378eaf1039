import Diagnostics
import Inputs
import Testing

struct InputReaderTests {
  @Test(arguments: [
    ("a.json", "[1]"), ("a.yaml", "- 1"), ("b/a.YML", "[1]"), ("a.ndjson", "1\n"), ("a.jsonl", "1"),
    ("<stdin>", " \n[1]"), ("a.data", "\u{FEFF}[1]"),
  ])
  func picksTheReaderByEnding(name: String, text: String) throws {
    #expect(try InputReader.read(Source(name: name, text: text)) == [1])
  }

  @Test func aGivenFormatOverrulesTheEnding() throws {
    #expect(try InputReader.read(Source(name: "a.json", text: "- 1"), format: .yaml) == [1])
  }

  @Test func anUnknownEndingIsAnErrorThatNamesTheKnownOnes() {
    let complaint = complaint(about: "a,b\n1,2\n", in: "a.txt") { source throws(DiagnosticError) in
      try InputReader.read(source)
    }
    #expect(
      complaint == """
        a.txt: error: the ending of "a.txt" names no format that is read here
          hint: known endings: .json, .yaml, .yml, .csv, .tsv, .ndjson, .jsonl
          hint: or say what it is: --data-format csv
        """)
  }
}
