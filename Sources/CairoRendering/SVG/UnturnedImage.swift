import Graphics

/// Image files without what they say of their orientation: some viewers of SVG follow it and some don't.
enum UnturnedImage {
  static func bytes(_ image: ImageItem) -> [UInt8] {
    switch image.header.format {
    case .svg: image.bytes
    case .jpeg: jpeg(image.bytes)
    case .png: png(image.bytes)
    }
  }

  /// Without the segments of EXIF (APP1), which stand before the first scan.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8] {
    var kept = Array(bytes.prefix(2))
    var offset = 2
    while let marker = bytes.big16(at: offset), let length = bytes.big16(at: offset + 2),
      marker != 0xFFDA, marker > 0xFF01, offset + 2 + Int(length) <= bytes.count
    {
      let end = offset + 2 + Int(length)
      if marker != 0xFFE1 { kept += bytes[offset..<end] }
      offset = end
    }
    return kept + bytes[min(offset, bytes.count)...]
  }

  private static func png(_ bytes: [UInt8]) -> [UInt8] {
    var kept = Array(bytes.prefix(8))
    var offset = 8
    while let length = bytes.big32(at: offset), offset + 12 + Int(length) <= bytes.count {
      let end = offset + 12 + Int(length)
      if !bytes[(offset + 4)...].starts(with: "eXIf".utf8) { kept += bytes[offset..<end] }
      offset = end
    }
    return kept
  }
}
