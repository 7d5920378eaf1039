package import Diagnostics

/// The one encoding that texts are read in, UTF-8, and how others are recognized.
package enum TextEncoding {
  /// UTF-8's byte-order mark.
  package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes look like UTF-16 or UTF-32: by their byte-order mark or the zeros of the first character.
  static func isWide(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    let first = Array(bytes.prefix(2))
    guard first.count == 2, bytes.count.isMultiple(of: 2) else { return false }
    return first == [0xFE, 0xFF] || first == [0xFF, 0xFE] || first.contains(0)
  }

  /// The fault of bytes that are no UTF-8 text, or that pile up marks (`escapes` included); nil where all is well.
  package static func fault(
    in source: Source, _ range: Range<Int>, id: String, hint: String = "save the file as UTF-8",
    escapes: Bool = false
  ) -> Diagnostic? {
    if isWide(source.bytes[range]) {
      return .error(
        "\(id).encoding", "the text is UTF-16 or UTF-32, where UTF-8 is expected",
        at: SourceLocation(source, range.lowerBound..<range.lowerBound),
        hints: [hint])
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      guard let offset = firstFault(in: bytes, range) else {
        return CombiningMarks.firstLongRun(in: bytes, range, escapes: escapes).map {
          .error(
            "\(id).marks", "more than \(CombiningMarks.longestRun) combining marks in a row",
            at: SourceLocation(source, $0..<$0 + 1), hints: ["remove them"])
        }
      }
      return .error(
        "\(id).utf-8", "the byte 0x\(hex(bytes[offset], digits: 2)) is not UTF-8 here",
        at: SourceLocation(source, offset..<offset + 1), hints: [hint])
    }
  }

  /// The offset of the first byte that begins no well-formed sequence (Unicode 16, table 3-7), or nil.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      let length = sequenceLength(bytes, at, range.upperBound)
      if length == 0 { return at }
      at += length
    }
    return nil
  }

  /// A scalar by its code: `U+00A0`.
  static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A byte in hexadecimal digits.
  static func hex(_ byte: UInt8, digits: Int) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The length of the well-formed sequence at an offset, 0 if there is none.
  private static func sequenceLength(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    let (length, seconds): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, end - at >= length, seconds.contains(bytes[at + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
