import CDeflate

/// Writes PNG files (PNG, third edition): a palette where there are few colours, else true colour.
///
/// One for many pictures: making a compressor takes longer than compressing a small picture.
final class PNGEncoder {
  private var deflaters: [Int32: Deflater] = [:]

  /// Nil only without memory. The resolution is in dots per inch.
  func encode(_ pixels: PixelBuffer, resolution: Double) -> [UInt8]? {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let palette = PNGPalette(pixels)
    let colorType: UInt8 = palette != nil ? 3 : pixels.hasAlpha ? 6 : 2
    let depth = UInt8(palette?.bitDepth ?? 8)
    let size = Self.big32(pixels.width) + Self.big32(pixels.height)
    Self.appendChunk("IHDR", size + [depth, colorType, 0, 0, 0], to: &file)
    Self.appendChunk("sRGB", [0], to: &file)
    // Limits keep the pixels per metre well within the field's 31 bits.
    let perMetre = Int(min(max(resolution / 0.0254, 1), 1e9).rounded())
    Self.appendChunk("pHYs", Self.big32(perMetre) + Self.big32(perMetre) + [1], to: &file)
    if let palette {
      let colors = palette.colors
      Self.appendChunk(
        "PLTE",
        colors.flatMap { color in
          [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
        }, to: &file)
      let alphas = colors.map { UInt8(truncatingIfNeeded: $0 >> 24) }
      if let last = alphas.lastIndex(where: { $0 < 255 }) {
        Self.appendChunk("tRNS", Array(alphas[...last]), to: &file)
      }
    }
    guard let deflater = deflater(level: palette == nil ? 4 : 6) else { return nil }
    let data = deflater.compress(palette?.rows ?? PNGFilter.rows(pixels))
    Self.appendChunk("IDAT", data, to: &file)
    Self.appendChunk("IEND", [], to: &file)
    return file
  }

  private func deflater(level: Int32) -> Deflater? {
    if let known = deflaters[level] { return known }
    let made = Deflater(level: level)
    deflaters[level] = made
    return made
  }

  private static func appendChunk(_ type: StaticString, _ data: [UInt8], to file: inout [UInt8]) {
    file += big32(data.count)
    let start = file.count
    type.withUTF8Buffer { file += $0 }
    file += data
    let check = file[start...].withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    file += big32(Int(check))
  }

  private static func big32(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
