/// The frame header of a JPEG file (ISO/IEC 10918-1, B.2.2): whether the file is what its image says that it is.
struct JPEGFrame {
  var width: Int
  var height: Int
  var precision: Int
  var components: Int

  /// Finds the first frame header; nil if the bytes are no JPEG or end before it.
  init?(_ bytes: [UInt8]) {
    guard bytes.big16(at: 0) == 0xFFD8 else { return nil }
    var offset = 2
    while let marker = bytes.big16(at: offset), marker >= 0xFF00 {
      switch marker & 0xFF {
      case 0xFF: offset += 1  // fill byte
      case 0x01, 0xD0...0xD8: offset += 2  // markers without a segment
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = bytes.big16(at: offset + 5), let width = bytes.big16(at: offset + 7),
          offset + 9 < bytes.count
        else { return nil }
        self.width = Int(width)
        self.height = Int(height)
        precision = Int(bytes[offset + 4])
        components = Int(bytes[offset + 9])
        return
      default:
        guard let length = bytes.big16(at: offset + 2), length >= 2 else { return nil }
        offset += 2 + Int(length)
      }
    }
    return nil
  }
}
