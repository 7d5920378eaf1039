import Testing

/// The reports that come with BriefKit, over their samples.
@Suite struct BundledReportTests {
  @Test func everyReportHasASample() throws {
    #expect(try BundledReport.folders == Set(BundledReport.all.map(\.name)))
  }

  /// Nothing is wrong with any edition, and they show the same.
  @Test(arguments: BundledReport.all)
  func editionsAreWholeAndAgree(_ report: BundledReport) {
    let run = CommandRun(["validate"] + report.arguments)
    #expect(run.code == 0)
    #expect(run.errors == "")
  }

  /// What the reports read is there, but for what they say may be missing.
  @Test(arguments: BundledReport.all)
  func nothingThatIsReadIsMissing(_ report: BundledReport) {
    let run = CommandRun(["inspect"] + report.arguments)
    #expect(run.code == 0)
    #expect(!run.output.contains("did you mean"), "\(run.output)")
  }
}
