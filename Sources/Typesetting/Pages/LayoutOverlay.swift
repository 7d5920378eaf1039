import Documents
import Graphics

/// What a page is made of, drawn over it: the area of text, the box and baseline of each line, the boxes of figures.
struct LayoutOverlay {
  let document: TypesetDocument

  private static let area = Color(red: 0.85, green: 0.1, blue: 0.5, alpha: 0.8)
  private static let line = Color(red: 0.1, green: 0.45, blue: 0.9, alpha: 0.45)
  private static let baseline = Color(red: 0.1, green: 0.45, blue: 0.9, alpha: 0.8)
  private static let figure = Color(red: 0.1, green: 0.6, blue: 0.2, alpha: 0.8)
  private static let width = 0.3

  func items(_ page: TypesetDocument.Page) -> [SceneItem] {
    let sheet = page.sheet
    let text = Rect(
      x: sheet.left, y: sheet.top, width: sheet.textWidth, height: sheet.textHeight)
    var items = [outline(text, Self.area)]
    for fragment in page.fragments {
      switch fragment.content {
      case .line(let index, let clusters):
        let paragraph = document.paragraphs[index]
        let width = clusters.reduce(0) { $0 + paragraph.text.clusters[$1].advance }
        items.append(
          outline(
            Rect(x: fragment.x, y: fragment.y, width: width, height: paragraph.leading), Self.line))
        var base = Path()
        base.move(fragment.x, fragment.y + paragraph.baseline)
        base.line(fragment.x + width, fragment.y + paragraph.baseline)
        items.append(stroked(base, Self.baseline))
      case .figure(let index):
        let size = document.figures[index].size
        items.append(
          outline(
            Rect(x: fragment.x, y: fragment.y, width: size.width, height: size.height),
            Self.figure))
      case .rect, .destination, .float: break
      }
    }
    return items
  }

  private func outline(_ rect: Rect, _ color: Color) -> SceneItem {
    stroked(Path(rect: rect), color)
  }

  private func stroked(_ path: Path, _ color: Color) -> SceneItem {
    SceneItem(.path(PathItem(path, fill: nil, stroke: Stroke(color: color, width: Self.width))))
  }
}
