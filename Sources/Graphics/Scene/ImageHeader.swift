/// What an image file says of itself before its pixels are decoded.
package struct ImageHeader: Sendable, Hashable {
  package enum Format: String, Sendable, Hashable {
    case png
    case jpeg
  }

  package var format: Format
  /// In pixels, as stored.
  package var width: Int
  package var height: Int
  /// In dots per inch, where the file says so.
  package var resolution: Double?
  /// The EXIF orientation, 1 to 8; 1 is upright.
  package var orientation: Int

  package init(
    format: Format, width: Int, height: Int, resolution: Double? = nil, orientation: Int = 1
  ) {
    self.format = format
    self.width = width
    self.height = height
    self.resolution = resolution
    self.orientation = orientation
  }
}
