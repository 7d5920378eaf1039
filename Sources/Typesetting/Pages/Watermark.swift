import Documents
import Graphics

/// A word that lies large and pale across every page, such as 대외비; an artifact.
struct Watermark: Sendable {
  var paragraph: Int
  var width: Double

  /// The share of a page's diagonal that it takes, and its height where it is short.
  private static let share = 0.7
  private static let mostHeight = 0.16

  /// The word along the diagonal of a page.
  func item(on page: Size, _ paragraphs: [Paragraph]) -> SceneItem {
    let text = paragraphs[paragraph]
    let diagonal = (page.width * page.width + page.height * page.height).squareRoot()
    let scale = min(
      diagonal * Self.share / max(width, 1), diagonal * Self.mostHeight / text.leading)
    let (sine, cosine) = (-page.height / diagonal, page.width / diagonal)
    let middle = Transform.translation(x: -width / 2, y: -text.leading / 2)
      .then(.scale(scale, scale)).then(.rotation(sine: sine, cosine: cosine))
      .then(.translation(x: page.width / 2, y: page.height / 2))
    let items = text.items(of: 0..<text.text.clusters.count, x: 0, y: 0, isRepeated: true)
    return SceneItem(.group(SceneGroup(items, transform: middle)), artifact: .watermark)
  }
}

extension Composer {
  /// The document's watermark in a faint ink: it lies over panels and pictures, and leaves what is dark as it is.
  func watermark() -> Watermark? {
    var style = theme[.title]
    style.weight = .bold
    style.color = theme[.ink]
    style.color.alpha *= 0.06
    let text = styledText(document.watermark, style)
    guard !text.isBlank else { return nil }
    let paragraph = makeParagraph(text, role: nil, leading: style.leading)
    let width = paragraph.text.clusters.reduce(0) { $0 + $1.advance }
    return Watermark(paragraph: add(paragraph), width: width)
  }
}
