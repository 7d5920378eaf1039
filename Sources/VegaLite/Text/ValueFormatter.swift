import Diagnostics
import Formats
import Inputs
import Tables

/// Writes the values of a field as its `format` says, or as its type asks for.
struct ValueFormatter {
  private enum Format {
    case number(NumberFormat)
    case time(TimeFormat)
    case plain
  }

  private let format: Format
  private let run: ChartRun

  init(definition: ChannelDefinition, run: ChartRun) {
    self.run = run
    let reader = definition.reader
    let located = reader["format"].map { reader.located($0) }
    let kind = reader.string("formatType")
    let isTime = kind == "time" || kind == "utc" || kind == nil && definition.type == .temporal
    if isTime {
      let specifier =
        located?.value.string ?? definition.timeUnit?.specifier
        ?? run.configuration.value("timeFormat")?.value.string ?? "%b %d, %Y"
      format = Self.time(specifier, located?.location, run)
    } else if let specifier = located?.value.string {
      format = Self.number(specifier, located?.location, run)
    } else if definition.type == .quantitative {
      let config =
        definition.stacking == .offset(.normalize) ? "normalizedNumberFormat" : "numberFormat"
      let specifier = run.configuration.value(config)?.value.string ?? ""
      format = Self.number(specifier, run.configuration.value(config)?.location, run)
    } else {
      format = .plain
    }
  }

  private static func number(
    _ specifier: String, _ location: SourceLocation?, _ run: ChartRun
  ) -> Format {
    do {
      return .number(try NumberFormat(specifier))
    } catch {
      run.findings.add(error.diagnostic(at: location))
      return .plain
    }
  }

  private static func time(
    _ specifier: String, _ location: SourceLocation?, _ run: ChartRun
  ) -> Format {
    do {
      return .time(try TimeFormat(specifier))
    } catch {
      run.findings.add(error.diagnostic(at: location))
      return .plain
    }
  }

  func number(_ datum: Datum) -> String {
    if case .number(let format) = format {
      return format.string(datum.asNumber, locale: run.evaluation.numberLocale)
    }
    return text(datum)
  }

  func text(_ datum: Datum) -> String {
    switch format {
    case .plain: return datum.asText
    case .number(let format):
      if datum.isNull { return "null" }
      return format.string(datum.asNumber, locale: run.evaluation.numberLocale)
    case .time(let format):
      guard let time = Dates.date(datum).double, let moment = CivilDateTime(milliseconds: time)
      else { return datum.isNull ? "null" : "Invalid Date" }
      return format.string(moment, locale: run.evaluation.timeLocale)
    }
  }
}
