import Diagnostics
import Formats
import Inputs
import Tables

/// How a value becomes text: on an axis, in a legend, as a label.
indirect enum DatumFormat {
  case number(NumberFormat)
  case time(TimeFormat)
  /// As precise as the moment asks for.
  case timeAxis
  /// Numbers of a logarithmic axis, of which only some are named.
  case log(DatumFormat, (Double) -> Bool)
  /// A format of report text, such as `억` or `quarter`.
  case named(ValueFormat, Language, SourceLocation?)
  /// A function of the expression language that is given the value and the format.
  case function(Expression)
  case plain
  /// A number without a format of its own, which the surroundings may count in a unit, and how it is written else.
  case quantity(DatumFormat)

  /// What `formatType` may be.
  static let kinds = ["number", "time", "utc", "ko", "en"]

  func string(_ value: Datum, _ run: ChartRun) -> String {
    switch self {
    case .quantity(let standard):
      switch run.environment.plainNumbers {
      case .counted(let scale):
        guard !value.isNull, let number = Decimal(shortest: value.asNumber) else { break }
        return scale.string(number, locale: run.evaluation.numberLocale)
      case .noted:
        if !value.isNull { run.note(plainNumber: value.asNumber) }
      case .asTheyAre: break
      }
      return standard.string(value, run)
    case .plain:
      if let items = value.list { return items.map(\.asText).joined(separator: " ") }
      return value.asText
    case .number(let format):
      return format.string(value.asNumber, locale: run.evaluation.numberLocale)
    case .log(let format, let isNamed):
      return isNamed(value.asNumber) ? format.string(value, run) : ""
    case .time(let format):
      guard let moment = Self.moment(value) else { return value.isNull ? "null" : "Invalid Date" }
      return format.string(moment, locale: run.evaluation.timeLocale)
    case .function(let expression):
      let made = run.findings.attempt { () throws(DiagnosticError) in
        try expression.evaluate(.record(.record(.init([("value", value)]))), run.evaluation)
      }
      return made?.asText ?? ""
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
  /// Whether it writes numbers by d3's grammar.
  var isNumber: Bool {
    switch self {
    case .number: true
    case .quantity(let standard): standard.isNumber
    case .time, .timeAxis, .log, .named, .function, .plain: false
    }
  }

  /// A format that isn't d3's: one of report text, by `formatType` or by a name d3 doesn't have, or a function's.
  static func special(
    _ text: String?, kind: String?, for definition: ChannelDefinition, isTime: Bool,
    at location: SourceLocation?, _ run: ChartRun
  ) -> DatumFormat? {
    if text == nil, kind == nil, let standard = standardFunction(definition, run) {
      return standard
    }
    if let kind, !kinds.contains(kind) {
      if allowsFunctions(run) {
        return function(kind, text, at: location, run)
      }
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

  private static func allowsFunctions(_ run: ChartRun) -> Bool {
    run.configuration.value("customFormatTypes")?.value.bool ?? false
  }

  /// The function that the config names for fields of a kind.
  private static func standardFunction(
    _ definition: ChannelDefinition, _ run: ChartRun
  ) -> DatumFormat? {
    let key: String
    switch definition.type {
    case .quantitative:
      key = definition.stacking == .offset(.normalize) ? "normalizedNumberFormat" : "numberFormat"
    case .temporal where definition.timeUnit == nil: key = "timeFormat"
    default: return nil
    }
    guard allowsFunctions(run), let located = run.configuration.value(key + "Type"),
      let name = located.value.string
    else { return nil }
    return function(
      name, run.configuration.value(key)?.value.string, at: located.location, run)
  }

  /// A function named as `formatType`, as `customFormatTypes` allows.
  private static func function(
    _ name: String, _ format: String?, at location: SourceLocation?, _ run: ChartRun
  ) -> DatumFormat? {
    let quoted = (format ?? "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let text = format == nil ? "\(name)(datum.value)" : "\(name)(datum.value, \"\(quoted)\")"
    let expression = run.findings.attempt { () throws(DiagnosticError) in
      try Expression(text, at: location)
    }
    return expression.map { .function($0) }
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
