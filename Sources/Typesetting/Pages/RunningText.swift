import Documents
import Graphics

/// The head and the foot of every page; artifacts, so no leaf of the structure.
struct RunningText {
  let composer: Composer

  /// The first page has its title instead of a head.
  func fragments(page: Int, of count: Int) -> [Fragment] {
    let texts = composer.document.pageTexts
    let sheet = composer.theme.page
    let width = sheet.textWidth
    var fragments: [Fragment] = []
    let headStyle = composer.theme[.pageHead]
    if page > 1, !(texts.headLeft.isEmpty && texts.headRight.isEmpty) {
      let top = sheet.top * 0.52
      fragments += line(texts.headLeft, headStyle, .left, y: top)
      fragments += line(texts.headRight, headStyle, .right, y: top)
      fragments.append(
        Fragment(
          x: sheet.left, y: top + headStyle.leading + 3,
          .rect(
            Size(width: width, height: composer.theme.spacing.hairline),
            composer.theme[.hairline], radius: 0)))
    }
    let footStyle = composer.theme[.pageFoot]
    let y = sheet.size.height - sheet.bottom * 0.56
    fragments += line(texts.footLeft, footStyle, .left, y: y)
    let number = texts.footRight.isEmpty
      ? [Inline.text("\(page) / \(count)")] : texts.footRight
    fragments += line(number, footStyle, .right, y: y)
    return fragments
  }

  private func line(
    _ inlines: [Inline], _ style: Theme.Style, _ alignment: TableBlock.Alignment, y: Double
  ) -> [Fragment] {
    let text = composer.styledText(inlines, style)
    guard !text.isEmpty else { return [] }
    let paragraph = composer.makeParagraph(text, role: nil, leading: style.leading, at: nil)
    let sheet = composer.theme.page
    return composer.lines(of: paragraph, width: sheet.textWidth, alignment: alignment)
      .stacked.map { $0.offset(x: sheet.left, y: y) }
  }
}
