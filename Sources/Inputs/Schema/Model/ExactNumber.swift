package import Formats

/// Numbers compared by what is written, however many digits or however great an exponent that has.
extension Number {
  /// The value of the text, which is in JSON's grammar.
  package var exact: Decimal {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var isExponentNegative = false
    var isInExponent = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where isInExponent:
        // No file holds so many digits that a greater exponent would make a difference.
        exponent = min(exponent * 10 + Int(byte - 0x30), 1_000_000_000_000)
      case 0x30...0x39: digits.append(byte - 0x30)
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isInExponent = true
      case UInt8(ascii: "-") where isInExponent: isExponentNegative = true
      default: break
      }
    }
    let integerDigits = point ?? digits.count
    return Decimal(
      isNegative: text.utf8.first == UInt8(ascii: "-"), digits: digits,
      exponent: integerDigits - 1 + (isExponentNegative ? -exponent : exponent))
  }

  /// Whether no digit but zero stands behind the point: `1.0` and `1e3` are whole.
  var isWhole: Bool {
    if double == double.rounded(), abs(double) < 1e9, text.utf8.count <= 12 { return true }
    return exact.isInteger
  }

  func isExactly(_ other: Number) -> Bool {
    if text == other.text { return true }
    return double == other.double && exact == other.exact
  }

  func isLess(than other: Number) -> Bool {
    // Rounding to doubles keeps the order, but may make two numbers one.
    if double != other.double { return double < other.double }
    return text != other.text && exact < other.exact
  }
}
