import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// What a scale that isn't a position gives: sizes, widths, colours, shapes.
struct VisualRange {
  let component: ScaleComponent
  /// The least step of the view's positions; symbols are no larger.
  let smallestStep: Double

  private var run: ChartRun { component.run }
  private var channel: Channel { component.channel }
  private var given: Properties { component.given }
  private var config: Properties { run.properties(run.configuration.block("scale")) }

  // MARK: Numbers

  /// The two ends of a range of numbers.
  func numbers() -> (Double, Double)? {
    guard let list = numberList(), list.count >= 2 else { return nil }
    // A band or point scale looks at two numbers, however many there are.
    return (list[0], list[1])
  }

  func numberList() -> [Double]? {
    var ends: [Double]
    if let list = given.datum("range")?.list {
      ends = list.map(\.asNumber).filter(\.isFinite)
    } else {
      guard let standard = standardNumbers() else { return nil }
      ends = [standard.0, standard.1]
    }
    guard ends.count >= 2 else { return nil }
    if let low = given.number("rangeMin") { ends[0] = low }
    if let high = given.number("rangeMax") { ends[ends.count - 1] = high }
    return ends
  }

  private func standardNumbers() -> (Double, Double)? {
    func number(_ key: String) -> Double { config.number(key) ?? 0 }
    switch channel {
    case .size: return sizes()
    case .theta: return (0, 2 * .pi)
    case .angle: return (0, 360)
    case .strokeWidth: return (number("minStrokeWidth"), number("maxStrokeWidth"))
    case .opacity, .fillOpacity, .strokeOpacity:
      return (number("minOpacity"), number("maxOpacity"))
    default: return nil
    }
  }

  /// The range of sizes, which mean different things for different marks.
  private func sizes() -> (Double, Double)? {
    func number(_ key: String) -> Double { config.number(key) ?? 0 }
    guard let mark = component.parts.first?.unit.mark.type else { return nil }
    switch mark {
    case .bar, .tick:
      return (number("minBandSize"), config.number("maxBandSize") ?? smallestStep - 1)
    case .line, .trail, .rule: return (number("minStrokeWidth"), number("maxStrokeWidth"))
    case .text: return (number("minFontSize"), number("maxFontSize"))
    case .point, .circle, .square, .arc, .area, .geoshape, .image, .rect:
      let side = 0.95 * smallestStep
      return (number("minSize"), config.number("maxSize") ?? side * side)
    }
  }

  // MARK: Lists

  /// The outputs that the specification lists; nil where it names a scheme or nothing.
  func listedOutputs() -> [ScaleOutput]? {
    guard let located = given.located("range"), let items = located.value.array else { return nil }
    return items.map { output($0, at: located.location) }
  }

  private func output(_ value: Value, at location: SourceLocation) -> ScaleOutput {
    if let dash = value.array { return .dash(dash.compactMap(\.double)) }
    let datum = PropertyValue(Located(value, in: location.source), run.findings)?.evaluate(run)
    if channel.isColor { return .color(run.color(datum ?? .null, at: location) ?? nil) }
    if let number = datum?.double { return .number(number) }
    return .text(datum?.asText ?? "")
  }

  /// The outputs for the values of a discrete domain.
  func outputs(for values: [Datum]) -> [ScaleOutput] {
    if let listed = listedOutputs() { return listed }
    if let field = given.located("range")?.value["field"]?.string {
      return outputs(fromField: field, values)
    }
    return outputs(count: values.count)
  }

  /// Outputs that stand in the data beside the values.
  private func outputs(fromField field: String, _ values: [Datum]) -> [ScaleOutput] {
    var found: [Datum: Datum] = [:]
    for part in component.parts {
      let keys = part.data.marks.cells(part.definition.column)
      for (key, cell) in zip(keys, part.data.marks.cells(FieldPath(field))) where found[key] == nil
      {
        found[key] = cell
      }
    }
    let location = given.located("range")?.location
    return values.map { value in
      let cell = found[value] ?? .null
      return channel.isColor
        ? .color(run.color(cell, at: location) ?? nil)
        : cell.double.map { .number($0) } ?? .text(cell.asText)
    }
  }

