import Diagnostics
import Inputs
import Tables

/// The intervals that bars, boxes and arcs fill along a dimension, after Vega-Lite's rules.
struct IntervalEncoder {
  let frame: UnitFrame
  private let positions: PositionEncoder

  private var encoding: Encoding { frame.encoding }
  private var mark: MarkDefinition { frame.mark }

  init(frame: UnitFrame) {
    self.frame = frame
    positions = PositionEncoder(frame: frame)
  }

  /// How much of a band a mark fills.
  private enum BandSize {
    case share(Double)
    case points(Double)
  }

  func interval(_ channel: Channel) -> RowValue<(Double, Double)> {
    let definition = encoding[channel]
    let second = channel.secondary.flatMap { encoding[$0] }
    let scale = frame.scales[channel]
    let hasFixedSize = fixedSize(channel)
    if let definition, definition.isField,
      definition.binning != nil || definition.timeUnit != nil && second == nil, !hasFixedSize,
      !(channel.offset.map { encoding.has($0) } ?? false), scale?.type.isDiscrete != true
    {
      return binned(channel, definition, second)
    }
    let isDiscrete = definition?.isFieldOrDatum == true && scale?.type.isDiscrete == true
    if isDiscrete || isAcrossBand(channel), second == nil {
      return sized(channel, definition)
    }
    return positions.range(channel, .zeroOrLast, .zeroOrFirst)
  }

  /// Whether this is the dimension of a bar's or tick's width.
  private func isAcrossBand(_ channel: Channel) -> Bool {
    switch mark.type {
    case .bar: mark.orientation == (channel == .x ? .vertical : .horizontal) && channel.isXY
    case .tick: mark.orientation == (channel == .y ? .vertical : .horizontal) && channel.isXY
    default: false
    }
  }

  private func sizeKey(_ channel: Channel) -> String? {
    channel == .x ? "width" : channel == .y ? "height" : nil
  }

  /// Whether a size is encoded or given in points.
  private func fixedSize(_ channel: Channel) -> Bool {
    if encoding.has(.size) { return true }
    guard let key = sizeKey(channel) else { return false }
    for name in [key, "size"] {
      if let located = mark.properties.located(name), !located.value.isNull {
        return located.value["band"] == nil
      }
    }
    return false
  }

  // MARK: Bins and time units

  private func binned(
    _ channel: Channel, _ definition: ChannelDefinition, _ second: ChannelDefinition?
  ) -> RowValue<(Double, Double)> {
    let scale = frame.scales[channel]
    let bandSize = bandSize(channel, definition, usesSize: false)
    let share: Double = if case .share(let share)? = bandSize { share } else { 1 }
    let inset = (1 - share) / 2
    var (start, end) = (definition.column, definition.endColumn)
    if definition.timeUnit != nil,
      let position = BandRules(frame.unit).position(definition, channel),
      position != 0.5, channel.isXY
    {
      (start, end) = (definition.offsetStart, definition.offsetEnd)
    }
    if definition.isBinned {
      guard let second, second.isField else {
        if case .binned(let step?)? = definition.binning {
          return stepped(channel, definition, step)
        }
        frame.run.findings.error(
          "spec.binned",
          "binned data needs \"\(channel.secondary?.rawValue ?? "")\" for the bins' ends",
          at: definition.location, hints: ["or \"bin\": {\"binned\": true, \"step\": …}"])
        return { _ in (.nan, .nan) }
      }
      end = second.column
    }
    let (starts, ends) = (frame.rows.cells(start), frame.rows.cells(end))
    let spacing = Spacing(frame, channel)
    return { row in
      guard starts[row].isValid, ends[row].isValid else { return (.nan, .nan) }
      let (low, high) = (starts[row].asNumber, ends[row].asNumber)
      func place(_ value: Double) -> Double { scale?.position(.number(value)) ?? value }
      let a = place(low + (high - low) * inset)
      let b = place(high - (high - low) * inset)
      return spacing.apply(a, b, band: abs(place(high) - place(low)), row: row)
    }
  }

  /// Binned data that only says how wide its bins are.
  private func stepped(
    _ channel: Channel, _ definition: ChannelDefinition, _ step: Double
  ) -> RowValue<(Double, Double)> {
    let scale = frame.scales[channel]
    let cells = frame.rows.cells(definition.column)
    let spacing = Spacing(frame, channel)
    return { row in
      let low = cells[row].asNumber
      let a = scale?.position(.number(low)) ?? low
      let b = scale?.position(.number(low + step)) ?? low + step
      return spacing.apply(a, b, band: abs(b - a), row: row)
    }
  }

  // MARK: Bands

  private func bandSize(
    _ channel: Channel, _ definition: ChannelDefinition?, usesSize: Bool
  ) -> BandSize? {
    let properties = mark.properties
    let names = [sizeKey(channel), usesSize ? "size" : nil].compactMap { $0 }
    for name in names {
      guard let located = properties.located(name), !located.value.isNull else { continue }
      if let share = located.value["band"]?.double { return .share(share) }
      if let number = properties.number(name) { return .points(number) }
    }
    if let definition, definition.isField {
      let second = channel.secondary.map { encoding.has($0) } ?? false
      if definition.timeUnit != nil, !second {
        return .share(properties.number("timeUnitBandSize") ?? 1)
      }
      if definition.isBinning, frame.scales[channel]?.type.isDiscrete != true { return .share(1) }
    }
    let type = frame.scales[channel]?.type ?? channel.offset.flatMap { frame.scales[$0]?.type }
    if type?.isDiscrete ?? true {
      if let located = properties.located("discreteBandSize"), !located.value.isNull {
        if let share = located.value["band"]?.double { return .share(share) }
        if let number = properties.number("discreteBandSize") { return .points(number) }
      }
      return type == nil ? nil : .share(1)
    }
    return properties.number("continuousBandSize").map { .points($0) }
  }

