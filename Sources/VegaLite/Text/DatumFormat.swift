import Diagnostics
import Formats
import Inputs
import Tables

/// How a value becomes text: on an axis, in a legend, as a label.
enum DatumFormat {
  case number(NumberFormat)
  case time(TimeFormat)
  /// As precise as the moment asks for.
  case timeAxis
  /// Numbers of a logarithmic axis, of which only some are named.
  case log(NumberFormat, (Double) -> Bool)
  /// A format of report text, such as `억` or `quarter`.
  case named(ValueFormat, Language, SourceLocation?)
  case plain

  /// What `formatType` may be.
  static let kinds = ["number", "time", "utc", "ko", "en"]

  func string(_ value: Datum, _ run: ChartRun) -> String {
    switch self {
    case .plain:
      if let items = value.list { return items.map(\.asText).joined(separator: " ") }
      return value.asText
    case .number(let format):
      return format.string(value.asNumber, locale: run.evaluation.numberLocale)
    case .log(let format, let isNamed):
      guard isNamed(value.asNumber) else { return "" }
      return format.string(value.asNumber, locale: run.evaluation.numberLocale)
    case .time(let format):
      guard let moment = Self.moment(value) else { return value.isNull ? "null" : "Invalid Date" }
      return format.string(moment, locale: run.evaluation.timeLocale)
    case .timeAxis:
      guard let moment = Self.moment(value) else { return value.asText }
      return TimeAxisFormat(run.environment.language)
        .string(moment, locale: run.evaluation.timeLocale)
    case .named(let format, let language, let location):
      guard let input = Self.input(value, for: format) else { return value.asText }
      do {
        return try format.string(input, language: language)
      } catch {
        run.findings.add(error.diagnostic(at: location))
        return value.asText
      }
    }
  }

  private static func moment(_ value: Datum) -> CivilDateTime? {
    Dates.date(value).double.flatMap { CivilDateTime(milliseconds: $0) }
  }

  private static func input(_ value: Datum, for format: ValueFormat) -> FormatInput? {
    switch format.kind {
    case .date, .time: moment(value).map { .date(ISODate($0)) }
    default: value.isNull || !value.asNumber.isFinite ? nil : .number(value.asNumber)
    }
  }
}

extension DatumFormat {
  /// The format of report text that a chart asks for: by `formatType`, or by a name d3 doesn't have.
  static func named(
    _ text: String?, kind: String?, isTime: Bool, at location: SourceLocation?, _ run: ChartRun
  ) -> DatumFormat? {
    if let kind, !kinds.contains(kind) {
      run.findings.error(
        "chart.format", "unknown \"formatType\" \"\(kind)\"", at: location,
        hints: Suggestion.hints(for: kind, in: kinds))
    }
    guard let text else { return nil }
    let language = kind.flatMap { Language(rawValue: $0) }
    // `%p` is 오전/오후 of a moment, percentage points of a number.
    let isNamed =
      kind == nil && !(isTime && text.contains("%"))
      && ValueFormat.names.contains(String(text.prefix { $0 != " " }))
    guard language != nil || isNamed else { return nil }
    return attempt(at: location, run) { () throws(FormatError) in
      .named(try ValueFormat.parse(text), language ?? run.environment.language, location)
    }
  }

  static func time(_ specifier: String, at location: SourceLocation?, _ run: ChartRun) -> Self {
    attempt(at: location, run) { () throws(FormatError) in .time(try TimeFormat(specifier)) }
  }

  /// The format, or plain text where there is a fault in it, which is reported.
  static func attempt(
    at location: SourceLocation?, _ run: ChartRun,
    _ format: () throws(FormatError) -> DatumFormat
  ) -> DatumFormat {
    do {
      return try format()
    } catch {
      run.findings.add(error.diagnostic(at: location))
      return .plain
    }
  }
}
