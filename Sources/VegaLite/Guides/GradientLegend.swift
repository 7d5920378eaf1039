import Diagnostics
import Graphics
import Inputs
import Tables

/// A legend that shows a stretch of colours, smooth or in steps.
struct GradientLegend {
  let component: LegendComponent
  let properties: Properties
  let isVertical: Bool
  let isDiscrete: Bool
  /// The length of the view beside it.
  let viewLength: Double
  let isBeside: Bool

  private var run: ChartRun { component.run }

  private var length: Double {
    if let given = properties.number("gradientLength") { return max(1, given) }
    guard let scale = component.first?.scale, scale.type.isContinuous else { return 200 }
    let (least, most) =
      isVertical
      ? (
        properties.number("gradientVerticalMinLength") ?? 64,
        properties.number("gradientVerticalMaxLength") ?? 200
      )
      : (
        properties.number("gradientHorizontalMinLength") ?? 100,
        properties.number("gradientHorizontalMaxLength") ?? 200
      )
    return isVertical || isBeside ? min(max(viewLength, least), most) : least
  }

  func draw() -> Picture {
    guard let scale = component.first?.scale else { return Picture() }
    let length = length
    let thickness = properties.number("gradientThickness") ?? 16
    let count = max(2, 2 * (length / 100).rounded(.down))
    let named = LegendValues(
      component, properties, kind: isDiscrete ? .discrete : .gradient,
      standardCount: isDiscrete ? 5 : count)
    var picture = Picture()
    let shares: [Double]
    if isDiscrete {
      shares = drawSteps(&picture, scale, named, length, thickness)
    } else {
      drawRamp(&picture, scale, length, thickness)
      shares = named.values.map { share(scale, $0) }
    }
    drawLabels(&picture, named.labels, shares, length, thickness)
    return picture
  }

  private func share(_ scale: Scale, _ value: Datum) -> Double {
    guard case .ramp(let ramp, _) = scale.mapping, let low = ramp.domain.first,
      let high = ramp.domain.last, low != high
    else { return 0.5 }
    var ends = ramp
    ends.domain = [low, high]
    ends.range = [0, 1]
    return ends(value.asNumber)
  }

  private var opacity: Double {
    properties.number("gradientOpacity")
      ?? {
        guard let mark = component.mark else { return 1 }
        if let given = mark.own?.value["opacity"]?.double { return given }
        if mark.properties.has("opacity") { return 1 }
        let aggregates = component.first?.parts.first?.unit.encoding.isAggregate ?? false
        switch mark.type {
        case .point, .tick, .circle, .square: return aggregates ? 1 : 0.7
        default: return 1
        }
      }()
  }

  /// About how many values a ramp takes its colours from.
  private static let stops = 15.0

  private func drawRamp(
    _ picture: inout Picture, _ scale: Scale, _ length: Double, _ thickness: Double
  ) {
    guard case .ramp(let ramp, let colors) = scale.mapping, let low = ramp.domain.first,
      let high = ramp.domain.last
    else { return }
    // The colours at some round values, and straight from one to the next, as in Vega.
    var values: [Double] =
      scale.type.isTemporal
      ? TimeAxis.ticks(low, high, .about(Self.stops)) : ramp.ticks(count: Self.stops)
    values = values.filter { $0 > min(low, high) && $0 < max(low, high) }
    let stops = ([low] + values + [high]).map { value in
      Gradient.Stop(
        offset: share(scale, .number(value)), color: colors.color(at: ramp(value)))
    }.filter { $0.offset.isFinite }.sorted { $0.offset < $1.offset }
    let rect =
      isVertical
      ? Rect(x: 0, y: 0, width: thickness, height: length)
      : Rect(x: 0, y: 0, width: length, height: thickness)
    let shape: Gradient.Shape =
      isVertical
      ? .linear(from: Point(x: 0, y: length), to: .zero)
      : .linear(from: .zero, to: Point(x: length, y: 0))
    let item = SceneItem(
      .path(
        PathItem(Path(rect: rect), fill: nil, fillGradient: Gradient(shape, stops: stops))))
    picture.items.append(SceneItem(.group(SceneGroup([item], opacity: opacity))))
    frame(&picture, length, thickness)
  }

