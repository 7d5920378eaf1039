/// A value about to be shown by a format.
package enum FormatInput: Sendable, Hashable {
  /// A number: the text its author wrote, which is what is rounded, and the double nearest to it.
  case number(text: String, double: Double)
  case date(ISODate)
  case text(String)

  package static func number(_ double: Double) -> FormatInput {
    .number(text: double.jsText, double: double)
  }

  package static func number(_ integer: Int) -> FormatInput {
    .number(text: String(integer), double: Double(integer))
  }

  /// What is shown without a format: a number as written in the source, a date in ISO 8601, a text.
  package var plainText: String {
    switch self {
    case .number(let text, _): text
    case .date(let date): date.description
    case .text(let text): text
    }
  }
}

extension FormatInput {
  /// The digits of a number; anything else is an error that names the format.
  func decimal(for format: String) throws(FormatError) -> Decimal {
    switch self {
    case .number(let text, let double):
      if let decimal = Decimal(text) ?? Decimal(shortest: double) { return decimal }
      throw FormatError(
        "format.number", "the number \"\(text)\" can't be shown by the format \"\(format)\"",
        hints: ["numbers have at most \(Decimal.exponentLimit) places before the point"])
    case .date(let date):
      throw FormatError(
        "format.type", "the format \"\(format)\" shows numbers, \"\(date)\" is a date",
        hints: ["dates are shown by formats such as date, month or %Y-%m-%d"])
    case .text(let text):
      throw FormatError(
        "format.type", "the format \"\(format)\" shows numbers, \"\(text)\" is a text",
        hints: Decimal(text) == nil ? [] : ["write the number without quotation marks"])
    }
  }

  /// The least number of milliseconds taken for a moment (3 March 1973): below it lie years and days of a careless source.
  private static let leastMoment = 1e11

  /// A date, a text that is one in ISO 8601, or a moment as milliseconds since 1970, as the chart transforms make them.
  func date(for format: String) throws(FormatError) -> ISODate {
    switch self {
    case .date(let date): return date
    case .text(let text):
      if let date = ISODate(text) { return date }
      throw FormatError(
        "format.type", "the format \"\(format)\" shows dates, \"\(text)\" is none",
        hints: ["dates are written 2022-10-25, 2022-10, 2022 or 2022-10-25T09:30:00Z"])
    case .number(let text, let double):
      if double.magnitude >= Self.leastMoment, let moment = CivilDateTime(milliseconds: double) {
        return ISODate(moment)
      }
      throw FormatError(
        "format.type", "the format \"\(format)\" shows dates, \(text) is a number",
        hints: ["write dates as texts: \"2022-10-25\", \"2022-10\", \"2022\""])
    }
  }
}
