import Diagnostics
import Documents
import Formats
import Graphics

/// A document set once, under the assumption that things stand on certain pages.
struct Setting {
  let composer: Composer
  private var pages: [TypesetDocument.Page]

  init(_ composer: Composer) throws(DiagnosticError) {
    self.composer = composer
    let document = composer.document
    let width = composer.theme.page.textWidth
    var items =
      composer.titleBlock(width: width) + composer.items(of: document.blocks, width: width)
    composer.settlePlaces(in: &items)
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    pages = try Self.pages(items, composer)
  }

  /// The pages that things came to stand on.
  var numbers: PageNumbers { PageNumbers(pages, composer.paragraphs) }

  private static func pages(
    _ items: [FlowItem], _ composer: Composer
  ) throws(DiagnosticError) -> [TypesetDocument.Page] {
    let page = composer.theme.page
    let breaker = FlowBreaker(
      heads: composer.heads, pageHeight: page.textHeight, extent: composer.extent,
      carry: composer.carried)
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

  /// The document with heads and feet on its pages.
  func finished(drawsCharts: Bool) throws(DiagnosticError) -> TypesetDocument {
    let (document, theme) = (composer.document, composer.theme)
    var pages = self.pages
    let running = RunningText(composer: composer)
    for index in pages.indices {
      pages[index].fragments += running.fragments(page: index + 1, of: pages.count)
    }
    let charts = drawsCharts ? slides() : []
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    return TypesetDocument(
      pages: pages, paragraphs: composer.paragraphs, figures: composer.figures,
      background: theme[.paper], pageSize: theme.page.size, charts: charts,
      structure: composer.structure.finish(), outline: composer.outline,
      title: document.title.plainText,
      author: document.author.isEmpty ? nil : document.author.plainText,
      language: document.language.rawValue, warnings: composer.diagnostics)
  }

  /// The charts as images of their own; a name drawn again gets a number.
  private func slides() -> [DrawnChart] {
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
