import Diagnostics
import Inputs
import Tables

/// A mark that stands for several: the view it is specified in, taken apart for those that draw it.
struct CompositeMark {
  let type: CompositeMarkType
  /// The mark's own properties; an empty object where it is only named.
  let mark: Value
  let encoding: Encoding
  /// The encoding as written, in which `color` and the like are handed on.
  let written: Value
  let reader: ObjectReader
  let run: ChartRun

  init(
    _ type: CompositeMarkType, _ reader: ObjectReader, mark: Value, encoding: Value, _ run: ChartRun
  ) {
    self.type = type
    self.reader = reader
    self.run = run
    self.mark = mark.object == nil ? .object([]) : mark
    written = Self.withoutAggregate(type, encoding)
    self.encoding = Encoding(reader.located(written), run)
  }

  /// `"aggregate": "boxplot"` only says which axis is meant.
  private static func withoutAggregate(_ type: CompositeMarkType, _ encoding: Value) -> Value {
    encoding.setting(
      ["x", "y"].map { key in
        guard let definition = encoding[key], definition["aggregate"]?.string == type.rawValue
        else { return (key, nil) }
        return (key, definition.omitting(["aggregate"]).setting([("type", "quantitative")]))
      })
  }

  /// The view as layers of simple marks; nil where that can't be done, which is reported.
  func layers() -> Value? {
    switch type {
    case .boxplot: BoxPlot(self)?.layers()
    case .errorbar, .errorband: ErrorMark(self)?.layers()
    }
  }

  // MARK: The axis of the measure

  enum Axis: String {
    case x
    case y

    var channel: Channel { self == .x ? .x : .y }
    var isVertical: Bool { self == .y }
  }

  /// The axis that the measure runs along.
  func axis() -> Axis? {
    if let orient = mark["orient"]?.string { return orient == "horizontal" ? .x : .y }
    let (x, y) = (measure(.x), measure(.y))
    guard let x else {
      if y != nil { return .y }
      run.findings.error(
        "spec.composite", "\"\(type.rawValue)\" needs a quantitative \"x\" or \"y\"",
        at: reader.location)
      return nil
    }
    guard let y else { return .x }
    let isTime = { (definition: ChannelDefinition) in
      definition.type == .temporal || definition.timeUnit != nil
    }
    return isTime(y) && !isTime(x) ? .x : .y
  }

  private func measure(_ channel: Channel) -> ChannelDefinition? {
    guard let definition = encoding[channel], definition.isFieldOrDatum else { return nil }
    switch definition.type {
    case .quantitative: return definition.binning == nil ? definition : nil
    case .temporal: return definition
    case .nominal, .ordinal, .geojson: return nil
    }
  }

  // MARK: Parts

  /// A property of the mark, else of its config.
  func property(_ key: String) -> Value? {
    if let own = mark[key], !own.isNull { return own }
    return configured(key)
  }

  private func configured(_ key: String) -> Value? {
    for block in run.configuration.block(type.rawValue) {
      if let value = block.value[key] { return value }
    }
    return nil
  }

  /// One of the simple marks, unless it is switched off.
  func part(
    _ name: String, _ base: [(String, Value?)], encoding: Value, transform: [Value] = []
  ) -> [Value] {
    let standard = configured(name)
    let own = mark[name]
    guard Self.isOn(own ?? standard) else { return [] }
    let blocks = run.configuration.block(type.rawValue).reversed().compactMap {
      $0.value[name]?.object
    }
    var result: Value = .object([])
    for members in blocks.map(\.members) + [
      ["clip", "color", "opacity"].compactMap { key in
        mark[key].map { Object.Member(key: key, value: $0) }
      }
    ] {
      result = result.setting(members.map { ($0.key, $0.value) })
    }
    result = result.setting(base).setting([("style", .string("\(type.rawValue)-\(name)"))])
    result = result.setting((own?.object?.members ?? []).map { ($0.key, $0.value) })
    let view: Value = .object([("mark", result.at(mark.range)), ("encoding", encoding)])
    return [transform.isEmpty ? view : view.setting([("transform", .array(transform))])]
  }

  private static func isOn(_ value: Value?) -> Bool {
    guard let value, !value.isNull else { return false }
    return value.bool ?? true
  }

  /// The view with layers in place of its mark.
  func view(transform: [Value], layers: [Value]) -> Value {
    reader.value.omitting(["mark", "encoding", "params"]).setting([
      ("transform", transform.isEmpty ? nil : .array(transform)), ("layer", .array(layers)),
    ])
  }
}

/// The measure of a composite mark: its field and what its axis is like.
struct CompositeMeasure {
  let axis: CompositeMark.Axis
  let name: String
  private let written: Value
  private let path: FieldPath

  init?(_ composite: CompositeMark, _ axis: CompositeMark.Axis) {
    guard let field = composite.encoding[axis.channel]?.field,
      let written = composite.written[axis.rawValue]
    else {
      composite.run.findings.error(
        "spec.composite", "\"\(axis.rawValue)\" of \"\(composite.type.rawValue)\" needs \"field\"",
        at: composite.encoding[axis.channel]?.location ?? composite.reader.location)
      return nil
    }
    self.axis = axis
    self.written = written
    path = FieldPath(field)
    name = path.name
  }

  /// The field as a transform names it.
  var field: Value { written["field"] ?? .string(name) }

  /// The field in an expression.
  var expression: String {
    path.steps.isEmpty
      ? Self.access(path.column)
      : Self.access(path.column)
        + path.steps.map { step in
          switch step {
          case .name(let name): "['\(Self.escaped(name))']"
          case .index(let index): "[\(index)]"
          }
        }.joined()
  }

  /// A column made of the measure, in an expression: `datum['lower_price']`.
  func expression(_ prefix: String) -> String { Self.access("\(prefix)_\(name)") }

  static func access(_ column: String) -> String { "datum['\(escaped(column))']" }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }

  func column(_ prefix: String) -> Value { .string("\(prefix)_\(name)") }

  /// The channels of a mark that stands at one column, or runs from one to another.
  func position(_ prefix: String?, to end: String? = nil) -> [(String, Value?)] {
    let field: Value =
      prefix.map { .string(FieldPath.escaped("\($0)_\(name)")) } ?? self.field
    var members: [(String, Value?)] = [
      (
        axis.rawValue,
        Value.object([("field", field)]).setting([
          ("type", written["type"] ?? "quantitative"),
          ("title", written["title"] ?? self.field), ("scale", written["scale"]),
          ("axis", written["axis"]),
        ])
      )
    ]
    if let end {
      members.append(
        (
          axis.rawValue + "2",
          .object([("field", .string(FieldPath.escaped("\(end)_\(name)")))])
        ))
    }
    return members
  }
}
