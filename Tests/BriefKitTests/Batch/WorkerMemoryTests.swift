import Foundation
import Testing

@testable import BriefKit

/// What a process holds that renders one document after the other.
@Suite(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
struct WorkerMemoryTests {
  /// Another chart and other words in each document, so that all that is kept from one to the next is filled.
  private static let report = [
    "r/report.md": """
    ---
    title: "{{name}}"
    ---
    {{name:은(는)}} {{count}}개.

    ![차트](chart.vl.json)
    """,
    "r/chart.vl.json": """
    {"data": {"name": "rows"}, "mark": "bar", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
    """,
  ]

  private static func request(_ number: Int) -> String {
    let rows = (1...6).map { "{\"a\":\"\($0)월\",\"b\":\(number * $0 % 997)}" }.joined(
      separator: ",")
    return """
      {"seq":\(number),"name":"k\(number)","record":{"name":"모임 \(number)","count":\(number),"rows":[\(rows)]}}

      """
  }

  /// Two cycles once held all charts of all documents: 2 MB a document. What is left is 1 KB, which cairo 1.16 loses.
  @Test func memoryDoesNotGrowWithTheNumberOfDocuments() throws {
    let batch = try BatchFolder(Self.report)
    let (input, output) = (Pipe(), Pipe())
    let worker = try RunningProgram(
      ["worker", "\(batch.path)/r", "-o", "\(batch.path)/out"], output: output, input: input)
    var answers = 0
    func render(until count: Int) throws -> Double {
      while answers < count {
        answers += 1
        try input.fileHandleForWriting.write(contentsOf: Data(Self.request(answers).utf8))
        // An answer is one line, shorter than what a pipe hands over at once.
        let answer = String(
          decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        try #require(answer.contains("\"done\""), "\(answer)")
      }
      return try residentMegabytes(worker.id)
    }
    let early = try render(until: 100)
    let late = try render(until: 300)
    #expect(late - early < 6, "\(early) MB after 100 documents, \(late) MB after 300")
    try input.fileHandleForWriting.close()
    #expect(worker.wait() == 0)
  }

  /// `VmRSS` of proc(5).
  private func residentMegabytes(_ process: Int32) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    let kilobytes = try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first)
    return try #require(Double(kilobytes)) / 1024
  }
}
