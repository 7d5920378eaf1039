import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// Makes scales of components, once it is known how large the view is.
struct ScaleFactory {
  let component: ScaleComponent
  private let given: Properties
  private var run: ChartRun { component.run }
  private var channel: Channel { component.channel }
  private var type: ScaleType { component.type }

  init(_ component: ScaleComponent) {
    self.component = component
    given = component.given
  }

  // MARK: Bands

  /// The paddings of a band or point scale.
  var paddings: (inner: Double, outer: Double) {
    let both = given.number("padding")
    if type == .point {
      let standard = component.rule { $0.padding($1.channel, $1.definition, type) }
      let outer =
        both ?? standard ?? component.rule { $0.paddingOuter($1.channel, type, inner: nil) }
      return (1, given.number("paddingOuter") ?? outer ?? 0)
    }
    let standard = component.rule { $0.paddingInner($1.channel, type) }
    let inner = given.number("paddingInner") ?? both ?? standard ?? 0
    let outer =
      given.number("paddingOuter") ?? both
      ?? component.rule { $0.paddingOuter($1.channel, type, inner: inner) }
    return (inner, outer ?? 0)
  }

  /// How many steps the values of a discrete scale take.
  func space(count: Int) -> Double {
    let (inner, outer) = paddings
    return BandScale.space(count, type == .point ? 1 : inner, outer)
  }

  // MARK: Positions

  /// The scale of a position along a range.
  func position(range: (Double, Double)) -> Scale {
    var ends = range
    if let list = given.datum("range")?.list, list.count >= 2 {
      let numbers = list.map { end -> Double in
        switch end.string {
        case "width", "height": max(range.0, range.1)
        default: end.asNumber
        }
      }
      if !type.isDiscrete, numbers.count > 2 { return continuous(range: numbers) }
      ends = (numbers[0], numbers[numbers.count - 1])
    }
    if let low = given.number("rangeMin") { ends.0 = low }
    if let high = given.number("rangeMax") { ends.1 = high }
    if type.isDiscrete { return discrete(range: ends) }
    return continuous(range: [ends.0, ends.1])
  }

  private func discrete(range: (Double, Double)) -> Scale {
    var values = ScaleDomain(component: component).values()
    if given.bool("reverse") ?? false { values.reverse() }
    let (inner, outer) = paddings
    let band = BandScale(
      count: values.count, range: range, paddingInner: inner, paddingOuter: outer,
      align: given.number("align") ?? 0.5, rounds: given.bool("round") ?? false)
    return Scale(type, .band(band), domain: values)
  }

  func continuous(range: [Double]) -> Scale {
    var scale = ContinuousScale(
      curve, domain: [0, 1], range: range, clamps: given.bool("clamp") ?? false,
      rounds: given.bool("round") ?? false)
    scale.domain = domain(range: range)
    if scale.domain.count > range.count, let first = range.first, let last = range.last {
      let steps = Double(scale.domain.count - 1)
      scale.range = scale.domain.indices.map { first + (last - first) * Double($0) / steps }
    }
    nice(&scale)
    let reverses =
      given.bool("reverse") ?? component.rule { $0.reverse($1.channel, $1.definition, type) }
      ?? false
    if reverses { scale.range.reverse() }
    return Scale(
      type, .continuous(scale), domain: scale.domain.map { datum($0) },
      bins: bins ?? givenBins(scale.domain))
  }

  private func datum(_ number: Double) -> Datum {
    type.isTemporal ? .date(number) : .number(number)
  }

  /// The bins that all data of the scale fall into.
  var bins: Bins? {
    component.parts.lazy.compactMap { part in
      part.definition.isBinning ? part.data.bins[part.definition.column.name] : nil
    }.first
  }

  /// The bins of data that says how wide its bins are, from one end of the domain to the other.
  private func givenBins(_ domain: [Double]) -> Bins? {
    guard let low = domain.first, let high = domain.last, low < high else { return nil }
    if let listed = listedBins(low, high) { return listed }
    for part in component.parts {
      if case .binned(let step?)? = part.definition.binning, step > 0, (high - low) / step < 10_000
      {
        return Bins(start: low, stop: high, step: step)
      }
    }
    return nil
  }

  /// The `bins` of the specification: their bounds, or a step with a start and a stop.
  private func listedBins(_ low: Double, _ high: Double) -> Bins? {
    guard let datum = given.datum("bins") else { return nil }
    if let record = datum.record, let step = record["step"]?.double, step > 0 {
      var (start, stop) = (record["start"]?.double ?? low, record["stop"]?.double ?? high)
      if start < low { start = step * (low / step).rounded(.up) }
      if stop > high { stop = step * (high / step).rounded(.down) }
      return (stop - start) / step < 10_000 ? Bins(start: start, stop: stop, step: step) : nil
    }
    let bounds = (datum.list ?? []).map(\.asNumber)
    let steps = zip(bounds.dropFirst(), bounds).map { $0 - $1 }
    guard let first = bounds.first, let last = bounds.last, let step = steps.first, step > 0,
      steps.allSatisfy({ abs($0 - step) < 1e-9 * step })
    else {
      run.findings.error(
        "spec.unbuilt", "bins of different widths are not built yet",
        at: given.located("bins")?.location)
      return nil
    }
    return Bins(start: first, stop: last, step: step)
  }

