import Graphics
import Inputs
import Tables

/// The fill and outline of each mark, after Vega-Lite's rules for colour.
struct StyleEncoder {
  let frame: UnitFrame
  private let visual: VisualEncoder
  private let fill: RowValue<Color?>
  private let stroke: RowValue<Color?>
  private let fillGradient: GradientSpec?
  private let strokeGradient: GradientSpec?
  private let opacity: RowValue<Double>
  private let fillOpacity: RowValue<Double>
  private let strokeOpacity: RowValue<Double>
  private let width: RowValue<Double>
  private let dash: RowValue<[Double]>
  private let base: Stroke

  /// `isFilled` says whether `color` means the fill.
  init(_ frame: UnitFrame, isFilled: Bool? = nil) {
    self.frame = frame
    let visual = VisualEncoder(frame: frame)
    self.visual = visual
    let mark = frame.mark
    let filled = isFilled ?? mark.isFilled
    let standardFill = mark.paint("fill", usesColor: filled) ?? .some(nil)
    let standardStroke = mark.paint("stroke", usesColor: !filled) ?? .some(nil)
    // The mark's own fill or stroke does away with the channel "color".
    func takesColor(_ key: String) -> Bool { mark.own?.value[key] == nil }
    fill = Self.color(
      visual, [.fill] + (filled && takesColor("fill") ? [.color] : []), standardFill ?? nil)
    stroke = Self.color(
      visual, [.stroke] + (!filled && takesColor("stroke") ? [.color] : []), standardStroke ?? nil)
    fillGradient = GradientSpec(frame, "fill", usesColor: filled)
    strokeGradient = GradientSpec(frame, "stroke", usesColor: !filled)
    let standardOpacity: Double =
      switch mark.type {
      case .point, .tick, .circle, .square:
        frame.encoding.isAggregate || mark.properties.has("fillOpacity") ? 1 : 0.7
      default: 1
      }
    opacity = visual.number(.opacity, property: "opacity", standard: standardOpacity, unlisted: 1)
    fillOpacity = visual.number(.fillOpacity, property: "fillOpacity", standard: 1)
    strokeOpacity = visual.number(.strokeOpacity, property: "strokeOpacity", standard: 1)
    width = Self.width(visual, mark)
    dash = Self.dash(visual, mark)
    let properties = mark.properties
    base = Stroke(
      color: .black, width: 1, cap: properties.word("strokeCap") ?? .butt,
      join: properties.word("strokeJoin") ?? .miter,
      miterLimit: properties.number("strokeMiterLimit") ?? 10,
      dashOffset: properties.number("strokeDashOffset") ?? 0)
  }

  private static func color(
    _ visual: VisualEncoder, _ channels: [Channel], _ standard: Color?
  ) -> RowValue<Color?> {
    for channel in channels {
      guard let output = visual.output(channel) else { continue }
      return { row in
        if case .color(let color)? = output(row) { return color }
        return standard
      }
    }
    return { _ in standard }
  }

  /// A line's size is its width.
  private static func width(_ visual: VisualEncoder, _ mark: MarkDefinition) -> RowValue<Double> {
    let isLine = mark.type == .line || mark.type == .rule || mark.type == .trail
    let key = isLine && mark.own?.value["strokeWidth"] == nil && mark.own?.value["size"] != nil
    let base = visual.number(
      .strokeWidth, property: key ? "size" : "strokeWidth", standard: 1)
    guard isLine, let output = visual.output(.size) else { return base }
    return { row in
      if case .number(let number)? = output(row) { return number }
      return base(row)
    }
  }

  private static func dash(_ visual: VisualEncoder, _ mark: MarkDefinition) -> RowValue<[Double]> {
    let standard = mark.properties.numbers("strokeDash") ?? []
    guard let output = visual.output(.strokeDash) else { return { _ in standard } }
    return { row in
      if case .dash(let dash)? = output(row) { return dash }
      return standard
    }
  }

  func style(_ row: Int) -> MarkStyle {
    var style = MarkStyle()
    style.opacity = opacity(row)
    style.fill = fill(row)?.opacity(fillOpacity(row))
    style.fillGradient = fillGradient?.opacity(fillOpacity(row))
    style.strokeGradient = strokeGradient?.opacity(strokeOpacity(row))
    let width = width(row)
    if let color = strokeGradient == nil ? stroke(row) : .black, width > 0 {
      var stroke = base
      stroke.color = color.opacity(strokeOpacity(row))
      stroke.width = width
      stroke.dash = Self.usable(dash(row))
      style.stroke = stroke
    }
    return style
  }

  /// A dash of nothing, or `1 0`, is a solid line.
  static func usable(_ dash: [Double]) -> [Double] {
    guard dash.allSatisfy({ $0 >= 0 && $0.isFinite }), dash.contains(where: { $0 > 0 }) else {
      return []
    }
    let even = dash.count % 2 == 0 ? dash : dash + dash
    let gaps = stride(from: 1, to: even.count, by: 2).contains { even[$0] > 0 }
    return gaps ? dash : []
  }
}
