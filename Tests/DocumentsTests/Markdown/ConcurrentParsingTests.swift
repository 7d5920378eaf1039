import Testing

@testable import Documents

@Suite struct ConcurrentParsingTests {
  /// cmark-gfm has one table of special characters for the process.
  @Test func documentsReadAtOnceKeepTheirExtensions() async throws {
    let text = "~~지운~~ 글\n\n| 가 |\n|---|\n| ~~나~~ |\n"
    let alone = try TestReport(text: text).dumped()
    let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<300 where try TestReport(text: text).dumped() != alone { return false }
          return true
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(kept)
  }
}
