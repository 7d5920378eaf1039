import Graphics

/// Legends and the title that stand around a view.
struct Surroundings {
  let legends: [Legend]
  let title: Title?

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
    if let title {
      let drawn = title.draw(
        width: size.width, height: size.height, around: frame.joined(outline))
      picture.items += drawn.items
      outline.union(drawn.bounds)
    }
    picture.bounds = frame.joined(outline)
    return DrawnView(picture: picture, size: size, outline: outline, markCount: markCount)
  }
}
