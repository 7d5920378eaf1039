package import Diagnostics
package import Graphics

/// A document broken into pages: compact fragments, from which a page's scene is made when it is drawn.
package struct TypesetDocument: Sendable {
  struct Page: Sendable {
    var fragments: [Fragment]
  }

  var pages: [Page]
  var paragraphs: [Paragraph]
  var figures: [PlacedFigure]
  var background: Color
  var pageSize: Size

  /// The charts in order, as images of their own; drawn when asked for.
  package internal(set) var charts: [DrawnChart]
  package internal(set) var structure: Structure
  package internal(set) var outline: [DocumentInfo.OutlineItem]
  package internal(set) var title: String
  package internal(set) var author: String?
  package internal(set) var language: String
  package internal(set) var warnings: [Diagnostic]

  package var pageCount: Int { pages.count }

  /// Page `index`, from 0, as a scene.
  package func scene(ofPage index: Int) -> Scene {
    var scene = Scene(size: pageSize)
    let sheet = Rect(x: 0, y: 0, width: pageSize.width, height: pageSize.height)
    scene.items.append(SceneItem(.path(PathItem(Path(rect: sheet), fill: background))))
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
    return scene
  }
}
