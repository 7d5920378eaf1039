/// How numbers look in a language: the members of a d3-format locale.
package struct NumberLocale: Sendable, Hashable {
  package var decimal = "."
  package var thousands = ","
  /// Sizes of the groups from the right, repeated from the front when used up.
  package var grouping = [3]
  package var currencyPrefix = "$"
  package var currencySuffix = ""
  /// Ten texts for the digits 0 to 9; empty for the digits themselves.
  package var numerals: [String] = []
  package var percent = "%"
  package var minus = "−"
  package var nan = "NaN"

  package init() {}

  package static let english = NumberLocale()

  /// As the English one: a written `$` stays a dollar, which in d3's own Korean locale silently becomes a won.
  package static let korean = NumberLocale()

  package init(_ language: Language) {
    self =
      switch language {
      case .ko: .korean
      case .en: .english
      }
  }
}

extension NumberLocale {
  /// The digits in groups; with leading zeros cut so that digits and separators fill no more than `width`.
  func grouped(_ digits: String, width: Int = .max) -> String {
    guard !grouping.isEmpty, grouping.allSatisfy({ $0 > 0 }) else { return digits }
    var groups: [String] = []
    var rest = digits[...]
    var length = 0
    while !rest.isEmpty {
      var size = grouping[groups.count % grouping.count]
      if size >= width - length { size = max(1, width - length) }
      groups.append(String(rest.suffix(size)))
      rest = rest.dropLast(size)
      length += size + 1
      if length > width { break }
    }
    return groups.reversed().joined(separator: thousands)
  }

  /// The text with its digits written as the locale's.
  func withNumerals(_ text: String) -> String {
    guard numerals.count == 10 else { return text }
    return text.unicodeScalars.map { scalar in
      "0"..."9" ~= scalar ? numerals[Int(scalar.value - 0x30)] : String(scalar)
    }.joined()
  }
}
