/// The texts that JavaScript's number methods make, of a number's magnitude; the sign is the caller's.
extension Decimal {
  /// All digits without an exponent: `1234.5`, `0.001`.
  package var plainMagnitudeText: String {
    magnitudeText(places: max(0, digits.count - 1 - exponent))
  }

  /// Rounded to exactly that many places after the point (`toFixed`).
  package func fixedText(places: Int) -> String {
    rounded(toPlaces: places).magnitudeText(places: places)
  }

  /// Rounded to that many places, with an exponent: `1.23e+4` (`toExponential`).
  package func exponentialText(places: Int) -> String {
    let rounded = rounded(toSignificant: places + 1)
    return rounded.exponentialText(digits: rounded.digitText(0..<places + 1))
  }

  /// Rounded to that many significant digits, with an exponent where it is under −6 or not under them (`toPrecision`).
  package func precisionText(significant count: Int) -> String {
    let rounded = rounded(toSignificant: count)
    if rounded.exponent < -6 || rounded.exponent >= count {
      return rounded.exponentialText(digits: rounded.digitText(0..<count))
    }
    return rounded.magnitudeText(places: count - 1 - rounded.exponent)
  }

  /// All digits with an exponent: `1.5e-7`.
  package var exponentialText: String {
    exponentialText(digits: digitText(0..<max(1, digits.count)))
  }

  private func exponentialText(digits: String) -> String {
    let fraction = digits.dropFirst()
    return String(digits.prefix(1)) + (fraction.isEmpty ? "" : "." + fraction)
      + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
  }

  /// The digits at those positions from the first one, zeros where there are none.
  package func digitText(_ positions: Range<Int>) -> String {
    String(
      decoding: positions.map { (digits.indices ~= $0 ? digits[$0] : 0) + 0x30 }, as: UTF8.self)
  }

  /// The number with that many places after the point, digits beyond them cut off.
  func magnitudeText(places: Int) -> String {
    let integer = exponent < 0 ? "0" : digitText(0..<exponent + 1)
    guard places > 0 else { return integer }
    return integer + "." + digitText(exponent + 1..<exponent + 1 + places)
  }
}
