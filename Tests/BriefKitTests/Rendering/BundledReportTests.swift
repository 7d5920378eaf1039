import Testing

/// The reports that come with BriefKit, over their samples.
@Suite struct BundledReportTests {
  private static let cases: [[String]] = [
    ["monthly-performance", "monthly-performance.json"],
    ["project-status", "project-status.json"],
    ["executive-brief", "ai-one-team-summit-2022.json"],
    ["executive-brief", "ai-one-team-summit-2021.json", "earlier=ai-one-team-summit-2020.json"],
    [
      "executive-brief", "ai-one-team-summit-2022.json", "earlier=ai-one-team-summit-2020.json",
      "earlier=ai-one-team-summit-2021.json",
    ],
  ]

  private static func data(_ files: [String]) -> [String] {
    files.flatMap { file in
      let parts = file.split(separator: "=").map(String.init)
      let path = "\(PackageFolder.path)/Samples/\(parts[parts.count - 1])"
      return ["--data", parts.count > 1 ? "\(parts[0])=\(path)" : path]
    }
  }

  /// Nothing is wrong with any edition, and they show the same.
  @Test(arguments: cases)
  func editionsAreWholeAndAgree(_ words: [String]) {
    let run = CommandRun(["validate", words[0]] + Self.data(Array(words.dropFirst())))
    #expect(run.code == 0)
    #expect(run.errors == "")
  }

  /// What the reports read is there, but for what they say may be missing.
  @Test(arguments: cases)
  func nothingThatIsReadIsMissing(_ words: [String]) {
    let run = CommandRun(["inspect", words[0]] + Self.data(Array(words.dropFirst())))
    #expect(run.code == 0)
    #expect(!run.output.contains("did you mean"), "\(run.output)")
  }
}
