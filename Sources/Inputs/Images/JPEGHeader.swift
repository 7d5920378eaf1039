import Graphics

/// The header of a JPEG file (ITU-T T.81, annex B; JFIF 1.02; EXIF 2.32).
enum JPEGHeader {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  static func read(_ bytes: ByteReader) throws(ImageFault) -> ImageHeader {
    var resolution: Double?
    var exif: EXIF?
    var offset = 2
    while true {
      let marker = try nextMarker(bytes, &offset)
      switch marker {
      // Markers that stand alone.
      case 0x01, 0xD0...0xD7: continue
      case 0xD8, 0xD9, 0xDA: throw .corrupt("its pixels begin before their size is given")
      default: break
      }
      let length = try bytes.uint16(offset)
      guard length >= 2 else { throw .corrupt("a segment is \(length) bytes long") }
      let content = try bytes.part(from: offset + 2, count: length - 2)
      switch marker {
      // SOF0 to SOF2, the kinds that PDF takes: sequential and progressive.
      case 0xC0...0xC2:
        var header = try frame(content)
        header.resolution = resolution ?? exif?.resolution
        header.orientation = exif?.orientation ?? 1
        try findEnd(bytes, from: offset + length)
        return header
      // The other frames; C4, C8 and CC are tables and an extension.
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        throw .unsupported("lossless, hierarchical or arithmetic coding")
      case 0xE0 where content.starts(with: Array("JFIF\0".utf8)): resolution = try density(content)
      case 0xE1 where exif == nil && content.starts(with: Array("Exif\0\0".utf8)):
        exif = EXIF(try content.part(from: 6, count: content.count - 6))
      default: break
      }
      offset += length
    }
  }

  private static func frame(_ content: ByteReader) throws(ImageFault) -> ImageHeader {
    let (height, width) = (try content.uint16(1), try content.uint16(3))
    let (bits, components) = (try content.uint8(0), try content.uint8(5))
    guard width > 0, height > 0 else { throw .corrupt("its size is \(width) × \(height)") }
    guard bits == 8, [1, 3, 4].contains(components) else {
      throw .unsupported("\(components) components of \(bits) bits")
    }
    var header = ImageHeader(format: .jpeg, width: width, height: height)
    header.isCMYK = components == 4
    return header
  }

  /// Goes through all scans to the end marker: viewers show a part of what isn't complete, and never say so.
  private static func findEnd(_ bytes: ByteReader, from start: Int) throws(ImageFault) {
    var offset = start
    while true {
      let marker = try nextMarker(bytes, &offset)
      switch marker {
      case 0xD9: return
      case 0x01, 0xD0...0xD8: continue
      default:
        let length = try bytes.uint16(offset)
        guard length >= 2 else { throw .corrupt("a segment is \(length) bytes long") }
        offset += length
        if marker == 0xDA { offset = try endOfScan(bytes, from: offset) }
      }
    }
  }

  /// Where the coded data of a scan end: before a marker that is no restart (B.1.1.5).
  private static func endOfScan(_ bytes: ByteReader, from start: Int) throws(ImageFault) -> Int {
    var offset = start
    while true {
      guard let mark = bytes.index(of: 0xFF, from: offset) else { throw .truncated }
      switch try bytes.uint8(mark + 1) {
      case 0x00, 0xD0...0xD7: offset = mark + 2
      case 0xFF: offset = mark + 1
      default: return mark
      }
    }
  }

  /// The marker at an offset, which moves behind it; any number of fill bytes may stand before (B.1.1.2).
  private static func nextMarker(_ bytes: ByteReader, _ offset: inout Int) throws(ImageFault) -> Int
  {
    let first = offset
    while true {
      let byte = try bytes.uint8(offset)
      if byte != 0xFF {
        guard offset > first else { throw .corrupt("a marker is missing") }
        offset += 1
        return byte
      }
      offset += 1
    }
  }

  /// The dots per inch of a JFIF segment; nil where it only gives the shape of a pixel.
  private static func density(_ content: ByteReader) throws(ImageFault) -> Double? {
    let (unit, horizontal) = (try content.uint8(7), try content.uint16(8))
    guard horizontal > 0 else { return nil }
    switch unit {
    case 1: return Double(horizontal)
    case 2: return Double(horizontal) * 2.54
    default: return nil
    }
  }
}
