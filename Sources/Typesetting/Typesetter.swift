package import Diagnostics
package import Documents
import Formats
package import Graphics
package import Inputs

/// Sets a document: blocks become flow items, flow items fill pages.
package enum Typesetter {
  /// - Parameters:
  ///   - drawsCharts: Whether the charts are wanted as images of their own too.
  ///   - file: Reads a file that a chart names: its address, the chart's own path, and where the address stands.
  package static func typeset(
    _ document: Document, shaper: any TextShaper, limits: Limits, drawsCharts: Bool,
    file: @escaping (String, String, SourceLocation) throws(DiagnosticError) -> Source
  ) throws(DiagnosticError) -> TypesetDocument {
    let composer = Composer(document: document, shaper: shaper, limits: limits, file: file)
    let theme = document.theme
    let width = theme.page.textWidth
    let items =
      composer.titleBlock(width: width) + composer.items(of: document.blocks, width: width)
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    var pages = try breakPages(items, composer)
    let running = RunningText(composer: composer)
    for index in pages.indices {
      pages[index].fragments += running.fragments(page: index + 1, of: pages.count)
    }
    let charts = drawsCharts ? try slides(composer) : []
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    return TypesetDocument(
      pages: pages, paragraphs: composer.paragraphs, figures: composer.figures,
      background: theme[.paper], pageSize: theme.page.size, charts: charts,
      structure: composer.structure.finish(), outline: composer.outline,
      title: document.title.plainText,
      author: document.author.isEmpty ? nil : document.author.plainText,
      language: document.language.rawValue, warnings: composer.diagnostics)
  }

  private static func breakPages(
    _ items: [FlowItem], _ composer: Composer
  ) throws(DiagnosticError) -> [TypesetDocument.Page] {
    let page = composer.theme.page
    let breaker = FlowBreaker(heads: composer.heads)
    var pages: [TypesetDocument.Page] = []
    var next = 0
    var carried: FlowItem?
    repeat {
      guard pages.count < composer.limits[.pages] else {
        throw DiagnosticError(composer.limits.exceeded(.pages, by: "the document"))
      }
      let taken = breaker.take(
        from: items, at: next, carried: carried, height: page.textHeight, isFresh: true)
      pages.append(
        .init(fragments: taken.fragments.map { $0.offset(x: page.left, y: page.top) }))
      if taken.overflows {
        composer.diagnostics.append(
          .warning(
            "page.overflow", "a block on page \(pages.count) is taller than the page",
            hints: ["make it shorter or let it break: panels and table rows are set in one piece"]))
      }
      next = taken.next
      carried = taken.rest
    } while next < items.count
    return pages
  }

  /// The charts as images of their own; a name drawn again gets a number.
  private static func slides(_ composer: Composer) throws(DiagnosticError) -> [DrawnChart] {
    var counts: [String: Int] = [:]
    var charts: [DrawnChart] = []
    for request in composer.charts {
      counts[request.chart.name, default: 0] += 1
      let count = counts[request.chart.name] ?? 1
      let name = count == 1 ? request.chart.name : "\(request.chart.name)-\(count)"
      charts.append(try composer.slide(request, name: name))
    }
    return charts
  }
}
