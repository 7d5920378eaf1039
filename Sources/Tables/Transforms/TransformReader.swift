package import Diagnostics
import Formats
package import Inputs

/// Reads transforms as Vega-Lite writes them.
package struct TransformReader {
  let findings: Findings
  /// Reads the table a `lookup` names.
  let data: (ObjectReader) -> Frame?
  /// The rows that a selection holds; nil for a name that is none.
  let selected: (String) -> Frame?
  private let limits: Limits

  package init(
    _ findings: Findings, limits: Limits, data: @escaping (ObjectReader) -> Frame? = { _ in nil },
    selected: @escaping (String) -> Frame? = { _ in nil }
  ) {
    self.findings = findings
    self.limits = limits
    self.data = data
    self.selected = selected
  }

  /// The key that names each kind, in the order they are looked for.
  private enum Kind: String, CaseIterable {
    case filter, calculate, aggregate, joinaggregate, window, bin, timeUnit, stack, fold, flatten
    case pivot, impute, lookup, sample, density, regression, loess, quantile, extent
    // Last, since a window and a stack have a "sort" of their own.
    case sort
  }

  /// The names of all transforms.
  package static var names: [String] { Kind.allCases.map(\.rawValue) }

  /// The name of a transform's kind; nil where none is known.
  package static func name(of transform: Located) -> String? {
    Kind.allCases.first { transform.value[$0.rawValue] != nil }?.rawValue
  }

  /// The transform, or nil where it is faulty or not built, which is reported.
  package func read(_ located: Located) -> TableTransform? {
    let reader = ObjectReader(located, findings)
    guard located.value.object != nil else {
      findings.error(
        "spec.type", "a transform must be an object, not \(located.value.kindName)",
        at: located.location)
      return nil
    }
    guard let kind = Kind.allCases.first(where: { located.value[$0.rawValue] != nil }) else {
      let key = reader.object.members.first
      findings.error(
        "spec.transform", "unknown transform" + (key.map { " \"\($0.key)\"" } ?? ""),
        at: located.location,
        hints: key.map { Suggestion.hints(for: $0.key, in: Kind.allCases.map(\.rawValue)) } ?? [])
      return nil
    }
    switch kind {
    case .filter:
      reader.check(known: ["filter"], in: "filter")
      return reader["filter"].flatMap { Predicate(reader.located($0), findings) }
        .map { .filter($0) }
    case .calculate: return calculate(reader)
    case .aggregate: return aggregate(reader)
    case .joinaggregate: return joinAggregate(reader)
    case .window: return window(reader)
    case .bin: return bin(reader)
    case .timeUnit: return timeUnit(reader)
    case .stack: return stack(reader)
    case .fold: return fold(reader)
    case .flatten: return flatten(reader)
    case .pivot: return pivot(reader)
    case .impute: return impute(reader)
    case .lookup: return lookup(reader)
    case .sample:
      reader.check(known: ["sample"], in: "sample")
      return reader.number("sample").map {
        .sample(SampleTransform(size: Int(clamping: $0, to: 0...1_000_000_000)))
      }
    case .sort: return sortTransform(reader)
    case .density: return density(reader)
    case .regression: return regression(reader)
    case .loess: return loess(reader)
    case .quantile: return quantile(reader)
    case .extent: return extent(reader)
    }
  }

  func required(_ reader: ObjectReader, _ key: String, _ what: String) -> String? {
    if !reader.has(key) { reader.missing(key, in: what) }
    return reader.string(key)
  }

  private func calculate(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["calculate", "as"], in: "calculate")
    guard let text = reader.string("calculate"), let value = reader["calculate"],
      let name = required(reader, "as", "calculate"),
      let expression = findings.attempt({ () throws(DiagnosticError) in
        try Expression(text, at: reader.location(of: value))
      })
    else { return nil }
    return .calculate(expression, as: FieldPath(name).name)
  }

  /// One item of `aggregate`, `joinaggregate` or `window`.
  private struct Item {
    var reader: ObjectReader
    var operation: String
    var field: FieldPath?
    var name: String
    var parameter: Double?
  }

  private func items(_ reader: ObjectReader, _ key: String) -> [Item] {
    (reader.array(key) ?? []).compactMap { value in
      let item = ObjectReader(reader.located(value), findings)
      item.check(known: ["op", "field", "as", "param"], in: "an item of \"\(key)\"")
      var operation = item["op"]?.string
      var parameter = item.number("param")
      // Exponential smoothing is written {"exponential": 0.3}.
      if let written = item["op"]?.object, let member = written.members.first {
        operation = member.key
        parameter = member.value.double
      }
      guard let operation else {
        item.missing("op", in: "an item of \"\(key)\"")
        return nil
      }
      let field = item.string("field")
      let name = item.string("as") ?? (field.map { "\(operation)_\($0)" } ?? operation)
      return Item(
        reader: item, operation: operation, field: field.map { FieldPath($0) }, name: name,
        parameter: parameter)
    }
  }

  private func measure(_ item: Item) -> AggregateTransform.Measure? {
    guard let operation = AggregateOperation(rawValue: item.operation) else {
      unknownOperation(item, AggregateOperation.allCases.map(\.rawValue))
      return nil
    }
    if operation != .count, operation != .values, item.field == nil {
      item.reader.missing("field", in: "the operation \"\(item.operation)\"")
      return nil
    }
    return .init(operation, of: item.field, as: item.name, parameter: item.parameter)
  }

  private func unknownOperation(_ item: Item, _ known: [String]) {
    findings.error(
      "spec.word", "unknown operation \"\(item.operation)\"",
      at: item.reader["op"].map { item.reader.location(of: $0) } ?? item.reader.location,
      hints: AggregateOperation.hints(for: item.operation, in: known))
  }

  private func aggregate(_ reader: ObjectReader) -> TableTransform {
    reader.check(known: ["aggregate", "groupby"], in: "aggregate")
    return .aggregate(
      AggregateTransform(
        measures: items(reader, "aggregate").compactMap(measure),
        groupBy: reader.strings("groupby") ?? []))
  }

  private func joinAggregate(_ reader: ObjectReader) -> TableTransform {
    reader.check(known: ["joinaggregate", "groupby"], in: "joinaggregate")
    return .joinAggregate(
      JoinAggregateTransform(
        measures: items(reader, "joinaggregate").compactMap(measure),
        groupBy: reader.strings("groupby") ?? []))
  }

  private func window(_ reader: ObjectReader) -> TableTransform {
    reader.check(
      known: ["window", "frame", "ignorePeers", "groupby", "sort"], in: "window")
    let measures = items(reader, "window").compactMap { item -> WindowTransform.Measure? in
      if let operation = WindowOperation(rawValue: item.operation) {
        return .init(
          .window(operation), of: item.field, parameter: item.parameter, as: item.name)
      }
      if let operation = AggregateOperation(rawValue: item.operation) {
        return .init(
          .aggregate(operation), of: item.field, parameter: item.parameter, as: item.name)
      }
      unknownOperation(
        item,
        WindowOperation.allCases.map(\.rawValue) + AggregateOperation.allCases.map(\.rawValue))
      return nil
    }
    return .window(
      WindowTransform(
        measures: measures, groupBy: reader.strings("groupby") ?? [], sort: sort(reader),
        frame: frame(reader) ?? (nil, 0),
        includesPeers: !(reader.bool("ignorePeers") ?? false)))
  }

  private func frame(_ reader: ObjectReader) -> (before: Int?, after: Int?)? {
    guard let bounds = reader.array("frame"), bounds.count == 2 else { return nil }
    func end(_ value: Value) -> Int? {
      value.double.map { Int(clamping: $0.magnitude, to: 0...1_000_000_000) }
    }
    return (end(bounds[0]), end(bounds[1]))
  }

  private func sort(_ reader: ObjectReader) -> [SortField] {
    (reader.array("sort") ?? []).compactMap { value in
      let item = ObjectReader(reader.located(value), findings)
      item.check(known: ["field", "order"], in: "an item of \"sort\"")
      return item.string("field").map {
        SortField(FieldPath($0), descending: item.word("order", as: SortOrder.self) == .descending)
      }
    }
  }

  /// A transform beside Vega-Lite's: a table of text has an order, which marks don't need.
  private func sortTransform(_ reader: ObjectReader) -> TableTransform {
    reader.check(known: ["sort"], in: "sort")
    let fields = (reader.array("sort") ?? []).compactMap { value -> SortField? in
      if let name = value.string { return SortField(FieldPath(name)) }
      let item = ObjectReader(reader.located(value), findings)
      item.check(known: ["field", "order"], in: "an item of \"sort\"")
      if !item.has("field") { item.missing("field", in: "an item of \"sort\"") }
      return item.string("field").map {
        SortField(FieldPath($0), descending: item.word("order", as: SortOrder.self) == .descending)
      }
    }
    return .sort(SortTransform(fields))
  }

  private enum SortOrder: String, CaseIterable {
    case ascending, descending
  }

  /// The two names of `as`: given as two, as one with `_end` behind the other, or made from a stem.
  private func names(_ reader: ObjectReader, stem: String) -> (String, String) {
    if let pair = reader["as"]?.array {
      let names = pair.compactMap(\.string)
      if names.count == 2 { return (names[0], names[1]) }
      if let name = names.first { return (name, "\(name)_end") }
    }
    if let name = reader["as"]?.string { return (name, "\(name)_end") }
    return (stem, "\(stem)_end")
  }

  private func bin(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["bin", "field", "as"], in: "bin")
    guard let field = required(reader, "field", "bin") else { return nil }
    let parameters = reader["bin"].flatMap { BinParameters(reader.located($0), findings) }
    let (start, end) = names(reader, stem: "bin_\(field)")
    return .bin(
      BinTransform(
        FieldPath(field), parameters ?? BinParameters(maxBins: 10), start: start, end: end))
  }

  private func timeUnit(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["timeUnit", "field", "as"], in: "timeUnit")
    guard let field = required(reader, "field", "timeUnit"),
      let unit = TimeUnit(reader, "timeUnit")
    else { return nil }
    let (start, end) = names(reader, stem: "\(unit.name)_\(field)")
    return .timeUnit(TimeUnitTransform(FieldPath(field), unit, start: start, end: end))
  }

  private func stack(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["stack", "groupby", "offset", "sort", "as"], in: "stack")
    guard let field = required(reader, "stack", "stack") else { return nil }
    var (start, end) = names(reader, stem: field)
    if !reader.has("as") { (start, end) = ("\(field)_start", "\(field)_end") }
    return .stack(
      StackTransform(
        FieldPath(field), groupBy: reader.strings("groupby") ?? [], sort: sort(reader),
        offset: reader.word("offset") ?? .zero, start: start, end: end))
  }

  private func fold(_ reader: ObjectReader) -> TableTransform {
    reader.check(known: ["fold", "as"], in: "fold")
    let names = reader.strings("as") ?? []
    return .fold(
      FoldTransform(
        fields: (reader.strings("fold") ?? []).map { FieldPath($0) },
        key: names.first ?? "key", value: names.dropFirst().first ?? "value"))
  }

  private func flatten(_ reader: ObjectReader) -> TableTransform {
    reader.check(known: ["flatten", "as"], in: "flatten")
    let fields = (reader.strings("flatten") ?? []).map { FieldPath($0) }
    let given = reader.strings("as") ?? []
    return .flatten(
      FlattenTransform(
        fields: fields,
        names: fields.indices.map { $0 < given.count ? given[$0] : fields[$0].name }))
  }

  private func pivot(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["pivot", "value", "groupby", "limit", "op"], in: "pivot")
    guard let pivot = required(reader, "pivot", "pivot"),
      let value = required(reader, "value", "pivot")
    else { return nil }
    return .pivot(
      PivotTransform(
        pivot: FieldPath(pivot), value: FieldPath(value), groupBy: reader.strings("groupby") ?? [],
        limit: reader.number("limit").map { Int(clamping: $0, to: 0...1_000_000) } ?? 0,
        operation: reader.word("op") ?? .sum))
  }

  private func impute(_ reader: ObjectReader) -> TableTransform? {
    reader.check(
      known: ["impute", "key", "keyvals", "groupby", "method", "value", "frame"], in: "impute")
    guard let field = required(reader, "impute", "impute"),
      let key = required(reader, "key", "impute")
    else { return nil }
    return .impute(
      ImputeTransform(
        FieldPath(field), key: FieldPath(key), keyValues: keyValues(reader),
        groupBy: reader.strings("groupby") ?? [], method: reader.word("method") ?? .value,
        value: reader.value["value"].map { Datum($0) } ?? 0,
        frame: frame(reader) ?? (nil, nil)))
  }

  /// `keyvals`: a list, or a sequence with `start`, `stop` and `step`.
  package func keyValues(_ reader: ObjectReader) -> [Datum] {
    guard let value = reader["keyvals"] else { return [] }
    if let items = value.array { return items.map(CalendarFields.datum) }
    return reader.object("keyvals").map(sequence) ?? []
  }

  /// The numbers from `start` to before `stop` by `step`, as many as a table may have rows.
  package func sequence(_ reader: ObjectReader) -> [Datum] {
    let start = reader.number("start") ?? 0
    let step = reader.number("step") ?? 1
    guard let stop = reader.number("stop") else {
      if !reader.has("stop") { reader.missing("stop", in: "a sequence") }
      return []
    }
    guard step != 0 else {
      findings.error(
        "spec.type", "a sequence by steps of 0 has no end",
        at: reader["step"].map { reader.location(of: $0) },
        hints: ["give \"step\" a number above or below 0"])
      return []
    }
    let bounds = [start, stop, step]
    guard ListFunction.sequenceLength(bounds) <= Double(limits[.rows]) else {
      findings.add(limits.exceeded(.rows, by: "the sequence", at: reader.location))
      return []
    }
    return ListFunction.sequence.apply(bounds.map { .number($0) }).list ?? []
  }

  private func lookup(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["lookup", "from", "as", "default"], in: "lookup")
    guard let field = required(reader, "lookup", "lookup") else { return nil }
    guard let from = reader.object("from") else {
      reader.missing("from", in: "lookup")
      return nil
    }
    from.check(known: ["data", "param", "key", "fields"], in: "\"from\"")
    guard let key = required(from, "key", "\"from\""), let other = lookedUp(from) else {
      return nil
    }
    let fields = from.strings("fields")
    let given =
      reader["as"]?.string.map { [$0] } ?? reader.strings("as")
      // A whole row is called after the selection it is from.
      ?? (fields == nil ? from.value["param"]?.string.map { [$0] } : nil)
    return .lookup(
      LookupTransform(
        field: FieldPath(field), other: other, key: FieldPath(key),
        fields: fields?.map { FieldPath($0) }, names: given ?? fields ?? [],
        standard: reader.value["default"].map { Datum($0) } ?? .null))
  }

  /// The rows that `from` names: data, or what a selection holds.
  private func lookedUp(_ from: ObjectReader) -> Frame? {
    if let name = from.string("param") {
      if let rows = selected(name) { return rows }
      findings.error(
        "spec.param", "\"\(name)\" is no selection of a view before this one", at: from.location)
      return nil
    }
    guard let source = from.object("data") else {
      if !from.has("data") { from.missing("data", in: "\"from\"") }
      return nil
    }
    return data(source)
  }
}
