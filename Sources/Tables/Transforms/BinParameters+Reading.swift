package import Inputs

extension BinParameters {
  /// Reads bin parameters: true, or an object; nil for false and what isn't one.
  ///
  /// `maxBins` where none is given depends on who asks: 10 for a position or a transform, 6 for other channels.
  package init?(_ located: Located, _ findings: Findings, maxBins: Double = 10) {
    if let flag = located.value.bool {
      guard flag else { return nil }
      self.init(maxBins: maxBins)
      return
    }
    guard located.value.object != nil else {
      findings.error(
        "spec.type", "\"bin\" must be true, false or an object, not \(located.value.kindName)",
        at: located.location)
      return nil
    }
    let reader = ObjectReader(located, findings)
    reader.check(
      known: [
        "anchor", "base", "binned", "divide", "extent", "maxbins", "minstep", "nice", "step",
        "steps",
      ], in: "bin")
    self.init(
      maxBins: reader.number("maxbins") ?? maxBins, base: reader.number("base") ?? 10,
      divide: reader.numbers("divide") ?? [5, 2],
      extent: reader["extent"]?.array == nil ? nil : reader.numbers("extent"),
      step: reader.number("step"), steps: reader.numbers("steps"),
      minStep: reader.number("minstep") ?? 0, nice: reader.bool("nice") ?? true,
      anchor: reader.number("anchor"))
    if let extent = reader["extent"], extent.object != nil {
      let inner = ObjectReader(reader.located(extent), findings)
      inner.check(known: ["param", "field", "encoding"], in: "\"extent\"")
      extentParameter = inner.string("param").map { .init(name: $0, field: inner.string("field")) }
    }
  }
}
