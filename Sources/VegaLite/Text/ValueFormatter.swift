import Diagnostics
import Formats
import Inputs
import Tables

/// Writes the values of a field as its `format` says, or as its type asks for.
struct ValueFormatter {
  private let format: DatumFormat
  private let run: ChartRun

  /// `format` and `formatType` stand in the definition itself, or in its guide.
  init(definition: ChannelDefinition, guide: Properties? = nil, run: ChartRun) {
    self.run = run
    let own = definition.reader.located(definition.reader.value)
    format = Self.format(definition, guide ?? Properties([own], run), run)
  }

  private static func format(
    _ definition: ChannelDefinition, _ properties: Properties, _ run: ChartRun
  ) -> DatumFormat {
    let given = properties.located("format").flatMap { $0.value.isNull ? nil : $0 }
    let kind = properties.string("formatType")
    let isTime =
      kind == "time" || kind == "utc"
      || kind == nil
        && (definition.type == .temporal || definition.timeUnit != nil)
    let named = DatumFormat.special(
      given?.value.string, kind: kind, for: definition, isTime: isTime,
      at: given?.location ?? properties.located("formatType")?.location, run)
    if let named { return named }
    if isTime {
      let language = run.environment.language
      let specifier =
        given?.value.string ?? definition.timeUnit?.specifier(language)
        ?? run.configuration.timeFormat(language).specifier
      return .time(specifier, at: given?.location, run)
    }
    if let specifier = given?.value.string {
      return number(specifier, given?.location, run)
    }
    guard definition.type == .quantitative else { return .plain }
    let isShare = definition.stacking == .offset(.normalize)
    let standard = run.configuration.value(isShare ? "normalizedNumberFormat" : "numberFormat")
    let format = number(standard?.value.string ?? "", standard?.location, run)
    return isShare ? format : .quantity(format)
  }

  private static func number(
    _ specifier: String, _ location: SourceLocation?, _ run: ChartRun
  ) -> DatumFormat {
    .attempt(at: location, run) { () throws(FormatError) in .number(try NumberFormat(specifier)) }
  }

  /// The end of a bin, of which there is none for an invalid value.
  func number(_ datum: Datum) -> String { format.string(datum, run) }

  /// The value as the text of a mark.
  func text(_ datum: Datum) -> String {
    if format.isNumber, datum.isNull { return "null" }
    return format.string(datum, run)
  }
}
