import Diagnostics
import Documents
import Formats
import Graphics

/// A document set once, under the assumption that things stand on certain pages.
struct Setting {
  let composer: Composer
  private var pages: [TypesetDocument.Page]
  /// What decided where pages end and floats stand, a list a page.
  private let decisions: [[String]]
  /// What stands beyond the pages that the document may take: how high it is, and where its blocks are written.
  private(set) var overrun: (height: Double, blocks: [SourceLocation]) = (0, [])

  var pageCount: Int { pages.count }

  init(_ composer: Composer) throws(DiagnosticError) {
    self.composer = composer
    let document = composer.document
    let width = composer.theme.page.textWidth
    var items = composer.titleBlock(width: width)
    composer.composeNotes()
    items += composer.items(of: document.blocks, width: width)
    composer.settlePlaces(in: &items)
    if let grid = composer.grid { items = grid.set(items) }
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    (pages, decisions, overrun) = try Self.pages(items, composer)
  }

  /// The pages that things came to stand on.
  var numbers: PageNumbers {
    PageNumbers(pages, composer.paragraphs, first: composer.document.firstPageNumber)
  }

  private static func pages(
    _ items: [FlowItem], _ composer: Composer
  ) throws(DiagnosticError) -> (
    pages: [TypesetDocument.Page], decisions: [[String]],
    overrun: (height: Double, blocks: [SourceLocation])
  ) {
    let budget = composer.document.budget?.pages
    var overrun: (height: Double, blocks: [SourceLocation]) = (0, [])
    var inserts = composer.inserts
    var pages: [TypesetDocument.Page] = []
    var decisions: [[String]] = []
    let stretches = stretches(items)
    for (index, stretch) in stretches.enumerated() {
      var sheet = composer.theme.page
      if stretch.last?.isTurned ?? false { sheet.orient(.landscape) }
      let breaker = FlowBreaker(
        heads: composer.heads, pageHeight: sheet.textHeight, extent: composer.extent,
        carry: composer.carried)
      inserts.turn(toHeight: sheet.textHeight)
      var flow = Flow(Array(stretch))
      repeat {
        guard pages.count < composer.limits[.pages] else {
          throw DiagnosticError(
            composer.limits.exceeded(.pages, by: "the document", at: flow.first?.location))
        }
        inserts.beginPage(
          isLast: flow.isEmpty, hasTitle: pages.isEmpty && !composer.document.title.isEmpty)
        let taken = breaker.take(from: &flow, height: sheet.textHeight, isFresh: true, &inserts)
        if flow.isEmpty { inserts.endSections(before: .max, used: taken.height) }
        let fragments =
          taken.fragments.map { $0.offset(x: 0, y: inserts.topHeight) } + inserts.fragments
        let placed = sheet.facing(pages.count + composer.document.firstPageNumber)
        pages.append(
          .init(
            fragments: fragments.map { $0.offset(x: placed.left, y: placed.top) }, sheet: placed))
        for conflict in taken.conflicts {
          composer.diagnostics.append(conflict.warning(page: pages.count))
        }
        var end = PageEnd(reason: taken.reason, next: flow.first?.location)
        if end.reason == .end, index + 1 < stretches.count || !flow.isEmpty {
          end = PageEnd(
            reason: .turned, next: stretches.dropFirst(index + 1).first?.first?.location)
        }
        if pages.count == budget {
          let beyond = flow.items + stretches.dropFirst(index + 1).joined()
          overrun = (beyond.stackedHeight, beyond.compactMap(\.location).uniqued)
        }
        decisions.append(inserts.takeDecisions() + ["ends: \(end.words)"])
      } while !flow.isEmpty || inserts.isWaiting
    }
    return (pages, decisions, overrun)
  }

  /// The items parted where pages turn; a heading goes with what follows it, onto the wider page.
  private static func stretches(_ items: [FlowItem]) -> [ArraySlice<FlowItem>] {
    var stretches: [ArraySlice<FlowItem>] = []
    var start = items.startIndex
    for index in items.indices.dropFirst()
    where items[index].isTurned != items[index - 1].isTurned {
      var end = index
      if items[index].isTurned {
        while end > start, items[end - 1].keepsWithNext { end -= 1 }
      }
      guard end > start else { continue }
      stretches.append(items[start..<end])
      start = end
    }
    return stretches + [items[start...]]
  }

  /// The document with heads and feet on its pages.
  func finished(drawsCharts: Bool) throws(DiagnosticError) -> TypesetDocument {
    let (document, theme) = (composer.document, composer.theme)
    var pages = self.pages
    let running = RunningText(composer: composer, sections: sections)
    for index in pages.indices {
      pages[index].fragments += running.fragments(
        page: index, of: pages.count, on: pages[index].sheet)
    }
    let watermark = composer.watermark()
    composer.checkLetterhead()
    let charts = drawsCharts ? slides() : []
    if composer.diagnostics.hasErrors { throw DiagnosticError(composer.diagnostics) }
    return TypesetDocument(
      pages: pages, paragraphs: composer.paragraphs, figures: composer.figures,
      background: theme[.paper], watermark: watermark, letterhead: document.letterhead,
      charts: charts,
      structure: composer.structure.finish(), outline: composer.outline,
      title: document.title.plainText,
      author: document.author.isEmpty ? nil : document.author.plainText,
      language: document.language.rawValue, warnings: composer.diagnostics, decisions: decisions,
      firstPageNumber: document.firstPageNumber)
  }

  /// The highest headings, and the pages that they stand on.
  private var sections: [(page: Int, title: String)] {
    let numbers = self.numbers
    return composer.document.places.enumerated().compactMap { index, place in
      guard place.kind == .section, place.level == 1, let page = numbers.index(ofPlace: index)
      else { return nil }
      return (page, place.title.plainText)
    }
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

extension [SourceLocation] {
  /// Each place once, in order.
  fileprivate var uniqued: [SourceLocation] {
    var seen: Set<SourceLocation> = []
    return filter { seen.insert($0).inserted }
  }
}
