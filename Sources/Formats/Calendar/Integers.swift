extension Int {
  /// The quotient rounded down, where `/` rounds towards zero; the divisor is positive.
  package func flooredQuotient(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What the floored quotient leaves: 0 to divisor − 1.
  package func flooredRemainder(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The digits with leading fill up to a width, a minus sign before them.
  package func padded(_ width: Int, with fill: String = "0") -> String {
    let digits = String(magnitude)
    let missing = Swift.max(0, width - digits.utf8.count)
    return (self < 0 ? "-" : "") + String(repeating: fill, count: missing) + digits
  }
}
