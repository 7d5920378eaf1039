import Foundation

@testable import BriefKit

/// A folder with a small report in `r` and records in a file, for batches that run in processes of their own.
struct BatchFolder {
  static let report = """
    ---
    title: "{{name}}"
    ---
    {{name:은(는)}} {{count}}개.
    """

  let folder: TemporaryFolder
  var path: String { folder.path }

  /// - Parameter files: By their paths, over the report's or beside it.
  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder(["r/report.md": Self.report].merging(files) { _, new in new })
  }

  /// Records numbered from 1, a line each.
  static func records(_ count: Int) -> String {
    (1...count).map { "{\"id\":\"k\($0)\",\"name\":\"모임 \($0)\",\"count\":\($0)}\n" }.joined()
  }

  /// Words of `brief batch` over a file of this folder, into `out`.
  func words(_ input: String, _ options: String...) -> [String] {
    ["batch", "\(path)/r", "--input", "\(path)/\(input)", "-o", "\(path)/out"] + options
  }

  func run(_ input: String, _ options: String...) throws -> BriefProgram.Outcome {
    try BriefProgram.run(
      ["batch", "\(path)/r", "--input", "\(path)/\(input)", "-o", "\(path)/out"] + options)
  }

  /// What an outcome says, with this folder's path written as DIR.
  func said(_ outcome: BriefProgram.Outcome) -> String {
    outcome.errors.replacing(path, with: "DIR")
  }

  /// The entries of a manifest in the order of records.
  func manifest(_ name: String = "out/manifest.ndjson") throws -> [ManifestEntry] {
    try folder.text(name).split(separator: "\n").compactMap { ManifestEntry(line: Array($0.utf8)) }
      .sorted { $0.seq < $1.seq }
  }

  /// The names of the files in `out`.
  var outputs: [String] {
    get throws {
      try folder.files.filter { $0.hasPrefix("out/") }.map { String($0.dropFirst(4)) }
    }
  }
}
