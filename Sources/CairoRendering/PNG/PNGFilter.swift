/// Filters rows of true colour (PNG, third edition, clause 9).
///
/// What is drawn repeats exact colours and compresses best unfiltered; rows through a photograph or a gradient, full
/// of colours not seen before, get the filter that leaves the least.
enum PNGFilter {
  /// The image data of a picture: a filter number before each row.
  static func rows(_ pixels: PixelBuffer) -> [UInt8] {
    let channels = pixels.hasAlpha ? 4 : 3
    let rowBytes = pixels.width * channels
    var current = [UInt8](repeating: 0, count: rowBytes)
    var above = current
    var candidate = current
    var seen = [UInt32](repeating: 0, count: 1024)
    return [UInt8](unsafeUninitializedCapacity: (rowBytes + 1) * pixels.height) { out, count in
      for y in 0..<pixels.height {
        let target = UnsafeMutableBufferPointer(rebasing: out[count..<count + rowBytes + 1])
        if countNew(pixels.row(y), &seen) > pixels.width / 6 {
          current.withUnsafeMutableBufferPointer { unpack(pixels, row: y, into: $0) }
          if y > 0 { above.withUnsafeMutableBufferPointer { unpack(pixels, row: y - 1, into: $0) } }
          choose(current, above, step: channels, &candidate, into: target)
        } else {
          target[0] = 0
          unpack(pixels, row: y, into: UnsafeMutableBufferPointer(rebasing: target[1...]))
        }
        count += rowBytes + 1
      }
    }
  }

  /// How many pixels of a row have a colour not met lately; `seen` is a direct-mapped cache of colours.
  private static func countNew(
    _ row: UnsafeBufferPointer<UInt32>, _ seen: inout [UInt32]
  ) -> Int {
    seen.withUnsafeMutableBufferPointer { seen in
      var count = 0
      var last = row.first ?? 0
      for pixel in row where pixel != last {
        let place = Int((pixel &* 0x9E37_79B1) >> 22)
        if seen[place] != pixel {
          seen[place] = pixel
          count += 1
        }
        last = pixel
      }
      return count
    }
  }

  /// The bytes of a row's pixels: red, green, blue, and alpha where it counts.
  private static func unpack(
    _ pixels: PixelBuffer, row y: Int, into bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    let row = pixels.row(y)
    let out = UnsafeMutableRawBufferPointer(bytes)
    if pixels.hasAlpha {
      for (index, pixel) in row.enumerated() {
        let pixel = pixels.straight(pixel)
        out.storeBytes(
          of: (pixel << 8 | pixel >> 24).bigEndian, toByteOffset: 4 * index, as: UInt32.self)
      }
      return
    }
    guard let last = row.last else { return }
    // Four bytes at once are quicker than three; the fourth is the next pixel's first, and of the last there is none.
    for index in 0..<row.count - 1 {
      out.storeBytes(of: (row[index] << 8).bigEndian, toByteOffset: 3 * index, as: UInt32.self)
    }
    let end = 3 * (row.count - 1)
    out[end] = UInt8(truncatingIfNeeded: last >> 16)
    out[end + 1] = UInt8(truncatingIfNeeded: last >> 8)
    out[end + 2] = UInt8(truncatingIfNeeded: last)
  }

  /// Tries none, sub, up and Paeth; average seldom wins on drawn pictures.
  private static func choose(
    _ row: [UInt8], _ above: [UInt8], step: Int, _ candidate: inout [UInt8],
    into out: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let start = out.baseAddress else { return }
    let body = start + 1
    row.withUnsafeBufferPointer { row in
      above.withUnsafeBufferPointer { above in
        candidate.withUnsafeMutableBufferPointer { candidate in
          var best = sum(row)
          out[0] = 0
          body.update(from: row.baseAddress ?? UnsafePointer(body), count: row.count)
          for filter: UInt8 in [1, 2, 4] {
            switch filter {
            case 1: sub(row, step, candidate)
            case 2: up(row, above, candidate)
            default: paeth(row, above, step, candidate)
            }
            let sum = sum(UnsafeBufferPointer(candidate))
            if sum < best {
              best = sum
              out[0] = filter
              body.update(from: candidate.baseAddress ?? body, count: row.count)
            }
          }
        }
      }
    }
  }

  /// The sum of the bytes taken as signed, the usual guess at what compresses best.
  private static func sum(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var sum: UInt32 = 0
    var total = 0
    for (index, byte) in bytes.enumerated() {
      sum &+= UInt32(min(byte, 0 &- byte))
      if index & 0xFFFF == 0xFFFF {
        total += Int(sum)
        sum = 0
      }
    }
    return total + Int(sum)
  }

  private static func sub(
    _ row: UnsafeBufferPointer<UInt8>, _ step: Int, _ out: UnsafeMutableBufferPointer<UInt8>
  ) {
    for index in 0..<min(step, row.count) { out[index] = row[index] }
    for index in min(step, row.count)..<row.count { out[index] = row[index] &- row[index - step] }
  }

  private static func up(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>,
    _ out: UnsafeMutableBufferPointer<UInt8>
  ) {
    for index in 0..<row.count { out[index] = row[index] &- above[index] }
  }

  private static func paeth(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>, _ step: Int,
    _ out: UnsafeMutableBufferPointer<UInt8>
  ) {
    for index in 0..<min(step, row.count) { out[index] = row[index] &- above[index] }
    for index in min(step, row.count)..<row.count {
      let left = Int16(row[index - step])
      let up = Int16(above[index])
      let corner = Int16(above[index - step])
      let toLeft = abs(up - corner)
      let toUp = abs(left - corner)
      let toCorner = abs(left + up - 2 * corner)
      let guess = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
      out[index] = row[index] &- UInt8(truncatingIfNeeded: guess)
    }
  }
}
