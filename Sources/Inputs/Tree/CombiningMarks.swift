/// Finds runs of combining marks that no writing system has.
///
/// Comparing and hashing strings puts the marks of a run in canonical order (UAX #15) in time that grows with the
/// square of its length: one key of 100,000 marks would take minutes. Stream-safe text has at most 30 in a row.
enum CombiningMarks {
  static let longestRun = 256

  /// The offset of the first run of more marks than that in well-formed UTF-8, or nil.
  ///
  /// With `escapes`, the escapes of a double-quoted YAML scalar count as the characters they stand for.
  static func firstLongRun(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, escapes: Bool = false
  ) -> Int? {
    guard range.count > 2 * longestRun else { return nil }
    var at = range.lowerBound
    var start = at
    var length = 0
    while at < range.upperBound {
      let first = bytes[at]
      var width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      width = min(width, range.upperBound - at)
      var isMark = false
      if escapes, first == UInt8(ascii: "\\"), let escape = escape(bytes, at, range.upperBound) {
        width = escape.width
        isMark = self.isMark(escape.value)
      } else if canBeginMark(first) {
        isMark = self.isMark(value(bytes, at, width: width))
      }
      if isMark {
        if length == 0 { start = at }
        length += 1
        if length > longestRun { return start }
      } else {
        length = 0
      }
      at += width
    }
    return nil
  }

  /// No scalar below U+0300, whose first byte is 0xCC, is a mark; nor is a Hangul syllable or a Han character.
  private static func canBeginMark(_ byte: UInt8) -> Bool {
    byte >= 0xCC && (!(0xE4...0xED).contains(byte) || byte == 0xEA)
  }

  private static func isMark(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, width: Int
  ) -> UInt32 {
    var value = UInt32(bytes[at]) & (0xFF >> UInt32(width + 1))
    for offset in 1..<max(width, 1) { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return value
  }

  /// The character of an escape in hexadecimal digits: `\xE9`, `\u0301`, `\U00000301`.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (value: UInt32, width: Int)? {
    guard at + 1 < end else { return nil }
    let digits: Int
    switch bytes[at + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return (0, 2)
    }
    guard end - at >= 2 + digits else { return nil }
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[at + 2..<at + 2 + digits]), as: UTF8.self)
    return UInt32(text, radix: 16).map { ($0, 2 + digits) }
  }
}
