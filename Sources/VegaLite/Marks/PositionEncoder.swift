import Diagnostics
import Inputs
import Tables

/// Where marks stand along a dimension, after Vega-Lite's rules for positions.
struct PositionEncoder {
  /// The place of a mark whose position nobody gives.
  enum Standard {
    case middle
    case zeroOrFirst
    case zeroOrLast
    case none
  }

  let frame: UnitFrame

  private var encoding: Encoding { frame.encoding }
  private var mark: MarkDefinition { frame.mark }

  // MARK: Points

  /// One place for each row; nil where there is none to give.
  func point(_ channel: Channel, _ standard: Standard) -> RowValue<Double>? {
    let definition = encoding[channel]
    let offset = offset(channel, band: 0.5)
    let fallback = { self.fallback(channel, standard) }
    if definition == nil, channel.isXY, let place = frame.geo?.values(channel) { return place }
    if let definition, definition.isFieldOrDatum, let stack = frame.stack, stack.channel == channel
    {
      var share = definition.bandPosition
      if share == nil, mark.type == .text, channel.isPolar { share = 0.5 }
      if definition.isField, let share {
        return adding(
          offset.value,
          between(definition.stackStart, definition.stackEnd, share, frame.scales[channel]))
      }
      return adding(offset.value, scaled(definition.stackEnd, frame.scales[channel]))
    }
    return middle(
      channel, definition, second: channel.secondary.flatMap { encoding[$0] },
      offset: offset.value, band: offset.isEncoded ? 0 : nil, fallback: fallback)
  }

  /// The middle of what a definition says: of a band, a bin, a time unit; a value as it is.
  func middle(
    _ channel: Channel, _ definition: ChannelDefinition?, second: ChannelDefinition?,
    offset: RowValue<Double>?, band: Double?, fallback: () -> RowValue<Double>?
  ) -> RowValue<Double>? {
    guard let definition else { return adding(offset, fallback()) }
    let scale = definition.hasScale ? frame.scales[channel.main] : nil
    if definition.isDatum {
      let value = VisualEncoder(frame: frame).cells(definition)?(0) ?? .null
      let share = scale?.type == .band ? band ?? definition.bandPosition ?? 0.5 : 0
      let place = scale?.position(date(value, definition), band: share) ?? value.asNumber
      return adding(offset) { _ in place }
    }
    if definition.isField, channel.main != channel {
      // The other end of an interval is a place by itself, not the middle of a band.
      let inBand = scale?.type == .band ? band ?? definition.bandPosition ?? 0.5 : 0
      return adding(
        offset, showing(definition, scale, scaled(definition.column, scale, band: inBand)))
    }
    if definition.isField {
      let share = band ?? BandRules(frame.unit).position(definition, channel)
      let isBand = definition.timeUnit != nil && definition.type == .temporal
      if definition.isBinning || isBand && (share ?? 0) != 0 {
        if frame.stack?.imputes == true, definition.isBinning {
          return adding(offset, scaled(definition.middleColumn, scale))
        }
        if let share, share != 0, scale?.type.isDiscrete != true {
          let place = between(definition.column, definition.endColumn, share, scale)
          return adding(offset, showing(definition, scale, place))
        }
        let path =
          definition.isBinning && definition.type.isDiscrete
          ? definition.rangeColumn : definition.column
        return adding(offset, scaled(path, scale))
      }
      if definition.isBinned, let second, second.isField {
        return adding(offset, between(definition.column, second.column, share ?? 0.5, scale))
      }
      let inBand = scale?.type == .band ? share ?? definition.bandPosition ?? 0.5 : 0
      let path =
        definition.isBinning && scale?.type.isDiscrete == true
        ? definition.rangeColumn : definition.column
      return adding(offset, showing(definition, scale, scaled(path, scale, band: inBand)))
    }
    if let value = definition.value { return adding(offset, plain(value, channel)) }
    return adding(offset, fallback())
  }

