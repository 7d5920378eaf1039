import Inputs
import Tables

/// What a field is called in a title: `Mean of price`, `date (year-month)`.
struct FieldTitle {
  /// How titles are worded: `config.fieldTitle`.
  enum Style: String, CaseIterable {
    /// `Mean of price`
    case verbal
    /// `MEAN(price)`
    case functional
    /// `price`
    case plain
  }

  let text: String

  /// What its guide calls a field; the field's own title where the guide has none.
  static func seen(_ definition: ChannelDefinition, _ run: ChartRun) -> String {
    GuideTitle(
      [([definition], definition.axis ?? definition.legend)], configured: Properties([], run),
      run: run
    ).lines?.joined(separator: " ") ?? FieldTitle(definition, run).text
  }

  init(_ definition: ChannelDefinition, _ run: ChartRun) {
    let style = run.configuration.value("fieldTitle")?.value.string.flatMap(Style.init)
    switch style ?? .verbal {
    case .verbal:
      text = Self.verbal(
        definition, DerivedFieldWords(run.environment.language),
        count: run.configuration.value("countTitle")?.value.string)
    case .functional: text = Self.functional(definition)
    case .plain: text = definition.field ?? ""
    }
  }

  private static func verbal(
    _ definition: ChannelDefinition, _ words: DerivedFieldWords, count: String?
  ) -> String {
    let field = definition.field ?? ""
    if case .operation(.count, _)? = definition.aggregate { return count ?? words.count }
    if definition.isBinning { return words.binned(field) }
    if let unit = definition.timeUnit, !unit.isBinned { return words.time(field, unit) }
    switch definition.aggregate {
    case .operation(let operation, _): return words.aggregate(operation, field)
    case .argmin(let other): return words.extreme(field, ofLeast: other)
    case .argmax(let other): return words.extreme(field, ofGreatest: other)
    case nil: return field
    }
  }

  private static func functional(_ definition: ChannelDefinition) -> String {
    // A count needs no field; SQL writes a star.
    let field = definition.field ?? "*"
    switch definition.aggregate {
    case .operation(let operation, _): return "\(operation.rawValue.uppercased())(\(field))"
    case .argmin(let other): return "\(field) for argmin(\(other))"
    case .argmax(let other): return "\(field) for argmax(\(other))"
    case nil: break
    }
    if let unit = definition.timeUnit, !unit.isBinned {
      let name = (unit.isUTC ? "utc" : "") + unit.parts.map(\.rawValue).joined()
      return "\(name.uppercased())(\(field))"
    }
    return definition.isBinning ? "BIN(\(field))" : field
  }
}
