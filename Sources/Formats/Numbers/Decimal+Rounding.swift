extension Decimal {
  /// How many places after the point the number has, zeros at the end left out.
  package var placeCount: Int { max(0, plainMagnitudeText.drop { $0 != "." }.count - 1) }

  /// Rounded to that many places after the point, halves away from zero.
  package func rounded(toPlaces places: Int) -> Decimal {
    keeping(exponent + 1 + places)
  }

  /// Rounded to that many significant digits, halves away from zero.
  package func rounded(toSignificant count: Int) -> Decimal {
    keeping(count)
  }

  /// The first `count` digits, the last of them raised by one if the rest is a half or more.
  private func keeping(_ count: Int) -> Decimal {
    guard count < digits.count else { return self }
    guard count >= 0 else { return .zero }
    var kept = Array(digits[..<count])
    guard digits[count] >= 5 else {
      return Decimal(isNegative: isNegative, digits: kept, exponent: exponent)
    }
    while kept.last == 9 { kept.removeLast() }
    if let last = kept.popLast() {
      return Decimal(isNegative: isNegative, digits: kept + [last + 1], exponent: exponent)
    }
    return Decimal(isNegative: isNegative, digits: [1], exponent: exponent + 1)
  }
}

extension Decimal: Comparable {
  package static func < (a: Decimal, b: Decimal) -> Bool {
    switch (a.isNegative, b.isNegative) {
    case (true, false): true
    case (false, true): false
    case (false, false): a.isLessInMagnitude(than: b)
    case (true, true): b.isLessInMagnitude(than: a)
    }
  }

  private func isLessInMagnitude(than other: Decimal) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}

extension Decimal {
  /// Whether no digit stands behind the point.
  package var isInteger: Bool { digits.count <= exponent + 1 || isZero }

  /// The value as an `Int`; nil for fractions and what doesn't fit.
  package var integer: Int? {
    guard isInteger, exponent < 19 else { return nil }
    return Int((isNegative ? "-" : "") + magnitudeText(places: 0))
  }

  /// The nearest double; infinite past its range.
  package var double: Double {
    let digits = isZero ? "0" : String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    let point = exponent - max(self.digits.count - 1, 0)
    return Double("\(isNegative ? "-" : "")\(digits)e\(point)") ?? 0
  }
}