  /// So many outputs of the standard kind.
  func outputs(count: Int) -> [ScaleOutput] {
    switch channel {
    case .color, .fill, .stroke: return colors(count: count).map { .color($0) }
    case .shape:
      // The spec's config may name other ranges; the default stands behind it.
      let names = run.configuration.block("range").lazy.compactMap { $0.value["symbol"]?.array }
        .first?.compactMap(\.string)
      return (names ?? []).map { .text($0) }
    case .strokeDash: return [[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]].map { .dash($0) }
    default:
      guard let (low, high) = numbers(), count > 1 else { return [.number(numbers()?.0 ?? 0)] }
      return (0..<count).map { .number(low + (high - low) * Double($0) / Double(count - 1)) }
    }
  }

  // MARK: Colours

  /// A scheme or list of colours, as the specification or the config has it.
  private enum Palette {
    case list([Color])
    case scheme(name: String, count: Int?, extent: (Double, Double)?, at: SourceLocation?)
  }

  /// How many colours of its scheme the specification wants.
  var schemeCount: Int? {
    (given.located("scheme")?.value["count"]?.double).map { Int(clamping: $0, to: 1...1000) }
  }

  private func colors(count: Int) -> [Color] {
    let isNominal = component.parts.first?.definition.type == .nominal
    let standard =
      component.type == .ordinal ? (isNominal ? "category" : "ordinal") : "ramp"
    switch palette(standard) {
    case .list(let colors): return colors
    case .scheme(let name, let wanted, let extent, let location):
      if let colors = ColorSchemes.categorical(name) { return colors }
      guard let colors = ColorSchemes.continuous(name) else {
        unknownScheme(name, location)
        return [Color(0x4C78A8)]
      }
      // Vega leaves the very ends of a scheme out.
      let ramp = ColorRamp(colors, extent: extent ?? (0, 1))
      let samples =
        component.type == .quantile || component.type == .quantize ? wanted ?? count : count
      return (1...max(1, samples)).map { ramp.color(at: Double($0) / Double(samples + 1)) }
    }
  }

  /// The colours along a continuous domain.
  func ramp(isDiverging: Bool) -> ColorRamp {
    let mark = component.parts.first?.unit.mark.type
    let standard =
      isDiverging ? "diverging" : mark == .rect || mark == .geoshape ? "heatmap" : "ramp"
    switch palette(standard) {
    case .list(let colors):
      let interpolation = given.located("interpolate")?.value
      let name = interpolation?.string ?? interpolation?["type"]?.string ?? "hcl"
      return ColorRamp(colors, ColorInterpolation(rawValue: name) ?? .hcl)
    case .scheme(let name, _, let extent, let location):
      if let colors = ColorSchemes.continuous(name) ?? ColorSchemes.categorical(name) {
        return ColorRamp(colors, extent: extent ?? (0, 1))
      }
      unknownScheme(name, location)
      return ColorRamp([.black, .white])
    }
  }

  private func unknownScheme(_ name: String, _ location: SourceLocation?) {
    run.findings.error(
      "spec.word", "unknown colour scheme \"\(name)\"", at: location,
      hints: Suggestion.hints(for: name, in: ColorSchemes.names))
  }

  private func palette(_ standard: String) -> Palette {
    if let located = given.located("range"), !located.value.isNull {
      if let name = located.value.string { return palette(configured: name) }
      if located.value.array != nil {
        return .list(
          (listedOutputs() ?? []).compactMap {
            if case .color(let color) = $0 { color } else { nil }
          })
      }
    }
    if let located = given.located("scheme"), !located.value.isNull {
      return palette(located)
    }
    return palette(configured: standard)
  }

  private func palette(configured name: String) -> Palette {
    guard let located = run.configuration.value("range")?[name] else {
      // The spec's config may name other ranges; the default stands behind it.
      for block in run.configuration.block("range") {
        if let located = block[name] { return palette(located) }
      }
      return .scheme(name: name, count: nil, extent: nil, at: given.located("range")?.location)
    }
    return palette(located)
  }

  private func palette(_ located: Located) -> Palette {
    if let items = located.value.array {
      return .list(
        items.compactMap { item in
          (run.color(Datum(item), at: located.location) ?? nil)
        })
    }
    let object = located.value["scheme"] != nil || located.value["name"] != nil
    let name =
      located.value.string ?? located.value["name"]?.string ?? located.value["scheme"]?.string
    if object, let items = located.value["scheme"]?.array {
      return .list(items.compactMap { run.color(Datum($0), at: located.location) ?? nil })
    }
    let extent = located.value["extent"]?.array?.compactMap(\.double) ?? []
    return .scheme(
      name: name ?? "",
      count: located.value["count"]?.double.map { Int(clamping: $0, to: 1...1000) },
      extent: extent.count == 2 ? (extent[0], extent[1]) : nil, at: located.location)
  }
}
