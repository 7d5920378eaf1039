/// A date as a reader of the language expects it; its raw value is the format's name.
///
/// A date of which less is known is shown as far as it goes: `2022-10` by `date-long` is 2022년 10월.
package enum DateStyle: String, Sendable, Hashable, CaseIterable {
  case short = "date"
  case long = "date-long"
  case weekday = "date-weekday"
  case month
  case quarter

  package func string(_ date: ISODate, language: Language) throws(FormatError) -> String {
    if self == .quarter, date.precision == .year {
      throw FormatError(
        "format.type", "the format \"quarter\" needs a month, \"\(date)\" has none",
        hints: ["write the date with its month, such as \"\(date)-10\""])
    }
    return specifier(date.precision, language)
      .string(date.start, locale: TimeLocale(language))
  }

  private func specifier(_ precision: ISODate.Precision, _ language: Language) -> TimeFormat {
    let specifier =
      switch (language, self, precision) {
      case (.ko, .quarter, _): "%Y년 %q분기"
      case (.en, .quarter, _): "Q%q %Y"
      case (.ko, .short, .year), (.ko, .long, .year), (.ko, .weekday, .year), (.ko, .month, .year):
        "%Y년"
      case (.en, _, .year): "%Y"
      case (.ko, .short, .month), (.ko, .weekday, .month): "%Y. %-m."
      case (.ko, .long, .month), (.ko, .month, _): "%Y년 %-m월"
      case (.en, .short, .month), (.en, .weekday, .month): "%b %Y"
      case (.en, .long, .month), (.en, .month, _): "%B %Y"
      case (.ko, .short, .day), (.ko, .short, .time): "%Y. %-m. %-d."
      case (.en, .short, .day), (.en, .short, .time): "%-d %b %Y"
      case (.ko, .long, .day), (.ko, .long, .time): "%Y년 %-m월 %-d일"
      case (.en, .long, .day), (.en, .long, .time): "%-d %B %Y"
      case (.ko, .weekday, .day), (.ko, .weekday, .time): "%Y. %-m. %-d. (%a)"
      case (.en, .weekday, .day), (.en, .weekday, .time): "%a %-d %b %Y"
      }
    return TimeFormat(known: specifier)
  }
}
