import Graphics

/// A drawn chart or picture with the leaf that it is.
struct PlacedFigure: Sendable {
  enum Content: Sendable {
    case scene(Scene)
    /// The image lies in the figure's box, or reaches beyond it and is cut off there.
    case picture(ImageItem, isCropped: Bool)
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
      return SceneItem(
        .group(SceneGroup(scene.items, transform: .translation(x: x, y: y))), leaf: leaf)
    case .picture(var image, let isCropped):
      image.rect = image.rect.offset(x: x, y: y)
      guard isCropped else { return SceneItem(.image(image), leaf: leaf) }
      let box = Rect(x: x, y: y, width: size.width, height: size.height)
      return SceneItem(
        .group(SceneGroup([SceneItem(.image(image))], clip: Path(rect: box))), leaf: leaf)
    }
  }
}
