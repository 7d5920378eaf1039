import Diagnostics
import Inputs
import Tables

/// Reads channel definitions.
struct ChannelReader {
  let run: ChartRun

  private var findings: Findings { run.findings }

  func read(_ located: Located, _ channel: Channel) -> ChannelDefinition? {
    if located.value.object == nil, !located.value.isNull {
      findings.error(
        "spec.channel",
        "channel \"\(channel.rawValue)\" must be an object, not \(located.value.kindName)",
        at: located.location, hints: ["write \(Self.written(out: located.value, for: channel))"])
      return nil
    }
    let reader = ObjectReader(located, findings)
    let check = PropertyCheck(run: run)
    check.check(located, .channel, in: "channel \"\(channel.rawValue)\"")
    self.check(reader, channel)
    var definition = self.definition(reader, channel)
    if let condition = reader["condition"] {
      for item in condition.array ?? [condition] {
        let inner = ObjectReader(reader.located(item), findings)
        inner.check(
          known: PropertyTable.channel.names + ["test", "param", "empty"], in: "a condition")
        check.checkValues(reader.located(item), .channel)
        self.check(inner, channel)
        guard let test = PropertyValue.test(reader.located(item), findings) else { continue }
        definition.conditions.append(.init(test: test, definition: self.definition(inner, channel)))
      }
    }
    return definition
  }

  /// A bare value as a definition: a text is a field, unless it is a colour for a channel of colours.
  private static func written(out value: Value, for channel: Channel) -> String {
    let text = value.string
    let isColor = channel.isColor && text.flatMap(ColorParser.color) != nil
    guard let text, !isColor else {
      return "{\"value\": \(JSONWriter.compact(value))}"
    }
    // As Altair's shorthand has it: `name:N`.
    let types = [
      "Q": "quantitative", "N": "nominal", "O": "ordinal", "T": "temporal", "G": "geojson",
    ]
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let type = parts.count == 2 ? types[String(parts[1])] : nil
    let field = type == nil ? text : String(parts[0])
    let name = JSONWriter.compact(.string(field))
    guard let type else {
      return "{\"field\": \(name)}, for amounts with \"type\": \"quantitative\""
    }
    return "{\"field\": \(name), \"type\": \"\(type)\"}"
  }

  /// A plain value is what the mark's property of that name may be.
  private func check(_ reader: ObjectReader, _ channel: Channel) {
    for guide in ["axis", "legend"] {
      reader.value[guide].map {
        ObjectReader(reader.located($0), findings)
          .refuse(["encoding"], in: guide == "axis" ? "an axis" : "a legend")
      }
    }
    guard let value = reader["value"], let rule = PropertyTable.mark[channel.rawValue] else {
      return
    }
    PropertyCheck(run: run).check(channel.rawValue, reader.located(value), rule)
  }

  private func definition(_ reader: ObjectReader, _ channel: Channel) -> ChannelDefinition {
    var definition = ChannelDefinition(channel: channel, reader: reader)
    if let field = reader["field"] {
      if let name = field.string {
        definition.field = name
      } else if let name = field["repeat"]?.string {
        findings.error(
          "spec.repeat", "nothing repeats \"\(name)\" here", at: reader.location(of: field))
      } else {
        reader.mismatch("field", field, expected: "a text")
      }
    }
    definition.aggregate = aggregate(reader)
    definition.binning = binning(reader, channel)
    definition.timeUnit = TimeUnit(reader, "timeUnit")
    definition.bandPosition = reader["bandPosition"].flatMap {
      PropertyValue(reader.located($0), findings)?.evaluate(run)?.double
    }
    definition.stacking = stacking(reader)
    definition.sort = sort(reader)
    if let value = reader["datum"] {
      definition.datum =
        CalendarFields.milliseconds(value).map { .constant(.date($0)) }
        ?? PropertyValue(reader.located(value), findings)
    }
    if reader.value["value"] != nil || reader.value["expr"] != nil {
      definition.value =
        reader.value["value"].flatMap { PropertyValue(reader.located($0), findings) }
        ?? PropertyValue(reader.located(reader.value), findings)
    }
    checkSource(reader)
    definition.typeIsGiven = reader.has("type")
    definition.type = type(reader, definition)
    return definition
  }

  /// A channel shows a field, a constant of the data or a plain value, the first of them that is given.
  private func checkSource(_ reader: ObjectReader) {
    let given = ["field", "datum", "value"].filter { reader[$0] != nil }
    guard let first = given.first else { return }
    for other in given.dropFirst() {
      guard let place = reader[other] else { continue }
      findings.warning(
        "spec.source", "\"\(other)\" means nothing beside \"\(first)\"",
        at: reader.location(of: place), hints: ["leave one of them out"])
    }
  }

