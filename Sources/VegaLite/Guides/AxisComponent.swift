import Diagnostics
import Inputs
import Tables

/// An axis in the making: the channel's definitions in all the views that share it.
struct AxisComponent {
  let channel: Channel
  let parts: [ScaleComponent.Part]
  let type: ScaleType
  let orient: AxisOrient
  /// Whether another axis of the channel comes before it, whose grid is enough.
  let isSecond: Bool
  let run: ChartRun

  init(
    _ channel: Channel, parts: [ScaleComponent.Part], type: ScaleType, orient: AxisOrient,
    isSecond: Bool = false, run: ChartRun
  ) {
    self.isSecond = isSecond
    self.channel = channel
    self.parts = parts
    self.type = type
    self.orient = orient
    self.run = run
  }

  /// The side the specification or the config puts an axis at; nil where neither does.
  static func givenOrient(
    _ channel: Channel, _ parts: [ScaleComponent.Part], _ run: ChartRun
  ) -> AxisOrient? {
    let own = Properties(parts.map(\.definition.axis), run)
    if let orient: AxisOrient = own.word("orient") { return orient }
    let config = run.configuration
    return Properties(config.given(channel == .x ? "axisX" : "axisY") + config.given("axis"), run)
      .word("orient")
  }

  /// Whether the axis is switched off.
  var isDisabled: Bool {
    for part in parts {
      guard let axis = part.definition.axis else { continue }
      return axis.value.isNull || axis.value.bool == false
    }
    return configured.bool("disable") ?? false
  }

  /// What the specification says of the axis, whichever view says it.
  var own: Properties {
    Properties(parts.map(\.definition.axis).filter { $0?.value.object != nil }, run)
  }

  /// The configs that concern the axis, the nearest first.
  private var configured: Properties {
    let config = run.configuration
    let xy = channel == .x ? "axisX" : "axisY"
    let kinds: [String] =
      switch type {
      case .band: ["Discrete", "Band"]
      case .point: ["Discrete", "Point"]
      case .time, .utc: ["Temporal"]
      case .ordinal, .binOrdinal: []
      default: ["Quantitative"]
      }
    let side = orient.rawValue.prefix(1).uppercased() + orient.rawValue.dropFirst()
    let blocks =
      kinds.reversed().map { xy + $0 } + kinds.reversed().map { "axis" + $0 }
      + [xy, "axis" + side, "axis"]
    var layers: [Located] = []
    let style = own.located("style")?.value
    layers += config.styles(
      style?.array?.compactMap(\.string) ?? style?.string.map { [$0] } ?? [])
    for block in blocks { layers += config.given(block) }
    for block in blocks.reversed() {
      for given in config.given(block) {
        if let style = given.value["style"] {
          layers += config.styles(
            style.array?.compactMap(\.string) ?? style.string.map { [$0] } ?? [])
        }
      }
    }
    return Properties(layers, run)
  }

  /// All that is said of the axis, then the rules for its data, then Vega's defaults.
  func properties(width: Double, height: Double) -> Properties {
    let quiet = isSecond ? [Located(.object([("grid", false)]), in: ChartRun.builtIn)] : []
    let given = Properties(own.layers + quiet + configured.layers, run)
    let rules = AxisRules(
      component: self, given: given, extent: channel == .x ? width : height)
    return given.over(rules.value).over(AxisDefaults.axis)
  }

  /// The title: what is written for it, else the names of the fields; nil for none.
  var title: [String]? {
    GuideTitle(
      parts.map { part in
        var definitions = [part.definition]
        if let second = channel.secondary, let other = part.unit.encoding[second], other.isField {
          definitions.append(other)
        }
        return (definitions, part.definition.axis)
      }, configured: configured, run: run
    ).lines
  }
}

/// The titles of axes and legends.
struct GuideTitle {
  private let parts: [(definitions: [ChannelDefinition], guide: Located?)]
  private let configured: Properties
  private let run: ChartRun

  init(
    _ parts: [(definitions: [ChannelDefinition], guide: Located?)], configured: Properties,
    run: ChartRun
  ) {
    self.parts = parts
    self.configured = configured
    self.run = run
  }

  /// The lines of the title; nil for none.
  var lines: [String]? {
    var given: [[String]] = []
    var isOff = false
    var names: [String] = []
    for part in parts {
      if let guide = part.guide, guide.value.object != nil, let title = guide["title"] {
        add(title, &given, &isOff)
        continue
      }
      var titled = false
      for definition in part.definitions {
        if let title = definition.reader.value["title"] {
          add(definition.reader.located(title), &given, &isOff)
          titled = true
        }
      }
      if titled { continue }
      for definition in part.definitions where definition.isField {
        let name = FieldTitle(definition, run).text
        if !names.contains(name) { names.append(name) }
      }
    }
    if !given.isEmpty {
      return given.count == 1 ? given[0] : [given.flatMap { $0 }.joined(separator: ", ")]
    }
    if isOff { return nil }
    if configured.isNull("title") { return nil }
    if let lines = configured.lines("title") { return lines }
    return names.isEmpty ? nil : [names.joined(separator: ", ")]
  }

  private func add(_ title: Located, _ given: inout [[String]], _ isOff: inout Bool) {
    guard !title.value.isNull, let datum = PropertyValue(title, run.findings)?.evaluate(run) else {
      isOff = true
      return
    }
    let lines = Properties.lines(datum)
    if lines == [""] { isOff = true } else if !given.contains(lines) { given.append(lines) }
  }
}

/// What a field is called in a title: `Mean of price`, `date (year-month)`.
struct FieldTitle {
  let text: String

  /// What its guide calls a field; the field's own title where the guide has none.
  static func seen(_ definition: ChannelDefinition, _ run: ChartRun) -> String {
    GuideTitle(
      [([definition], definition.axis ?? definition.legend)], configured: Properties([], run),
      run: run
    ).lines?.joined(separator: " ") ?? FieldTitle(definition, run).text
  }

  init(_ definition: ChannelDefinition, _ run: ChartRun) {
    let field = definition.field ?? ""
    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    switch definition.aggregate {
    case .operation(.count, _):
      text = run.configuration.value("countTitle")?.value.string ?? "Count of Records"
      return
    default: break
    }
    if definition.isBinning {
      text = "\(field) (binned)"
    } else if let unit = definition.timeUnit, !unit.isBinned {
      text = "\(field) (\(unit.parts.map(\.rawValue).joined(separator: "-")))"
    } else {
      switch definition.aggregate {
      case .operation(let operation, _):
        text = "\(capitalized(operation.rawValue)) of \(field)"
      case .argmin(let other): text = "\(field) for min \(other)"
      case .argmax(let other): text = "\(field) for max \(other)"
      case nil: text = field
      }
    }
  }
}
