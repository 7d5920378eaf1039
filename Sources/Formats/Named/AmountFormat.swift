/// A large number in a unit, and in a currency where one is named: `1,234억`, `1,234억 원`, `KRW 123.4 bn`.
package struct AmountFormat: Sendable, Hashable {
  package var currency: Currency?
  /// Nil takes the largest unit not above the number.
  package var unit: MagnitudeUnit?
  /// Nil shows one decimal, but none from 100 units up (1,000 in English) and two significant digits below one unit.
  package var digits: NumberFormat?

  package init(
    currency: Currency? = nil, unit: MagnitudeUnit? = nil, digits: NumberFormat? = nil
  ) {
    self.currency = currency
    self.unit = unit
    self.digits = digits
  }

  package func string(_ number: Decimal, language: Language) -> String {
    let unit = unit?.spoken(in: language) ?? largestUnit(for: number, language: language)
    let locale = NumberLocale(language)
    let scaled = unit.scaled(number)
    let text =
      digits?.string(scaled, locale: locale)
      ?? locale.grouped(Self.rounded(number, in: unit, language: language))
    guard let currency else { return text + unit.symbol }
    switch language {
    case .ko: return text + unit.symbol + (unit == .one ? "" : " ") + currency.koreanName
    case .en: return "\(currency.code) \(text)" + (unit == .one ? "" : " ") + unit.symbol
    }
  }

  /// The unit after rounding: 99,996,000 is 1억, not 10,000만.
  private func largestUnit(for number: Decimal, language: Language) -> MagnitudeUnit {
    let unit = MagnitudeUnit.largest(notAbove: number, language: language)
    guard digits == nil else { return unit }
    let rounded = Self.rounded(number, in: unit, language: language)
    return .largest(
      notAbove: rounded.scaled(byPowerOfTen: unit.powerOfTen), language: language)
  }

  /// The number counted in the unit, with the digits shown by default.
  private static func rounded(
    _ number: Decimal, in unit: MagnitudeUnit, language: Language
  ) -> Decimal {
    let scaled = unit.scaled(number)
    if unit == .one { return scaled }
    if scaled.exponent < 0 { return scaled.rounded(toSignificant: 2) }
    let wholeFrom = language == .ko ? 2 : 3
    return scaled.rounded(toPlaces: scaled.exponent >= wholeFrom ? 0 : 1)
  }
}
