import Diagnostics
import Inputs
import Testing

struct NDJSONReaderTests {
  @Test func readsOneValueALineAndSkipsBlankLines() throws {
    let source = Source(name: "a.ndjson", text: "{\"a\": 1}\r\n\n  \n[2]\n\"셋\"")
    let list = try NDJSONReader.read(source)
    #expect(list == [["a": 1], [2], "셋"])
    #expect(list.array?.map { written($0, in: source) } == ["{\"a\": 1}", "[2]", "\"셋\""])
  }

  @Test func givesEachRecordItsLineAndItsOwnFault() throws {
    let source = Source(name: "a.ndjson", text: "1\n\n{\n2\n")
    let records = try NDJSONReader.records(source)
    #expect(records.map(\.line) == [1, 3, 4])
    #expect(records.map { (try? $0.result.get())?.double } == [1, nil, 2])
  }

  @Test func reportsTheFaultsOfAllLinesAtTheirPlace() {
    let complaint = complaint(about: "1\n{\"a\":}\n{\"b\": 1, \"b\": 2}\n[", in: "a.ndjson") {
      source throws(DiagnosticError) in
      try NDJSONReader.read(source)
    }
    #expect(
      complaint == """
        a.ndjson:2:6: error: expected a value, found "}"
        a.ndjson:3:10: error: the key "b" stands twice in one object
        a.ndjson:3:2: note: the first one
          hint: remove or rename one of them
        a.ndjson:4:2: error: the text ends inside a list
        a.ndjson:4:1: note: the list was opened here
          hint: is the file complete? a "]" is missing
        """)
  }

  @Test func reportsAtMostFiftyFaults() {
    let error = #expect(throws: DiagnosticError.self) {
      try NDJSONReader.read(Source(name: "a.ndjson", text: String(repeating: "x\n", count: 1000)))
    }
    #expect(error?.diagnostics.count == 51)
    #expect(error?.diagnostics.last?.message == "950 more errors in this file")
  }

  @Test func refusesMoreRecordsThanTheLimit() {
    var limits = Limits()
    limits[.rows] = 2
    let error = #expect(throws: DiagnosticError.self) {
      try NDJSONReader.read(Source(name: "a.ndjson", text: "1\n2\n3\n"), limits: limits)
    }
    #expect(error?.diagnostics.map(\.id) == ["limit.rows"])
  }

  @Test func anEmptyFileHasNoRecords() throws {
    #expect(try NDJSONReader.read(Source(name: "", text: "\n \n")) == [])
  }
}
