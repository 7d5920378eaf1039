import Graphics

/// What the finishing pass has to know of a page that cairo has drawn.
struct DrawnPage {
  /// In points.
  var size: Size
  /// What each stretch that cairo has marked is, in the order of drawing.
  var stretches: [PageMark]
  var links: [PageTagger.Link]
  /// Where its figures lie, in points from the top left.
  var boxes: [Structure.LeafID: Rect]
  var destinations: [Scene.Destination]

  /// The leaf of each stretch that isn't an artifact; its place in the list is its number on the page.
  var leaves: [Structure.LeafID] { stretches.compactMap(\.leaf) }

  /// A figure's place as PDF counts it; nil if it lies off the page.
  func box(of leaf: Structure.LeafID) -> PDFValue? {
    boxes[leaf]?.intersection(Rect(x: 0, y: 0, width: size.width, height: size.height))
      .map(flipped)
  }

  /// A rectangle from the top left as PDF counts it, from the bottom left.
  func flipped(_ rect: Rect) -> PDFValue {
    .array([
      .real(rect.x), .real(size.height - rect.maxY), .real(rect.maxX),
      .real(size.height - rect.y),
    ])
  }
}
