import Formats

/// The number of `multipleOf`.
struct Divisor: Sendable {
  let number: Number
  private let digits: [UInt8]
  /// The power of ten of the last digit.
  private let power: Int
  /// The digits as an integer, where it is small enough to calculate with.
  private let small: UInt64?

  /// More digits than any that is meant; the work of a division grows with them.
  static let mostDigits = 1000

  /// Nil for what is no divisor: zero, a negative number, and one of too many digits.
  init?(_ number: Number) {
    let value = number.exact
    guard !value.isZero, !value.isNegative, value.digits.count <= Self.mostDigits else {
      return nil
    }
    self.number = number
    digits = value.digits
    power = value.exponent - (value.digits.count - 1)
    small = digits.count <= 17 ? digits.reduce(0) { $0 * 10 + UInt64($1) } : nil
  }

  /// Whether a number is a whole multiple.
  func divides(_ dividend: Number) -> Bool {
    let value = dividend.exact
    guard !value.isZero else { return true }
    let zeros = value.exponent - (value.digits.count - 1) - power
    // The digits don't end in zero, so that they are no multiple of ten times anything.
    guard zeros >= 0 else { return false }
    guard let small else { return dividesLong(value.digits, zeros: zeros) }
    var rest: UInt64 = 0
    for digit in value.digits { rest = (rest * 10 + UInt64(digit)) % small }
    // Sixty tens hold every two and five that are in a divisor of so few digits; more change nothing.
    for _ in 0..<min(zeros, 60) where rest != 0 { rest = rest * 10 % small }
    return rest == 0
  }

  /// Long division on digits; each step takes the divisor away as often as it goes.
  private func dividesLong(_ dividend: [UInt8], zeros: Int) -> Bool {
    // log2(10) < 4 twos, and fewer fives, for each digit of the divisor.
    let appended = min(zeros, 4 * digits.count)
    // The rest, one digit longer than the divisor, the greatest digit first.
    var rest = [UInt8](repeating: 0, count: digits.count + 1)
    for index in 0..<dividend.count + appended {
      rest.removeFirst()
      rest.append(index < dividend.count ? dividend[index] : 0)
      while isAtLeastDivisor(rest) { subtractDivisor(from: &rest) }
    }
    return rest.allSatisfy { $0 == 0 }
  }

  private func isAtLeastDivisor(_ rest: [UInt8]) -> Bool {
    rest[0] != 0 || !rest.dropFirst().lexicographicallyPrecedes(digits)
  }

  private func subtractDivisor(from rest: inout [UInt8]) {
    var borrow: UInt8 = 0
    for index in digits.indices.reversed() {
      let taken = digits[index] + borrow
      borrow = rest[index + 1] < taken ? 1 : 0
      rest[index + 1] = rest[index + 1] + 10 * borrow - taken
    }
    rest[0] -= borrow
  }
}
