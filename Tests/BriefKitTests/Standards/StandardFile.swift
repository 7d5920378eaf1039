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

  static let all: [StandardFile] =
    [
      everything,
      StandardFile(
        name: "its last pages",
        arguments: ["render", "DIR/r", "--data", "DIR/자료.json", "--pages", "2-3", "-o", "OUT"]),
    ]
    + BundledReport.languages.flatMap { language in
      BundledReport.full.map { report in
        StandardFile(
          name: "\(report.name) in \(language)",
          arguments: ["render"] + report.arguments + ["--lang", language, "-o", "OUT"])
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
