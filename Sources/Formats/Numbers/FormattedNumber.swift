/// The number to be formatted, which decides how it is rounded.
enum FormattedNumber {
  /// Rounded on the exact binary value, with the limits of JavaScript's number methods.
  case binary(Double)
  /// Rounded on the digits written.
  case written(Decimal)

  var isBinary: Bool {
    switch self {
    case .binary: true
    case .written: false
    }
  }

  var isNegative: Bool {
    switch self {
    case .binary(let double): double.sign == .minus && !double.isNaN
    case .written(let decimal): decimal.isNegative
    }
  }

  /// As `String(number)` gives it.
  var scriptText: String {
    switch self {
    case .binary(let double): double.jsText
    case .written(let decimal): (decimal.isNegative ? "-" : "") + decimal.plainMagnitudeText
    }
  }

  /// The magnitude in a notation, not yet trimmed, and the SI prefix that goes behind it.
  func text(
    _ specifier: FormatSpecifier, locale: NumberLocale
  ) -> (body: String, prefixSymbol: String) {
    switch self {
    case .binary(let double):
      if double.isNaN { return (locale.nan, "") }
      let magnitude = double.magnitude
      guard let exact = Decimal(exactly: magnitude), let shortest = Decimal(shortest: magnitude)
      else { return (specifier.kind == .integer ? "∞" : "Infinity", "") }
      let isFixed = specifier.kind == .fixed || specifier.kind == .percent
      if isFixed, magnitude >= 1e21 {
        // toFixed gives up there (ECMA-262, Number.prototype.toFixed, step 9).
        return (shortest.exponentialText, "")
      }
      if specifier.kind == .integer {
        let integer = magnitude.rounded(.toNearestOrAwayFromZero)
        return ((Decimal(shortest: integer) ?? exact).plainMagnitudeText, "")
      }
      return exact.text(specifier)
    case .written(let decimal):
      if specifier.kind == nil, specifier.precision == nil {
        // d3's twelve digits hide binary noise; they must neither cost digits before the point nor force an exponent.
        let rounded = decimal.magnitude.rounded(toSignificant: max(12, decimal.exponent + 1))
        return (rounded.plainMagnitudeText, "")
      }
      return decimal.magnitude.text(specifier)
    }
  }
}

extension Decimal {
  fileprivate func text(
    _ specifier: FormatSpecifier
  ) -> (body: String, prefixSymbol: String) {
    let precision = specifier.precision ?? (specifier.kind == nil ? 12 : 6)
    let places = min(max(precision, 0), 20)
    let significant = min(max(precision, 1), 21)
    switch specifier.kind {
    case .fixed, .percent: return (fixedText(places: places), "")
    case .exponent: return (exponentialText(places: places), "")
    case .general, .number, nil: return (precisionText(significant: significant), "")
    case .rounded, .roundedPercent: return (roundedText(significant: significant), "")
    case .prefixed: return prefixedText(significant: significant)
    case .integer: return (fixedText(places: 0), "")
    case .binary: return (rounded(toPlaces: 0).integerText(base: 2), "")
    case .octal: return (rounded(toPlaces: 0).integerText(base: 8), "")
    case .hexadecimal: return (rounded(toPlaces: 0).integerText(base: 16), "")
    case .upperHexadecimal:
      return (rounded(toPlaces: 0).integerText(base: 16).uppercased(), "")
    case .character: return (plainMagnitudeText, "")
    }
  }

  /// Decimal notation with that many significant digits, zeros filling the places before the point.
  private func roundedText(significant count: Int) -> String {
    if isZero { return "0" }
    let rounded = rounded(toSignificant: count)
    return rounded.magnitudeText(places: max(0, count - 1 - rounded.exponent))
  }

  private func prefixedText(significant count: Int) -> (body: String, prefixSymbol: String) {
    if isZero { return (precisionText(significant: count), "") }
    let rounded = rounded(toSignificant: count)
    let prefix = SIPrefix(exponent: rounded.exponent)
    let integerDigits = rounded.exponent - prefix.exponent + 1
    let scaled = scaled(byPowerOfTen: -prefix.exponent)
    // Below the least prefix leading zeros count as digits.
    let text =
      integerDigits > 0
      ? scaled.roundedText(significant: count) : scaled.fixedText(places: count - 1)
    return (text, prefix.symbol)
  }

  /// The integer in another base, by long division.
  private func integerText(base: Int) -> String {
    var rest = digitText(0..<max(0, exponent) + 1).utf8.map { Int($0) - 0x30 }[...]
    var text: [UInt8] = []
    repeat {
      var remainder = 0
      for index in rest.indices {
        let value = remainder * 10 + rest[index]
        rest[index] = value / base
        remainder = value % base
      }
      rest = rest.drop { $0 == 0 }
      text.append(UInt8(remainder < 10 ? 0x30 + remainder : 0x61 + remainder - 10))
    } while !rest.isEmpty
    return String(decoding: text.reversed(), as: UTF8.self)
  }
}
