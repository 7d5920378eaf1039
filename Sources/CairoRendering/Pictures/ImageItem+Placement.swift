import Graphics

extension ImageItem {
  /// From what is stored, pixels or points, to the unit square, upright, to the rectangle.
  var placement: Transform {
    let size = header.storedSize
    return Transform.scale(1 / size.width, 1 / size.height)
      .then(.upright(header.orientation))
      .then(.scale(rect.width, rect.height))
      .then(.translation(x: rect.x, y: rect.y))
  }
}
