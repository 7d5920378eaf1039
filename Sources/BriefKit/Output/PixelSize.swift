import Graphics

/// A width and a height in whole pixels.
package struct PixelSize: Sendable, Hashable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The same size in points, where a point is `scale` pixels.
  func points(at scale: Double) -> Size {
    Size(width: Double(width) / scale, height: Double(height) / scale)
  }
}
