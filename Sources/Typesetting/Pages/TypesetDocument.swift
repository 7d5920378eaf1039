package import Diagnostics
package import Graphics

/// A document broken into pages: compact fragments, from which a page's scene is made when it is drawn.
package struct TypesetDocument: Sendable {
  struct Page: Sendable {
    var fragments: [Fragment]
  }

  var pages: [Page]
  var paragraphs: [Paragraph]
  var figures: [Composer.PlacedFigure]
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
    scene.items.append(
      SceneItem(
        .path(
          PathItem(
            Path(rect: Rect(x: 0, y: 0, width: pageSize.width, height: pageSize.height)),
            fill: background))))
    for fragment in pages[index].fragments {
      switch fragment.content {
      case .line(let paragraph, let clusters):
        scene.items += paragraphs[paragraph].items(of: clusters, x: fragment.x, y: fragment.y)
      case .rect(let size, let color, let radius):
        let rect = Rect(x: fragment.x, y: fragment.y, width: size.width, height: size.height)
        guard size.width > 0, size.height > 0 else { continue }
        scene.items.append(
          SceneItem(.path(PathItem(Path(rect: rect, radius: radius), fill: color))))
      case .figure(let figure):
        scene.items.append(item(figures[figure], x: fragment.x, y: fragment.y))
      case .destination(let name):
        scene.destinations.append(
          .init(name: name, point: Point(x: fragment.x, y: fragment.y)))
      }
    }
    return scene
  }

  private func item(_ figure: Composer.PlacedFigure, x: Double, y: Double) -> SceneItem {
    switch figure.content {
    case .scene(let scene):
      SceneItem(
        .group(SceneGroup(scene.items, transform: .translation(x: x, y: y))), leaf: figure.leaf)
    case .image(let bytes, let header):
      SceneItem(
        .image(
          ImageItem(
            bytes: bytes, header: header,
            rect: Rect(x: x, y: y, width: figure.size.width, height: figure.size.height))),
        leaf: figure.leaf)
    }
  }
}

extension Path {
  /// A rectangle with rounded corners, their arcs as Bézier curves.
  init(rect: Rect, radius: Double) {
    let r = min(radius, rect.width / 2, rect.height / 2)
    guard r > 0 else {
      self.init(rect: rect)
      return
    }
    // 4/3·(√2 − 1): the control points of a quarter circle.
    let k = r * (1 - 0.552_284_749_8)
    let (x0, y0, x1, y1) = (rect.x, rect.y, rect.maxX, rect.maxY)
    self.init()
    move(x0 + r, y0)
    line(x1 - r, y0)
    curve(x1 - k, y0, x1, y0 + k, x1, y0 + r)
    line(x1, y1 - r)
    curve(x1, y1 - k, x1 - k, y1, x1 - r, y1)
    line(x0 + r, y1)
    curve(x0 + k, y1, x0, y1 - k, x0, y1 - r)
    line(x0, y0 + r)
    curve(x0, y0 + k, x0 + k, y0, x0 + r, y0)
    close()
  }
}
