import Inputs
import Tables

/// What an axis is like by the kind of its data, after Vega-Lite's rules.
struct AxisRules {
  let component: AxisComponent
  /// What the specification and the config say.
  let given: Properties
  /// The length of the axis.
  let extent: Double

  var value: Value {
    var members: [(String, Value)] = []
    func set(_ key: String, _ value: Value?) {
      if let value { members.append((key, value)) }
    }
    guard let definition = component.parts.first?.definition else { return .object([]) }
    let isField = definition.isField
    let isX = component.channel == .x
    let isDiscrete = component.type.isDiscrete
    let gridded = component.parts.contains { part in
      part.definition.isField && part.definition.binning == nil
    }
    set(
      "grid",
      .init(booleanLiteral: !isDiscrete && (isField ? definition.binning == nil : false) && gridded)
    )
    let angle = labelAngle(definition)
    if given.number("labelAngle") == nil { set("labelAngle", angle.map { .number($0) }) }
    if let angle {
      let turned = TurnedLabel(angle: angle, side: component.orient)
      set("labelAlign", turned.align.map { .string($0) })
      set("labelBaseline", turned.baseline.map { .string($0) })
    }
    if isX, definition.type == .quantitative || definition.type == .temporal {
      set("labelFlush", true)
    }
    let isSorted: Bool =
      switch definition.sort {
      case .values, .field, .channel: true
      default: false
      }
    if isField && definition.timeUnit != nil && !isSorted || !definition.type.isDiscrete {
      let isLog = component.type == .log || component.type == .symlog
      set("labelOverlap", isLog ? "greedy" : true)
    }
    let definitions = component.parts.lazy.map(\.definition)
    if let count = definitions.compactMap(tickCount).first { set("tickCount", .number(count)) }
    if let step = definitions.compactMap(tickMinStep).first { set("tickMinStep", .number(step)) }
    if component.type == .band { set("tickOffset", .number(AxisDefaults.bandTickOffset)) }
    let isRectangle = component.parts.contains {
      $0.unit.mark.type == .rect
        && ($0.definition.type.isDiscrete
          || $0.definition.type == .quantitative && $0.definition.binning != nil)
    }
    set("zindex", isRectangle ? 1 : 0)
    return .object(members)
  }

  private func labelAngle(_ definition: ChannelDefinition) -> Double? {
    if let angle = given.number("labelAngle") {
      return TurnedLabel.normalized(angle)
    }
    let isTime = definition.isField && definition.timeUnit != nil
    return component.channel == .x && definition.type.isDiscrete && !isTime ? 270 : nil
  }

  private func tickCount(_ definition: ChannelDefinition) -> Double? {
    guard given.located("values") == nil, !component.type.isDiscrete, component.type != .log else {
      return nil
    }
    if definition.isField {
      if definition.isBinning { return (extent / 10).rounded(.up) }
      if let unit = definition.timeUnit, unit.parts.count == 1 {
        switch unit.finest {
        case .month, .hours, .day, .quarter: return nil
        default: break
        }
      }
    }
    return (extent / 40).rounded(.up)
  }

  private func tickMinStep(_ definition: ChannelDefinition) -> Double? {
    if definition.timeUnit == nil, given.string("format") == "d" { return 1 }
    return definition.isField ? definition.timeUnit?.duration : nil
  }
}
