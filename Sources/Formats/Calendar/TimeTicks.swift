/// The moments that divide a span of time in about `count` parts, after d3-time's `timeTicks` and `utcTicks`.
package enum TimeTicks {
  private static let intervals: [(interval: CalendarInterval, length: Double)] = {
    let (second, minute, hour, day) = (1e3, 6e4, 3.6e6, 8.64e7)
    return [
      (CalendarInterval(.second), second),
      (CalendarInterval(.second, every: 5), 5 * second),
      (CalendarInterval(.second, every: 15), 15 * second),
      (CalendarInterval(.second, every: 30), 30 * second),
      (CalendarInterval(.minute), minute),
      (CalendarInterval(.minute, every: 5), 5 * minute),
      (CalendarInterval(.minute, every: 15), 15 * minute),
      (CalendarInterval(.minute, every: 30), 30 * minute),
      (CalendarInterval(.hour), hour),
      (CalendarInterval(.hour, every: 3), 3 * hour),
      (CalendarInterval(.hour, every: 6), 6 * hour),
      (CalendarInterval(.hour, every: 12), 12 * hour),
      (CalendarInterval(.day), day),
      (CalendarInterval(.day, every: 2), 2 * day),
      (CalendarInterval(.week(startingOn: .sunday)), 7 * day),
      (CalendarInterval(.month), 30 * day),
      (CalendarInterval(.month, every: 3), 90 * day),
      (CalendarInterval(.year), 365 * day),
    ]
  }()

  /// The interval whose length is nearest, in ratio, to a `count`th of the span; nil for no count or no span.
  ///
  /// - Parameter isUTC: Whether every second day is one since 1970, as `utcTicks` have it, not one of the month.
  package static func interval(
    from start: CivilDateTime, to stop: CivilDateTime, count: Double, isUTC: Bool = false
  ) -> CalendarInterval? {
    let interval = localInterval(from: start, to: stop, count: count)
    guard isUTC, let interval, interval.unit == .day else { return interval }
    return CalendarInterval(.day, every: interval.step, countsDaysFromEpoch: true)
  }

  private static func localInterval(
    from start: CivilDateTime, to stop: CivilDateTime, count: Double
  ) -> CalendarInterval? {
    let (first, last) = (Double(start.milliseconds), Double(stop.milliseconds))
    let target = abs(last - first) / count
    guard count > 0, target.isFinite else { return nil }
    let above = intervals.firstIndex { $0.length > target } ?? intervals.count
    if above == intervals.count {
      let year = 365 * 8.64e7
      return every(.year, Ticks.step(from: first / year, to: last / year, count: count))
    }
    if above == 0 {
      // A span without length has its one moment for a tick.
      let step = last > first ? Ticks.step(from: first, to: last, count: count) : 1
      return every(.millisecond, max(step, 1))
    }
    let (shorter, longer) = (intervals[above - 1], intervals[above])
    return target / shorter.length < longer.length / target ? shorter.interval : longer.interval
  }

  /// The ticks from start to stop, both included; in falling order where stop is before start.
  package static func ticks(
    from start: CivilDateTime, to stop: CivilDateTime, count: Double, isUTC: Bool = false
  ) -> [CivilDateTime] {
    let (first, last) = (min(start, stop), max(start, stop))
    guard let interval = interval(from: first, to: last, count: count, isUTC: isUTC),
      let end = last.adding(1, .millisecond) ?? Optional(last)
    else { return [] }
    let ticks = interval.range(first, end)
    return stop < start ? ticks.reversed() : ticks
  }

  private static func every(_ unit: CalendarUnit, _ step: Double) -> CalendarInterval? {
    guard step.isFinite, step.rounded(.down) >= 1, step < 1e15 else { return nil }
    return CalendarInterval(unit, every: Int(step))
  }
}
