import Diagnostics
import Testing

@testable import BriefKit

@Suite("How a worker ended")
struct WorkerEndTests {
  private let place = SourceLocation(file: "c.ndjson")

  private func end(
    status: Int32, peak: Int = 60, words: String = "", megabytes: Int? = 2048
  ) -> Diagnostic {
    WorkerEnd(status: status, peakMegabytes: peak, words: words)
      .diagnostic(at: place, megabytes: megabytes)
  }

  @Test(
    "What is said of its record",
    arguments: [
      (9, "", "the worker was ended by signal 9 (Killed)"),
      (
        5, "main.swift:3: Fatal error: gone\nCurrent stack trace:\n0 0x00 _start + 33",
        "the worker was ended by signal 5 (Trace/breakpoint trap): main.swift:3: Fatal error: gone"
      ),
      (3 << 8, "", "the worker ended with exit code 3"),
      (
        70 << 8,
        #"{"severity":"error","id":"internal.cairo","message":"internal fault while drawing"}"#,
        "the worker ended with exit code 70: internal fault while drawing"
      ),
    ] as [(Int32, String, String)])
  func messages(status: Int32, words: String, message: String) {
    let found = end(status: status, words: words)
    #expect(found.message == message)
    #expect(found.id == "worker.ended")
  }

  @Test("Near its limit it was memory that ended it")
  func memory() {
    #expect(end(status: 6, peak: 170, megabytes: 200).id == "worker.memory")
    #expect(end(status: 6, peak: 100, megabytes: 200).id == "worker.ended")
    #expect(end(status: 6, peak: 170, megabytes: nil).id == "worker.ended")
    #expect(end(status: 3 << 8, peak: 170, megabytes: 200).id == "worker.ended")
  }

  @Test("An output that can't be written ends the run")
  func output() {
    let told =
      #"{"severity":"error","id":"output.full","message":"the disk is full","hints":["make room"]}"#
    let fault = WorkerEnd(status: 74 << 8, peakMegabytes: 60, words: told).outputFault
    #expect(fault?.cause == .output)
    #expect(fault?.diagnostics.map(\.message) == ["the disk is full"])
    #expect(
      WorkerEnd(status: 74 << 8, peakMegabytes: 60, words: "").outputFault?.diagnostics.count == 1)
    #expect(WorkerEnd(status: 70 << 8, peakMegabytes: 60, words: told).outputFault == nil)
  }
}
