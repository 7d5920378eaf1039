import Diagnostics
import Graphics
import Inputs
import Tables

/// A value that an axis marks, and where.
struct AxisTick {
  var value: Datum
  var label: String
  /// From 0 for the first to 1 for the last; −1 for the extra one at a band's start.
  var index: Double
  /// Where ticks and gridlines lie.
  var position: Double
  /// Where the label stands.
  var labelPosition: Double
}

/// The ticks of an axis with their labels.
struct AxisTicks {
  let ticks: [AxisTick]

  init(component: AxisComponent, scale: Scale, properties: Properties) {
    // Of several views the one whose time unit says how moments are written.
    let definitions = component.parts.map(\.definition)
    guard
      let definition = definitions.first(where: { $0.timeUnit != nil })
        ?? definitions.first
    else {
      ticks = []
      return
    }
    let source = TickValues(scale: scale)
    let given = Self.given(properties, definition)
    let wanted = Self.count(properties, given)
    let count = source.count(wanted, leastStep: properties.number("tickMinStep"))
    let values = given.map { source.valid($0, count) } ?? source.values(count)
    if let given, !given.isEmpty, !scale.type.isDiscrete,
      given.allSatisfy({ !$0.asNumber.isFinite })
    {
      properties.run.findings.warning(
        "chart.ticks", "none of the \"values\" is a \(scale.type.isTemporal ? "date" : "number")",
        at: properties.located("values")?.location)
    }
    let formatter = LabelFormatter(
      definition: definition, scale: scale, properties: properties, isAxis: true)
    let labels = formatter.labels(values, count, valuesAreGiven: given != nil)
    let bands = Self.bands(properties)
    let offset = bands.offset
    let labelOffset = properties.number("labelOffset") ?? 0
    let rounds = properties.bool("tickRound") ?? true
    func place(_ value: Datum, _ band: Double) -> Double {
      let position = scale.position(value, band: band) + offset
      return rounds ? TextBlock.rounded(position) : position
    }
    var ticks = zip(values, labels).enumerated().map { index, item in
      AxisTick(
        value: item.0, label: item.1,
        index: values.count > 1 ? Double(index) / Double(values.count - 1) : 0,
        position: place(item.0, bands.share),
        labelPosition: scale.position(item.0, band: 0.5) + offset + labelOffset)
    }
    if bands.extra, let first = values.first {
      ticks.append(
        AxisTick(
          value: first, label: "", index: -1, position: place(first, 0), labelPosition: .nan))
    }
    self.ticks = Self.relabelled(ticks, properties)
  }

  private static func given(
    _ properties: Properties, _ definition: ChannelDefinition
  ) -> [Datum]? {
    guard let located = properties.located("values"), !located.value.isNull else { return nil }
    if let items = located.value.array {
      return items.map { value in
        definition.type == .temporal || definition.timeUnit != nil
          ? TimeValue.datum(value, unit: definition.timeUnit) : Datum(value)
      }
    }
    return properties.datum("values")?.list
  }

  private static func count(_ properties: Properties, _ given: [Datum]?) -> TickCount {
    guard let datum = properties.datum("tickCount") else {
      return .about(given.map { Double($0.count) } ?? 10)
    }
    if let interval = TimeAxis.interval(datum) { return .every(interval) }
    return .about(datum.double ?? 10)
  }

  /// Where in a band ticks lie.
  private static func bands(
    _ properties: Properties
  ) -> (share: Double, offset: Double, extra: Bool) {
    let offset = properties.number("tickOffset") ?? 0
    switch properties.string("tickBand") {
    case "extent": return (1, 0, true)
    case "center": return (0.5, offset, false)
    default:
      return (
        properties.number("bandPosition") ?? 0.5, offset, properties.bool("tickExtra") ?? false
      )
    }
  }

  /// Labels by `labelExpr`, which sees the tick as `datum`.
  private static func relabelled(_ ticks: [AxisTick], _ properties: Properties) -> [AxisTick] {
    guard let located = properties.located("labelExpr"), let text = located.value.string,
      let expression = properties.run.findings.attempt({ () throws(DiagnosticError) in
        try Expression(text, at: located.location)
      })
    else { return ticks }
    let frame = TickFrame(ticks).frame
    var result = ticks
    for index in ticks.indices where ticks[index].index >= 0 {
      let label = properties.run.findings.attempt { () throws(DiagnosticError) in
        try expression.evaluate(.row(frame, index), properties.run.evaluation)
      }
      result[index].label = label.map { Properties.lines($0).joined(separator: "\n") } ?? ""
    }
    return result
  }
}

/// Ticks as rows, for expressions and conditions that look at them.
struct TickFrame {
  let frame: Frame

  init(_ ticks: [AxisTick]) {
    frame = Frame([
      (name: "value", cells: ticks.map(\.value)),
      (name: "label", cells: ticks.map { .string($0.label) }),
      (name: "index", cells: ticks.map { .number($0.index) }),
    ])
  }
}