  private func frame(_ picture: inout Picture, _ length: Double, _ thickness: Double) {
    let rect =
      isVertical
      ? Rect(x: 0, y: 0, width: thickness, height: length)
      : Rect(x: 0, y: 0, width: length, height: thickness)
    let width = properties.number("gradientStrokeWidth") ?? 0
    if width > 0, let color = properties.color("gradientStrokeColor") ?? nil {
      picture.items.append(
        SceneItem(
          .path(
            PathItem(Path(rect: rect), fill: nil, stroke: Stroke(color: color, width: width)))))
    }
    picture.bounds.union(Bounds(rect.x, rect.y, rect.maxX, rect.maxY).expanded(width))
  }

  /// Steps from edge to edge; gives where each label stands.
  private func drawSteps(
    _ picture: inout Picture, _ scale: Scale, _ named: LegendValues, _ length: Double,
    _ thickness: Double
  ) -> [Double] {
    guard case .classes(let classes, let outputs) = scale.mapping else { return [] }
    let domain = scale.domain.map(\.asNumber)
    var edges: [Double]
    var (low, high) = (domain.first ?? 0, domain.last ?? 1)
    if scale.type == .binOrdinal {
      edges = domain
    } else {
      if scale.type == .threshold {
        let adjust = domain.count > 1 ? (high - low) / Double(domain.count - 1) : 0.1
        low -= adjust
        high += adjust
      }
      edges = [low] + classes.thresholds + [high]
      if scale.type == .quantile {
        let values =
          component.first?.parts.flatMap { part in
            part.data.scales.cells(part.definition.column).filter(\.isValid).map(\.asNumber)
          } ?? []
        (low, high) = (values.min() ?? low, values.max() ?? high)
        edges = [low] + classes.thresholds + [high]
      }
    }
    func share(_ value: Double) -> Double { high == low ? 0.5 : (value - low) / (high - low) }
    var items: [SceneItem] = []
    for index in 0..<max(0, edges.count - 1) {
      let a = index == 0 ? 0 : share(edges[index])
      let b = index == edges.count - 2 ? 1 : share(edges[index + 1])
      guard case .color(let color)? = outputs.isEmpty ? nil : outputs[min(index, outputs.count - 1)]
      else { continue }
      let rect =
        isVertical
        ? Rect(x: 0, y: length * (1 - b), width: thickness, height: length * (b - a))
        : Rect(x: length * a, y: 0, width: length * (b - a), height: thickness)
      items.append(SceneItem(.path(PathItem(Path(rect: rect), fill: color))))
    }
    let opacity = properties.number("gradientOpacity") ?? 1
    picture.items.append(SceneItem(.group(SceneGroup(items, opacity: opacity))))
    frame(&picture, length, thickness)
    return edges.dropLast().enumerated().map { $0.offset == 0 ? 0 : share($0.element) }
  }

  private func drawLabels(
    _ picture: inout Picture, _ labels: [String], _ shares: [Double], _ length: Double,
    _ thickness: Double
  ) {
    let style = run.properties(run.configuration.styles(["guide-label"]))
    let own = Properties(properties.layers.filter { $0.source != ChartRun.builtIn }, run)
    var face = TextFace(properties, prefix: "label", fill: "labelColor", under: style)
    face.limit = own.number("labelLimit") ?? 0
    let away =
      thickness + (own.number("labelOffset") ?? properties.number("gradientLabelOffset") ?? 2)
    var blocks: [TextBlock] = []
    for (label, share) in zip(labels, shares) where share.isFinite {
      var block = TextBlock([label], face, run)
      if isVertical {
        (block.x, block.y) = (away, (1 - share) * length)
        block.align = .left
        block.baseline = share <= 0 ? .bottom : share >= 1 ? .top : .middle
      } else {
        (block.x, block.y) = (share * length, away)
        block.align = share <= 0 ? .left : share >= 1 ? .right : .center
        block.baseline = .top
      }
      blocks.append(block)
    }
    var shown = blocks.map { _ in true }
    if let datum = properties.datum("labelOverlap") {
      var method: LabelOverlap? = .parity
      if case .bool(let flag) = datum { method = flag ? .parity : nil }
      if let text = datum.string { method = LabelOverlap(rawValue: text) }
      shown =
        method?.shown(
          blocks.map(\.bounds), separation: properties.number("labelSeparation") ?? 0) ?? shown
    }
    for (block, isShown) in zip(blocks, shown) where isShown { picture.add(block.picture) }
  }
}
