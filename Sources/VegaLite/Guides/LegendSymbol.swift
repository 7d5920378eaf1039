import Diagnostics
import Graphics
import Inputs
import Tables

/// The symbols of a legend: what the mark looks like, with the legend's channels for each value.
struct LegendSymbol {
  private let component: LegendComponent
  private let properties: Properties
  private let base: MarkStyle
  private let shape: String
  private let size: Double
  private let strokeWidth: Double
  private let fillOpacity: Double
  /// Whether a colour's legend shows it as fill, as outline: of several marks each in its way.
  private let colorFills: Bool
  private let colorStrokes: Bool
  /// Room for the outline of a symbol whose outline is transparent.
  private let hiddenMargin: Double

  private var run: ChartRun { component.run }

  init(component: LegendComponent, properties: Properties) {
    self.component = component
    self.properties = properties
    size = properties.number("symbolSize") ?? 100
    let run = component.run
    let mark = component.mark
    let own = Properties(
      properties.layers.filter { $0.source != ChartRun.builtIn }, run)
    shape =
      own.string("symbolType") ?? Self.encodedShape(component) ?? Self.givenShape(mark)
      ?? Self.commonShape(component.entries.flatMap(\.parts).map(\.unit.mark.type))
    let filled = Self.isFilled(mark)
    let others = component.entries.flatMap(\.parts).map(\.unit.mark)
    colorFills = others.contains(where: Self.isFilled)
    colorStrokes = others.contains { !Self.isFilled($0) }
    var style = MarkStyle()
    let encoding = component.first?.parts.first?.unit.encoding
    func isField(_ channel: Channel) -> Bool {
      encoding?[channel].map { $0.isField && $0.conditions.isEmpty } ?? false
    }
    func has(_ channel: Channel) -> Bool { component.entries.contains { $0.channel == channel } }
    let fillIsField = isField(.fill) || filled && isField(.color)
    let strokeIsField = isField(.stroke) || !filled && isField(.color)
    let legendFills = has(.fill) || filled && has(.color)
    let legendStrokes = has(.stroke) || !filled && has(.color)
    let baseFill = own.color("symbolFillColor")
    let baseStroke = own.color("symbolStrokeColor")
    // Vega's own base colours stand where nothing else gives a fill.
    var fill: Color? = nil
    var stroke: Color? = legendFills ? nil : Color(0x888888)
    if !legendFills {
      // A fill of the marks themselves goes before the legend's own.
      let isHollow = mark?.type == .line || mark?.type == .rule || mark?.type == .trail
      if let baseFill, fillIsField || isHollow {
        fill = baseFill
      } else if fillIsField {
        fill = (own.color("symbolBaseFillColor") ?? .some(.black)) ?? nil
      } else {
        fill =
          Self.conditional(encoding, filled ? [.fill, .color] : [.fill], run)
          ?? (mark?.paint("fill", usesColor: filled) ?? nil) ?? nil
      }
    }
    if !legendStrokes {
      if let baseStroke {
        stroke = baseStroke
      } else if !strokeIsField,
        let color = Self.conditional(encoding, filled ? [.stroke] : [.stroke, .color], run)
          ?? (mark?.paint("stroke", usesColor: !filled) ?? nil) ?? nil
      {
        stroke = color
      } else if fill != nil || !strokeIsField && !legendFills && filled {
        // A filled symbol needs no outline.
        stroke = strokeIsField ? stroke : nil
      }
    }
    strokeWidth = properties.number("symbolStrokeWidth") ?? 1.5
    style.fill = fill
    if let stroke {
      style.stroke = Stroke(
        color: stroke, width: strokeWidth, miterLimit: 10,
        dash: StyleEncoder.usable(
          own.numbers("symbolDash") ?? mark?.properties.numbers("strokeDash") ?? []))
    }
    hiddenMargin = fill != nil && style.stroke == nil && !legendStrokes ? strokeWidth : 0
    let opacity = component.entries.flatMap(\.parts).lazy.compactMap {
      Self.opacity($0.unit.mark, $0.unit.encoding, run)
    }.first
    // A ramp of colours that joins another legend, or needs symbols after all, leaves its opacity behind.
    let isMerged =
      (component.entries.count > 1 || colorFills && colorStrokes)
      && component.entries.contains { $0.channel.isColor && $0.scale.type.isContinuous }
    let ownOpacity = own.number("symbolOpacity")
    // A base colour in place of the data's is as opaque as the marks.
    fillOpacity =
      isMerged
      ? 1
      : fillIsField && !legendFills && baseFill == nil && ownOpacity == nil
        ? opacity ?? 1 : mark?.properties.number("fillOpacity") ?? 1
    if let ownOpacity {
      style.opacity = ownOpacity
    } else if !has(.opacity), !isMerged {
      style.opacity = opacity ?? 1
    }
    base = style
  }

