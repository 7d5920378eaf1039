/// Every so many of a calendar unit: every 15 minutes, every 3 months.
///
/// Steps count within the unit above, as in d3-time: every 3 hours is 0, 3, 6 … o'clock, every 2 days the 1st, 3rd, 5th …
/// of each month.
package struct CalendarInterval: Sendable, Hashable {
  package let unit: CalendarUnit
  package let step: Int
  /// Whether days are counted from 1970-01-01 on instead, whatever month they lie in: d3-time's `unixDay`.
  package let countsDaysFromEpoch: Bool

  package init(_ unit: CalendarUnit, every step: Int = 1, countsDaysFromEpoch: Bool = false) {
    self.unit = unit
    self.step = max(1, step)
    self.countsDaysFromEpoch = countsDaysFromEpoch
  }

  /// The interval's last start at or before a moment.
  package func floor(_ moment: CivilDateTime) -> CivilDateTime? {
    guard let start = moment.floor(to: unit) else { return nil }
    guard step > 1 else { return start }
    let date = start.date
    switch unit {
    case .year:
      return CivilDateTime(year: date.year.flooredQuotient(step) * step)
    case .quarter:
      return start.adding(-((date.quarter - 1) % step), unit)
    case .month:
      return start.adding(-((date.month - 1) % step), unit)
    case .week:
      // The week that holds 1970-01-01 is number 0.
      guard let weeks = start.count(of: unit, since: .epoch) else { return nil }
      return start.adding(-weeks.flooredRemainder(step), unit)
    case .day:
      return start.adding(
        countsDaysFromEpoch ? -start.dayNumber.flooredRemainder(step) : -((date.day - 1) % step),
        unit)
    case .hour:
      return start.adding(-(start.hour % step), unit)
    case .minute:
      return start.adding(-(start.minute % step), unit)
    case .second:
      return start.adding(-(start.second % step), unit)
    case .millisecond:
      return start.adding(-start.milliseconds.flooredRemainder(step), unit)
    }
  }

  /// The interval's first start at or after a moment.
  package func ceil(_ moment: CivilDateTime) -> CivilDateTime? {
    guard let start = floor(moment) else { return nil }
    return start == moment ? moment : next(after: start)
  }

  /// The start that follows a start.
  package func next(after start: CivilDateTime) -> CivilDateTime? {
    // Where a step doesn't divide the unit above, the count begins anew there: 0, 7, 14, 21, 0 o'clock.
    start.adding(step, unit).flatMap(floor)
  }

  /// The starts from one moment up to, not including, another; at most `limit` of them.
  ///
  /// - Parameter each: Every so many of them, counted from the first.
  package func range(
    _ start: CivilDateTime, _ stop: CivilDateTime, each count: Int = 1, limit: Int = 10_000
  ) -> [CivilDateTime] {
    var starts: [CivilDateTime] = []
    var current = ceil(start)
    while let start = current, start < stop, starts.count < limit {
      starts.append(start)
      current = start.adding(step * count, unit).flatMap(floor)
    }
    return starts
  }
}