  private var curve: ContinuousScale.Curve {
    switch type {
    case .log: .log(base: given.number("base").map { $0 > 0 && $0 != 1 ? $0 : 10 } ?? 10)
    case .pow: .power(exponent: given.number("exponent") ?? 1)
    case .sqrt: .power(exponent: 0.5)
    case .symlog: .symlog(constant: given.number("constant") ?? 1)
    default: .linear
    }
  }

  /// The domain of a continuous scale before nice, after Vega's order of adjustments.
  func domain(range: [Double]) -> [Double] {
    if let raw = ScaleDomain(component: component).raw() { return raw }
    var domain = ScaleDomain(component: component).numbers()
    if domain.isEmpty { domain = type == .log ? [1, 10] : type.isTemporal ? [0, 1] : [0, 1] }
    if domain.count == 1 { domain = [domain[0], domain[0]] }
    let last = domain.count - 1
    let zero: Bool =
      switch type {
      case .linear, .pow, .sqrt, .symlog:
        given.bool("zero") ?? component.rule { $0.zero($1.channel, $1.definition, type) } ?? false
      case .quantize: given.bool("zero") ?? false
      default: false
      }
    if zero {
      if domain[0] > 0, domain[last] >= domain[0] { domain[0] = 0 }
      if domain[last] < 0, domain[last] >= domain[0] { domain[last] = 0 }
      if domain[last] > 0, domain[last] < domain[0] { domain[last] = 0 }
      if domain[0] < 0, domain[last] < domain[0] { domain[0] = 0 }
    }
    if let low = bound("domainMin") { domain[0] = low }
    if let high = bound("domainMax") { domain[last] = high }
    if let middle = given.number("domainMid"), domain.count == 2 {
      domain.insert(middle, at: middle < domain[0] ? 0 : middle > domain[1] ? 2 : 1)
    }
    if type == .log, domain.contains(where: { $0 == 0 }) || domain[0] * domain[domain.count - 1] < 0
    {
      refuseLog()
      return [1, 10]
    }
    return padded(domain, range)
  }

  private func refuseLog() {
    let place = given.located("type")?.location ?? component.parts.first?.definition.location
    // Stacks begin at zero, whether or not the data hold one.
    guard let stacked = component.parts.first(where: { $0.stack?.channel == $0.channel }) else {
      run.findings.error(
        "scale.log", "a log scale can't show zero or values of both signs", at: place,
        hints: ["\"symlog\" can; or set a \"domain\" above zero"])
      return
    }
    run.findings.error(
      "scale.log",
      "a \(stacked.unit.mark.type.rawValue) begins at zero, which a log scale doesn't have",
      at: place,
      hints: [
        "write \"stack\": null beside \"scale\" to begin at the end of the scale",
        "or \"type\": \"symlog\", or the mark \"point\"",
      ])
  }

  private func bound(_ key: String) -> Double? {
    guard let located = given.located(key), !located.value.isNull, let part = component.parts.first
    else { return nil }
    let value = ScaleDomain(component: component).datum(located.value, part, located)
    if let number = value?.asNumber, number.isFinite { return number }
    if let text = located.value.string {
      run.findings.error(
        "spec.domain",
        "\"\(key)\" of a \(type.rawValue) scale can't be \(JSONWriter.compact(.string(text)))",
        at: located.location)
    }
    return nil
  }

  /// Widens a domain so that so many pixels are left at both ends.
  private func padded(_ domain: [Double], _ range: [Double]) -> [Double] {
    let padding =
      given.number("padding")
      ?? component.rule { $0.padding($1.channel, $1.definition, type) }
    guard let padding, padding != 0, let first = domain.first, let last = domain.last,
      first != last, let from = range.first, let to = range.last
    else { return domain }
    let span = abs(to - from)
    let factor = span / (span - 2 * padding)
    guard factor.isFinite, factor > 0 else { return domain }
    let scale = ContinuousScale(curve, domain: [first, last], range: [0, 1])
    let (a, b) = (scale.transform(first), scale.transform(last))
    let middle = (a + b) / 2
    var result = domain
    result[0] = scale.untransform(middle + (a - middle) * factor)
    result[result.count - 1] = scale.untransform(middle + (b - middle) * factor)
    return result
  }

