import Diagnostics
import Formats
import Inputs
import Tables

/// Writes the values of a field as its `format` says, or as its type asks for.
struct ValueFormatter {
  private let format: DatumFormat
  private let run: ChartRun

  init(definition: ChannelDefinition, run: ChartRun) {
    self.run = run
    format = Self.format(definition, run)
  }

  private static func format(_ definition: ChannelDefinition, _ run: ChartRun) -> DatumFormat {
    let reader = definition.reader
    let given = reader["format"].map { reader.located($0) }
    let kind = reader.string("formatType")
    let isTime = kind == "time" || kind == "utc" || kind == nil && definition.type == .temporal
    let named = DatumFormat.named(
      given?.value.string, kind: kind, isTime: isTime,
      at: given?.location ?? reader["formatType"].map { reader.location(of: $0) }, run)
    if let named { return named }
    if isTime {
      let specifier =
        given?.value.string ?? definition.timeUnit?.specifier
        ?? run.configuration.value("timeFormat")?.value.string ?? "%b %d, %Y"
      return .time(specifier, at: given?.location, run)
    }
    if let specifier = given?.value.string {
      return number(specifier, given?.location, run)
    }
    guard definition.type == .quantitative else { return .plain }
    let key = definition.stacking == .offset(.normalize) ? "normalizedNumberFormat" : "numberFormat"
    let standard = run.configuration.value(key)
    return number(standard?.value.string ?? "", standard?.location, run)
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
    if case .number = format, datum.isNull { return "null" }
    return format.string(datum, run)
  }
}
