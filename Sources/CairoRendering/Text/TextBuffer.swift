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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalText.mostBytes) { piece in
      let count = DecimalText.write(number, places: places, to: piece)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
    }
  }

  /// A letter with points behind it, `C1 2 3 4 5 6`: put together aside and taken over at once.
  mutating func append(_ letter: Unicode.Scalar, _ p: Point, _ q: Point? = nil, _ r: Point? = nil) {
    let room = 1 + 6 * (DecimalText.mostBytes + 1)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { piece in
      piece[0] = UInt8(ascii: letter)
      var count = 1
      func put(_ number: Double) {
        if count > 1 {
          piece[count] = UInt8(ascii: " ")
          count += 1
        }
        let rest = UnsafeMutableBufferPointer(rebasing: piece[count...])
        count += DecimalText.write(number, to: rest)
      }
      func put(_ point: Point?) {
        guard let point else { return }
        put(point.x)
        put(point.y)
      }
      put(p)
      put(q)
      put(r)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
    }
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
