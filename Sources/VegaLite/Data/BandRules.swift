/// Where in a band a mark stands and how much of it it fills, after Vega-Lite's rules.
struct BandRules {
  let unit: UnitSpec

  init(_ unit: UnitSpec) {
    self.unit = unit
  }

  /// The share of a bin or time unit at which a mark stands; nil where it has no band.
  func position(_ definition: ChannelDefinition, _ channel: Channel) -> Double? {
    if let given = definition.bandPosition { return given }
    guard definition.isField else { return nil }
    let hasSecond = channel.secondary.map { unit.encoding.hasFieldOrDatum($0) } ?? false
    if definition.timeUnit != nil, !hasSecond {
      return unit.mark.properties.number("timeUnitBandPosition")
    }
    return definition.isBinning ? 0.5 : nil
  }
}
