import Documents
import Graphics

/// The head and the foot of every page; artifacts, so no leaf of the structure.
struct RunningText {
  private let composer: Composer
  private let head: [Fragment]
  private let foot: [Fragment]
  private let numbersPages: Bool

  init(composer: Composer) {
    self.composer = composer
    let texts = composer.document.pageTexts
    let sheet = composer.theme.page
    let style = composer.theme[.pageHead]
    let top = sheet.top * 0.52
    var head = Self.line(texts.headLeft, texts.headRight, style, y: top, composer)
    if !head.isEmpty {
      let size = Size(width: sheet.textWidth, height: composer.theme.spacing.hairline)
      head.append(
        Fragment(
          x: sheet.left, y: top + style.leading + 3,
          .rect(size, composer.theme[.hairline], radius: 0)))
    }
    self.head = head.map { $0.marked(.header) }
    numbersPages = texts.footRight.plainText.isBlank
    foot = Self.line(
      texts.footLeft, texts.footRight, composer.theme[.pageFoot], y: Self.footTop(sheet), composer
    ).map { $0.marked(.footer) }
  }

  /// The first page has its title instead of a head.
  func fragments(page: Int, of count: Int) -> [Fragment] {
    var fragments = (page > 1 ? head : []) + foot
    if numbersPages {
      fragments += Self.line(
        [], [.text("\(page) / \(count)")], composer.theme[.pageFoot],
        y: Self.footTop(composer.theme.page), composer
      ).map { $0.marked(.footer) }
    }
    return fragments
  }

  private static func footTop(_ sheet: Theme.Page) -> Double {
    sheet.size.height - sheet.bottom * 0.56
  }

  /// A text at the left and one at the right, which has the first claim to the line.
  private static func line(
    _ left: [Inline], _ right: [Inline], _ style: Theme.Style, y: Double, _ composer: Composer
  ) -> [Fragment] {
    let sheet = composer.theme.page
    let (atRight, taken) = fitting(right, style, width: sheet.textWidth, composer)
    let gap = taken > 0 ? style.size : 0
    let (atLeft, _) = fitting(left, style, width: sheet.textWidth - taken - gap, composer)
    return atLeft.map { $0.offset(x: sheet.left, y: y) }
      + atRight.map { $0.offset(x: sheet.left + sheet.textWidth - taken, y: y) }
  }

  /// As much of a text as one line shows, and its width.
  private static func fitting(
    _ inlines: [Inline], _ style: Theme.Style, width: Double, _ composer: Composer
  ) -> (fragments: [Fragment], width: Double) {
    let text = composer.styledText(inlines, style)
    guard !text.isBlank else { return ([], 0) }
    let paragraph = composer.makeParagraph(text, role: nil, leading: style.leading)
    let lines = LineBreaker(paragraph.text).lines(width: width, manner: .greedy)
    if lines.count > 1 {
      composer.warn(
        "page.running", "\"\(inlines.plainText)\" is too long for the line at a page's edge",
        hints: ["only its beginning is shown: make it shorter"])
    }
    guard let line = lines.first, line.width <= width + 0.01 else { return ([], 0) }
    let index = composer.add(paragraph)
    let fragment = Fragment(x: 0, y: 0, .line(paragraph: index, clusters: line.clusters))
    return ([fragment], line.width)
  }
}
