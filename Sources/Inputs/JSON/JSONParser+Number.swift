extension JSONParser {
  /// Reads the number that begins here with a minus sign or a digit.
  mutating func number() throws(JSONFault) -> Value {
    let start = at
    var digits = DecimalDigits()
    if bytes[at] == UInt8(ascii: "-") {
      digits.isNegative = true
      at += 1
    }
    guard at < end, isDigit(bytes[at]) else { throw badNumber(from: start) }
    if bytes[at] == UInt8(ascii: "0") {
      digits.append(0)
      at += 1
      if at < end, isDigit(bytes[at]) { throw badNumber(from: start) }
    } else {
      while at < end, isDigit(bytes[at]) {
        digits.append(bytes[at] & 0x0F)
        at += 1
      }
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard at < end, isDigit(bytes[at]) else { throw badNumber(from: start) }
      while at < end, isDigit(bytes[at]) {
        digits.append(bytes[at] & 0x0F)
        digits.exponent -= 1
        at += 1
      }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") { try exponent(of: &digits, from: start) }
    if at < end, isWordByte(bytes[at]) { throw badNumber(from: start) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
    // The text is in JSON's grammar, which Swift's own contains, so it always reads.
    let double = digits.exactDouble ?? Double(text) ?? .nan
    return Value(.number(Number(text: text, double: double)), range: start..<at)
  }

  private mutating func exponent(
    of digits: inout DecimalDigits, from start: Int
  ) throws(JSONFault) {
    at += 1
    var isNegative = false
    if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    guard at < end, isDigit(bytes[at]) else { throw badNumber(from: start) }
    var exponent = 0
    while at < end, isDigit(bytes[at]) {
      exponent = min(exponent * 10 + Int(bytes[at] & 0x0F), 100_000)
      at += 1
    }
    digits.exponent += isNegative ? -exponent : exponent
  }

  /// The fault of a number whose first bytes stand at `start`; it covers all that looks like part of it.
  mutating func badNumber(from start: Int) -> JSONFault {
    at = start
    while at < end, isWordByte(bytes[at]) { at += 1 }
    return firstNonUTF8(in: start..<at)
      ?? JSONFault(kind: .badNumber(shortened(shownText(start..<at))), range: start..<at)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// The digits of a decimal number while it is read.
struct DecimalDigits {
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
