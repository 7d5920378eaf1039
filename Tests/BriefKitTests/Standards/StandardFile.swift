import Testing

/// A finished file of each kind that BriefKit makes, to be held against the standards.
struct StandardFile: Sendable, CustomTestStringConvertible {
  var name: String
  /// Words of a command; DIR stands for the folder of the report that holds everything, OUT for the file.
  var arguments: [String]

  var testDescription: String { name }

  static let everything = StandardFile(
    name: "everything",
    arguments: ["render", "DIR/r", "--data", "DIR/자료.json", "--embed", "-o", "OUT"])

  private static let samples = "\(PackageFolder.path)/Samples"

  static let all: [StandardFile] =
    [
      everything,
      StandardFile(
        name: "its last pages",
        arguments: ["render", "DIR/r", "--data", "DIR/자료.json", "--pages", "2-3", "-o", "OUT"]),
    ]
    + ["ko", "en"].flatMap { language in
      [
        ("executive-brief", "ai-one-team-summit-2022", ["ai-one-team-summit-2021"]),
        ("monthly-performance", "monthly-performance", []),
        ("project-status", "project-status", []),
      ].map { report, data, earlier in
        StandardFile(
          name: "\(report) in \(language)",
          arguments: ["render", report, "--data", "\(samples)/\(data).json"]
            + earlier.flatMap { ["--data", "earlier=\(samples)/\($0).json"] }
            + ["--lang", language, "-o", "OUT"])
      }
    }

  func make() throws -> FinishedPDF {
    try FinishedPDF(bytes())
  }

  func bytes() throws -> [UInt8] {
    let folder = try EverythingReport.folder()
    let run = CommandRun(
      arguments.map {
        $0.replacing("DIR", with: folder.path).replacing("OUT", with: "\(folder.path)/out.pdf")
      })
    guard run.code == 0 else { throw FinishedPDF.Fault(reason: run.errors) }
    return try folder.bytes("out.pdf")
  }
}
