/// Colours that flow into each other along a line or between two circles.
package struct Gradient: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    case linear(from: Point, to: Point)
    case radial(from: Point, radius: Double, to: Point, endRadius: Double)
  }

  package struct Stop: Sendable, Hashable {
    /// From 0 to 1.
    package var offset: Double
    package var color: Color

    package init(offset: Double, color: Color) {
      self.offset = offset
      self.color = color
    }
  }

  package var shape: Shape
  /// In order of their offsets.
  package var stops: [Stop]
  /// From the coordinates of the shape to those of what it fills.
  package var transform: Transform

  package init(_ shape: Shape, stops: [Stop], transform: Transform = .identity) {
    self.shape = shape
    self.stops = stops
    self.transform = transform
  }

  /// All its numbers, to be checked before they are drawn.
  package var numbers: [Double] {
    let map = [transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty]
    switch shape {
    case .linear(let from, let to): return map + [from.x, from.y, to.x, to.y]
    case .radial(let from, let radius, let to, let endRadius):
      return map + [from.x, from.y, radius, to.x, to.y, endRadius]
    }
  }
}
