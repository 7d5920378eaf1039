import Inputs
import Tables

/// Writes a box plot as layers: whiskers, a box from the first to the third quartile, its median, outliers.
struct BoxPlot {
  static let defaults: Value = [
    "size": 14, "extent": 1.5, "box": [:], "median": ["color": "white"], "outliers": [:],
    "rule": [:],
  ]

  private enum Extent {
    /// Whiskers reach to the least and the greatest value.
    case all
    /// Whiskers reach to the last values within so many heights of the box (Tukey).
    case interquartile(Double)
  }

  private let composite: CompositeMark
  private let measure: CompositeMeasure
  private let dimensions: CompositeDimensions
  private let extent: Extent

  init?(_ composite: CompositeMark) {
    guard let axis = composite.axis(), let measure = CompositeMeasure(composite, axis) else {
      return nil
    }
    self.composite = composite
    self.measure = measure
    dimensions = CompositeDimensions(composite, omitting: [axis.rawValue, "tooltip"])
    extent = composite.property("extent")?.double.map { .interquartile($0) } ?? .all
  }

  func layers() -> Value {
    let given = composite.reader.value["transform"]?.array ?? []
    switch extent {
    case .all:
      return composite.view(
        transform: given + dimensions.transforms
          + [aggregate(quartiles + middle + ends(lower: "lower_whisker", upper: "upper_whisker"))],
        layers: whiskers + box)
    case .interquartile(let reach):
      return composite.view(transform: given, layers: [outside(reach), summary])
    }
  }

  private func figure(_ operation: String, _ prefix: String, of field: Value? = nil) -> Value {
    .object([
      ("op", .string(operation)), ("field", field ?? measure.field),
      ("as", measure.column(prefix)),
    ])
  }

  private var quartiles: [Value] { [figure("q1", "lower_box"), figure("q3", "upper_box")] }
  private var middle: [Value] { [figure("median", "mid_box")] }
  private func ends(lower: String, upper: String) -> [Value] {
    [figure("min", lower), figure("max", upper)]
  }

  private func aggregate(_ figures: [Value]) -> Value {
    .object([
      ("aggregate", .array(dimensions.aggregates + figures)),
      ("groupby", .array(dimensions.groupBy)),
    ])
  }

  private var whiskers: [Value] {
    let invalid = ("invalid", composite.mark["invalid"])
    let tick: [(String, Value?)] = [
      ("type", "tick"), ("color", "black"), ("opacity", 1), ("orient", across), invalid,
    ]
    func part(_ name: String, _ mark: [(String, Value?)], _ from: String, _ to: String? = nil)
      -> [Value]
    {
      composite.part(
        name, mark,
        encoding: dimensions.encoding(
          measure.position(from, to: to), omitting: ["color", "size"]))
    }
    let rule: [(String, Value?)] = [("type", "rule"), invalid]
    return part("rule", rule, "lower_whisker", "lower_box")
      + part("rule", rule, "upper_box", "upper_whisker")
      + part("ticks", tick, "lower_whisker") + part("ticks", tick, "upper_whisker")
  }

  private var across: Value { measure.axis.isVertical ? "horizontal" : "vertical" }

  private var box: [Value] {
    let size = ("size", composite.property("size"))
    let invalid = ("invalid", composite.mark["invalid"])
    let color = composite.property("median")?["color"]
    // A box without height shows its median in the colour of the box.
    let test =
      "\(measure.expression("lower_box")) >= \(measure.expression("upper_box"))"
    let given = dimensions.encoding.last { $0.0 == "color" }?.1
    let standard = composite.property("box")?["color"] ?? markColor
    let condition = (given ?? .object([("value", standard)])).setting([("test", .string(test))])
    return composite.part(
      "box",
      [
        ("type", "bar"), size, ("orient", measure.axis.isVertical ? "vertical" : "horizontal"),
        invalid,
      ], encoding: dimensions.encoding(measure.position("lower_box", to: "upper_box")))
      + composite.part(
        "median",
        [("type", "tick"), invalid, ("color", color), size, ("orient", across)],
        encoding: dimensions.encoding(measure.position("mid_box"), omitting: ["color"])
          .setting([("color", .object([("condition", condition)]))]))
  }

  private var markColor: Value {
    for block in composite.run.configuration.block("mark") {
      if let color = block.value["color"] { return color }
    }
    return "#4c78a8"
  }

  private var summary: Value {
    .object([
      (
        "transform",
        .array(
          dimensions.transforms + [aggregate(quartiles + middle + ends(lower: "min", upper: "max"))]
        )
      ), ("layer", .array(box)),
    ])
  }

  /// Whiskers of the values near the box, points for the others.
  private func outside(_ reach: Double) -> Value {
    let (lower, upper) = (measure.expression("lower_box"), measure.expression("upper_box"))
    let (least, most) = (
      "\(lower) - \(reach) * (\(upper) - \(lower))", "\(upper) + \(reach) * (\(upper) - \(lower))"
    )
    let value = measure.expression
    let join: Value = .object([
      ("joinaggregate", .array(quartiles)), ("groupby", .array(dimensions.groupBy)),
    ])
    let near: Value = .object([
      ("filter", .string("(\(least) <= \(value)) && (\(value) <= \(most))"))
    ])
    let figures =
      ends(lower: "lower_whisker", upper: "upper_whisker")
      + [("min", "lower_box"), ("max", "upper_box")].map { operation, prefix in
        figure(operation, prefix, of: .string(FieldPath.escaped("\(prefix)_\(measure.name)")))
      }
    let points = composite.part(
      "outliers", [("type", "point")],
      encoding: dimensions.encoding(measure.position(nil), omitting: ["size"]),
      transform: [
        .object([("filter", .string("(\(value) < \(least)) || (\(value) > \(most))"))])
      ])
    let prepared = dimensions.transforms + [join]
    if points.isEmpty {
      return .object([
        ("transform", .array(prepared + [near, aggregate(figures)])), ("layer", .array(whiskers)),
      ])
    }
    let lines: Value = .object([
      ("transform", .array([near, aggregate(figures)])), ("layer", .array(whiskers)),
    ])
    return .object([("transform", .array(prepared)), ("layer", .array(points + [lines]))])
  }
}
