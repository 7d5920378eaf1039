import Diagnostics
import Inputs
import Tables

/// Writes a repeated view out: one view for each field, beside each other or in layers.
struct Repetition {
  private let findings: Findings
  private let source: Source

  /// More views than anybody can look at are a slip, not a wish.
  private static let most = 1_000

  init(in source: Source, _ findings: Findings) {
    self.source = source
    self.findings = findings
  }

  /// The view without its `repeat`; nil where that can't be read, which is reported.
  func expanded(_ value: Value) -> Value? {
    guard let child = value["spec"], child.object != nil, let rule = value["repeat"] else {
      return refuse("a repeated view needs \"spec\"", value)
    }
    if let fields = names(rule) {
      return views(value, child, wrapped: fields, inColumns: value["columns"])
    }
    guard rule.object != nil else {
      return refuse(
        "\"repeat\" must be a list of fields, or an object with \"row\", \"column\" or \"layer\"",
        rule)
    }
    for member in rule.object?.members ?? []
    where !["row", "column", "layer"].contains(member.key) || names(member.value) == nil {
      return refuse(
        "\"repeat\" can't have \"\(member.key)\": it takes lists under \"row\", \"column\" and \"layer\"",
        member.value)
    }
    let (rows, columns) = (rule["row"].flatMap(names), rule["column"].flatMap(names))
    guard let layers = rule["layer"].flatMap(names) else {
      return views(
        value, child, rows: rows, columns: columns, inColumns: .number(columns?.count ?? 1))
    }
    if rows == nil, columns == nil {
      let children = layers.map { Self.bound(child, ["layer": $0]) }
      return value.omitting(["repeat", "spec"]).setting([("layer", .array(children))])
    }
    let inner: Value = .object([("repeat", rule.picking(["layer"])), ("spec", child)])
    return expanded(
      value.setting([("repeat", rule.picking(["row", "column"])), ("spec", inner)]))
  }

  private func views(
    _ value: Value, _ child: Value, wrapped: [Value]? = nil, rows: [Value]? = nil,
    columns: [Value]? = nil, inColumns count: Value?
  ) -> Value? {
    var children: [Value] = []
    let total = [wrapped, rows, columns].map { $0?.count ?? 1 }.reduce(1) {
      $0 > Self.most ? $0 : $0 * $1
    }
    guard total <= Self.most else {
      return refuse(
        "\"repeat\" asks for \(total) views, more than \(Self.most)", value["repeat"] ?? value)
    }
    let plain = child.omitting(["data"])
    for field in wrapped.map({ $0.map(Optional.some) }) ?? [nil] {
      for row in rows.map({ $0.map(Optional.some) }) ?? [nil] {
        for column in columns.map({ $0.map(Optional.some) }) ?? [nil] {
          var bindings: [String: Value] = [:]
          bindings["repeat"] = field
          bindings["row"] = row
          bindings["column"] = column
          children.append(Self.bound(plain, bindings))
        }
      }
    }
    return Value.object([("align", "all")]).setting(
      (value.omitting(["repeat", "spec", "columns"]).object?.members ?? []).map {
        ($0.key, $0.value)
      } + [("data", child["data"]), ("columns", count), ("concat", .array(children))]
    ).at(value.range)
  }

  private func names(_ value: Value) -> [Value]? {
    guard let items = value.array, items.allSatisfy({ $0.string != nil }) else { return nil }
    return items
  }

  private func refuse(_ message: String, _ value: Value) -> Value? {
    findings.error("spec.repeat", message, at: SourceLocation(source, value.range))
    return nil
  }

  /// A view in which `{"repeat": "row"}` and its like are the fields they stand for.
  private static func bound(_ value: Value, _ bindings: [String: Value]) -> Value {
    switch value.kind {
    case .array(let items):
      return Value(.array(items.map { bound($0, bindings) }), range: value.range)
    case .object(let object):
      if object.members.count == 1, let name = value["repeat"]?.string {
        return bindings[name]?.at(value.range) ?? value
      }
      var inner = bindings
      if let rule = value["repeat"] {
        // A repeat within binds its own names.
        for name in rule.object?.keys ?? ["repeat"] { inner[name] = nil }
      }
      let members = object.members.map { member in
        ["data", "datasets"].contains(member.key)
          ? member
          : Object.Member(
            key: member.key, keyRange: member.keyRange,
            value: bound(member.value, member.key == "spec" ? inner : bindings))
      }
      return Value(.object(Object(members)), range: value.range)
    case .null, .bool, .number, .string:
      return value
    }
  }
}

extension Value {
  /// The same value said to stand elsewhere.
  func at(_ range: Range<Int>) -> Value { Value(kind, range: range) }
}
