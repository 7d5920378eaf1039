import BriefKit
import Glibc

/// Renders a report for one record after the other in one process, as a server does, and tells what memory that holds.
struct Soak {
  let report: Report
  /// One record a line.
  let records: String
  let output: String

  /// How many documents were made, and the megabytes that were resident then.
  func measure() throws -> [(documents: Int, megabytes: Double)] {
    var prepared = try report.prepared()
    var found: [(Int, Double)] = []
    var count = 0
    guard let file = fopen(records, "r") else { throw Failure(words: "no \"\(records)\"") }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while case let length = getline(&line, &capacity, file), length > 0, let line {
      let json = UnsafeRawBufferPointer(start: line, count: length)
      _ = try prepared.render(json: Array(json), to: output)
      count += 1
      if Self.looked.contains(count) { found.append((count, Self.residentMegabytes())) }
    }
    return found
  }

  struct Failure: Error {
    var words: String
  }

  private static let looked: Set<Int> = [1, 250, 1000, 2500, 5000, 10_000]

  /// What is resident now, not at most: the second number of /proc/self/statm, in pages (proc(5)).
  private static func residentMegabytes() -> Double {
    guard let file = fopen("/proc/self/statm", "r") else { return .nan }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard fgets(&text, Int32(text.count), file) != nil else { return .nan }
    let words = String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: " ")
    guard words.count > 1, let pages = Double(words[1]) else { return .nan }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }
}
