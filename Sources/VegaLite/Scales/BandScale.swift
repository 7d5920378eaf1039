/// Divides a range into one band for each of some values, or one point where bands have no width (d3-scale).
struct BandScale: Sendable, Hashable {
  var count: Int
  var range: (low: Double, high: Double) { (start, stop) }
  private(set) var start: Double
  private(set) var stop: Double
  /// The share of a step between two bands, 0 to 1; 1 makes points.
  var paddingInner: Double
  /// The share of a step before the first band and after the last.
  var paddingOuter: Double
  var align: Double
  var rounds: Bool
  let step: Double
  let bandwidth: Double
  private let first: Double
  private let falls: Bool

  init(
    count: Int, range: (Double, Double), paddingInner: Double = 0, paddingOuter: Double = 0,
    align: Double = 0.5, rounds: Bool = false
  ) {
    self.count = count
    (start, stop) = range
    self.paddingInner = min(1, paddingInner)
    self.paddingOuter = min(max(paddingOuter, 0), 1)
    self.align = min(max(align, 0), 1)
    self.rounds = rounds
    falls = range.1 < range.0
    let (low, high) = falls ? (range.1, range.0) : range
    let space = Self.space(count, self.paddingInner, self.paddingOuter)
    var step = (high - low) / max(1, space)
    if rounds { step = step.rounded(.down) }
    var first = low + (high - low - step * (Double(count) - self.paddingInner)) * self.align
    var bandwidth = step * (1 - self.paddingInner)
    if rounds {
      first = first.rounded()
      bandwidth = bandwidth.rounded()
    }
    self.step = step
    self.first = first
    self.bandwidth = bandwidth
  }

  /// How many steps so many bands need.
  static func space(_ count: Int, _ paddingInner: Double, _ paddingOuter: Double) -> Double {
    let space = Double(count) - paddingInner + paddingOuter * 2
    return count > 0 ? (space > 0 ? space : 1) : 0
  }

  /// Where the band of the value at a position begins.
  func callAsFunction(_ index: Int) -> Double {
    first + step * Double(falls ? count - 1 - index : index)
  }

  static func == (a: BandScale, b: BandScale) -> Bool {
    a.count == b.count && a.start == b.start && a.stop == b.stop
      && a.paddingInner == b.paddingInner && a.paddingOuter == b.paddingOuter
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(start)
    hasher.combine(stop)
  }
}
