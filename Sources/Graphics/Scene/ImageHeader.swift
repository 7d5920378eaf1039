/// What an image file says of itself before its pixels are decoded.
package struct ImageHeader: Sendable, Hashable {
  package enum Format: String, Sendable, Hashable {
    case png
    case jpeg
    case svg

    package var mediaType: String {
      switch self {
      case .png: "image/png"
      case .jpeg: "image/jpeg"
      case .svg: "image/svg+xml"
      }
    }
  }

  package var format: Format
  /// In pixels, as stored; of a drawing the whole points that hold it.
  package var width: Int
  package var height: Int
  /// In dots per inch, where the file says so.
  package var resolution: Double?
  /// The EXIF orientation, 1 to 8; 1 is upright.
  package var orientation: Int
  /// Whether the colours are shares of printing inks, which a document in RGB has to convert.
  package var isCMYK = false
  /// The size in points of a drawing, which has no pixels; nil for all else.
  package var drawingSize: Size?

  package init(
    format: Format, width: Int, height: Int, resolution: Double? = nil, orientation: Int = 1
  ) {
    self.format = format
    self.width = width
    self.height = height
    self.resolution = resolution
    self.orientation = orientation
  }

  /// The header of a drawing, whose size is in points.
  package init(drawing size: Size) {
    self.init(
      format: .svg, width: Int(max(size.width.rounded(.up), 1)),
      height: Int(max(size.height.rounded(.up), 1)))
    drawingSize = size
  }
}

extension ImageHeader {
  /// The size that what is stored is drawn in before it is fitted to its place: pixels, or the points of a drawing.
  package var storedSize: Size {
    drawingSize ?? Size(width: Double(width), height: Double(height))
  }

  /// The stored size as it is looked at: half of the orientations lie on their side.
  package var uprightSize: Size {
    let size = storedSize
    return orientation >= 5 ? Size(width: size.height, height: size.width) : size
  }

  /// The resolution of pictures that tell none: the least that is printed well.
  package static let standardResolution = 150.0

  /// The size in points by the resolution that the file states.
  package var naturalSize: Size {
    let size = uprightSize
    guard drawingSize == nil else { return size }
    let stated = resolution.flatMap { $0 > 0 ? $0 : nil }
    let scale = 72 / (stated ?? Self.standardResolution)
    return Size(width: size.width * scale, height: size.height * scale)
  }
}
