import Testing

/// Page N as PNG is page N of the PDF, as a program that isn't ours draws it.
@Suite(.enabled(if: Program.isThere("pdftoppm"), "pdftoppm is not installed"))
struct PagePictureTests {
  /// The two programs differ by 13 at most, where type is large and bold; a missing line makes more than 20.
  private static let tolerance = 14.0

  private struct Pages {
    var png: [PagePicture] = []
    var pdf: [PagePicture] = []
  }

  /// All pages at a pixel a point, drawn by both.
  private static func pages(_ report: BundledReport, _ language: String) throws -> Pages {
    let folder = try TemporaryFolder()
    let run = CommandRun(
      ["render"] + report.arguments + [
        "--lang", language, "-o", "\(folder.path)/out", "--format", "pdf,png", "--scale", "1",
      ])
    try #require(run.code == 0, "\(run.errors)")
    #expect(run.errors == "")
    let drawn = try Program.run(
      "pdftoppm", ["-r", "72", "\(folder.path)/out/brief.pdf", "\(folder.path)/page"])
    try #require(drawn.code == 0, "\(drawn.output)")
    let files = try folder.files
    var pages = Pages()
    // pdftoppm pads its numbers with zeros, so that they sort.
    for (index, ppm) in files.filter({ $0.hasSuffix(".ppm") }).enumerated() {
      pages.pdf.append(try PagePicture(ppm: "\(folder.path)/\(ppm)"))
      pages.png.append(try PagePicture(png: "\(folder.path)/out/page-\(index + 1).png"))
    }
    #expect(!files.contains("out/page-\(pages.pdf.count + 1).png"))
    return pages
  }

  @Test(arguments: BundledReport.full, BundledReport.languages)
  func thePagesOfPNGAndPDFAreTheSame(_ report: BundledReport, _ language: String) throws {
    let pages = try Self.pages(report, language)
    try #require(!pages.pdf.isEmpty)
    for (index, (png, pdf)) in zip(pages.png, pages.pdf).enumerated() {
      #expect(png.isOfSize(of: pdf), "page \(index + 1)")
      #expect(png.difference(from: pdf) < Self.tolerance, "page \(index + 1)")
      if index + 1 < pages.pdf.count {
        #expect(png.difference(from: pages.pdf[index + 1]) > Self.tolerance, "page \(index + 1)")
      }
    }
  }

  /// The comparison sees a line that is missing, and one that stands a third of a line lower.
  @Test func aLineThatIsMissingOrHasMovedIsSeen() throws {
    let folder = try SmallReport.folder([
      "r/report.md": "---\ntitle: 글\n---\n첫째 줄에는 글이 있다.\n\n둘째 줄에도 글이 있다.\n"
    ])
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
      "\(folder.path)/out", "--format", "pdf,png", "--scale", "1",
    ])
    try #require(run.code == 0, "\(run.errors)")
    let drawn = try Program.run(
      "pdftoppm", ["-r", "72", "\(folder.path)/out/brief.pdf", "\(folder.path)/page"])
    try #require(drawn.code == 0, "\(drawn.output)")
    let png = try PagePicture(png: "\(folder.path)/out/page-1.png")
    let pdf = try PagePicture(ppm: "\(folder.path)/page-1.ppm")
    #expect(png.difference(from: pdf) < Self.tolerance)
    let line = try #require(png.lines.last { $0.upperBound < 400 })
    #expect(png.difference(from: pdf.erasing(line)) > Self.tolerance)
    #expect(png.difference(from: pdf.moving(line, by: 5)) > Self.tolerance)
  }
}
