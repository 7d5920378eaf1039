/// The grammar of a JSON number (RFC 8259, section 6), which every reader here holds numbers against.
enum NumberGrammar {
  struct Match {
    /// The offset after the number.
    var end: Int
    private var digits: DecimalDigits
    private var start: Int

    fileprivate init(start: Int, end: Int, digits: DecimalDigits) {
      self.start = start
      self.end = end
      self.digits = digits
    }

    /// The number with its text, from the bytes it was matched in.
    func number(in bytes: UnsafeBufferPointer<UInt8>) -> Number {
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      // Swift's grammar of a Double contains JSON's, so the text always reads.
      return Number(text: text, double: digits.exactDouble ?? Double(text) ?? .nan)
    }
  }

  /// The longest number that begins at an offset; nil where what begins there breaks the grammar.
  static func match(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Match? {
    var at = start
    var digits = DecimalDigits()
    if at < end, bytes[at] == UInt8(ascii: "-") {
      digits.isNegative = true
      at += 1
    }
    guard at < end, isDigit(bytes[at]) else { return nil }
    if bytes[at] == UInt8(ascii: "0") {
      digits.append(0)
      at += 1
      if at < end, isDigit(bytes[at]) { return nil }
    } else {
      while at < end, isDigit(bytes[at]) {
        digits.append(bytes[at] & 0x0F)
        at += 1
      }
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard at < end, isDigit(bytes[at]) else { return nil }
      while at < end, isDigit(bytes[at]) {
        digits.append(bytes[at] & 0x0F)
        digits.exponent -= 1
        at += 1
      }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      var isNegative = false
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        isNegative = bytes[at] == UInt8(ascii: "-")
        at += 1
      }
      guard at < end, isDigit(bytes[at]) else { return nil }
      var exponent = 0
      while at < end, isDigit(bytes[at]) {
        exponent = min(exponent * 10 + Int(bytes[at] & 0x0F), 100_000)
        at += 1
      }
      digits.exponent += isNegative ? -exponent : exponent
    }
    return Match(start: start, end: at, digits: digits)
  }

  /// The number that a text is from its first to its last character, if it is one.
  static func number(_ text: String) -> Number? {
    var text = text
    return text.withUTF8 { bytes in
      guard let match = match(bytes, from: 0, to: bytes.count), match.end == bytes.count else {
        return nil
      }
      return match.number(in: bytes)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// The digits of a decimal number while it is read.
private struct DecimalDigits {
  var isNegative = false
  var exponent = 0
  private var mantissa: UInt64 = 0
  private var overflowed = false

  mutating func append(_ digit: UInt8) {
    if mantissa > 1 << 53 {
      overflowed = true
    } else {
      mantissa = mantissa &* 10 &+ UInt64(digit)
    }
  }

  /// The nearest double, where one multiplication or division of two exact doubles gives it (Clinger 1990).
  var exactDouble: Double? {
    guard !overflowed, mantissa <= 1 << 53, abs(exponent) < Self.powersOfTen.count else {
      return nil
    }
    let magnitude =
      exponent < 0
      ? Double(mantissa) / Self.powersOfTen[-exponent]
      : Double(mantissa) * Self.powersOfTen[exponent]
    return isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
