import Formats
import Inputs

/// The statistical transforms: density, quantile, regression, loess, extent.
extension TransformReader {
  private func steps(_ reader: ObjectReader, _ key: String) -> Int? {
    reader.positive(key).map { Int(clamping: $0.rounded(.up), to: 0...1_000_000_000) }
  }

  /// The names of `as`, as far as they are given.
  private func pair(_ reader: ObjectReader, _ first: String, _ second: String) -> (String, String) {
    let given = reader.strings("as") ?? []
    return (given.first ?? first, given.dropFirst().first ?? second)
  }

  func density(_ reader: ObjectReader) -> TableTransform? {
    reader.check(
      known: [
        "density", "groupby", "cumulative", "counts", "bandwidth", "extent", "minsteps",
        "maxsteps", "steps", "resolve", "as",
      ], in: "density")
    guard let field = required(reader, "density", "density") else { return nil }
    let (value, density) = pair(reader, "value", "density")
    let both = steps(reader, "steps")
    return .density(
      DensityTransform(
        FieldPath(field), groupBy: reader.strings("groupby") ?? [],
        cumulative: reader.bool("cumulative") ?? false, counts: reader.bool("counts") ?? false,
        bandwidth: reader.number("bandwidth"), extent: reader.numbers("extent"),
        minSteps: both ?? steps(reader, "minsteps") ?? 25,
        maxSteps: both ?? steps(reader, "maxsteps") ?? 200,
        resolve: reader.word("resolve") ?? .shared, value: value, density: density))
  }

  func quantile(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["quantile", "groupby", "probs", "step", "as"], in: "quantile")
    guard let field = required(reader, "quantile", "quantile") else { return nil }
    let (share, value) = pair(reader, "prob", "value")
    return .quantile(
      QuantileTransform(
        FieldPath(field), groupBy: reader.strings("groupby") ?? [],
        shares: reader.numbers("probs"), step: reader.positive("step") ?? 0.01, share: share,
        value: value))
  }

  func regression(_ reader: ObjectReader) -> TableTransform? {
    reader.check(
      known: ["regression", "on", "groupby", "method", "order", "extent", "params", "as"],
      in: "regression")
    guard let y = required(reader, "regression", "regression"),
      let x = required(reader, "on", "regression")
    else { return nil }
    return .regression(
      RegressionTransform(
        FieldPath(y), on: FieldPath(x), groupBy: reader.strings("groupby") ?? [],
        method: reader.word("method") ?? .linear,
        order: reader.number("order").map { Int(clamping: $0, to: 0...20) } ?? 3,
        extent: reader.numbers("extent"), parameters: reader.bool("params") ?? false,
        as: pair(reader, FieldPath(x).name, FieldPath(y).name)))
  }

  func loess(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["loess", "on", "groupby", "bandwidth", "as"], in: "loess")
    guard let y = required(reader, "loess", "loess"), let x = required(reader, "on", "loess")
    else { return nil }
    return .loess(
      LoessTransform(
        FieldPath(y), on: FieldPath(x), groupBy: reader.strings("groupby") ?? [],
        bandwidth: reader.positive("bandwidth") ?? 0.3,
        as: pair(reader, FieldPath(x).name, FieldPath(y).name)))
  }

  func extent(_ reader: ObjectReader) -> TableTransform? {
    reader.check(known: ["extent", "param"], in: "extent")
    guard let field = required(reader, "extent", "extent"),
      let name = required(reader, "param", "extent")
    else { return nil }
    return .extent(ExtentTransform(FieldPath(field), parameter: name))
  }
}