  /// A place, and a size about it.
  private func sized(
    _ channel: Channel, _ definition: ChannelDefinition?
  ) -> RowValue<(Double, Double)> {
    let scale = frame.scales[channel]
    let offsetScale = channel.offset.flatMap { frame.scales[$0] }
    let usesSize =
      mark.type == .tick || mark.orientation == .horizontal && channel == .y
      || mark.orientation == .vertical && channel == .x
    var encodedSize: RowValue<Double>?
    if usesSize, encoding.has(.size) || mark.own?.value["size"] != nil {
      encodedSize = VisualEncoder(frame: frame).number(.size, property: "size", standard: 0)
    }
    let bandSize = bandSize(channel, definition, usesSize: usesSize)
    let size = encodedSize ?? standardSize(channel, bandSize, offsetScale ?? scale, definition)
    var startsAtEdge = false
    if (scale ?? offsetScale)?.type == .band, case .share? = bandSize, encodedSize == nil {
      startsAtEdge = true
    }
    let alignment =
      channel.isPolar
      ? Alignment.start : Alignment(mark, channel, standard: startsAtEdge ? .start : .middle)
    let centers = !channel.isPolar && alignment == .middle
    let offset = positions.offset(channel, band: centers ? 0.5 : 0)
    var band: Double
    if centers {
      band = offset.isEncoded ? 0 : 0.5
    } else if case .share(let share)? = bandSize {
      band = (1 - share) / 2
    } else {
      band = 0
    }
    if centers, !offset.isEncoded, let definition, definition.isField, definition.timeUnit != nil,
      let position = BandRules(frame.unit).position(definition, channel)
    {
      band = position
    }
    let place =
      positions.middle(
        channel, definition, second: channel.secondary.flatMap { encoding[$0] },
        offset: offset.value, band: band,
        fallback: { self.positions.fallback(channel, .middle) }) ?? { _ in .nan }
    return { alignment.interval(place($0), size($0)) }
  }

  private func standardSize(
    _ channel: Channel, _ bandSize: BandSize?, _ scale: Scale?, _ definition: ChannelDefinition?
  ) -> RowValue<Double> {
    let size: Double
    switch bandSize {
    case .share(let share):
      if let scale {
        if scale.type == .band {
          let least = channel.isPolar ? 0 : mark.properties.number("minBandSize") ?? 0
          size = max(least, share * scale.bandwidth)
        } else {
          size = step(of: scale) - 2
        }
      } else {
        size = share * frame.extent(channel)
      }
    case .points(let points): size = points
    case nil:
      if scale == nil, definition == nil {
        let config = frame.run.properties(frame.run.configuration.block("scale"))
        let padding =
          config.number("bandPaddingInner")
          ?? config.number(
            mark.type == .tick
              ? "tickBandPaddingInner"
              : mark.type == .bar ? "barBandPaddingInner" : "rectBandPaddingInner") ?? 0
        size = (1 - padding) * frame.extent(channel)
      } else {
        size = (scale.map(step) ?? 20) - 2
      }
    }
    return { _ in size }
  }

  /// The distance between the points of a scale; the config's step for any other.
  private func step(of scale: Scale) -> Double {
    if case .band(let band) = scale.mapping { return band.step }
    return frame.run.properties(frame.run.configuration.block("view")).number("step") ?? 20
  }
}

/// The gap between the bars of bins, and the shift that lines them up with an axis.
private struct Spacing {
  private let channel: Channel
  private let translate: Double
  private let gap: Double
  private let least: Double
  private let sign: Double
  private let offset: RowValue<Double>?
  private let offset2: RowValue<Double>?

  init(_ frame: UnitFrame, _ channel: Channel) {
    self.channel = channel
    let properties = frame.mark.properties
    translate = AxisTranslation(frame).value(channel)
    gap = channel.isXY ? properties.number("binSpacing") ?? 0 : 0
    least = properties.number("minBandSize") ?? 0
    let falls = frame.scales[channel].map { $0.range.0 > $0.range.1 } ?? false
    sign = falls == (channel == .y) ? 1 : -1
    let positions = PositionEncoder(frame: frame)
    offset = positions.offset(channel, band: 0).value
    offset2 = channel.secondary.flatMap { positions.offset($0, band: 0).value } ?? offset
  }

  /// From the start and end of a bin to those of its bar.
  func apply(
    _ start: Double, _ end: Double, band: Double, row: Int
  ) -> (Double, Double) {
    guard channel.isXY else { return (start, end) }
    // The end of a bin lies to the right in x, upwards in y.
    let outward: Double = channel == .x ? 1 : -1
    let shift = band < least ? -0.5 * (least - band) : gap / 2
    let a = start + translate + sign * ((offset2?(row) ?? 0) + outward * shift)
    let b = end + translate + sign * ((offset?(row) ?? 0) - outward * shift)
    return (a, b)
  }
}
