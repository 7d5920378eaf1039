package import Formats

/// The unit that the numbers of a table, figure or div are counted in, printed once above them.
package struct UnitScale: Sendable, Hashable {
  package var magnitude: MagnitudeScale
  package var currency: Currency?

  package init(magnitude: MagnitudeScale, currency: Currency? = nil) {
    self.magnitude = magnitude
    self.currency = currency
  }

  /// `단위: 억 원`, `Unit: KRW bn`; nil where there is nothing to say.
  package func label(_ strings: Strings, _ language: Language) -> String? {
    let symbol = magnitude.unit.symbol
    let words =
      switch language {
      case .ko: [symbol, currency?.koreanName ?? ""]
      case .en: [currency?.code ?? "", symbol]
      }
    let unit = words.filter { !$0.isEmpty }.joined(separator: " ")
    return unit.isEmpty ? nil : "\(strings[.unit]): \(unit)"
  }
}

/// What `unit` and `currency` ask for: the unit that suits the numbers, or a given one.
package struct UnitRequest: Sendable, Hashable {
  static let auto = "auto"
  /// What `unit` may be.
  static let units = [auto] + MagnitudeUnit.allCases.map(\.rawValue).filter { !$0.isEmpty }

  /// Nil chooses by the numbers.
  var unit: MagnitudeUnit?
  var currency: Currency?

  /// Nil where the attributes ask for none; that they have the right type has been checked.
  init?(_ attributes: Attributes) {
    guard let wanted = attributes[Key.unit.rawValue] else { return nil }
    self.init(wanted, currency: attributes[Key.currency.rawValue].flatMap(Currency.init))
  }

  /// - Parameter wanted: One of `units`.
  init(_ wanted: String, currency: Currency?) {
    unit = wanted == Self.auto ? nil : MagnitudeUnit(rawValue: wanted)
    self.currency = currency
  }

  enum Key: String, CaseIterable {
    case unit
    case currency
  }

  /// The scale for some numbers.
  package func scale(fitting numbers: [Decimal], language: Language) -> UnitScale {
    UnitScale(
      magnitude: unit.map {
        MagnitudeScale(unit: $0.spoken(in: language), fitting: numbers)
      } ?? MagnitudeScale(fitting: numbers, language: language), currency: currency)
  }
}
