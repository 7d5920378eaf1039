import Formats

/// Writes numbers and dates, and reads dates.
enum FormatFunction: String, Sendable, CaseIterable {
  case format, timeFormat, utcFormat, timeParse, utcParse
  case monthFormat, monthAbbrevFormat, dayFormat, dayAbbrevFormat, timeUnitSpecifier

  var arity: ClosedRange<Int> {
    switch self {
    case .format, .timeParse, .utcParse: 2...2
    case .timeFormat, .utcFormat, .timeUnitSpecifier: 1...2
    case .monthFormat, .monthAbbrevFormat, .dayFormat, .dayAbbrevFormat: 1...1
    }
  }

  func apply(
    _ arguments: [Datum], language: Language, numbers: NumberLocale, times: TimeLocale
  ) throws(FormatError) -> Datum {
    let first = arguments[0]
    switch self {
    case .format:
      let text = arguments[1].asText
      // Beside d3's formats those of report text, such as 억, which d3 would refuse.
      if ValueFormat.isNamed(text), first.asNumber.isFinite {
        let input: FormatInput
        if case .date(let time) = first, let moment = CivilDateTime(milliseconds: time) {
          input = .date(ISODate(moment))
        } else {
          input = .number(first.asNumber)
        }
        return .string(try ValueFormat.parse(text).string(input, language: language))
      }
      return .string(try NumberFormat(text).string(first.asNumber, locale: numbers))
    case .timeFormat, .utcFormat:
      guard let time = TypeFunction.date(first).double,
        let moment = CivilDateTime(milliseconds: time)
      else { return "Invalid Date" }
      guard arguments.count > 1 else {
        return .string(TimeAxisFormat().string(moment, locale: times))
      }
      return .string(try TimeFormat(arguments[1].asText).string(moment, locale: times))
    case .timeParse, .utcParse:
      let format = try TimeFormat(arguments[1].asText)
      return format.moment(from: first.asText, locale: times).map {
        .date(Double($0.milliseconds))
      } ?? .null
    case .monthFormat: return name(in: times.months, first)
    case .monthAbbrevFormat: return name(in: times.shortMonths, first)
    case .dayFormat: return name(in: times.days, first)
    case .dayAbbrevFormat: return name(in: times.shortDays, first)
    case .timeUnitSpecifier:
      let parts = (first.list ?? [first]).compactMap { TimeUnit.Part(rawValue: $0.asText) }
      return parts.isEmpty ? "" : .string(TimeUnit(parts).specifier)
    }
  }

  /// The name of a month or weekday, counted from 0 and round again.
  private func name(in names: [String], _ index: Datum) -> Datum {
    let number = index.asNumber
    guard number.magnitude < 1e9, !names.isEmpty else { return "" }
    return .string(names[Int(number).flooredRemainder(names.count)])
  }
}
