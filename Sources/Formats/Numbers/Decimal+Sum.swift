extension Decimal {
  /// The exact sum.
  package static func + (a: Decimal, b: Decimal) -> Decimal {
    if a.isZero { return b }
    if b.isZero { return a }
    guard a.isNegative != b.isNegative else { return sum(a, b) }
    let (larger, smaller) = a.magnitude < b.magnitude ? (b, a) : (a, b)
    return difference(larger, smaller)
  }

  package static func += (a: inout Decimal, b: Decimal) {
    a = a + b
  }

  /// The power of ten that the last digit counts.
  private var lowest: Int { exponent - digits.count + 1 }

  /// The digits from one power of ten down to another, zeros where there are none.
  private func digits(from highest: Int, to lowest: Int) -> [UInt8] {
    (0...highest - lowest).map { position in
      let index = exponent - highest + position
      return digits.indices ~= index ? digits[index] : 0
    }
  }

  /// Of two numbers with one sign.
  private static func sum(_ a: Decimal, _ b: Decimal) -> Decimal {
    let highest = max(a.exponent, b.exponent) + 1
    let lowest = min(a.lowest, b.lowest)
    var digits = a.digits(from: highest, to: lowest)
    let others = b.digits(from: highest, to: lowest)
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let digit = digits[index] + others[index] + carry
      carry = digit > 9 ? 1 : 0
      digits[index] = digit - carry * 10
    }
    return Decimal(isNegative: a.isNegative, digits: digits, exponent: highest)
  }

  /// What the larger magnitude has more than the smaller one, with the sign of the larger.
  private static func difference(_ larger: Decimal, _ smaller: Decimal) -> Decimal {
    let highest = larger.exponent
    let lowest = min(larger.lowest, smaller.lowest)
    var digits = larger.digits(from: highest, to: lowest)
    let others = smaller.digits(from: highest, to: lowest)
    var borrow: UInt8 = 0
    for index in digits.indices.reversed() {
      let lack = others[index] + borrow
      borrow = digits[index] < lack ? 1 : 0
      digits[index] = digits[index] + borrow * 10 - lack
    }
    return Decimal(isNegative: larger.isNegative, digits: digits, exponent: highest)
  }

  /// The number in JSON's grammar, all its digits.
  package var text: String { (isNegative ? "-" : "") + plainMagnitudeText }
}
