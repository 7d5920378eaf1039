import Diagnostics

/// What stands behind the colon in `{{path:format}}`: a named format, one of d3-format or one of d3-time-format.
///
/// Numbers are rounded half away from zero on the digits their author wrote.
///
/// | format | ko | en |
/// |---|---|---|
/// | `만` `억` `조` `k` `m` `bn`, `auto` | 1,234억 | 123,400m |
/// | `krw` `usd` `eur` `jpy` `cny` | 1,234억 원 | KRW 123.4 bn |
/// | `한글수`, `한글수 2` | 1조 2,345억 | 1,234,500,000,000 |
/// | `percent`, `%p` of a ratio | 12.3%, 12.3%p | 12.3%, 12.3 pp |
/// | `△` | △1,234 | (1,234) |
/// | `ordinal` | 3번째 | 3rd |
/// | `date` `date-long` `date-weekday` `month` `quarter` | 2022. 10. 25. | 25 Oct 2022 |
///
/// A number format may follow a unit, a currency, `percent`, `%p` and `△` after a blank: `억 ,.1f`, `krw 억 ,.0f`,
/// `%p +.1f`.
package struct ValueFormat: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case number(NumberFormat)
    case time(TimeFormat)
    case amount(AmountFormat)
    /// Nil shows all groups of four digits.
    case hangulNumber(groups: Int?)
    case percent(NumberFormat?)
    case percentPoints(NumberFormat?)
    case triangle(Triangle)
    case ordinal
    case date(DateStyle)
  }

  /// What stands behind △ where a number is negative.
  package enum Triangle: Sendable, Hashable {
    /// Nil shows all digits.
    case digits(NumberFormat?)
    case amount(AmountFormat)
  }

  /// The format as written.
  package let text: String
  package let kind: Kind

  init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// The value as text; a value of the wrong kind is an error.
  package func string(
    _ value: FormatInput, language: Language
  ) throws(FormatError) -> String {
    let locale = NumberLocale(language)
    switch kind {
    case .number(let format):
      return format.string(try value.decimal(for: text), locale: locale)
    case .time(let format):
      return format.string(try value.date(for: text).start, locale: TimeLocale(language))
    case .amount(let format):
      return format.string(try value.decimal(for: text), language: language)
    case .hangulNumber(let groups):
      let number = try value.decimal(for: text)
      return switch language {
      case .ko: HangulNumber.string(number, groups: groups, locale: locale)
      case .en: locale.grouped(number)
      }
    case .percent(let format):
      return Self.hundredths(try value.decimal(for: text), format, locale) + locale.percent
    case .percentPoints(let format):
      let number = Self.hundredths(try value.decimal(for: text), format, locale)
      return switch language {
      case .ko: number + "%p"
      case .en: number + " pp"
      }
    case .triangle(let format):
      let number = try value.decimal(for: text)
      return Self.accounting(number, format, language)
    case .ordinal:
      return try ordinal(try value.decimal(for: text), language)
    case .date(let style):
      return try style.string(try value.date(for: text), language: language)
    }
  }
}

extension ValueFormat {
  /// A ratio times 100, with one decimal where no format says otherwise, none if that is a zero.
  private static func hundredths(
    _ ratio: Decimal, _ format: NumberFormat?, _ locale: NumberLocale
  ) -> String {
    let number = ratio.scaled(byPowerOfTen: 2)
    return format?.string(number, locale: locale)
      ?? locale.grouped(number.rounded(toPlaces: 1))
  }

  /// Negative numbers with △ before them as in Korean accounts, in parentheses as in English ones.
  private static func accounting(
    _ number: Decimal, _ content: Triangle, _ language: Language
  ) -> String {
    let locale = NumberLocale(language)
    return accounting(number, language) { magnitude in
      switch content {
      case .digits(let format):
        format?.string(magnitude, locale: locale) ?? locale.grouped(magnitude)
      case .amount(let format): format.string(magnitude, language: language)
      }
    }
  }

  /// A number whose magnitude is written in some way, and its sign as accounts have it.
  package static func accounting(
    _ number: Decimal, _ language: Language, magnitude write: (Decimal) -> String
  ) -> String {
    func magnitude(_ number: Decimal) -> String { write(number.magnitude) }
    // A loss that is rounded to nothing is none.
    let isShownAsZero = magnitude(number) == magnitude(.zero)
    guard number.isNegative, !isShownAsZero else { return magnitude(number) }
    return switch language {
    case .ko: "△" + magnitude(number)
    case .en: "(" + magnitude(number) + ")"
    }
  }

  private func ordinal(_ number: Decimal, _ language: Language) throws(FormatError) -> String {
    guard number.isInteger, !number.isNegative else {
      throw FormatError(
        "format.number",
        "the format \"\(text)\" shows whole numbers from 0 on, not \(number.isNegative ? "-" : "")\(number.plainMagnitudeText)"
      )
    }
    let digits = NumberLocale(language).grouped(number)
    switch language {
    case .ko: return digits + "번째"
    case .en:
      let lastTwo = number.plainMagnitudeText.suffix(2)
      if lastTwo.count == 2, lastTwo.first == "1" { return digits + "th" }
      switch lastTwo.last {
      case "1": return digits + "st"
      case "2": return digits + "nd"
      case "3": return digits + "rd"
      default: return digits + "th"
      }
    }
  }
}
