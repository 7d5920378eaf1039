import Graphics
import Tables

/// What a scale gives for a value.
enum ScaleOutput: Sendable, Hashable {
  case number(Double)
  case color(Color?)
  case text(String)
  case dash([Double])
}

/// Maps the values of a field to what is seen.
struct Scale: Sendable {
  enum Mapping: Sendable {
    case continuous(ContinuousScale)
    /// Numbers to 0 … 1, and colours from there.
    case ramp(ContinuousScale, ColorRamp)
    case band(BandScale)
    /// Values to outputs in turn, round again.
    case ordinal([ScaleOutput])
    case classes(DiscretizingScale, [ScaleOutput])
  }

  let type: ScaleType
  var mapping: Mapping
  /// The values in order; the bounds of a continuous domain.
  let domain: [Datum]
  /// Where bins begin and end, for a scale over binned data.
  var bins: Bins?
  private let index: [Datum: Int]

  init(_ type: ScaleType, _ mapping: Mapping, domain: [Datum], bins: Bins? = nil) {
    self.type = type
    self.mapping = mapping
    self.domain = domain
    self.bins = bins
    var index: [Datum: Int] = [:]
    switch mapping {
    case .band, .ordinal:
      for (position, value) in domain.enumerated() where index[value] == nil {
        index[value] = position
      }
    case .continuous, .ramp, .classes: break
    }
    self.index = index
  }

  /// The place of a value, `band` being a share of its band; NaN for a value without one.
  func position(_ value: Datum, band: Double = 0) -> Double {
    switch mapping {
    case .continuous(let scale): return value.isNull ? .nan : scale(value.asNumber)
    case .band(let scale):
      guard let place = index[value] else { return .nan }
      return scale(place) + scale.bandwidth * band
    case .ramp(let scale, _): return value.isNull ? .nan : scale(value.asNumber)
    case .ordinal, .classes:
      if case .number(let number)? = output(value) { return number }
      return .nan
    }
  }

  func output(_ value: Datum) -> ScaleOutput? {
    switch mapping {
    case .continuous, .band:
      let place = position(value)
      return place.isNaN ? nil : .number(place)
    case .ramp(let scale, let ramp):
      guard value.isValid else { return nil }
      let share = scale(value.asNumber)
      return share.isNaN ? nil : .color(ramp.color(at: share))
    case .ordinal(let outputs):
      guard !outputs.isEmpty, let place = index[value] else { return nil }
      return outputs[place % outputs.count]
    case .classes(let classes, let outputs):
      guard value.isValid, let place = classes(value.asNumber), !outputs.isEmpty else { return nil }
      return outputs[min(place, outputs.count - 1)]
    }
  }

  /// Whether it gives outputs to listed values, and this is none of them.
  func leavesOut(_ value: Datum) -> Bool {
    guard case .ordinal(let outputs) = mapping else { return false }
    return !outputs.isEmpty && index[value] == nil
  }

  /// The width of a band; 0 where there are none.
  var bandwidth: Double {
    if case .band(let scale) = mapping { scale.bandwidth } else { 0 }
  }

  /// The ends of the range of positions.
  var range: (Double, Double) {
    switch mapping {
    case .continuous(let scale), .ramp(let scale, _):
      (scale.range.first ?? 0, scale.range.last ?? 0)
    case .band(let scale): scale.range
    case .ordinal, .classes: (0, 0)
    }
  }

  /// The ends of a continuous domain.
  var bounds: (Double, Double)? {
    switch mapping {
    case .continuous(let scale), .ramp(let scale, _):
      guard let first = scale.domain.first, let last = scale.domain.last else { return nil }
      return (first, last)
    case .band, .ordinal, .classes: return nil
    }
  }

  /// Whether the domain runs from one sign to the other, or touches zero.
  var includesZero: Bool {
    guard let (first, last) = bounds else { return false }
    return min(first, last) <= 0 && max(first, last) >= 0
  }

  /// Zero, else the end of the domain that Vega-Lite falls back to.
  func zeroOr(_ end: End) -> Double {
    guard let (first, last) = bounds else { return .nan }
    if includesZero { return position(0) }
    return position(.number(end == .first ? first : last))
  }

  enum End {
    case first
    case last
  }
}

/// Colours along a continuous domain.
struct ColorRamp: Sendable, Hashable {
  var colors: [Color]
  var interpolation: ColorInterpolation
  /// The part of the colours in use; reversed where it falls.
  var extent: (Double, Double)

  init(
    _ colors: [Color], _ interpolation: ColorInterpolation = .rgb,
    extent: (Double, Double) = (0, 1)
  ) {
    self.colors = colors
    self.interpolation = interpolation
    self.extent = extent
  }

  func color(at share: Double) -> Color {
    let place = extent.0 + (extent.1 - extent.0) * share
    return interpolation.color(through: colors, at: place)
  }

  static func == (a: ColorRamp, b: ColorRamp) -> Bool {
    a.colors == b.colors && a.interpolation == b.interpolation && a.extent == b.extent
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(colors)
    hasher.combine(interpolation)
  }
}
