import BriefKit
import Testing

@Suite struct SampleTests {
  private static let earlier = [2020, 2021].map {
    DataArgument(name: "earlier", path: PackageFolder.sample($0))
  }

  /// The pages and the files of a rendering; the report is the one that comes with BriefKit.
  private static func render(
    _ year: Int, with more: [DataArgument] = [], to folder: TemporaryFolder, _ name: String
  ) throws -> Report.Brief {
    let report = Report(path: "executive-brief", settings: RunSettings(home: PackageFolder.path))
    return try report.render(
      DataBinding(files: [DataArgument(path: PackageFolder.sample(year))] + more),
      to: "\(folder.path)/\(name)")
  }

  @Test func theSampleHasFourToSixPagesAndEachChartTwice() throws {
    let folder = try TemporaryFolder()
    let brief = try Self.render(2022, with: Self.earlier, to: folder, "out")
    #expect(brief.warnings == [])
    #expect((4...6).contains(brief.pageCount))
    let files = try folder.files
    #expect(files.contains("out/brief.pdf"))
    for page in 1...brief.pageCount { #expect(files.contains("out/page-\(page).png")) }
    let charts = files.filter { $0.hasPrefix("out/charts/") }
    #expect(charts.count >= 6)
    for chart in charts where chart.hasSuffix(".png") {
      #expect(charts.contains(chart.dropLast(4) + ".svg"))
    }
    #expect(files.count == 1 + brief.pageCount + charts.count)
  }

  @Test(arguments: [2020, 2021, 2022])
  func anEarlierSummitIsRenderedWithoutTheOthers(_ year: Int) throws {
    let folder = try TemporaryFolder()
    let brief = try Self.render(year, to: folder, "brief.pdf")
    #expect(brief.warnings == [])
    #expect((2...6).contains(brief.pageCount))
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { _ = try Self.render(2022, with: Self.earlier, to: folder, name) }
    let files = try folder.files.filter { $0.hasPrefix("a/") }
    #expect(!files.isEmpty)
    for file in files {
      #expect(try folder.bytes(file) == folder.bytes("b" + file.dropFirst()), "\(file)")
    }
  }

  @Test func everyNumberInTheReportComesFromTheData() throws {
    // What is written by hand may name figures, charts, classes and widths, and no count.
    let report = try PackageFolder.text("Reports/executive-brief/report.md")
    let head = try #require(report.firstRange(of: "\n---\n"))
    let text = report[head.upperBound...]
      .replacing(/\{\{[^}]*\}\}/, with: "").replacing(/\{[^}]*\}/, with: "")
      .replacing(/\]\([^)]*\)/, with: "")
    #expect(!text.isEmpty)
    #expect(text.matches(of: /[0-9]+/).map { String($0.0) } == [])
  }
}
