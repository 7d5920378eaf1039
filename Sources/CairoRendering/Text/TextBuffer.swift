import Graphics

/// UTF-8 as it grows: a file of many small pieces is written without a string for each.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  /// All that has been written, as a string.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Double, places: Int = 3) {
    DecimalText.append(number, places: places, to: &bytes)
  }

  /// `x y`.
  mutating func append(_ point: Point) {
    append(point.x)
    bytes.append(UInt8(ascii: " "))
    append(point.y)
  }

  /// `#rrggbb`; alpha is left out.
  mutating func appendHex(_ color: Color) {
    bytes.append(UInt8(ascii: "#"))
    for component in [color.red, color.green, color.blue] {
      let byte = Color.byte(component)
      bytes.append(Self.hexDigit(byte >> 4))
      bytes.append(Self.hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ digit: UInt8) -> UInt8 {
    digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  static func += (buffer: inout TextBuffer, text: String) {
    buffer.append(text)
  }
}
