import Documents
import Graphics

/// The head and the foot of every page; artifacts, so no leaf of the structure.
///
/// A text may name the page's number, how many there are, and the section: `{page}`, `{pages}`, `{section}`.
struct RunningText {
  let composer: Composer
  /// The highest headings with the pages, from 0, on which they stand.
  let sections: [(page: Int, title: String)]

  private var document: Document { composer.document }

  /// The lines of a page.
  ///
  /// - Parameters:
  ///   - index: From 0.
  ///   - sheet: The page's size and margins.
  func fragments(page index: Int, of count: Int, on sheet: Theme.Page) -> [Fragment] {
    let texts = self.texts(page: index, isMirrored: sheet.isMirrored)
    let shown = { (inlines: [Inline]?) in filled(inlines ?? [], page: index, of: count) }
    let style = composer.theme[.pageHead]
    let top = sheet.top * 0.52
    var head = line(shown(texts.headLeft), shown(texts.headRight), style, y: top, sheet)
    if !head.isEmpty {
      let size = Size(width: sheet.textWidth, height: composer.theme.spacing.hairline)
      head.append(
        Fragment(
          x: sheet.left, y: top + composer.leading(of: style) + 3,
          .rect(size, composer.theme[.hairline], radius: 0)))
    }
    return head.map { $0.marked(.header) }
      + line(
        shown(texts.footLeft), shown(texts.footRight), composer.theme[.pageFoot],
        y: sheet.size.height - sheet.bottom * 0.56, sheet
      ).map { $0.marked(.footer) }
  }

  /// The texts of all pages, those in their place that the page's kind has, and the number where nothing else is said.
  ///
  /// Where pages are mirrored, left and right change places on even ones. The first page has its title instead of a head,
  /// unless it has one of its own.
  private func texts(page index: Int, isMirrored: Bool) -> Document.PageTexts {
    var texts = document.pageTexts
    texts.footRight = texts.footRight ?? [.text("{page} / {pages}")]
    let isEven = (index + document.firstPageNumber) % 2 == 0
    if isEven, isMirrored {
      swap(&texts.headLeft, &texts.headRight)
      swap(&texts.footLeft, &texts.footRight)
    }
    if index == 0 { (texts.headLeft, texts.headRight) = (nil, nil) }
    let own = index == 0 ? document.firstPageTexts : isEven ? document.evenPageTexts : nil
    guard let own else { return texts }
    texts.headLeft = own.headLeft ?? texts.headLeft
    texts.headRight = own.headRight ?? texts.headRight
    texts.footLeft = own.footLeft ?? texts.footLeft
    texts.footRight = own.footRight ?? texts.footRight
    return texts
  }

  // MARK: Tokens

  private func filled(_ inlines: [Inline], page index: Int, of count: Int) -> [Inline] {
    inlines.map { inline in
      guard case .text(let text) = inline, text.contains("{") else { return inline }
      return .text(
        text.replacing("{page}", with: String(index + document.firstPageNumber))
          .replacing("{pages}", with: String(count + document.firstPageNumber - 1))
          .replacing("{section}", with: section(onPage: index)))
    }
  }

  /// The first section that begins on a page, else the one that goes on there.
  private func section(onPage index: Int) -> String {
    (sections.first { $0.page == index } ?? sections.last { $0.page < index })?.title ?? ""
  }

  // MARK: Lines

  /// A text at the left and one at the right, which has the first claim to the line.
  private func line(
    _ left: [Inline], _ right: [Inline], _ style: Theme.Style, y: Double, _ sheet: Theme.Page
  ) -> [Fragment] {
    let (atRight, taken) = fitting(right, style, width: sheet.textWidth)
    let gap = taken > 0 ? style.size : 0
    let (atLeft, _) = fitting(left, style, width: sheet.textWidth - taken - gap)
    return atLeft.map { $0.offset(x: sheet.left, y: y) }
      + atRight.map { $0.offset(x: sheet.left + sheet.textWidth - taken, y: y) }
  }

  /// As much of a text as one line shows, and its width.
  private func fitting(
    _ inlines: [Inline], _ style: Theme.Style, width: Double
  ) -> (fragments: [Fragment], width: Double) {
    let text = composer.styledText(inlines, style)
    guard !text.isBlank else { return ([], 0) }
    let paragraph = composer.makeParagraph(text, role: nil, leading: style.leading)
    let lines = LineBreaker(paragraph.text).lines(width: width, manner: .greedy)
    if lines.count > 1 {
      composer.warnOnce(
        "page.running", "\"\(inlines.plainText)\" is too long for the line at a page's edge",
        at: document.titleLocation, hints: ["only its beginning is shown: make it shorter"])
    }
    guard let line = lines.first, line.width <= width + 0.01 else { return ([], 0) }
    let index = composer.add(paragraph)
    let fragment = Fragment(x: 0, y: 0, .line(paragraph: index, clusters: line.clusters))
    return ([fragment], line.width)
  }
}
