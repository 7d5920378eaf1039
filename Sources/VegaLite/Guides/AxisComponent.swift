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
