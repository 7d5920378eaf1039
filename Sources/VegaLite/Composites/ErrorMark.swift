import Inputs
import Tables

/// Writes an error bar or an error band as layers: from the lower to the upper end of an interval.
struct ErrorMark {
  static let barDefaults: Value = ["center": "mean", "rule": true, "ticks": false]
  static let bandDefaults: Value = ["band": ["opacity": 0.3], "borders": false]

  private enum Input {
    /// The interval is worked out from the rows.
    case rows
    /// `x2` or `y2` has the other end.
    case ends(Value)
    /// `xError` and its like say how far the ends are; the second, where given, how far the lower one.
    case errors(Value, Value?)
  }

  private let composite: CompositeMark
  private let measure: CompositeMeasure
  private let dimensions: CompositeDimensions
  private let input: Input

  init?(_ composite: CompositeMark) {
    guard let (axis, input) = Self.input(composite),
      let measure = CompositeMeasure(composite, axis)
    else { return nil }
    self.composite = composite
    self.measure = measure
    self.input = input
    let key = axis.rawValue
    dimensions = CompositeDimensions(
      composite, omitting: [key, key + "2", key + "Error", key + "Error2"])
  }

  private static func input(_ composite: CompositeMark) -> (CompositeMark.Axis, Input)? {
    let written = composite.written
    func field(_ key: String) -> Value? { written[key]?["field"] }
    for axis in [CompositeMark.Axis.x, .y] {
      if let end = field(axis.rawValue + "2") { return (axis, .ends(end)) }
      if let error = field(axis.rawValue + "Error") {
        return (axis, .errors(error, field(axis.rawValue + "Error2")))
      }
    }
    return composite.axis().map { ($0, .rows) }
  }

  func layers() -> Value {
    var transform = (composite.reader.value["transform"]?.array ?? []) + dimensions.transforms
    let (figures, calculated) = interval()
    let aggregates = dimensions.aggregates + figures
    if !aggregates.isEmpty {
      var groupBy: [Value] = []
      if case .rows = input { groupBy = dimensions.groupBy }
      transform.append(
        .object([("aggregate", .array(aggregates)), ("groupby", .array(groupBy))]))
    }
    transform += calculated
    let layers = composite.type == .errorband ? band : bar
    return composite.view(transform: transform, layers: layers)
  }

  // MARK: The interval

  private func interval() -> (figures: [Value], calculated: [Value]) {
    switch input {
    case .rows: return summary()
    case .ends(let end):
      return (
        [],
        [
          calculate(access(end), as: "upper"), calculate(measure.expression, as: "lower"),
        ]
      )
    case .errors(let error, let lower):
      let below = lower.map { "+ \(access($0))" } ?? "- \(access(error))"
      return (
        [],
        [
          calculate("\(measure.expression) + \(access(error))", as: "upper"),
          calculate("\(measure.expression) \(below)", as: "lower"),
        ]
      )
    }
  }

  private func access(_ field: Value) -> String {
    CompositeMeasure.access(FieldPath(field.string ?? "").name)
  }

  private func calculate(_ expression: String, as prefix: String) -> Value {
    .object([("calculate", .string(expression)), ("as", measure.column(prefix))])
  }

  private func figure(_ operation: String, _ prefix: String) -> Value {
    .object([
      ("op", .string(operation)), ("field", measure.field), ("as", measure.column(prefix)),
    ])
  }

  private func summary() -> (figures: [Value], calculated: [Value]) {
    let given = composite.mark["extent"]?.string
    let center =
      composite.mark["center"]?.string
      ?? given.map { $0 == "iqr" ? "median" : "mean" }
      ?? composite.property("center")?.string ?? "mean"
    let extent = given ?? (center == "mean" ? "stderr" : "iqr")
    switch extent {
    case "stderr", "stdev":
      let (middle, reach) = (measure.expression("center"), measure.expression("extent"))
      return (
        [figure(extent, "extent"), figure(center, "center")],
        [
          calculate("\(middle) + \(reach)", as: "upper"),
          calculate("\(middle) - \(reach)", as: "lower"),
        ]
      )
    case "ci":
      return ([figure("ci0", "lower"), figure("ci1", "upper"), figure("mean", "center")], [])
    default:
      return ([figure("q1", "lower"), figure("q3", "upper"), figure("median", "center")], [])
    }
  }

  // MARK: Layers

  private var across: Value { measure.axis.isVertical ? "horizontal" : "vertical" }

  private func part(
    _ name: String, _ mark: [(String, Value?)], _ from: String, _ to: String? = nil,
    omitting: [String] = []
  ) -> [Value] {
    composite.part(
      name, mark,
      encoding: dimensions.encoding(
        measure.position(from, to: to), omitting: omitting + ["tooltip"]))
  }

  private var bar: [Value] {
    let thickness = composite.mark["thickness"]
    let tick: [(String, Value?)] = [
      ("type", "tick"), ("orient", across), ("thickness", thickness),
      ("size", composite.mark["size"]),
    ]
    return part("ticks", tick, "lower", omitting: ["size"])
      + part("ticks", tick, "upper", omitting: ["size"])
      + part(
        "rule", [("type", "rule"), ("size", thickness)], "lower", "upper", omitting: ["size"])
  }

  private var band: [Value] {
    let isPlane = composite.encoding.has(.x) && composite.encoding.has(.y)
    var shape: [(String, Value?)] = []
    if isPlane, let interpolate = composite.mark["interpolate"] {
      shape = [("interpolate", interpolate), ("tension", composite.mark["tension"])]
    }
    let border: [(String, Value?)] = [("type", isPlane ? "line" : "rule")] + shape
    return part("band", [("type", isPlane ? "area" : "rect")] + shape, "lower", "upper")
      + part("borders", border, "lower") + part("borders", border, "upper")
  }
}
