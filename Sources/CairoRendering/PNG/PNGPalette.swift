/// The colours of a picture that has few, and its pixels as numbers of them.
struct PNGPalette {
  /// Straight ARGB, in order of first appearance.
  private(set) var colors: [UInt32] = []
  /// One byte a pixel.
  private(set) var indices: [UInt8]
  let width: Int

  /// Nil as soon as a 257th colour appears.
  init?(_ pixels: PixelBuffer) {
    width = pixels.width
    // Open addressing in four times as many places as there are colours; an empty place has no number.
    var keys = [UInt32](repeating: 0, count: 1024)
    var numbers = [Int16](repeating: -1, count: 1024)
    var colors: [UInt32] = []
    var overflow = false
    indices = [UInt8](unsafeUninitializedCapacity: pixels.width * pixels.height) { out, count in
      var last: UInt32 = 0
      var lastNumber: UInt8 = 0
      var hasLast = false
      for y in 0..<pixels.height {
        for pixel in pixels.row(y) {
          if !hasLast || pixel != last {
            var place = Int((pixel &* 0x9E37_79B1) >> 22)
            while numbers[place] >= 0, keys[place] != pixel { place = (place + 1) & 1023 }
            if numbers[place] < 0 {
              guard colors.count < 256 else {
                overflow = true
                return
              }
              keys[place] = pixel
              numbers[place] = Int16(colors.count)
              colors.append(pixels.straight(pixel))
            }
            (last, lastNumber, hasLast) = (pixel, UInt8(truncatingIfNeeded: numbers[place]), true)
          }
          out[count] = lastNumber
          count += 1
        }
      }
    }
    if overflow { return nil }
    self.colors = colors
  }

  /// 1, 2, 4 or 8.
  var bitDepth: Int { colors.count <= 2 ? 1 : colors.count <= 4 ? 2 : colors.count <= 16 ? 4 : 8 }

  /// The image data: rows of packed indices, none of them filtered, as PNG advises for palettes.
  var rows: [UInt8] {
    let height = width == 0 ? 0 : indices.count / width
    let perByte = 8 / bitDepth
    let rowBytes = (width + perByte - 1) / perByte
    return [UInt8](unsafeUninitializedCapacity: height * (rowBytes + 1)) { out, count in
      indices.withUnsafeBufferPointer { indices in
        for y in 0..<height {
          out[count] = 0
          count += 1
          let row = indices[y * width..<(y + 1) * width]
          if perByte == 1 {
            for index in row {
              out[count] = index
              count += 1
            }
            continue
          }
          var byte: UInt8 = 0
          var filled = 0
          for index in row {
            byte = byte << UInt8(bitDepth) | index
            filled += 1
            if filled == perByte {
              out[count] = byte
              count += 1
              (byte, filled) = (0, 0)
            }
          }
          if filled > 0 {
            out[count] = byte << UInt8(bitDepth * (perByte - filled))
            count += 1
          }
        }
      }
    }
  }
}
