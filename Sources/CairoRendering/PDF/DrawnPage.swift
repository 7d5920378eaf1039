import Graphics

/// What the finishing pass has to know of a page that cairo has drawn.
struct DrawnPage {
  /// In points.
  var size: Size
  /// The leaf of each stretch of marked content; its place in the list is its number on the page.
  var stretches: [Structure.LeafID]
  var links: [PageTagger.Link]
  var destinations: [Scene.Destination]

  /// A rectangle from the top left as PDF counts it, from the bottom left.
  func flipped(_ rect: Rect) -> PDFValue {
    .array([
      .real(rect.x), .real(size.height - rect.maxY), .real(rect.maxX),
      .real(size.height - rect.y),
    ])
  }
}
