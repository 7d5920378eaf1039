import Diagnostics
import Testing

@testable import BriefKit

/// What a reader finds in a file, a line a record: its place and its bytes, or what is wrong with it.
private func found(
  _ file: String, _ text: String, limits: Limits = Limits()
) throws -> [String] {
  let folder = try TemporaryFolder([file: text])
  var reader = try RecordInput(path: "\(folder.path)/\(file)").reader(columns: [:], limits: limits)
  var records: [String] = []
  while true {
    let step: RecordStep
    do throws(DiagnosticError) {
      step = try reader.next()
    } catch {
      return records + error.diagnostics.map { $0.rendered(.plain).shortened(folder) }
    }
    switch step {
    case .end, .waiting: return records
    case .record(let record):
      switch record.content {
      case .success(let content):
        let text = String(decoding: content.bytes, as: UTF8.self)
        records.append("\(record.start.line):\(record.start.column) \(text)")
      case .failure(let error):
        records += error.diagnostics.map { $0.rendered(.plain).shortened(folder) }
      }
    }
  }
}

extension String {
  /// The first line, with a folder's path left out.
  fileprivate func shortened(_ folder: TemporaryFolder) -> String {
    String((split(separator: "\n").first ?? "").replacing("\(folder.path)/", with: ""))
  }
}

@Suite struct RecordReaderTests {
  @Test func linesAreRecordsAndBlankOnesAreNone() throws {
    #expect(
      try found("a.ndjson", "\u{FEFF}{\"a\":1}\n\n  \r\n[1]\r\n2")
        == ["1:1 {\"a\":1}", "4:1 [1]\r", "5:1 2"])
    #expect(try found("a.ndjson", "").isEmpty)
  }

  @Test func aLineIsNotReadBeyondTheLimit() throws {
    var limits = Limits()
    limits[.recordBytes] = 8
    #expect(
      try found(
        "a.jsonl", "{\"a\":1}\n{\"a\":\"\(String(repeating: "x", count: 200_000))\"}\n12345678\n",
        limits: limits)
        == [
          "1:1 {\"a\":1}",
          "a.jsonl:2:1: error: the record of 200008 bytes passes the limit of 8 bytes",
          "3:1 12345678",
        ])
  }

  @Test func aLimitMayBeAsLargeAsNumbersAre() throws {
    var limits = Limits()
    limits[.recordBytes] = .max
    #expect(try found("a.ndjson", "1\n22\n", limits: limits) == ["1:1 1", "2:1 22"])
  }

  @Test(
    arguments: [
      ("[]", []), (" \n[ ] ", []), ("\u{FEFF}[1]", ["1:2 1"]),
      (
        "[1, \"a,]\\\"\" ,\n {\"b\": [2,\n3]}\n]\n",
        ["1:2 1", "1:5 \"a,]\\\"\"", "2:2 {\"b\": [2,\n3]}"]
      ),
      ("[{\"가\": 1},{\"b\":2}]", ["1:2 {\"가\": 1}", "1:11 {\"b\":2}"]),
      ("{\"a\": 1}", ["a.json:1:1: error: the file holds no list of records"]),
      ("", ["a.json:1:1: error: there is nothing to read, where a list is expected"]),
      ("[1,]", ["1:2 1", "a.json:1:4: error: a record is missing before \"]\""]),
      ("[,1]", ["a.json:1:2: error: a record is missing before \",\""]),
      ("[1 2]", ["1:2 1", "a.json:1:4: error: expected a comma or \"]\" after a record"]),
      ("[1] 2", ["1:2 1", "a.json:1:5: error: something stands behind the list"]),
      ("[1,\n{\"a\":", ["1:2 1", "a.json:2:6: error: the text ends inside the list"]),
    ] as [(String, [String])])
  func itemsAreRecords(_ text: String, _ expected: [String]) throws {
    #expect(try found("a.json", text) == expected)
  }

  @Test func anItemIsNotReadBeyondTheLimit() throws {
    var limits = Limits()
    limits[.recordBytes] = 4
    #expect(
      try found("a.json", "[\"aaaaaaa\",1]", limits: limits)
        == ["a.json:1:2: error: the record of 9 bytes passes the limit of 4 bytes", "1:12 1"])
  }

  /// As `--data FILE.csv` reads them: `007` makes its column one of texts, `true` stays a truth.
  @Test func rowsHaveTheTypesOfTheirColumns() throws {
    #expect(
      try found("a.csv", "id,n,ok,none\n007,1.50,true,\nx,2,false,\n\"a\n\"\"b\"\"\",,,\n")
        == [
          "2:1 {\"id\":\"007\",\"n\":1.50,\"ok\":true,\"none\":null}",
          "3:1 {\"id\":\"x\",\"n\":2,\"ok\":false,\"none\":null}",
          "4:1 {\"id\":\"a\\n\\\"b\\\"\",\"n\":null,\"ok\":null,\"none\":null}",
        ])
    #expect(
      try found("a.tsv", "a\tb\n1\tx\n007\ty\n")
        == ["2:1 {\"a\":\"1\",\"b\":\"x\"}", "3:1 {\"a\":\"007\",\"b\":\"y\"}"])
  }

  @Test func aRowAtFaultLeavesTheOthersStanding() throws {
    #expect(
      try found("a.csv", "a,b\n1,2\n3\n4,5,6\n7,8\n9,\"x\n")
        == [
          "2:1 {\"a\":1,\"b\":2}",
          "a.csv:3:1: error: this row has 1 cell, the header has 2",
          "a.csv:4:5: error: this row has 3 cells, the header has 2",
          "5:1 {\"a\":7,\"b\":8}",
          "a.csv:6:3: error: the quote that opens here is never closed",
        ])
  }

  @Test(arguments: [
    ("a.csv", "a,a\n1,2\n", "a.csv:1:3: error: the column \"a\" stands twice in the header"),
    ("a.csv", "", "a.csv: error: there is nothing to read, where a header line is expected"),
    ("a.yaml", "- a: 1\n", "error: records aren't read from YAML"),
  ])
  func refusesTheWholeFile(_ file: String, _ text: String, _ message: String) throws {
    let folder = try TemporaryFolder([file: text])
    let error = #expect(throws: JobError.self) {
      try RecordInput(path: "\(folder.path)/\(file)").reader(columns: [:], limits: Limits())
    }
    #expect(error?.diagnostics.map { $0.rendered(.plain).shortened(folder) } == [message])
  }

  @Test func filesOfAFolderAreRecords() throws {
    let folder = try TemporaryFolder([
      "in/b.json": "{\"b\":\n1}", "in/a.yaml": "a: 1\n", "in/c.csv": "x\n1\n", "in/readme.txt": "?",
      "in/.hidden.json": "1",
    ])
    let input = RecordInput(path: "\(folder.path)/in")
    var reader = try input.reader(columns: [:], limits: Limits())
    var records: [String] = []
    while case .record(let record) = try reader.next() {
      let bytes = try record.content.get().bytes
      records.append(
        record.source.replacing(folder.path, with: "") + " "
          + String(decoding: bytes, as: UTF8.self))
    }
    #expect(
      records == ["/in/a.yaml {\"a\":1}", "/in/b.json {\"b\":\n1}", "/in/c.csv [{\"x\":1}]"])
  }
}
