/// Images put together byte by byte.
enum Images {
  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func big16(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value) }

  /// A chunk of a PNG; its check sum isn't read and stays zero.
  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big32(content.count) + Array(name.utf8) + content + [0, 0, 0, 0]
  }

  static func png(_ width: Int, _ height: Int, depth: UInt8 = 8, chunks: [UInt8] = []) -> [UInt8] {
    pngSignature + chunk("IHDR", big32(width) + big32(height) + [depth, 2, 0, 0, 0]) + chunks
      + chunk("IDAT", []) + chunk("IEND", [])
  }

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big16(content.count + 2) + content
  }

  static func jfif(unit: UInt8, density: Int) -> [UInt8] {
    segment(0xE0, Array("JFIF\0".utf8) + [1, 2, unit] + big16(density) + big16(density) + [0, 0])
  }

  static func jpeg(
    _ width: Int, _ height: Int, frame: UInt8 = 0xC0, bits: UInt8 = 8, components: UInt8 = 1,
    segments: [UInt8] = [], scan: [UInt8] = [1, 0xFF, 0, 2, 0xFF, 0xD0, 3]
  ) -> [UInt8] {
    [0xFF, 0xD8] + segments + segment(0xC4, [0, 1, 2]) + [0xFF, 0xFF]
      + segment(frame, [bits] + big16(height) + big16(width) + [components, 1, 0x11, 0])
      + segment(0xDA, [1, 1, 0, 0, 63, 0]) + scan + [0xFF, 0xD9]
  }

  /// EXIF with an orientation and a resolution of 144 dots per inch.
  static func exif(orientation: Int, bigEndian: Bool) -> [UInt8] {
    func int16(_ value: Int) -> [UInt8] { bigEndian ? big16(value) : big16(value).reversed() }
    func int32(_ value: Int) -> [UInt8] { bigEndian ? big32(value) : big32(value).reversed() }
    let entries =
      int16(0x0112) + int16(3) + int32(1) + int16(orientation) + int16(0)
      + int16(0x011A) + int16(5) + int32(1) + int32(50)
      + int16(0x0128) + int16(3) + int32(1) + int16(2) + int16(0)
    return Array((bigEndian ? "MM" : "II").utf8) + int16(42) + int32(8) + int16(3) + entries
      + int32(0) + int32(288) + int32(2)
  }
}