  private func nice(_ scale: inout ContinuousScale) {
    if ScaleDomain(component: component).raw() != nil { return }
    let located = given.located("nice")
    let value = located.flatMap { PropertyValue($0, run.findings)?.evaluate(run) }
    let standard =
      component.parts.contains { part in
        ScaleRules(unit: part.unit, run: run).nice(part.channel, part.definition, type)
      }
    if type.isTemporal {
      guard let value, value.asBool else { return }
      TimeAxis.nice(&scale.domain, value, isUTC: type == .utc)
    } else if let count = value?.double {
      scale.nice(count: count)
    } else if value.map(\.asBool) ?? standard {
      scale.nice(count: 10)
    }
  }

  // MARK: Other channels

  /// The scale of a channel that isn't a position.
  func visual(smallestStep: Double) -> Scale? {
    let range = VisualRange(component: component, smallestStep: smallestStep)
    switch type {
    case .ordinal, .binOrdinal: return listed(range)
    case .point, .band:
      return discrete(range: range.numbers() ?? (0, 1))
    case .quantile, .quantize, .threshold: return classes(range)
    case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential, .time, .utc:
      return channel.isColor ? ramp(range) : sized(range)
    }
  }

  private func sized(_ range: VisualRange) -> Scale {
    guard let ends = range.numberList() else { return continuous(range: [0, 1]) }
    return continuous(range: ends)
  }

  private func listed(_ range: VisualRange) -> Scale? {
    if type == .binOrdinal {
      guard let bins else { return nil }
      let count = Int(
        clamping: ((bins.stop - bins.start) / bins.step).rounded(), to: 1...1000)
      let edges = (0...count).map { bins.start + Double($0) * bins.step }
      let classes = DiscretizingScale(thresholds: Array(edges.dropFirst().dropLast()))
      return Scale(
        type, .classes(classes, range.outputs(count: edges.count - 1)),
        domain: edges.map { .number($0) }, bins: bins)
    }
    let values = ScaleDomain(component: component).values()
    var outputs = range.outputs(for: values)
    if given.bool("reverse") ?? false { outputs.reverse() }
    return Scale(type, .ordinal(outputs), domain: values)
  }

  private func ramp(_ range: VisualRange) -> Scale {
    var scale = ContinuousScale(
      curve, domain: [0, 1], range: [0, 1], clamps: given.bool("clamp") ?? false)
    scale.domain = domain(range: [0, 1])
    nice(&scale)
    let steps = Double(scale.domain.count - 1)
    scale.range = scale.domain.indices.map { Double($0) / steps }
    var ramp = range.ramp(isDiverging: given.has("domainMid"))
    let reverses =
      given.bool("reverse") ?? component.rule { $0.reverse($1.channel, $1.definition, type) }
      ?? false
    if reverses { ramp.extent = (ramp.extent.1, ramp.extent.0) }
    if type.isTemporal {
      // Vega has no ramps over time: two colours of the scheme, and what is between them.
      ramp = ColorRamp([ramp.color(at: 1.0 / 3), ramp.color(at: 2.0 / 3)], .hcl)
    }
    return Scale(type, .ramp(scale, ramp), domain: scale.domain.map { datum($0) }, bins: bins)
  }

  private func classes(_ range: VisualRange) -> Scale {
    let domain = ScaleDomain(component: component)
    let listed = range.listedOutputs()
    let config = run.properties(run.configuration.block("scale"))
    // Schemes of colours come in five steps, other ranges in as many as the config says.
    func count(_ key: String) -> Int {
      listed?.count
        ?? (channel.isColor
          ? range.schemeCount ?? 5 : Int(clamping: config.number(key) ?? 4, to: 1...1000))
    }
    let classes: DiscretizingScale
    switch type {
    case .threshold:
      classes = DiscretizingScale(thresholds: domain.numbers().sorted())
    case .quantile:
      let values = component.parts.flatMap { part in
        part.data.scales.cells(part.definition.column).filter(\.isValid).map(\.asNumber)
      }.filter(\.isFinite).sorted()
      let total = max(1, count("quantileCount"))
      classes = DiscretizingScale(
        thresholds: (1..<max(2, total)).compactMap {
          Statistics.quantile(values, Double($0) / Double(total))
        })
    default:
      var scale = ContinuousScale(domain: self.domain(range: [0, 1]), range: [0, 1])
      nice(&scale)
      classes = .quantize(
        scale.domain[0], scale.domain[scale.domain.count - 1], classes: count("quantizeCount"))
    }
    var outputs = listed ?? range.outputs(count: classes.thresholds.count + 1)
    if given.bool("reverse") ?? false { outputs.reverse() }
    let ends = type == .quantize ? self.domain(range: [0, 1]) : classes.thresholds
    return Scale(type, .classes(classes, outputs), domain: ends.map { .number($0) })
  }
}
