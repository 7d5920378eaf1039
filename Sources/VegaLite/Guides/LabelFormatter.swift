import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// Writes the labels of an axis or legend.
struct LabelFormatter {
  let definition: ChannelDefinition
  let scale: Scale
  /// `format` and `formatType` of the guide.
  let properties: Properties
  let isAxis: Bool

  private var run: ChartRun { properties.run }

  func labels(_ values: [Datum], _ count: TickCount, valuesAreGiven: Bool) -> [String] {
    let format = self.format(count, showsAll: valuesAreGiven)
    if case .quantity = format, case .counted(let scale) = run.environment.plainNumbers {
      return counted(values, in: scale)
    }
    return values.map { format.string($0, run) }
  }

  /// Numbers of a guide in a unit: with as many decimals as the one that needs most, since they are round.
  private func counted(_ values: [Datum], in scale: MagnitudeScale) -> [String] {
    let numbers = values.map { $0.isNull ? nil : Decimal(shortest: $0.asNumber) }
    var scale = scale
    scale.places = numbers.compactMap { $0.map { scale.unit.scaled($0).placeCount } }.max()
    return zip(values, numbers).map { value, number in
      number.map { scale.string($0, locale: run.evaluation.numberLocale) } ?? value.asText
    }
  }

  /// Whether a function writes the labels, which knows single values only, no classes.
  var isFunction: Bool {
    if case .function = format(.about(10), showsAll: true) { true } else { false }
  }

  private func format(_ count: TickCount, showsAll: Bool) -> DatumFormat {
    let located = properties.located("format")
    let given = located.flatMap { $0.value.isNull ? nil : properties.string("format") }
    let kind = properties.string("formatType")
    let isTime =
      kind == "time" || kind == "utc"
      || kind == nil && (definition.type == .temporal || definition.timeUnit != nil)
    let named = DatumFormat.special(
      given, kind: kind, for: definition, isTime: isTime,
      at: located?.location ?? properties.located("formatType")?.location, run)
    if let named {
      guard case .named = named, isThinned(showsAll: showsAll) else { return named }
      return .log(named, logTest(count.number))
    }
    if isTime {
      if let given { return .time(given, at: located?.location, run) }
      if let unit = definition.timeUnit {
        return .time(unit.specifier(run.environment.language), at: nil, run)
      }
      if isAxis { return .timeAxis }
      let standard = run.configuration.timeFormat(run.environment.language)
      return .time(standard.specifier, at: standard.location, run)
    }
    var specifier = given
    var place = located?.location
    if specifier == nil, definition.type == .quantitative {
      let key =
        definition.stacking == .offset(.normalize) ? "normalizedNumberFormat" : "numberFormat"
      let config = run.configuration.value(key)
      specifier = config?.value.string
      place = config?.location
    }
    let format = number(specifier, place, count, showsAll: showsAll)
    let isQuantity =
      given == nil && definition.type == .quantitative
      && definition.stacking != .offset(.normalize)
    return isQuantity ? .quantity(format) : format
  }

  /// The least distance between the bounds of classes; nil for a scale that has none.
  private var classStep: Double? {
    guard case .classes(let classes, _) = scale.mapping,
      scale.type == .quantile || scale.type == .threshold
    else { return nil }
    let bounds = classes.thresholds
    guard let first = bounds.first else { return nil }
    return zip(bounds.dropFirst(), bounds).map { $0 - $1 }.min() ?? first
  }

  private func number(
    _ specifier: String?, _ location: SourceLocation?, _ count: TickCount, showsAll: Bool
  ) -> DatumFormat {
    .attempt(at: location, run) { () throws(FormatError) in
      if let step = classStep {
        // Three ticks a class, ten times as fine.
        return .number(
          try NumberFormat.ticks(from: 0, to: step, count: 30, specifier: specifier))
      }
      let isSpan = scale.type == .quantize || scale.type == .binOrdinal
      let ends = isSpan ? scale.domain.map(\.asNumber) : []
      let span = ends.first.flatMap { low in ends.last.map { (low, $0) } } ?? scale.bounds
      guard let (low, high) = span, !scale.type.isTemporal else {
        guard let specifier else {
          return scale.bounds == nil ? .plain : .timeAxis
        }
        return .number(try NumberFormat(specifier))
      }
      // A single value asks for no more digits than it has.
      if low == high { return .number(try FloatFormat.variable(specifier)) }
      if scale.type == .log || scale.type == .symlog {
        let format = DatumFormat.number(try FloatFormat.variable(specifier))
        return isThinned(showsAll: showsAll) ? .log(format, logTest(count.number)) : format
      }
      return .number(
        try NumberFormat.ticks(from: low, to: high, count: count.number, specifier: specifier))
    }
  }

  /// Whether only some of the ticks are named.
  private func isThinned(showsAll: Bool) -> Bool {
    !showsAll && scale.bins == nil && scale.type == .log
  }

  /// Which ticks of a log scale are named: powers of the base, and as many multiples as there is room for.
  private func logTest(_ count: Double) -> (Double) -> Bool {
    guard case .continuous(let continuous) = scale.mapping, case .log(let base) = continuous.curve
    else { return { _ in true } }
    let ticks = Double(continuous.ticks(count: count).count)
    let most = max(1, base * count / max(1, ticks))
    return { value in
      let power = Exact.pow(base, continuous.logarithm(abs(value), base).rounded())
      var multiple = abs(value) / power
      if multiple * base < base - 0.5 { multiple *= base }
      return multiple <= most
    }
  }
}

/// Number formats whose precision follows from the numbers shown.
enum FloatFormat {
  /// A format that drops zeros behind the point (vega-format's `formatFloat`).
  static func variable(_ specifier: String?) throws(FormatError) -> NumberFormat {
    var parts = try FormatSpecifier(specifier ?? ",")
    if parts.precision == nil {
      parts.precision = 12
      switch parts.kind {
      case .percent: parts.precision = 10
      case .exponent: parts.precision = 11
      default: break
      }
      parts.trim = true
    }
    return NumberFormat(parts)
  }
}