  /// Invalid values at the place that the specification shows them at, where it does.
  private func showing(
    _ definition: ChannelDefinition, _ scale: Scale?, _ place: @escaping RowValue<Double>
  ) -> RowValue<Double> {
    guard let scale,
      let standIn = InvalidOutput(frame, definition.channel.main, definition, scale)
    else { return place }
    let cells = frame.rows.cells(definition.column)
    let there: Double =
      if case .number(let number)? = standIn.output { number } else { .nan }
    return { cells[$0].isValid ? place($0) : there }
  }

  private func date(_ value: Datum, _ definition: ChannelDefinition) -> Datum {
    definition.type == .temporal ? Dates.date(value) : value
  }

  /// A column's values through a scale.
  func scaled(_ path: FieldPath, _ scale: Scale?, band: Double = 0) -> RowValue<Double> {
    let cells = frame.rows.cells(path)
    guard let scale else { return { cells[$0].isNull ? .nan : cells[$0].asNumber } }
    if case .band = scale.mapping {
      // A value that the domain leaves out stands at the view's edge, as in Vega.
      return { row in
        let place = scale.position(cells[row], band: band)
        return place.isNaN ? 0 : place
      }
    }
    return { scale.position(cells[$0], band: band) }
  }

  /// A share of the way between two columns' values.
  private func between(
    _ start: FieldPath, _ end: FieldPath, _ share: Double, _ scale: Scale?
  ) -> RowValue<Double> {
    if share == 0 { return scaled(start, scale) }
    if share == 1 { return scaled(end, scale) }
    let (starts, ends) = (frame.rows.cells(start), frame.rows.cells(end))
    return { row in
      guard !starts[row].isNull, !ends[row].isNull else { return .nan }
      let value = (1 - share) * starts[row].asNumber + share * ends[row].asNumber
      return scale?.position(.number(value)) ?? value
    }
  }

  func adding(_ offset: RowValue<Double>?, _ base: RowValue<Double>?) -> RowValue<Double>? {
    guard let base else { return nil }
    guard let offset else { return base }
    return { base($0) + offset($0) }
  }

  /// A value that isn't data: a number, `width` or `height`.
  func plain(_ value: PropertyValue, _ channel: Channel) -> RowValue<Double> {
    let extent = frame.extent(channel)
    func number(_ datum: Datum?) -> Double {
      switch datum?.string {
      case "width", "height": extent
      default: datum?.asNumber ?? .nan
      }
    }
    if value.isConstant {
      let place = number(value.evaluate(frame.run))
      return { _ in place }
    }
    let (rows, run) = (frame.rows, frame.run)
    return { number(value.evaluate(rows, $0, run)) }
  }

  /// The place where nothing is encoded.
  func fallback(_ channel: Channel, _ standard: Standard) -> RowValue<Double>? {
    if let value = property(channel) { return plain(value, channel) }
    let scale = frame.scales[channel.main]
    let place: Double
    switch standard {
    case .none: return nil
    case .middle:
      place = channel.isPolar ? 0 : frame.extent(channel) / 2
    case .zeroOrFirst:
      place = scale.map { zero($0, .first) } ?? (channel.main == .y ? frame.height : 0)
    case .zeroOrLast:
      switch channel.main {
      case .radius: place = scale.map { zero($0, .last) } ?? min(frame.width, frame.height) / 2
      case .theta: place = scale.map { zero($0, .last) } ?? 2 * .pi
      case .x: place = scale.map { zero($0, .last) } ?? frame.width
      default: place = scale.map { zero($0, .last) } ?? 0
      }
    }
    return { _ in place }
  }

  private func zero(_ scale: Scale, _ end: Scale.End) -> Double {
    if scale.bounds != nil { return scale.zeroOr(end) }
    let value = end == .first ? scale.domain.first : scale.domain.last
    return value.map { scale.position($0) } ?? 0
  }