  /// What the first condition of a channel gives, or its plain value.
  private static func conditional(
    _ encoding: Encoding?, _ channels: [Channel], _ run: ChartRun
  ) -> Color? {
    for channel in channels {
      guard let definition = encoding?[channel] else { continue }
      let values = [definition.value] + definition.conditions.map(\.definition.value)
      for value in values.compactMap({ $0 }) where value.isConstant {
        if let datum = value.evaluate(run), let color = run.color(datum) ?? nil { return color }
      }
    }
    return nil
  }

  /// The greatest opacity a mark can have.
  private static func opacity(
    _ mark: MarkDefinition?, _ encoding: Encoding?, _ run: ChartRun
  ) -> Double? {
    if let definition = encoding?[.opacity] {
      let values = ([definition.value] + definition.conditions.map(\.definition.value))
        .compactMap { $0?.evaluate(run)?.double }
      if let most = values.max() { return most }
    }
    if let given = mark?.own?.value["opacity"]?.double { return given }
    guard let mark, let encoding else { return nil }
    // An opacity of the config is none of the legend's.
    if mark.properties.has("opacity") || mark.properties.has("fillOpacity") { return nil }
    switch mark.type {
    case .point, .tick, .circle, .square: return encoding.isAggregate ? nil : 0.7
    default: return nil
    }
  }

  private static func isFilled(_ mark: MarkDefinition?) -> Bool {
    mark.map { $0.isFilled && $0.type != .trail } ?? true
  }

  private static func encodedShape(_ component: LegendComponent) -> String? {
    component.first?.parts.first?.unit.encoding[.shape]?.value?.evaluate(component.run)?.string
  }

  private static func givenShape(_ mark: MarkDefinition?) -> String? {
    mark?.properties.layers.first {
      $0.source != ChartRun.builtIn && $0.value["shape"] != nil
    }?.value["shape"]?.string
  }

  /// Of the shapes of several marks a circle wins.
  private static func commonShape(_ marks: [MarkType]) -> String {
    let shapes = marks.map(shape)
    return shapes.contains("circle") ? "circle" : shapes.first ?? "circle"
  }

  static func shape(_ mark: MarkType?) -> String {
    switch mark {
    case .bar, .rect, .image, .square: "square"
    case .line, .trail, .rule: "stroke"
    case .arc, .point, .circle, .tick, .geoshape, .area, .text, nil: "circle"
    }
  }

  func draw(_ value: Datum) -> Picture {
    var style = base
    var size = size
    var shape = shape
    for entry in component.entries {
      let output = entry.scale.output(value)
      switch (entry.channel, output) {
      case (.color, .color(let color)?):
        if colorFills { style.fill = color }
        if colorStrokes { outline(&style, color) }
      case (.fill, .color(let color)?): style.fill = color
      case (.stroke, .color(let color)?): outline(&style, color)
      // A trail's size is its width.
      case (.size, .number(let number)?) where component.mark?.type == .trail:
        style.stroke?.width = number
      case (.size, .number(let number)?): size = number
      case (.shape, .text(let name)?): shape = name
      case (.opacity, .number(let number)?): style.opacity = number
      case (.strokeWidth, .number(let number)?): style.stroke?.width = number
      case (.strokeDash, .dash(let dash)?): style.stroke?.dash = StyleEncoder.usable(dash)
      default: break
      }
    }
    style.fill = style.fill?.opacity(fillOpacity)
    if component.isUnselected(value) {
      style.opacity = properties.number("unselectedOpacity") ?? 0.35
    }
    var picture = Picture()
    guard let path = SymbolShape.path(shape, size: size) else { return picture }
    let box = path.tightBounds.expanded(max(style.strokeMargin, hiddenMargin))
    picture.bounds.union(box)
    if style.isVisible {
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }

  private func outline(_ style: inout MarkStyle, _ color: Color?) {
    guard let color else {
      style.stroke = nil
      return
    }
    if style.stroke == nil {
      style.stroke = Stroke(color: color, width: strokeWidth, miterLimit: 10)
    }
    style.stroke?.color = color
  }
}
