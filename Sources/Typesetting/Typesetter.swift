package import Diagnostics
package import Documents
import Formats
package import Graphics
import Inputs

/// Sets a document: blocks become flow items, flow items fill pages.
package enum Typesetter {
  /// - Parameters:
  ///   - drawsCharts: Whether the charts are wanted as images of their own too.
  ///   - file: Reads a file that a chart names: its address, the chart's own path, and where the address stands.
  package static func typeset(
    _ document: Document, shaper: any TextShaper, limits: Limits, drawsCharts: Bool,
    file: @escaping (String, String, SourceLocation) throws(DiagnosticError) -> Source
  ) throws(DiagnosticError) -> TypesetDocument {
    let theme = document.theme
    try check(theme.page)
    let composer = Composer(document: document, shaper: shaper, limits: limits, file: file)
    let width = theme.page.textWidth
    let items =
      composer.titleBlock(width: width) + composer.items(of: document.blocks, width: width)
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    var pages = try breakPages(items, composer)
    let running = RunningText(composer: composer)
    for index in pages.indices {
      pages[index].fragments += running.fragments(page: index + 1, of: pages.count)
    }
    let charts = drawsCharts ? slides(composer) : []
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    return TypesetDocument(
      pages: pages, paragraphs: composer.paragraphs, figures: composer.figures,
      background: theme[.paper], pageSize: theme.page.size, charts: charts,
      structure: composer.structure.finish(), outline: composer.outline,
      title: document.title.plainText,
      author: document.author.isEmpty ? nil : document.author.plainText,
      language: document.language.rawValue, warnings: composer.diagnostics)
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

  private static func breakPages(
    _ items: [FlowItem], _ composer: Composer
  ) throws(DiagnosticError) -> [TypesetDocument.Page] {
    let page = composer.theme.page
    let breaker = FlowBreaker(
      heads: composer.heads, pageHeight: page.textHeight, extent: composer.extent)
    var pages: [TypesetDocument.Page] = []
    var flow = Flow(items)
    repeat {
      guard pages.count < composer.limits[.pages] else {
        throw DiagnosticError(
          composer.limits.exceeded(.pages, by: "the document", at: flow.first?.location))
      }
      let taken = breaker.take(from: &flow, height: page.textHeight, isFresh: true)
      pages.append(.init(fragments: taken.fragments.map { $0.offset(x: page.left, y: page.top) }))
      for conflict in taken.conflicts {
        composer.diagnostics.append(conflict.warning(page: pages.count))
      }
    } while !flow.isEmpty
    return pages
  }

  /// The charts as images of their own; a name drawn again gets a number.
  private static func slides(_ composer: Composer) -> [DrawnChart] {
    var taken = Set(composer.charts.map(\.chart.name))
    var first: Set<String> = []
    return composer.charts.compactMap { request in
      var name = request.chart.name
      if !first.insert(name).inserted {
        var number = 2
        while !taken.insert("\(name)-\(number)").inserted { number += 1 }
        name += "-\(number)"
      }
      do throws(DiagnosticError) {
        return try composer.slide(request, name: name)
      } catch {
        composer.diagnostics += error.diagnostics
        return nil
      }
    }
  }
}
