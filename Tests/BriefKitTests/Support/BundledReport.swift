import Foundation
import Testing

/// A report that comes with BriefKit, over one of its samples.
struct BundledReport: Sendable, CustomTestStringConvertible {
  var name: String
  /// The main input first, then `NAME=FILE`, all of `Samples`.
  var samples: [String]

  var testDescription: String { "\(name) over \(samples.joined(separator: ", "))" }

  /// Words of a command that is given the report and its data.
  var arguments: [String] {
    [name]
      + samples.flatMap { sample in
        let parts = sample.split(separator: "=").map(String.init)
        let path = "\(PackageFolder.path)/Samples/\(parts[parts.count - 1])"
        return ["--data", parts.count > 1 ? "\(parts[0])=\(path)" : path]
      }
  }

  static let languages = ["ko", "en"]

  /// A report that takes more than one kind of input stands here several times, its fullest form first.
  static let all = [
    BundledReport(
      name: "executive-brief",
      samples: [
        "ai-one-team-summit-2022.json", "earlier=ai-one-team-summit-2020.json",
        "earlier=ai-one-team-summit-2021.json",
      ]),
    BundledReport(
      name: "executive-brief",
      samples: ["ai-one-team-summit-2021.json", "earlier=ai-one-team-summit-2020.json"]),
    BundledReport(name: "executive-brief", samples: ["ai-one-team-summit-2022.json"]),
    BundledReport(name: "monthly-performance", samples: ["monthly-performance.json"]),
    BundledReport(name: "project-status", samples: ["project-status.json"]),
    BundledReport(name: "specimen", samples: ["specimen.json"]),
  ]

  /// Each report once, in its fullest form.
  static let full = all.indices.filter { index in
    !all[..<index].contains { $0.name == all[index].name }
  }.map { all[$0] }

  /// The names of all folders in `Reports`.
  static var folders: Set<String> {
    get throws {
      Set(try FileManager.default.contentsOfDirectory(atPath: "\(PackageFolder.path)/Reports"))
    }
  }
}
