import Foundation

/// Folders beside the tests and beside the repository.
enum Folders {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `$BRIEFKIT_SUITES`, else `../shared/suites` beside the repository.
  static let suites: URL =
    ProcessInfo.processInfo.environment["BRIEFKIT_SUITES"].map { URL(filePath: $0) }
    ?? package.deletingLastPathComponent().appending(path: "shared/suites")

  static func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }
}
