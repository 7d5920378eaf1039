import Inputs
import Tables

/// What a channel's scale is like where the specification leaves it open, after Vega-Lite's rules.
struct ScaleRules {
  let unit: UnitSpec
  let run: ChartRun

  private var config: Properties { run.properties(run.configuration.block("scale")) }

  func type(_ channel: Channel, _ definition: ChannelDefinition) -> ScaleType {
    let standard = standardType(channel, definition)
    guard let located = definition.scale?["type"] else { return standard }
    guard let name = located.value.string, let type = ScaleType(rawValue: name) else {
      run.findings.error(
        "spec.word", "unknown scale type \"\(located.value.string ?? "")\"", at: located.location)
      return standard
    }
    guard Self.supports(type, channel), Self.supports(type, definition) else {
      run.findings.warning(
        "spec.scale",
        "a \(type.rawValue) scale does not suit \(channel.rawValue) of type \(definition.type.rawValue)",
        at: located.location, hints: ["\(standard.rawValue) is used"])
      return standard
    }
    return type
  }

  private static func supports(_ type: ScaleType, _ channel: Channel) -> Bool {
    switch channel {
    case .x, .y, .xOffset, .yOffset, .theta, .radius:
      return type != .ordinal && type != .binOrdinal && !type.isDiscretizing
        || type == .ordinal && false
    case .shape, .strokeDash: return type == .ordinal || type.isDiscretizing
    case .color, .fill, .stroke: return type != .band && type != .point
    default: return true
    }
  }

  private static func supports(_ type: ScaleType, _ definition: ChannelDefinition) -> Bool {
    guard definition.isField else { return true }
    switch definition.type {
    case .nominal, .ordinal: return type.isDiscrete && type != .binOrdinal
    case .temporal:
      return type.isTemporal || type.isDiscrete && type != .binOrdinal || type == .linear
    case .quantitative: return !type.isTemporal && type != .ordinal
    case .geojson: return false
    }
  }

  private func standardType(_ channel: Channel, _ definition: ChannelDefinition) -> ScaleType {
    let isListed = channel == .shape || channel == .strokeDash
    switch definition.type {
    case .nominal, .ordinal, .geojson:
      if channel.isColor || isListed { return .ordinal }
      if channel.isXY || channel.isOffset {
        switch unit.mark.type {
        case .rect, .bar, .image, .rule, .tick: return .band
        default: break
        }
        if unit.encoding.hasNestedOffset(channel) { return .band }
      } else if unit.mark.type == .arc, channel.isPolar {
        return .band
      }
      let extent = channel == .x ? "width" : channel == .y ? "height" : nil
      if let extent, unit.mark.own?.value[extent]?["band"] != nil { return .band }
      if definition.axis?.value["tickBand"] != nil { return .band }
      return .point
    case .temporal:
      if channel.isColor { return .time }
      if isListed { return .ordinal }
      return definition.timeUnit?.isUTC == true ? .utc : .time
    case .quantitative:
      if channel.isColor { return definition.isBinning ? .binOrdinal : .linear }
      return isListed ? .ordinal : .linear
    }
  }

  /// Whether a continuous scale includes zero.
  func zero(_ channel: Channel, _ definition: ChannelDefinition, _ type: ScaleType) -> Bool {
    if let domain = definition.scale?.value["domain"], domain.string != "unaggregated",
      !type.isDiscrete, !domain.isNull
    {
      guard let ends = domain.array, let first = ends.first?.double, let last = ends.last?.double
      else { return false }
      return first <= 0 && last >= 0
    }
    if channel == .size, definition.type == .quantitative, !type.isDiscretizing { return true }
    guard definition.binning == nil, channel.isXY || channel.isPolar else { return false }
    let mark = unit.mark
    switch mark.type {
    case .bar, .area, .line, .trail:
      if mark.orientation == .horizontal && channel == .y
        || mark.orientation == .vertical && channel == .x
      {
        return false
      }
    default: break
    }
    let hasSecond = channel.secondary.map { unit.encoding.has($0) } ?? false
    if mark.type.isBarOrArea, !hasSecond { return true }
    return config.bool("zero") ?? true
  }

  /// Whether the domain is widened to round numbers.
  func nice(_ channel: Channel, _ definition: ChannelDefinition, _ type: ScaleType) -> Bool {
    let scale = definition.scale?.value
    if definition.isField && definition.binning != nil || scale?["domain"]?.array != nil
      || scale?["domainMax"] != nil || scale?["domainMin"] != nil || type.isTemporal
    {
      return false
    }
    return channel.isXY
  }

  /// Room at both ends: in pixels for continuous scales, in steps for points.
  func padding(_ channel: Channel, _ definition: ChannelDefinition, _ type: ScaleType) -> Double? {
    guard channel.isXY else { return nil }
    if type.isContinuous {
      if let given = config.number("continuousPadding") { return given }
      let mark = unit.mark
      let isBand = definition.isField && (definition.binning != nil || definition.timeUnit != nil)
      if mark.type == .bar, !isBand,
        mark.orientation == .vertical && channel == .x
          || mark.orientation == .horizontal && channel == .y
      {
        return run.properties(run.configuration.block("bar")).over(BarMark.defaults)
          .number("continuousBandSize")
      }
    }
    return type == .point ? config.number("pointPadding") : nil
  }

  func paddingInner(_ channel: Channel, _ type: ScaleType) -> Double? {
    if channel.isXY {
      if unit.encoding.hasNestedOffset(channel) {
        return config.number("bandWithNestedOffsetPaddingInner")
      }
      if let given = config.number("bandPaddingInner") { return given }
      return switch unit.mark.type {
      case .bar: config.number("barBandPaddingInner")
      case .tick: config.number("tickBandPaddingInner")
      default: config.number("rectBandPaddingInner")
      }
    }
    return channel.isOffset && type == .band ? config.number("offsetBandPaddingInner") : nil
  }

  func paddingOuter(_ channel: Channel, _ type: ScaleType, inner: Double?) -> Double? {
    if channel.isXY {
      if unit.encoding.hasNestedOffset(channel) {
        return config.number("bandWithNestedOffsetPaddingOuter")
      }
      guard type == .band else { return nil }
      return config.number("bandPaddingOuter") ?? inner.map { $0 / 2 }
    }
    guard channel.isOffset else { return nil }
    return type == .point ? 0.5 : type == .band ? config.number("offsetBandPaddingOuter") : nil
  }

  /// A continuous domain sorted downwards runs the other way.
  func reverse(_ channel: Channel, _ definition: ChannelDefinition, _ type: ScaleType) -> Bool {
    let falls = !type.isDiscrete && definition.sort == .descending
    if channel == .x, let reversed = config.bool("xReverse") { return falls ? !reversed : reversed }
    return falls
  }
}
