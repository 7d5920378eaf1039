package import Diagnostics
package import Documents
package import Graphics
import Inputs
package import VegaLite

/// Sets a document: blocks become flow items, flow items fill pages.
package enum Typesetter {
  /// A document is set no more often than this for its page numbers to settle.
  private static let mostSettings = 4

  /// - Parameters:
  ///   - drawsCharts: Whether the charts are wanted as images of their own too.
  ///   - memo: Charts drawn for documents before, with the same shaper.
  ///   - file: Reads a file that a chart names: its address, the chart's own path, and where the address stands.
  package static func typeset(
    _ document: Document, shaper: any TextShaper, limits: Limits, drawsCharts: Bool,
    memo: ChartMemo = ChartMemo(),
    file: @escaping (String, String, SourceLocation) throws(DiagnosticError) -> Source
  ) throws(DiagnosticError) -> TypesetDocument {
    try check(document.theme.page)
    shaper.beginDocument()
    memo.beginDocument()
    func settled(_ document: Document) throws(DiagnosticError) -> Setting {
      try Self.settled(document) { (numbers) throws(DiagnosticError) in
        try Setting(
          Composer(
            document: document, shaper: shaper, limits: limits, pages: numbers, memo: memo,
            file: file))
      }
    }
    guard let budget = document.budget else {
      return try settled(document).finished(drawsCharts: drawsCharts)
    }
    return try PageFitting(budget: budget, set: settled).setting(of: document)
      .finished(drawsCharts: drawsCharts)
  }

  /// The setting whose page numbers are those that it was set with.
  private static func settled(
    _ document: Document, _ set: (PageNumbers) throws(DiagnosticError) -> Setting
  ) throws(DiagnosticError) -> Setting {
    var setting = try set(PageNumbers())
    guard document.mentionsPages else { return setting }
    // A number that becomes wider may move what it counts.
    var assumed = setting.numbers
    for _ in 1..<mostSettings {
      setting = try set(assumed)
      if setting.numbers == assumed { return setting }
      assumed = setting.numbers
    }
    setting = try set(assumed.later(of: setting.composer.pages))
    setting.composer.warn(
      "page.numbers", "the page numbers in the text don't settle: some may be one page off",
      at: document.titleLocation,
      hints: ["put a page break before the section in which references move"])
    return setting
  }

  /// A theme and a front matter that fit each by itself may leave no room together.
  private static func check(_ page: Theme.Page) throws(DiagnosticError) {
    let least = 72.0
    guard page.textWidth >= least, page.textHeight >= least else {
      throw DiagnosticError(
        .error(
          "page.margins", "the margins leave no room for text",
          hints: ["leave at least an inch (25.4mm) each way, in theme.yaml or the front matter"]))
    }
  }
}
