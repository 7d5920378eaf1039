import Diagnostics
import Inputs
import Tables

/// The values a scale is for, gathered from the data of all views that share it.
struct ScaleDomain {
  let component: ScaleComponent

  private var run: ChartRun { component.run }

  /// What one view adds to a domain.
  private struct Contribution {
    enum Order: Equatable {
      case natural
      case by(String?, AggregateOperation, descending: Bool)
      case none
    }

    var key: String
    var values: [Datum]
    var order: Order
    /// What values are sorted by, beside them.
    var sortKeys: [Datum]?
    var frame: Frame?
  }

  /// What the specification says the domain is, whichever view says it.
  private func explicit() -> (values: [Datum], unions: Bool)? {
    for part in component.parts {
      guard let located = part.definition.scale?["domain"] else { continue }
      if let items = located.value.array {
        return (items.compactMap { datum($0, part, located) }, false)
      }
      if let items = located.value["unionWith"]?.array {
        return (items.compactMap { datum($0, part, located) }, true)
      }
      if located.value["expr"] != nil,
        let items = PropertyValue(located, run.findings)?.evaluate(run)?.list
      {
        return (items, false)
      }
    }
    return nil
  }

  /// A value of a domain as data; dates are written as objects, texts, or numbers of their unit.
  func datum(_ value: Value, _ part: ScaleComponent.Part, _ located: Located) -> Datum? {
    if let time = CalendarFields.milliseconds(value) { return .date(time) }
    if value["expr"] != nil {
      return PropertyValue(Located(value, in: located.source), run.findings)?.evaluate(run)
    }
    guard part.definition.type == .temporal || part.definition.timeUnit != nil else {
      return Datum(value)
    }
    return TimeValue.datum(value, unit: part.definition.timeUnit)
  }

  // MARK: Continuous

  /// A domain that is taken as it is: what a selection holds, or `domainRaw`.
  func raw() -> [Double]? {
    for part in component.parts {
      guard let scale = part.definition.scale else { continue }
      if let domain = scale["domain"], let name = domain.value["param"]?.string {
        let channel = domain.value["encoding"]?.string.flatMap { Channel(rawValue: $0) }
        let ends =
          channel.flatMap { run.selections.ends(name, along: $0) }
          ?? run.selections.interval(name, of: domain.value["field"]?.string)
        if let ends { return ends.map(\.asNumber) }
      }
      if let given = scale["domainRaw"], !given.value.isNull {
        let items =
          given.value.array?.compactMap { datum($0, part, given) }
          ?? PropertyValue(given, run.findings)?.evaluate(run)?.list
        if let items, items.count >= 2, items.allSatisfy({ $0.asNumber.isFinite }) {
          return items.map(\.asNumber)
        }
      }
    }
    return nil
  }

  /// The numbers of a continuous domain, before zero, padding and nice.
  func numbers() -> [Double] {
    if let given = explicit() {
      let numbers = given.values.map(\.asNumber).filter { !$0.isNaN }
      if numbers.count < given.values.count { refuseNames(given.values) }
      guard given.unions else { return numbers }
      return extent(numbers + implied())
    }
    return extent(implied())
  }

  /// A continuous domain can't hold what is no number; what is computed may be nothing yet.
  private func refuseNames(_ values: [Datum]) {
    guard let name = values.first(where: { $0.asNumber.isNaN })?.string,
      let located = component.given.located("domain"), located.value["expr"] == nil
    else { return }
    run.findings.error(
      "spec.domain",
      "the domain of a \(component.type.rawValue) scale has no place for "
        + JSONWriter.compact(.string(name)), at: located.location)
  }

  private func extent(_ numbers: [Double]) -> [Double] {
    guard let low = numbers.min(), let high = numbers.max() else { return [] }
    return [low, high]
  }

