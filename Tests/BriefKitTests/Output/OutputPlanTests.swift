import Diagnostics
import Formats
import Testing

@testable import BriefKit

@Suite struct OutputPlanTests {
  @Test func aFolderGetsThePDFPageImagesAndCharts() {
    let plan = OutputPlan(path: "out/x/", formats: [], language: .ko)
    #expect(plan.pdf == "out/x/brief.pdf")
    #expect(plan.png?.path(page: 2, of: 4) == "out/x/page-2.png")
    #expect(plan.png?.path(page: 1, of: 1) == "out/x/page-1.png")
    #expect(plan.svg == nil)
    #expect(plan.charts == "out/x/charts")
  }

  @Test func aFolderGetsWhatIsAskedFor() {
    let plan = OutputPlan(path: "out", formats: [.svg], language: .ko)
    #expect(plan.pdf == nil)
    #expect(plan.png == nil)
    #expect(plan.svg?.path(page: 3, of: 3) == "out/page-3.svg")
  }

  @Test(arguments: ["brief.pdf", "BRIEF.PDF", "a/b.v2.pdf"])
  func aPathEndingInPDFIsThatFileAlone(_ path: String) {
    let plan = OutputPlan(path: path, formats: [], language: .ko)
    #expect(plan.pdf == path)
    #expect(plan.png == nil && plan.svg == nil && plan.charts == nil)
  }

  @Test(arguments: [
    ("a.png", 1, 1, "a.png"), ("a.png", 1, 3, "a-1.png"), ("a.png", 3, 3, "a-3.png"),
    ("a-{page}.png", 2, 3, "a-2.png"), ("{page}.png", 1, 1, "1.png"),
    ("p{page}of.v1.png", 10, 12, "p10of.v1.png"), ("dir.x/a.png", 2, 2, "dir.x/a-2.png"),
  ])
  func pagesAreNumberedInTheName(_ path: String, _ page: Int, _ count: Int, _ expected: String) {
    let plan = OutputPlan(path: path, formats: [], language: .ko)
    #expect(plan.png?.path(page: page, of: count) == expected)
    #expect(plan.pdf == nil && plan.charts == nil)
  }

  @Test(arguments: [
    ("out", false, "out/brief.pdf"), ("out", true, "out/en/brief.pdf"),
    ("out/", true, "out/en/brief.pdf"), ("b-{lang}.pdf", false, "b-en.pdf"),
    ("b-{lang}.pdf", true, "b-en.pdf"), ("{lang}/x", true, "en/x/brief.pdf"),
  ])
  func languagesHaveAPlaceEach(_ path: String, _ isOneOfSeveral: Bool, _ expected: String) {
    let plan = OutputPlan(
      path: path, formats: [], language: .en, isOneOfSeveral: isOneOfSeveral)
    #expect(plan.pdf == expected)
  }

  @Test func aDashIsAPDFOnStandardOutput() {
    let plan = OutputPlan(path: "-", formats: [], language: .ko)
    #expect(plan.pdf == "-")
    #expect(plan.png == nil && plan.charts == nil)
  }
}

@Suite struct ChartPlanTests {
  @Test(arguments: [
    ("a.png", OutputPlan.Format.png), ("x/a.SVG", .svg), ("a.pdf", .pdf),
  ])
  func aFileHasTheFormatOfItsEnding(_ path: String, _ format: OutputPlan.Format) throws {
    let plan = try ChartPlan(output: path, specs: ["s.vl.json"])
    #expect(plan.files == [[ChartPlan.File(path: path, format: format)]])
  }

  @Test func aFolderGetsEachChartAsPNGAndSVGUnderItsOwnName() throws {
    let plan = try ChartPlan(
      output: "out/", specs: ["a/s.vl.json", "t.json", "b/s.vl.json", "s-2.vl.json", "-"])
    #expect(
      plan.files.map { $0.map(\.path) } == [
        ["out/s.png", "out/s.svg"], ["out/t.png", "out/t.svg"], ["out/s-3.png", "out/s-3.svg"],
        ["out/s-2.png", "out/s-2.svg"], ["out/chart.png", "out/chart.svg"],
      ])
  }

  @Test(arguments: [
    ("-", ["a.vl.json"], "a chart isn't written to standard output"),
    ("a.png", ["a.vl.json", "b.vl.json"], "2 charts don't fit into the one file \"a.png\""),
  ])
  func refuses(_ output: String, _ specs: [String], _ message: String) {
    let error = #expect(throws: JobError.self) { try ChartPlan(output: output, specs: specs) }
    #expect(error?.cause == .usage)
    #expect(error?.diagnostics.map(\.message) == [message])
  }
}
