extension Double {
  /// What JavaScript's `String(number)` gives: the shortest digits, with an exponent from 1e21 up and below 1e-6.
  package var jsText: String {
    if isNaN { return "NaN" }
    guard let decimal = Decimal(shortest: self) else { return self < 0 ? "-Infinity" : "Infinity" }
    let magnitude =
      -6..<21 ~= decimal.exponent ? decimal.plainMagnitudeText : decimal.exponentialText
    return (self < 0 ? "-" : "") + magnitude
  }
}
