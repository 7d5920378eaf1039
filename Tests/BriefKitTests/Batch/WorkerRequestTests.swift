import Diagnostics
import Inputs
import Testing

@testable import BriefKit

@Suite struct WorkerRequestTests {
  /// The line has no line feed within, and the record its places all the same.
  @Test func aRecordOfSeveralLinesGoesOnOne() throws {
    let bytes = Array("{\"a\":\n  {\"b\": \"x\"}}".utf8)
    let request = WorkerRequest(
      seq: 7, name: "김", source: "c.json", start: LineColumn(line: 3, column: 5),
      content: .init(bytes: bytes))
    #expect(request.line.count { $0 == 0x0A } == 1)
    let read = try WorkerRequest(line: request.line.dropLast(), limits: Limits())
    #expect(read.seq == 7)
    #expect(read.name == "김")
    #expect(read.content.bytes == bytes)
    let record = try read.record(limits: Limits())
    let inner = try #require(record["a"]?["b"])
    #expect(inner.location.shown == "c.json:4:9")
    #expect(record.location.shown == "c.json:3:5")
  }

  @Test func aRowOfATableHasNoPlacesWithinItself() throws {
    let request = WorkerRequest(
      seq: 1, name: "a", source: "c.csv", start: LineColumn(line: 9, column: 1),
      content: .init(bytes: Array("{\"a\":1}".utf8), isVerbatim: false))
    let read = try WorkerRequest(line: request.line.dropLast(), limits: Limits())
    let record = try read.record(limits: Limits())
    #expect(record["a"]?.location.shown == "c.csv:9:1")
  }

  @Test(arguments: [
    "{}", "[]", "{\"seq\":1,\"name\":\"a\"}", "{\"seq\":1.5,\"name\":\"a\",\"record\":1}",
    "{\"seq\":-1,\"name\":\"a\",\"record\":1}", "{\"seq\":1,\"name\":2,\"record\":1}",
  ])
  func refuses(_ line: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try WorkerRequest(line: Array(line.utf8), limits: Limits())
    }
    #expect(error?.diagnostics.map(\.id) == ["worker.request"])
  }
}