  /// The mark's own position property; for arcs also by Vega's names for radii and angles.
  private func property(_ channel: Channel) -> PropertyValue? {
    let alias: String? =
      switch channel {
      case .radius: "outerRadius"
      case .radius2: "innerRadius"
      case .theta: "startAngle"
      case .theta2: "endAngle"
      default: nil
      }
    if mark.type == .arc, let alias, let value = mark.properties.property(alias) { return value }
    return mark.properties.property(channel.rawValue)
  }

  // MARK: Offsets

  struct Offset {
    var value: RowValue<Double>?
    /// Whether a channel gives it, in which case it starts at the band's edge.
    var isEncoded: Bool
  }

  func offset(_ channel: Channel, band: Double?) -> Offset {
    if let name = channel.offset, let definition = encoding[name] {
      let value = middle(name, definition, second: nil, offset: nil, band: band) {
        self.mark.properties.property(name.rawValue).map { self.plain($0, name) }
      }
      return Offset(value: value, isEncoded: true)
    }
    guard let value = mark.own?["\(channel.rawValue)Offset"],
      let property = PropertyValue(value, frame.run.findings), !value.value.isNull
    else { return Offset(value: nil, isEncoded: false) }
    return Offset(value: plain(property, channel), isEncoded: false)
  }

  // MARK: Ranges

  /// The other end of a range, or how long it is.
  enum Second {
    case place(RowValue<Double>)
    case size(RowValue<Double>)
  }

  func second(_ channel: Channel, _ standard: Standard) -> Second {
    let main = channel.main
    let definition = encoding[main]
    let scale = frame.scales[main]
    if definition == nil, main.isXY, let place = frame.geo?.values(channel) {
      return .place(place)
    }
    let ownOffset = encoding.has(channel) || mark.own?.value[channel.rawValue] != nil
    let offset = offset(ownOffset ? channel : main, band: nil)
    if let definition, definition.isFieldOrDatum, let stack = frame.stack, stack.channel == main {
      return .place(adding(offset.value, scaled(definition.stackStart, scale)) ?? { _ in .nan })
    }
    if let other = encoding[channel],
      let place = middle(
        channel, other, second: nil, offset: offset.value, band: nil, fallback: { nil })
    {
      return .place(place)
    }
    if let given = property(channel) { return .place(plain(given, channel)) }
    let extent = main == .x ? "width" : main == .y ? "height" : nil
    if let extent, let located = mark.properties.located(extent), located.value["band"] == nil,
      let value = mark.properties.property(extent)
    {
      return .size(plain(value, channel))
    }
    return .place(fallback(channel, standard) ?? { _ in 0 })
  }

  /// A range from a point to its other end.
  func range(
    _ channel: Channel, _ standard: Standard, _ secondStandard: Standard
  ) -> RowValue<(Double, Double)> {
    guard let other = channel.secondary else { return { _ in (.nan, .nan) } }
    let first = point(channel, standard) ?? { _ in .nan }
    switch second(other, secondStandard) {
    case .place(let place): return { (first($0), place($0)) }
    case .size(let size):
      let align = Alignment(mark, channel, standard: .middle)
      return { align.interval(first($0), size($0)) }
    }
  }
}

/// Which part of a bar or box its position means.
enum Alignment {
  case start
  case middle
  case end

  init(_ mark: MarkDefinition, _ channel: Channel, standard: Alignment) {
    switch mark.properties.string(channel == .x ? "align" : "baseline") {
    case "left", "top": self = .start
    case "center", "middle": self = .middle
    case "right", "bottom": self = .end
    default: self = standard
    }
  }

  func interval(_ place: Double, _ size: Double) -> (Double, Double) {
    switch self {
    case .start: (place, place + size)
    case .middle: (place - size / 2, place + size / 2)
    case .end: (place - size, place)
    }
  }
}
