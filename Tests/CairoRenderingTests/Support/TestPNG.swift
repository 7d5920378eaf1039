import CDeflate
import Graphics

/// A PNG file of any kind, made of its samples.
struct TestPNG {
  var width: Int
  var height: Int
  var depth: UInt8 = 8
  var colour: UInt8 = 2
  var isInterlaced = false
  /// Chunks that stand before the pixels.
  var chunks: [UInt8] = []
  /// The bits of a pixel from left to right, as many as the kind of pixel has.
  var pixel: (Int, Int) -> [UInt8]

  /// Where the pixels of each pass of Adam7 lie: the first, and how far to the next.
  private static let passes = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  var bytes: [UInt8] {
    let passes = isInterlaced ? Self.passes : [(0, 0, 1, 1)]
    var raw: [UInt8] = []
    for (x, y, across, down) in passes where x < width {
      for row in stride(from: y, to: height, by: down) {
        raw.append(0)
        var bits: [UInt8] = []
        for column in stride(from: x, to: width, by: across) {
          if depth >= 8 { raw += pixel(column, row) } else { bits += pixel(column, row) }
        }
        let perByte = 8 / max(Int(min(depth, 8)), 1)
        for start in stride(from: 0, to: bits.count, by: perByte) {
          let part = bits[start..<min(start + perByte, bits.count)]
          raw.append(
            part.enumerated().reduce(0) { $0 | $1.element << (8 - depth * UInt8($1.offset + 1)) })
        }
      }
    }
    let header = big(width) + big(height) + [depth, colour, 0, 0, isInterlaced ? 1 : 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunks
      + chunk("IDAT", Self.deflate(raw)) + chunk("IEND", [])
  }

  /// The image in a rectangle.
  func image(_ rect: Rect) -> ImageItem {
    ImageItem(
      bytes: bytes, header: ImageHeader(format: .png, width: width, height: height), rect: rect)
  }

  private func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    let check = body.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    return big(content.count) + body + big(Int(check))
  }

  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    guard let handle = libdeflate_alloc_compressor(6) else { return [] }
    defer { libdeflate_free_compressor(handle) }
    var out = [UInt8](
      repeating: 0, count: libdeflate_zlib_compress_bound(handle, bytes.count))
    let count = libdeflate_zlib_compress(handle, bytes, bytes.count, &out, out.count)
    return Array(out.prefix(count))
  }
}
