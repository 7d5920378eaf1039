package import Diagnostics
import Documents
package import Graphics

/// A document broken into pages: compact fragments, from which a page's scene is made when it is drawn.
package struct TypesetDocument: Sendable {
  struct Page: Sendable {
    var fragments: [Fragment]
    /// Its size and margins.
    var sheet: Theme.Page
  }

  var pages: [Page]
  var paragraphs: [Paragraph]
  var figures: [PlacedFigure]
  var background: Color
  /// What lies large and pale across every page.
  var watermark: Watermark?
  /// What lies under the text.
  var letterhead: Letterhead

  /// The charts in order, as images of their own; drawn when asked for.
  package internal(set) var charts: [DrawnChart]
  package internal(set) var structure: Structure
  package internal(set) var outline: [DocumentInfo.OutlineItem]
  package internal(set) var title: String
  package internal(set) var author: String?
  package internal(set) var language: String
  package internal(set) var warnings: [Diagnostic]

  /// What decided where each page ends and floats stand.
  var decisions: [[String]]
  package internal(set) var firstPageNumber: Int
  /// Whether pages show what they are made of: margins, boxes, baselines.
  package var showsLayout = false

  package var pageCount: Int { pages.count }

  /// For each page why it ends where it does, and what stands on it that floats; a line each.
  package var explanation: String {
    decisions.enumerated().flatMap { index, lines in
      lines.map { "page \(index + firstPageNumber): \($0)\n" }
    }.joined()
  }

  /// Page `index`, from 0, as a scene.
  package func scene(ofPage index: Int) -> Scene {
    let size = pages[index].sheet.size
    var scene = Scene(size: size)
    let sheet = Rect(x: 0, y: 0, width: size.width, height: size.height)
    scene.items.append(SceneItem(.path(PathItem(Path(rect: sheet), fill: background))))
    if let picture = letterhead.picture(ofPage: index) {
      scene.items.append(picture.item(on: size))
    }
    for fragment in pages[index].fragments {
      let start = scene.items.count
      switch fragment.content {
      case .line(let paragraph, let clusters):
        scene.items += paragraphs[paragraph].items(
          of: clusters, x: fragment.x, y: fragment.y, isRepeated: fragment.isRepeated)
      case .rect(let size, let color, let radius):
        let rect = Rect(x: fragment.x, y: fragment.y, width: size.width, height: size.height)
        guard size.width > 0, size.height > 0 else { continue }
        scene.items.append(
          SceneItem(.path(PathItem(Path(rect: rect, radius: radius), fill: color))))
      case .figure(let figure):
        scene.items.append(figures[figure].item(x: fragment.x, y: fragment.y))
      case .float: break
      case .destination(let name):
        scene.destinations.append(
          .init(name: name, point: Point(x: fragment.x, y: fragment.y)))
      }
      if let artifact = fragment.artifact ?? (fragment.isRepeated ? .repeated : nil) {
        for index in scene.items[start...].indices { scene.items[index].artifact = artifact }
      }
    }
    if let watermark { scene.items.append(watermark.item(on: size, paragraphs)) }
    if showsLayout { scene.items += LayoutOverlay(document: self).items(pages[index]) }
    return scene
  }
}
