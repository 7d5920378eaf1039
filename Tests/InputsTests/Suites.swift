import Foundation

/// The test suites that others wrote, which stand beside the repository or where `$BRIEFKIT_SUITES` says.
enum Suites {
  static func folder(_ path: String) -> URL {
    let environment = ProcessInfo.processInfo.environment["BRIEFKIT_SUITES"]
    let suites =
      environment.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared/suites")
    return suites.appendingPathComponent(path)
  }
}
