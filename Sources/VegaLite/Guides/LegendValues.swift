import Diagnostics
import Formats
import Inputs
import Tables

/// The values a legend names and what they are called.
struct LegendValues {
  var values: [Datum]
  var labels: [String]
  /// Whether values were given by the specification.
  let areGiven: Bool

  init(
    _ component: LegendComponent, _ properties: Properties, kind: LegendComponent.Kind,
    standardCount: Double
  ) {
    guard let entry = component.first, let definition = component.definition else {
      (values, labels, areGiven) = ([], [], false)
      return
    }
    let scale = entry.scale
    let source = TickValues(scale: scale)
    var wanted = TickCount.about(standardCount)
    if let datum = properties.datum("tickCount") {
      wanted =
        TimeAxis.interval(datum).map { .every($0) } ?? .about(datum.double ?? standardCount)
    }
    let count = source.count(wanted, leastStep: properties.number("tickMinStep"))
    let given = Self.given(properties, definition)
    areGiven = given != nil
    let formatter = LabelFormatter(
      definition: definition, scale: scale, properties: properties, isAxis: false)
    if let given {
      values = given
      labels = formatter.labels(given, count, valuesAreGiven: true)
    } else if let edges = Self.edges(scale, source) {
      (values, labels) = Self.classes(edges, scale, formatter, count, kind)
    } else {
      values = source.values(count)
      // Two ends say more than a single tick.
      if kind == .gradient, values.count < 3, let (low, high) = scale.bounds, low != high {
        values =
          scale.type.isTemporal
          ? [.date(low), .date(high)] : [.number(low), .number(high)]
      }
      labels = formatter.labels(values, count, valuesAreGiven: kind == .symbol)
    }
    relabel(properties)
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

  /// Where classes begin, and where the last one ends; infinite where open.
  private static func edges(_ scale: Scale, _ source: TickValues) -> [Double]? {
    if scale.type == .binOrdinal || scale.bins != nil, let bins = scale.bins {
      return source.edges(bins)
    }
    guard case .classes(let classes, _) = scale.mapping else { return nil }
    return [-.infinity] + classes.thresholds + [.infinity]
  }

  private static func classes(
    _ edges: [Double], _ scale: Scale, _ formatter: LabelFormatter, _ count: TickCount,
    _ kind: LegendComponent.Kind
  ) -> ([Datum], [String]) {
    let texts = formatter.labels(
      edges.map { .number($0) }, count, valuesAreGiven: true)
    var labels: [String] = []
    for index in edges.indices.dropLast() {
      if formatter.isFunction {
        labels.append(texts[index])
        continue
      }
      if kind == .discrete {
        labels.append(index == 0 ? "" : texts[index])
        continue
      }
      let (low, high) = (edges[index], edges[index + 1])
      if low.isFinite, high.isFinite {
        labels.append("\(texts[index]) – \(texts[index + 1])")
      } else {
        labels.append(high.isFinite ? "< \(texts[index + 1])" : "≥ \(texts[index])")
      }
    }
    return (edges.dropLast().map { .number($0) }, labels)
  }

  private mutating func relabel(_ properties: Properties) {
    guard let located = properties.located("labelExpr"), let text = located.value.string,
      let expression = properties.run.findings.attempt({ () throws(DiagnosticError) in
        try Expression(text, at: located.location)
      })
    else { return }
    let frame = Frame([
      (name: "value", cells: values), (name: "label", cells: labels.map { .string($0) }),
      (name: "index", cells: values.indices.map { .number(Double($0)) }),
    ])
    for index in labels.indices {
      let label = properties.run.findings.attempt { () throws(DiagnosticError) in
        try expression.evaluate(.row(frame, index), properties.run.evaluation)
      }
      labels[index] = label?.asText ?? ""
    }
  }
}
