import Inputs
import Tables

/// What the domain of a scale is taken from, before any data is read: legends are joined where it is the same.
enum DomainOrigin: Equatable {
  /// What the specification says, whichever view says it.
  case given(String)
  case datum(String)
  /// The bins themselves, or the numbers from the first to the last.
  case bins(column: String, areClasses: Bool)
  /// The values of a column, in rows that views have in common where they make them alike; discrete ones in an order.
  case values(rows: [String], column: String, order: String?)

  static func all(of component: ScaleComponent) -> [DomainOrigin] {
    for part in component.parts {
      guard let domain = part.definition.scale?.value["domain"] else { continue }
      if domain.array != nil || domain["unionWith"] != nil || domain["expr"] != nil {
        return [.given(JSONWriter.compact(domain))]
      }
    }
    return component.parts.map { DomainOrigin($0, type: component.type, component.run) }
  }

  private init(_ part: ScaleComponent.Part, type: ScaleType, _ run: ChartRun) {
    let definition = part.definition
    if let datum = definition.reader.value["datum"] {
      self = .datum(JSONWriter.compact(datum))
    } else if definition.isBinning, type == .binOrdinal || !type.isDiscrete {
      self = .bins(column: definition.column.name, areClasses: type == .binOrdinal)
    } else {
      let isUnaggregated = definition.scale?.value["domain"]?.string == "unaggregated"
      self = .values(
        rows: Self.rows(part, run),
        column: isUnaggregated ? definition.field ?? "" : definition.column.name,
        order: type.isDiscrete ? Self.order(definition) : nil)
    }
  }

  /// What the rows of a view are made of and by: equal where views have the same ones.
  private static func rows(_ part: ScaleComponent.Part, _ run: ChartRun) -> [String] {
    let encoding = part.unit.encoding
    let fields = encoding.fields
    var steps = fields.filter { encoding.isAggregate || $0.isBinning || $0.timeUnit != nil }
      .map { "column \($0.column.name)" }
    if let stack = part.stack { steps.append("stack \(stack.channel.rawValue)") }
    if !InvalidData(part.unit.mark).scalesKeep {
      let rules = ScaleRules(unit: part.unit, run: run)
      steps += Channel.scaled.compactMap { channel in
        guard let definition = encoding.scaled(channel), definition.isField, definition.hasScale,
          definition.aggregate?.counts != true, definition.type != .geojson,
          !rules.type(channel, definition).isDiscrete
        else { return nil }
        return "valid \(definition.column.name)"
      }
    }
    return ["source \(part.sourceID)"] + Set(steps).sorted()
  }

  /// A list of values is a column of places, which each channel has for itself.
  private static func order(_ definition: ChannelDefinition) -> String? {
    switch definition.sort {
    case .ascending, nil: "ascending"
    case .descending: "descending"
    case .unsorted: nil
    case .values: definition.sortColumn.name
    case .field, .channel: definition.reader.value["sort"].map { JSONWriter.compact($0) }
    }
  }
}
