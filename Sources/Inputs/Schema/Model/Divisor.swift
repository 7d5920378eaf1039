import Formats

/// The number of `multipleOf`.
struct Divisor: Sendable {
  let number: Number
  /// The digits as an integer, and the power of ten of the last of them.
  private let digits: UInt128
  private let power: Int

  /// As many digits as can be calculated with: ten times any such number fits 128 bits.
  static let mostDigits = 37

  /// Nil for what is no divisor: zero, a negative number, and one of too many digits.
  init?(_ number: Number) {
    let value = number.exact
    guard !value.isZero, !value.isNegative, value.digits.count <= Self.mostDigits else {
      return nil
    }
    self.number = number
    digits = value.digits.reduce(0) { $0 * 10 + UInt128($1) }
    power = value.exponent - (value.digits.count - 1)
  }

  /// Whether a number is a whole multiple, however many digits it has.
  func divides(_ dividend: Number) -> Bool {
    let value = dividend.exact
    guard !value.isZero else { return true }
    let zeros = value.exponent - (value.digits.count - 1) - power
    // The digits don't end in zero, so that they are no multiple of ten times anything.
    guard zeros >= 0 else { return false }
    var rest: UInt128 = 0
    for digit in value.digits { rest = (rest * 10 + UInt128(digit)) % digits }
    // 128 tens hold every two and five that are in the divisor; more change nothing.
    for _ in 0..<min(zeros, 128) where rest != 0 { rest = rest * 10 % digits }
    return rest == 0
  }
}
