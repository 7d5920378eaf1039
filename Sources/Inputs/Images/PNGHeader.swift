import Graphics

/// The header of a PNG file (PNG specification, third edition, sections 5 and 11).
enum PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private enum Chunk {
    static let header = 0x4948_4452  // IHDR
    static let physical = 0x7048_5973  // pHYs
    static let exif = 0x6558_4966  // eXIf
    static let data = 0x4944_4154  // IDAT
    static let end = 0x4945_4E44  // IEND
  }

  static func read(_ bytes: ByteReader) throws(ImageFault) -> ImageHeader {
    guard try bytes.uint32(8) == 13, try bytes.uint32(12) == Chunk.header else {
      throw .corrupt("its first chunk is not IHDR")
    }
    let (width, height) = (try bytes.uint32(16), try bytes.uint32(20))
    guard (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height) else {
      throw .corrupt("its size is \(width) × \(height)")
    }
    guard isPixelFormat(depth: try bytes.uint8(24), colour: try bytes.uint8(25)) else {
      throw .corrupt("its pixels have a format that PNG doesn't know")
    }
    var header = ImageHeader(format: .png, width: width, height: height)
    try readChunks(bytes, into: &header)
    return header
  }

  /// Resolution and orientation, from the chunks before the pixels; and that the last chunk is there.
  private static func readChunks(
    _ bytes: ByteReader, into header: inout ImageHeader
  ) throws(ImageFault) {
    // Signature, and IHDR with its length, type and check sum.
    var offset = 8 + 25
    var hasPixels = false
    while true {
      let length = try bytes.uint32(offset)
      let content = offset + 8
      switch try bytes.uint32(offset + 4) {
      case Chunk.end:
        guard hasPixels else { throw .corrupt("it has no pixels") }
        return
      case Chunk.data: hasPixels = true
      case Chunk.physical where length == 9 && !hasPixels:
        let (perUnit, unit) = (try bytes.uint32(content), try bytes.uint8(content + 8))
        // The only unit is the metre; 0 only gives the shape of a pixel.
        if unit == 1, perUnit > 0 { header.resolution = Double(perUnit) * 0.0254 }
      case Chunk.exif:
        let exif = EXIF(try bytes.part(from: content, count: length))
        header.orientation = exif.orientation ?? header.orientation
      default: break
      }
      offset = content + length + 4
    }
  }

  /// Table 12 of the specification.
  private static func isPixelFormat(depth: Int, colour: Int) -> Bool {
    switch colour {
    case 0: [1, 2, 4, 8, 16].contains(depth)
    case 3: [1, 2, 4, 8].contains(depth)
    case 2, 4, 6: [8, 16].contains(depth)
    default: false
    }
  }
}
