/// A unit that large numbers are counted in: 만, 억, 조 in Korean; thousands, millions, billions in English.
package enum MagnitudeUnit: String, Sendable, Hashable, CaseIterable {
  case one = ""
  case thousand = "k"
  case tenThousand = "만"
  case million = "m"
  case hundredMillion = "억"
  case billion = "bn"
  case trillion = "조"

  package var powerOfTen: Int {
    switch self {
    case .one: 0
    case .thousand: 3
    case .tenThousand: 4
    case .million: 6
    case .hundredMillion: 8
    case .billion: 9
    case .trillion: 12
    }
  }

  /// What stands behind a number in this unit.
  package var symbol: String { rawValue }

  /// The units that a language counts in, the least first.
  package static func units(of language: Language) -> [MagnitudeUnit] {
    switch language {
    case .ko: [.one, .tenThousand, .hundredMillion, .trillion]
    case .en: [.one, .thousand, .million, .billion]
    }
  }

  /// The unit as the language has it: 만, 억, 조 are k, m, bn in English; those of English stay as they are.
  package func spoken(in language: Language) -> MagnitudeUnit {
    switch (language, self) {
    case (.en, .tenThousand): .thousand
    case (.en, .hundredMillion): .million
    case (.en, .trillion): .billion
    default: self
    }
  }

  /// The language's largest unit that is not above the number's magnitude.
  package static func largest(notAbove number: Decimal, language: Language) -> MagnitudeUnit {
    guard !number.isZero else { return .one }
    return units(of: language).last { $0.powerOfTen <= number.exponent } ?? .one
  }

  package func scaled(_ number: Decimal) -> Decimal {
    number.scaled(byPowerOfTen: -powerOfTen)
  }
}

/// A unit and a number of decimals that suit many numbers at once, such as those of a table's column.
package struct MagnitudeScale: Sendable, Hashable {
  package var unit: MagnitudeUnit
  /// Places after the point; nil shows each number with the digits it has.
  package var places: Int?

  package init(unit: MagnitudeUnit, places: Int?) {
    self.unit = unit
    self.places = places
  }

  /// The largest unit not above the median magnitude of the numbers that aren't zero.
  ///
  /// One decimal if that median is below 100 units, else none; without a unit, the digits as they are.
  package init(fitting numbers: some Sequence<Decimal>, language: Language) {
    guard let median = Self.median(numbers) else {
      self.init(unit: .one, places: nil)
      return
    }
    self.init(unit: .largest(notAbove: median, language: language), median: median)
  }

  /// A given unit, with the decimals that suit the numbers.
  package init(unit: MagnitudeUnit, fitting numbers: some Sequence<Decimal>) {
    guard let median = Self.median(numbers) else {
      self.init(unit: unit, places: nil)
      return
    }
    self.init(unit: unit, median: median)
  }

  private init(unit: MagnitudeUnit, median: Decimal) {
    let isBelow100 = median.exponent < unit.powerOfTen + 2
    self.init(unit: unit, places: unit == .one ? nil : isBelow100 ? 1 : 0)
  }

  /// The median magnitude of the numbers that aren't zero.
  private static func median(_ numbers: some Sequence<Decimal>) -> Decimal? {
    let magnitudes = numbers.lazy.filter { !$0.isZero }.map(\.magnitude).sorted()
    guard !magnitudes.isEmpty else { return nil }
    return mean(magnitudes[(magnitudes.count - 1) / 2], magnitudes[magnitudes.count / 2])
  }

  /// Between the two middle numbers; a double is near enough to choose a unit by.
  private static func mean(_ a: Decimal, _ b: Decimal) -> Decimal {
    a == b ? a : Decimal(shortest: a.double / 2 + b.double / 2) ?? b
  }

  /// The number in this unit, grouped, without the unit's symbol.
  package func string(_ number: Decimal, locale: NumberLocale = .english) -> String {
    let scaled = unit.scaled(number)
    var specifier = FormatSpecifier()
    specifier.comma = true
    specifier.kind = .fixed
    guard let places else { return locale.grouped(scaled) }
    specifier.precision = places
    return NumberFormat(specifier).string(scaled, locale: locale)
  }
}

extension NumberLocale {
  /// All digits of a number in groups, without an exponent.
  func grouped(_ number: Decimal) -> String {
    let text = number.plainMagnitudeText
    let integer = text.prefix { $0 != "." }
    let fraction = text.dropFirst(integer.count + 1)
    return (number.isNegative ? minus : "") + grouped(String(integer))
      + (fraction.isEmpty ? "" : decimal + fraction)
  }
}
