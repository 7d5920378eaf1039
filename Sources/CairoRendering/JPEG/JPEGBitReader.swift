/// The entropy-coded bits of a scan (ISO/IEC 10918-1, F.2.2.5): without stuffed bytes, up to the next marker.
struct JPEGBitReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private var buffer: UInt64 = 0
  private var count = 0

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// A number of up to 16 bits.
  mutating func bits(_ length: Int) throws(JPEGFault) -> Int {
    if count < length { fill() }
    guard count >= length else { throw .damaged }
    count -= length
    return Int(truncatingIfNeeded: buffer >> UInt64(count)) & ((1 << length) - 1)
  }

  mutating func bit() throws(JPEGFault) -> Bool { try bits(1) == 1 }

  mutating func symbol(_ table: JPEGHuffmanTable) throws(JPEGFault) -> Int {
    if count < 16 { fill() }
    // Before the end there may be fewer than 16 bits; what is missing counts as zero.
    let shown =
      count >= 16
      ? Int(truncatingIfNeeded: buffer >> UInt64(count - 16)) & 0xFFFF
      : Int(truncatingIfNeeded: buffer << UInt64(16 - count)) & 0xFFFF
    let (length, symbol) = try table.lookUp(shown)
    guard length <= count else { throw .damaged }
    count -= length
    return Int(symbol)
  }

  /// A signed number of a category (F.2.2.1, EXTEND).
  mutating func signed(_ length: Int) throws(JPEGFault) -> Int {
    guard length > 0 else { return 0 }
    guard length <= 15 else { throw .damaged }
    let value = try bits(length)
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value
  }

  /// Passes over a restart marker; the bits before it that are left over are padding.
  mutating func restart() throws(JPEGFault) {
    (buffer, count) = (0, 0)
    guard position + 1 < bytes.count, bytes[position] == 0xFF,
      (0xD0...0xD7).contains(bytes[position + 1])
    else { throw .damaged }
    position += 2
  }

  private mutating func fill() {
    while count <= 48, position < bytes.count {
      let byte = bytes[position]
      if byte == 0xFF {
        guard position + 1 < bytes.count, bytes[position + 1] == 0 else { return }
        position += 1
      }
      position += 1
      buffer = buffer << 8 | UInt64(byte)
      count += 8
    }
  }
}
