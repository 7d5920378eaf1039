/// A number format in the grammar of d3-format, such as `,.1f` or `+.1%`.
///
/// A `Double` is rounded as by JavaScript, on its exact binary value: for charts that should look as Vega-Lite's do. A
/// `Decimal` is rounded half away from zero on the digits its author wrote: for report text.
///
///     try NumberFormat(".2f").string(1.005)               // 1.00, since the double is a little less
///     try NumberFormat(".2f").string(Decimal("1.005")!)   // 1.01
package struct NumberFormat: Sendable, Hashable {
  package let specifier: FormatSpecifier
  /// The power of ten that every number is shown in, with its SI prefix behind (`formatPrefix`).
  let fixedPrefix: SIPrefix?

  package init(_ specifier: String) throws(FormatError) {
    self.init(try FormatSpecifier(specifier))
  }

  package init(_ specifier: FormatSpecifier) {
    self.specifier = specifier
    fixedPrefix = nil
  }

  /// Fixed notation in the SI prefix that suits a reference value, for all numbers alike (`formatPrefix`).
  package init(_ specifier: FormatSpecifier, prefixOf value: Double) {
    var specifier = specifier
    specifier.kind = .fixed
    self.specifier = specifier
    fixedPrefix = SIPrefix(exponent: Decimal(shortest: value)?.exponent ?? 0)
  }

  /// The number rounded as JavaScript does.
  package func string(_ number: Double, locale: NumberLocale = .english) -> String {
    let scale = fixedPrefix.map { $0.factor * number } ?? number
    return NumberWriter(specifier: specifier, locale: locale, suffix: fixedPrefix?.symbol ?? "")
      .string(isPercentage ? .binary(scale * 100) : .binary(scale))
  }

  /// The number rounded half away from zero on its written digits; never −0.
  package func string(_ number: Decimal, locale: NumberLocale = .english) -> String {
    let power = (isPercentage ? 2 : 0) - (fixedPrefix?.exponent ?? 0)
    return NumberWriter(specifier: specifier, locale: locale, suffix: fixedPrefix?.symbol ?? "")
      .string(.written(number.scaled(byPowerOfTen: power)))
  }

  private var isPercentage: Bool {
    specifier.kind == .percent || specifier.kind == .roundedPercent
  }
}

/// A prefix of the International System of Units: a power of 1000 and its letter.
struct SIPrefix: Sendable, Hashable {
  let exponent: Int

  private static let symbols = [
    "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
  ]

  /// The prefix for numbers whose first digit counts that power of ten.
  init(exponent: Int) {
    self.exponent = min(max(exponent.flooredQuotient(3), -8), 8) * 3
  }

  var symbol: String { Self.symbols[exponent / 3 + 8] }

  /// What a number is multiplied by to be shown with the prefix: 10^−exponent, correctly rounded.
  var factor: Double {
    Decimal(isNegative: false, digits: [1], exponent: -exponent).double
  }
}