  private func implied() -> [Double] {
    var numbers: [Double] = []
    func add(_ frame: Frame, _ path: FieldPath) {
      for cell in frame.cells(path) where cell.isValid {
        let number = cell.asNumber
        if number.isFinite { numbers.append(number) }
      }
    }
    for part in component.parts {
      let definitions = [part.definition] + second(of: part)
      for definition in definitions {
        let frame = part.data.scales
        if let datum = definition.datum?.evaluate(run) {
          let number = dateOrNumber(datum, definition)
          if number.isFinite { numbers.append(number) }
        } else if let stack = part.stack, stack.channel == definition.channel {
          if stack.offset == .normalize {
            numbers += [0, 1]
          } else {
            add(frame, definition.stackStart)
            add(frame, definition.stackEnd)
          }
        } else if definition.scale?.value["domain"]?.string == "unaggregated",
          let field = definition.field
        {
          add(frame, FieldPath(column: "min_\(FieldPath(field).name)"))
          add(frame, FieldPath(column: "max_\(FieldPath(field).name)"))
        } else if definition.isBinning, let bins = part.data.bins[definition.column.name] {
          numbers += [bins.start, bins.stop]
        } else if definition.timeUnit != nil, definition.type == .temporal,
          component.type.isTemporal,
          let position = BandRules(part.unit).position(definition, part.channel)
        {
          let shifted =
            part.unit.mark.type.isRectangular && position != 0.5 && part.channel.isXY
          add(frame, shifted ? definition.offsetStart : definition.column)
          add(frame, shifted ? definition.offsetEnd : definition.endColumn)
        } else {
          add(frame, definition.column)
        }
      }
    }
    return numbers
  }

  private func dateOrNumber(_ datum: Datum, _ definition: ChannelDefinition) -> Double {
    definition.type == .temporal ? Dates.date(datum).asNumber : datum.asNumber
  }

  /// The channel of the other end belongs to the same scale.
  private func second(of part: ScaleComponent.Part) -> [ChannelDefinition] {
    guard part.channel.isXY, let other = part.channel.secondary,
      let definition = part.unit.encoding.scaled(other), part.definition.channel == part.channel
    else { return [] }
    return [definition]
  }

  // MARK: Discrete

  /// The values of a discrete domain in order.
  func values() -> [Datum] {
    let given = explicit()
    if let given, !given.unions { return unique(given.values) }
    let contributions = component.parts.flatMap { part in
      contribution(part)
        + second(of: part).map { other in
          Contribution(
            key: "\(part.sourceID) \(other.column.name)",
            values: part.data.scales.cells(other.column), order: order(part))
        }
    }
    let values = unique((given?.values ?? []) + contributions.flatMap(\.values))
    return sorted(values, contributions)
  }

  private func unique(_ values: [Datum]) -> [Datum] {
    var seen: Set<Datum> = []
    return values.filter { seen.insert($0).inserted }
  }

  private func contribution(_ part: ScaleComponent.Part) -> [Contribution] {
    let definition = part.definition
    if let datum = definition.datum?.evaluate(run) {
      return [Contribution(key: "datum", values: [datum], order: .none)]
    }
    let order = self.order(part)
    var (path, frame) = (definition.column, part.data.scales)
    if definition.isBinning, definition.type.isDiscrete { path = definition.rangeColumn }
    var needsRaw = false
    if case .by = order { needsRaw = true }
    if needsRaw, part.data.raw.has(path.name) { frame = part.data.raw }
    var values = frame.cells(path)
    var sortKeys: [Datum]?
    if case .by(let field?, _, _) = order, !field.isEmpty {
      sortKeys = frame.cells(FieldPath(field))
    }
    if definition.isBinning, definition.type.isDiscrete, order == .natural {
      // The texts of bins are in the order of their starts.
      return [
        Contribution(
          key: "\(part.sourceID) \(path.name)", values: values,
          order: .by("", .min, descending: false), sortKeys: frame.cells(definition.column),
          frame: frame)
      ]
    }
    if case .values? = definition.sort { sortKeys = frame.cells(definition.sortColumn) }
    if values.count != frame.count { values = [] }
    return [
      Contribution(
        key: "\(part.sourceID) \(path.name)", values: values, order: order, sortKeys: sortKeys,
        frame: frame)
    ]
  }

