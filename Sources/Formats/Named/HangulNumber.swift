/// Numbers with 만, 억, 조 in between, as Korean reads them: `1조 2,345억`.
package enum HangulNumber {
  private static let units = ["", "만", "억", "조", "경", "해"]

  /// The number in groups of four digits; `groups` rounds it to that many of them from the largest.
  package static func string(
    _ number: Decimal, groups: Int? = nil, locale: NumberLocale = .korean
  ) -> String {
    var number = number
    if let groups, groups > 0 {
      // The place of the lowest group kept; above the last unit there are no more groups.
      let top = min(max(number.exponent, 0) / 4, units.count - 1)
      number = number.rounded(toPlaces: min(0, -4 * (top - groups + 1)))
    }
    let text = number.plainMagnitudeText
    var integer = text.prefix { $0 != "." }
    let fraction = text.dropFirst(integer.count)
    var parts: [String] = []
    for (index, unit) in units.enumerated() where !integer.isEmpty {
      let isLast = index == units.count - 1
      let group = isLast ? integer : integer.suffix(4)
      integer = integer.dropLast(group.count)
      let digits = group.drop { $0 == "0" }
      if index == 0, !fraction.isEmpty {
        let written = digits.isEmpty ? "0" : locale.grouped(String(digits))
        parts.append(written + locale.decimal + fraction.dropFirst())
      } else if !digits.isEmpty {
        parts.append(locale.grouped(String(digits)) + unit)
      }
    }
    let written = parts.isEmpty ? "0" : parts.reversed().joined(separator: " ")
    return (number.isNegative ? locale.minus : "") + written
  }
}
