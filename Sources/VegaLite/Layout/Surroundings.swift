import Graphics

/// Legends and the title that stand around a view.
struct Surroundings {
  let legends: [Legend]
  let title: Title?
  /// Where a title above the view begins, where views beside it have theirs at that height.
  var titleTop: Double?

  /// The view with them; `xBounds` are the view's with the axes beside it, `yBounds` with those above and below.
  func draw(
    around inner: Picture, size: Size, xBounds: Bounds, yBounds: Bounds, markCount: Int
  ) -> DrawnView {
    var picture = inner
    var outline = picture.bounds
    let frame = Bounds(0, 0, size.width, size.height)
    let (x, y) = (frame.joined(xBounds), frame.joined(yBounds))
    let layout = LegendLayout(width: size.width, height: size.height, xBounds: x, yBounds: y)
    for (legend, place) in layout.place(legends) {
      picture.add(Picture(items: legend.picture.items, bounds: Bounds()), atX: place.x, y: place.y)
      outline.union(legend.picture.bounds.translated(place.x, place.y))
    }
    outline.union(xBounds)
    outline.union(yBounds)
    var ownTop: Double?
    if let title {
      let drawn = title.draw(
        width: size.width, height: size.height, around: frame.joined(outline))
      if title.isAbove { ownTop = drawn.bounds.y1 }
      let shift = ownTop.flatMap { own in titleTop.map { min(0, $0 - own) } } ?? 0
      if shift == 0 { picture.items += drawn.items } else { picture.add(drawn, atX: 0, y: shift) }
      outline.union(drawn.bounds.translated(0, shift))
    }
    picture.bounds = frame.joined(outline)
    return DrawnView(
      picture: picture, size: size, outline: outline, titleTop: ownTop, markCount: markCount)
  }
}
