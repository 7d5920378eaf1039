import Graphics

/// A drawn chart or picture with the leaf that it is.
struct PlacedFigure: Sendable {
  enum Content: Sendable {
    case scene(Scene)
    case image(bytes: [UInt8], ImageHeader)
  }

  var content: Content
  var size: Size
  /// Nil for decoration.
  var leaf: Structure.LeafID?
}

extension PlacedFigure {
  /// The figure at its place on a page.
  func item(x: Double, y: Double) -> SceneItem {
    switch content {
    case .scene(let scene):
      SceneItem(.group(SceneGroup(scene.items, transform: .translation(x: x, y: y))), leaf: leaf)
    case .image(let bytes, let header):
      SceneItem(
        .image(
          ImageItem(
            bytes: bytes, header: header,
            rect: Rect(x: x, y: y, width: size.width, height: size.height))), leaf: leaf)
    }
  }
}
