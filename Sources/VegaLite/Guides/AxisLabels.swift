import Graphics
import Tables

/// The labels of an axis, those left out that overlap.
struct AxisLabels {
  let ticks: [AxisTick]
  let scale: Scale
  let orient: AxisOrient
  let properties: Properties
  /// How long ticks are, for labels stand beyond them.
  let tickSize: Double
  let extent: Double

  private var run: ChartRun { properties.run }
  private var isHorizontal: Bool { orient.isHorizontal }

  /// The room that Vega leaves for the empty label of a tick without a value, which stands at the start.
  var extraBounds: Bounds? {
    guard ticks.contains(where: { $0.index < 0 }), properties.datum("labelOverlap") == nil else {
      return nil
    }
    let style = run.properties(run.configuration.styles(["guide-label"]))
    var block = TextBlock([""], TextFace(properties, prefix: "label", under: style), run)
    block.baseline = isHorizontal ? (orient == .top ? .bottom : .top) : .middle
    let away = orient.sign * (tickSize + (properties.number("labelPadding") ?? 2))
    (block.x, block.y) = isHorizontal ? (0, away) : (away, 0)
    block.angle = properties.number("labelAngle") ?? 0
    return block.bounds
  }

  func blocks() -> [TextBlock] {
    let frame = TickFrame(ticks).frame
    let style = run.properties(run.configuration.styles(["guide-label"]))
    let base = TextFace(properties, prefix: "label", fill: "labelColor", under: style)
    let away = orient.sign * (tickSize + (properties.number("labelPadding") ?? 2))
    let flush = self.flush
    let givenAlign = properties.property("labelAlign")
    let givenBaseline = properties.property("labelBaseline")
    let flushOffset = properties.number("labelFlushOffset") ?? 0
    let angle = properties.property("labelAngle")
    let varying = ConditionalFace(properties)
    var blocks: [TextBlock] = []
    for (index, tick) in ticks.enumerated()
    where tick.labelPosition.isFinite && tick.index >= 0 {
      let face = varying.face(base, frame, index)
      var block = TextBlock(
        tick.label.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) },
        face, run)
      (block.x, block.y) =
        isHorizontal ? (tick.labelPosition, away) : (away, tick.labelPosition)
      let end = flush.flatMap { self.end(tick, within: $0) }
      block.align =
        givenAlign?.evaluate(frame, index, run).flatMap { TextBlock.Align(rawValue: $0.asText) }
        ?? (isHorizontal
          ? (end == .low ? .left : end == .high ? .right : .center)
          : (orient == .right ? .left : .right))
      block.baseline =
        givenBaseline?.evaluate(frame, index, run).flatMap {
          TextBlock.Baseline(rawValue: $0.asText)
        }
        ?? (isHorizontal
          ? (orient == .top ? .bottom : .top)
          : (end == .low ? .top : end == .high ? .bottom : .middle))
      if flushOffset != 0, let end {
        let shift = end == .low ? -flushOffset : flushOffset
        if isHorizontal, givenAlign == nil { block.dx = shift }
        if !isHorizontal, givenBaseline == nil { block.dy = shift }
      }
      block.angle = angle?.evaluate(frame, index, run)?.double ?? 0
      blocks.append(block)
    }
    return visible(blocks)
  }

  // MARK: Flush ends

  private enum End {
    case low
    case high
  }

  /// How near an end a label must be to be aligned with it; nil for not at all.
  private var flush: Double? {
    guard let datum = properties.datum("labelFlush") else { return nil }
    if case .bool(let flag) = datum { return flag ? 1 : nil }
    return datum.double
  }

  private func end(_ tick: AxisTick, within threshold: Double) -> End? {
    let (from, to) = scale.range
    let (low, high) = (min(from, to), max(from, to))
    let position = scale.position(tick.value)
    let (toLow, toHigh) = (abs(position - low), abs(high - position))
    if toLow < toHigh, toLow <= threshold { return .low }
    return toHigh <= threshold ? .high : nil
  }

  // MARK: Overlap

  private func visible(_ blocks: [TextBlock]) -> [TextBlock] {
    var method: LabelOverlap?
    if let datum = properties.datum("labelOverlap") {
      if case .bool(let flag) = datum {
        method = flag ? .parity : nil
      } else {
        method = LabelOverlap(rawValue: datum.asText) ?? .parity
      }
    }
    let bound = tolerance
    guard method != nil || bound != nil else { return blocks }
    let boxes = blocks.map(\.bounds)
    let separation = properties.number("labelSeparation") ?? 0
    var shown =
      method?.shown(
        boxes, separation: separation, keepsTwo: !properties.run.environment.isThemed)
      ?? blocks.map { _ in true }
    if let bound {
      let (from, to) = scale.range
      let (low, high) = (min(from, to) - bound, max(from, to) + bound)
      for (index, box) in boxes.enumerated() {
        let inside =
          isHorizontal ? box.x1 >= low && box.x2 <= high : box.y1 >= low && box.y2 <= high
        if !inside { shown[index] = false }
      }
    }
    return zip(blocks, shown).filter(\.1).map(\.0)
  }

  /// How far labels may reach beyond the axis; nil for as far as they like.
  private var tolerance: Double? {
    guard let datum = properties.datum("labelBound") else { return nil }
    if case .bool(let flag) = datum { return flag ? 1 : nil }
    return datum.double
  }
}

/// Properties of labels that depend on the tick.
private struct ConditionalFace {
  private let run: ChartRun
  private let color: PropertyValue?
  private let size: PropertyValue?
  private let weight: PropertyValue?
  private let style: PropertyValue?
  private let opacity: PropertyValue?

  init(_ properties: Properties) {
    func varying(_ key: String) -> PropertyValue? {
      properties.property(key).flatMap { $0.isConstant ? nil : $0 }
    }
    run = properties.run
    color = varying("labelColor")
    size = varying("labelFontSize")
    weight = varying("labelFontWeight")
    style = varying("labelFontStyle")
    opacity = varying("labelOpacity")
  }

  func face(_ base: TextFace, _ frame: Frame, _ index: Int) -> TextFace {
    var face = base
    func value(_ property: PropertyValue?) -> Datum? { property?.evaluate(frame, index, run) }
    if let datum = value(color), let color = run.color(datum) {
      face.style.color = color ?? Color.black.opacity(0)
    }
    if let size = value(size)?.double { face.style.size = max(0, size) }
    if let weight = value(weight) { face.style.weight = TextFace.weight(weight) }
    if let style = value(style) {
      face.style.slant = style.asText == "italic" ? .italic : .upright
    }
    if let opacity = value(opacity)?.double {
      face.style.color = face.style.color.opacity(opacity)
    }
    return face
  }
}
