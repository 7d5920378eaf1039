import Diagnostics
import Inputs
import Tables

/// A parameter that a reader of an interactive chart would set by pointing: what it takes hold of, what it begins with.
struct Selection {
  enum Kind: String, CaseIterable {
    case point
    case interval
  }

  let name: String
  let kind: Kind
  /// Nil where the specification leaves it open.
  let channels: [Channel]?
  let fields: [String]?
  /// Whether it is the part of its scales that is in view.
  let bindsScales: Bool
  /// Whether entries of legends are clicked to select.
  let bindsLegend: Bool
  /// Whether it takes the mark nearest to the pointer, for which Vega lays cells over the view.
  let isNearest: Bool
  let initial: Located?
  /// The names of the views it is in; nil for all.
  let views: [String]?
  /// The looks of an interval.
  let mark: Located?

  /// Reads a parameter; nil where it isn't a selection.
  init?(_ reader: ObjectReader) {
    guard let select = reader["select"], let name = reader.string("name") else { return nil }
    self.name = name
    let rule = select.object == nil ? nil : ObjectReader(reader.located(select), reader.findings)
    let word = rule?.value["type"]?.string ?? select.string
    kind = word.flatMap { Kind(rawValue: $0) } ?? .point
    channels = rule?.strings("encodings").map { names in
      names.compactMap { Channel(rawValue: $0) }
    }
    fields = rule?.strings("fields")
    bindsScales = reader["bind"]?.string == "scales"
    bindsLegend = reader["bind"]?.string == "legend" || reader["bind"]?["legend"] != nil
    isNearest = rule?.bool("nearest") ?? false
    initial = reader["value"].map { reader.located($0) }
    views = reader.strings("views")
    mark = rule?["mark"].map { reader.located($0) }
  }

  /// Whether it follows the scale of a channel.
  func binds(_ channel: Channel) -> Bool {
    bindsScales && (channels ?? [.x, .y]).contains(channel)
  }

  /// What is selected at first, as tests of rows; empty where nothing is.
  func tests(_ encoding: Encoding) -> [SelectionTest] {
    guard let initial else { return [] }
    let items = initial.value.array ?? [initial.value]
    if kind == .point {
      return items.compactMap { test($0, encoding) }.filter { !$0.parts.isEmpty }
    }
    return initial.value.object == nil ? [] : [test(initial.value, encoding)].compactMap { $0 }
  }

  private func test(_ value: Value, _ encoding: Encoding) -> SelectionTest? {
    guard let object = value.object else {
      // A bare value is one of the only field.
      let only = fields?.first ?? channels?.first.flatMap { encoding[$0]?.field }
      return only.map { field in
        SelectionTest(parts: [(FieldPath(field), .equal([CalendarFields.datum(value)]))])
      }
    }
    var result = SelectionTest(parts: [])
    for member in object.members {
      let channel = Channel(rawValue: member.key)
      let definition = channel.flatMap { encoding[$0] }
      let field = definition.map(\.column) ?? FieldPath(member.key)
      let values = (member.value.array ?? [member.value]).map { item in
        definition?.type == .temporal || definition?.timeUnit != nil
          ? TimeValue.datum(item, unit: definition?.timeUnit) : CalendarFields.datum(item)
      }
      if kind == .interval, values.count == 2, !(definition?.type.isDiscrete ?? false) {
        let ends = values.map(\.asNumber)
        result.parts.append((field, .between(min(ends[0], ends[1]), max(ends[0], ends[1]))))
      } else {
        result.parts.append((field, .equal(values)))
      }
      if let channel { result.ends[channel] = values }
    }
    return result
  }
}

/// What a row must be like to be selected.
struct SelectionTest {
  enum Rule {
    case equal([Datum])
    case between(Double, Double)
  }

  var parts: [(field: FieldPath, rule: Rule)]
  /// The selected values by the channels they were given for.
  var ends: [Channel: [Datum]] = [:]

  /// In place of the parts, for places on a map.
  var area: GeoSelection?

  func holds(_ frame: Frame, _ row: Int) -> Bool {
    if let area { return area.holds(frame, row) }
    return parts.allSatisfy { field, rule in
      let cell = field.cell(frame, row)
      switch rule {
      case .equal(let values): return values.contains(cell)
      case .between(let low, let high):
        let number = cell.asNumber
        return !cell.isNull && number >= low && number <= high
      }
    }
  }
}

/// The selections of a chart, as they are before anybody has touched it.
final class Selections {
  private var tests: [String: [SelectionTest]] = [:]

  func has(_ name: String) -> Bool { tests[name] != nil }

  func declare(_ name: String) { tests[name] = tests[name] ?? [] }

  func set(_ name: String, _ items: [SelectionTest]) {
    if tests[name]?.isEmpty ?? true { tests[name] = items }
  }

  /// Makes the interval of a selection one of places on a map.
  func set(_ name: String, _ area: GeoSelection) {
    if tests[name]?.isEmpty == false { tests[name]?[0].area = area }
  }

  /// The rectangle of a selection on a map.
  func area(_ name: String) -> GeoSelection? { tests[name]?.first?.area }

  /// One row for each thing that is selected; nil for what is no selection.
  func rows(_ name: String) -> Frame? {
    tests[name].map { items in
      Frame([(name: "unit", cells: items.map { _ in "" })])
    }
  }

  /// Whether a row is selected; nil where nothing is.
  func holds(_ name: String, _ frame: Frame, _ row: Int) -> Bool? {
    guard let items = tests[name], !items.isEmpty else { return nil }
    return items.contains { $0.holds(frame, row) }
  }

  /// The selected values along a channel.
  func ends(_ name: String, along channel: Channel) -> [Datum]? {
    tests[name]?.first?.ends[channel]
  }

  /// The selected values of a field; nil where nothing is selected.
  func values(_ name: String, of field: String) -> [Datum]? {
    guard let items = tests[name], !items.isEmpty else { return nil }
    return items.flatMap { item in
      item.parts.flatMap { path, rule -> [Datum] in
        if path.name == field, case .equal(let values) = rule { values } else { [] }
      }
    }
  }

  /// The ends of an interval, of a field or of the only one.
  func interval(_ name: String, of field: String?) -> [Datum]? {
    for (path, rule) in tests[name]?.first?.parts ?? [] where field == nil || path.name == field {
      if case .between(let low, let high) = rule { return [.number(low), .number(high)] }
    }
    return nil
  }

  /// The selected values by their fields, as expressions see them.
  func record(_ name: String) -> Datum {
    var record = Datum.Record()
    for (path, rule) in tests[name]?.first?.parts ?? [] {
      switch rule {
      case .equal(let values): record[path.name] = .list(values)
      case .between(let low, let high): record[path.name] = .list([.number(low), .number(high)])
      }
    }
    return .record(record)
  }
}
