import Diagnostics
import Documents
import Formats
import Graphics
import Inputs

@testable import BriefKit
@testable import Typesetting

/// Where everything stands on the pages of a report, as text: a line each for lines of text, figures and filled boxes.
struct PageGeometry {
  let text: String

  init(_ report: BundledReport, language: Language) throws {
    let arguments = report.arguments.dropFirst()
    let files = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--data" }
      .map { DataArgument(argument: $0.1) }
    var timings = Timings()
    var session = try ReportSession(
      report.name, data: DataBinding(files: files),
      settings: RunSettings(home: PackageFolder.path))
    let folder = try session.read(language, &timings)
    let (document, _) = try session.bind(folder, &timings)
    let fonts = try FontFolders.library(
      report: session.path, given: [], home: session.home, workspace: session.workspace)
    let workspace = session.workspace
    let limits = RunSettings().limits
    let pages = try Typesetter.typeset(
      document, shaper: try FontFolders.shaper(over: fonts), limits: limits, drawsCharts: false,
      file: { (url: String, chart: String, location: SourceLocation) throws(DiagnosticError) in
        try workspace.read(url, besideChart: chart, at: location, limits: limits)
      })
    text = pages.pages.enumerated().map { Self.text(of: $1, $0 + 1, in: pages) }
      .joined(separator: "\n")
  }

  /// What stands highest first, in the order of reading where it stands as high. The dots that lead to a page's number are
  /// left out.
  private static func text(
    of page: TypesetDocument.Page, _ number: Int, in document: TypesetDocument
  ) -> String {
    let size = page.sheet.size
    var items = page.fragments.compactMap { fragment -> (y: Double, text: String)? in
      switch fragment.content {
      case .rect(let size, _, _) where size.width < 1 && size.height < 1: nil
      case .line(let paragraph, let clusters):
        line(fragment, document.paragraphs[paragraph], clusters)
      case .rect(let size, _, _):
        (fragment.y, "\(place(fragment.x, fragment.y)) box \(extent(size))")
      case .figure(let figure):
        (
          fragment.y,
          "\(place(fragment.x, fragment.y)) figure \(extent(document.figures[figure].size))"
        )
      case .destination, .float: nil
      }
    }
    items = items.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }
      .map(\.element)
    let lines = items.map { "\($0.text)\n" }.joined()
    return "page \(number), \(extent(size))\n\(lines)"
  }

  /// A line of text at its baseline, with the type that it begins in.
  private static func line(
    _ fragment: Fragment, _ paragraph: Paragraph, _ clusters: Range<Int>
  ) -> (y: Double, text: String)? {
    let runs = paragraph.items(of: clusters, x: fragment.x, y: fragment.y).compactMap { item in
      if case .glyphs(let run) = item.content { run } else { nil }
    }
    guard let first = runs.first, let glyph = first.glyphs.first else { return nil }
    let style = first.style
    let words = runs.map(\.text).joined().split(separator: " ").joined(separator: " ")
    return (
      glyph.y, "\(place(glyph.x, glyph.y)) \(rounded(style.size)) \(style.weight) \(words)"
    )
  }

  private static func place(_ x: Double, _ y: Double) -> String { "\(rounded(x)) \(rounded(y))" }

  private static func extent(_ size: Size) -> String {
    "\(rounded(size.width)) × \(rounded(size.height))"
  }

  /// Tenths of a point: less than anybody sees, more than a machine may calculate otherwise.
  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