  private func type(_ reader: ObjectReader, _ definition: ChannelDefinition) -> FieldType {
    if let type = reader["type"]?.string.flatMap({ FieldType(rawValue: $0) }) {
      return definition.aggregate?.counts == true ? .quantitative : type
    }
    if let datum = definition.datum {
      switch datum.evaluate(run) {
      case .number: return .quantitative
      case .date: return .temporal
      default: return .nominal
      }
    }
    switch definition.channel {
    case .latitude, .longitude: return .quantitative
    case .row, .column, .facet, .shape, .strokeDash: return .nominal
    case .order: return .ordinal
    default: break
    }
    if case .values? = definition.sort { return .ordinal }
    if definition.timeUnit != nil { return .temporal }
    switch definition.aggregate {
    case .operation: return .quantitative
    case .argmin, .argmax, nil: break
    }
    if definition.binning != nil { return .quantitative }
    if let name = reader.value["scale"]?["type"]?.string, let type = ScaleType(rawValue: name) {
      if type.isTemporal { return .temporal }
      if !type.isDiscrete { return .quantitative }
    }
    return .nominal
  }

  private func aggregate(_ reader: ObjectReader) -> ChannelDefinition.Aggregate? {
    guard let value = reader["aggregate"] else { return nil }
    if let name = value.string {
      guard let operation = AggregateOperation(rawValue: name) else {
        findings.error(
          "spec.word", "unknown aggregate \"\(name)\"", at: reader.location(of: value),
          hints: WordHints.hints(for: name, in: AggregateOperation.allCases.map(\.rawValue)))
        return nil
      }
      return .operation(operation, parameter: nil)
    }
    if let other = value["argmin"]?.string { return .argmin(other) }
    if let other = value["argmax"]?.string { return .argmax(other) }
    for operation in [AggregateOperation.exponential, .exponentialb] {
      if let weight = value[operation.rawValue]?.double {
        return .operation(operation, parameter: weight)
      }
    }
    reader.mismatch("aggregate", value, expected: "an operation")
    return nil
  }

  private func binning(
    _ reader: ObjectReader, _ channel: Channel
  ) -> ChannelDefinition.Binning? {
    guard let value = reader["bin"] else { return nil }
    if value.string == "binned" { return .binned(step: nil) }
    if value["binned"]?.bool == true { return .binned(step: value["step"]?.double) }
    // Rows, columns, sizes and the like tell fewer classes apart than positions do.
    let maxBins: Double =
      switch channel {
      case .row, .column, .size, .color, .fill, .stroke, .strokeWidth, .opacity, .fillOpacity,
        .strokeOpacity, .shape:
        6
      case .strokeDash: 4
      default: 10
      }
    guard let parameters = BinParameters(reader.located(value), findings, maxBins: maxBins) else {
      return nil
    }
    var key = "bin"
    if let object = value.object, !object.members.isEmpty {
      for member in object.members {
        key += "_\(member.key)_\(Self.nameText(member.value))"
      }
    } else {
      key += "_maxbins_\(Int(maxBins))"
    }
    return .parameters(parameters, key: key)
  }

  /// A value as it stands in a column's name.
  private static func nameText(_ value: Value) -> String {
    String(
      Datum(value).asText.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private func stacking(_ reader: ObjectReader) -> ChannelDefinition.Stacking? {
    guard let value = reader.value["stack"] else { return nil }
    if value.isNull { return .off }
    if let flag = value.bool { return flag ? .offset(.zero) : .off }
    return value.string.flatMap { StackTransform.Offset(rawValue: $0) }.map { .offset($0) }
  }

  private func sort(_ reader: ObjectReader) -> ChannelDefinition.Sort? {
    guard let value = reader.value["sort"] else { return nil }
    switch value.kind {
    case .null: return .unsorted
    case .array(let items): return .values(items.map(CalendarFields.datum))
    case .string(let text):
      if text == "ascending" { return .ascending }
      if text == "descending" { return .descending }
      let descending = text.hasPrefix("-")
      let name = descending ? String(text.dropFirst()) : text
      if let channel = Channel(rawValue: name) { return .channel(channel, descending: descending) }
      findings.error(
        "spec.word", "unknown sort \"\(text)\"", at: reader.location(of: value),
        hints: WordHints.hints(
          for: text,
          in: descending
            ? Channel.allCases.map { "-\($0.rawValue)" }
            : ["ascending", "descending"] + Channel.allCases.map(\.rawValue)))
      return nil
    case .object:
      let inner = ObjectReader(reader.located(value), findings)
      let descending = inner["order"]?.string == "descending"
      if let name = inner["encoding"]?.string {
        guard let channel = Channel(rawValue: name) else { return nil }
        return .channel(channel, descending: descending)
      }
      let operation = inner["op"]?.string.flatMap { AggregateOperation(rawValue: $0) }
      return .field(inner.string("field"), operation, descending: descending)
    case .bool, .number:
      reader.mismatch("sort", value, expected: "an order, a list, a channel or an object")
      return nil
    }
  }
}
