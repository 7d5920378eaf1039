import Formats
import Tables

/// The values that an axis or legend names, after vega-scale's ticks.
struct TickValues {
  let scale: Scale

  /// A count held to the bins and to a least step.
  func count(_ wanted: TickCount, leastStep: Double?) -> TickCount {
    guard case .about(var count) = wanted else { return wanted }
    if let bins = scale.bins { count = max(count, Double(edges(bins).count)) }
    if let leastStep, leastStep > 0, let (a, b) = scale.bounds {
      let (low, high) = (min(a, b), max(a, b))
      let steps = (high - low) / leastStep
      count = min(count, (steps.isFinite && steps != 0 ? steps.rounded(.down) : 1) + 1)
      let isLog = scale.type == .log || scale.type == .symlog
      if scale.bins == nil, !isLog, !scale.type.isTemporal, low < high {
        while count > 1, Ticks.step(from: low, to: high, count: count) < leastStep { count -= 1 }
      }
    }
    return .about(count)
  }

  func values(_ count: TickCount) -> [Datum] {
    if let bins = scale.bins, scale.bounds != nil {
      return valid(edges(bins).map { .number($0) }, count)
    }
    switch scale.mapping {
    case .continuous(let continuous), .ramp(let continuous, _):
      guard let low = continuous.domain.first, let high = continuous.domain.last else { return [] }
      if scale.type.isTemporal {
        return TimeAxis.ticks(low, high, count, isUTC: scale.type == .utc).map { .date($0) }
      }
      guard case .about(let number) = count else { return [] }
      return continuous.ticks(count: number).map { .number($0) }
    case .band, .ordinal, .classes: return scale.domain
    }
  }

  func edges(_ bins: Bins) -> [Double] {
    let count = ((bins.stop - bins.start) / bins.step).rounded()
    guard count.isFinite, count >= 0 else { return [] }
    return (0...Int(clamping: count, to: 0...Ticks.limit)).map {
      bins.start + Double($0) * bins.step
    }
  }

  /// Those of the given values that lie in the range, thinned out to the count.
  func valid(_ values: [Datum], _ count: TickCount) -> [Datum] {
    let (from, to) = scale.range
    let (low, high) = (min(from, to).rounded(.down), max(from, to).rounded(.up))
    var ticks = values.map { ($0, scale.position($0)) }
      .filter { $0.1 >= low && $0.1 <= high }
      .sorted { from <= to ? $0.1 < $1.1 : $0.1 > $1.1 }
      .map(\.0)
    guard case .about(let most) = count, most > 0, ticks.count > 1, let first = ticks.first,
      let last = ticks.last
    else { return ticks }
    while Double(ticks.count) > most, ticks.count >= 3 {
      ticks = ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    return ticks.count < 3 ? [first, last] : ticks
  }
}
