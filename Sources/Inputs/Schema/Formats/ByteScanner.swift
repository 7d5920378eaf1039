/// Reads ASCII from the front of a text, for formats that are given by a grammar of bytes.
struct ByteScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  mutating func advance() {
    rest = rest.dropFirst()
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    advance()
    return true
  }

  /// A number of exactly that many digits.
  mutating func number(digits: Int) -> Int? {
    guard rest.count >= digits else { return nil }
    let head = rest.prefix(digits)
    guard head.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    rest = rest.dropFirst(digits)
    return head.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The bytes from here on that pass.
  mutating func take(while passes: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let head = rest.prefix(while: passes)
    rest = rest[head.endIndex...]
    return head
  }
}

extension UInt8 {
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  var isHexadecimal: Bool { isDigit || 0x61...0x66 ~= self | 0x20 }
}