  private func order(_ part: ScaleComponent.Part) -> Contribution.Order {
    let definition = part.definition
    let dimensions =
      (part.stack?.groupBy.compactMap { part.unit.encoding[$0]?.field } ?? [])
      + (part.stack?.stackBy.compactMap(\.field) ?? [])
    func standard(_ field: String?) -> AggregateOperation {
      part.stack != nil && !(field.map(dimensions.contains) ?? false) ? .sum : .min
    }
    switch definition.sort {
    case .values:
      return .by(nil, .min, descending: false)
    case .field(let field, let operation, let descending):
      return .by(field, operation ?? standard(field), descending: descending)
    case .channel(let channel, let descending):
      guard let other = part.unit.encoding[channel] else { return .natural }
      switch other.aggregate {
      case .operation(let operation, _):
        return .by(other.field, operation, descending: descending)
      case .argmin, .argmax, nil:
        return .by(other.field, standard(other.field), descending: descending)
      }
    case .descending: return .by("", .min, descending: true)
    case .unsorted: return .none
    case .ascending, nil: return .natural
    }
  }

  private func sorted(_ values: [Datum], _ contributions: [Contribution]) -> [Datum] {
    var orders: [Contribution.Order] = []
    for item in contributions where item.order != .none && !orders.contains(item.order) {
      orders.append(item.order)
    }
    let isOneSource = Set(contributions.map(\.key)).count == 1
    let order: Contribution.Order
    switch orders.count {
    case 0: return values
    case 1: order = orders[0]
    default:
      // Of several orders one that isn't the default wins, where all views look at the same rows.
      let special = orders.filter {
        if case .by(_, let operation, _) = $0 { operation != .min } else { false }
      }
      order = isOneSource && special.count == 1 ? special[0] : .natural
    }
    switch order {
    case .none: return values
    case .natural: return values.sorted { Datum.ascending($0, $1) == .before }
    case .by("", _, let descending) where contributions.allSatisfy({ $0.sortKeys == nil }):
      return values.sorted {
        Datum.ascending($0, $1) == (descending ? .after : .before)
      }
    case .by(let field, let operation, let descending):
      if !isOneSource, operation != .min, operation != .max, operation != .count {
        return values.sorted { Datum.ascending($0, $1) == .before }
      }
      let keys = self.keys(contributions, field, operation)
      return values.sorted { a, b in
        let order = Datum.ascending(keys[a] ?? .null, keys[b] ?? .null)
        return (descending ? order.reversed : order) == .before
      }
    }
  }

  /// For each value, the figure it is sorted by.
  private func keys(
    _ contributions: [Contribution], _ field: String?, _ operation: AggregateOperation
  ) -> [Datum: Datum] {
    var cells: [Datum] = []
    var rows: [Datum: [Int]] = [:]
    for item in contributions {
      if case .none = item.order { continue }
      for (place, value) in item.values.enumerated() {
        rows[value, default: []].append(cells.count)
        cells.append(item.sortKeys.map { $0[place] } ?? value)
      }
    }
    let frame = Frame([(name: "key", cells: cells)])
    return rows.mapValues { operation.apply(cells, rows: $0, frame: frame) }
  }
}

/// Times in a specification: `2010`, `"2010-01-01"`, and numbers or names of a single unit.
enum TimeValue {
  static func datum(_ value: Value, unit: TimeUnit?) -> Datum {
    if let time = CalendarFields.milliseconds(value) { return .date(time) }
    if let unit, unit.parts.count == 1 {
      let isShort = value.double.map { $0 < 10_000 } ?? false
      let isName = value.string.map { DateText.milliseconds($0) == nil } ?? false
      if isShort || isName,
        let time = CalendarFields.milliseconds(.object([(unit.finest.rawValue, value)]))
      {
        return .date(time)
      }
    }
    return Dates.date(Datum(value))
  }
}
