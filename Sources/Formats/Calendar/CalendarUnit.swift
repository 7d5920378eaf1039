/// A unit that a calendar counts in; weeks name the day that they start on.
package enum CalendarUnit: Sendable, Hashable {
  case year
  case quarter
  case month
  case week(startingOn: Weekday)
  case day
  case hour
  case minute
  case second
  case millisecond
}

extension CalendarUnit {
  /// Milliseconds in one, for the units whose length never changes.
  package var fixedLength: Int? {
    switch self {
    case .year, .quarter, .month: nil
    case .week: 7 * CivilDateTime.millisecondsADay
    case .day: CivilDateTime.millisecondsADay
    case .hour: 3_600_000
    case .minute: 60_000
    case .second: 1000
    case .millisecond: 1
    }
  }

  /// Milliseconds in the shortest there is.
  package var leastLength: Int {
    fixedLength ?? months * 28 * CivilDateTime.millisecondsADay
  }

  /// Months in one, for the units that months make up.
  fileprivate var months: Int {
    switch self {
    case .year: 12
    case .quarter: 3
    case .month: 1
    case .week, .day, .hour, .minute, .second, .millisecond: 0
    }
  }
}

extension CivilDateTime {
  /// The start of the unit that holds the moment; nil only where it would lie before the first date there is.
  package func floor(to unit: CalendarUnit) -> CivilDateTime? {
    switch unit {
    case .year: CivilDateTime(year: date.year)
    case .quarter: CivilDateTime(year: date.year, month: (date.quarter - 1) * 3 + 1)
    case .month: CivilDateTime(year: date.year, month: date.month)
    case .week(let start):
      CivilDateTime(
        milliseconds: (dayNumber - (date.weekday.rawValue - start.rawValue).flooredRemainder(7))
          * Self.millisecondsADay)
    case .day, .hour, .minute, .second, .millisecond:
      CivilDateTime(
        milliseconds: milliseconds - milliseconds.flooredRemainder(unit.fixedLength ?? 1))
    }
  }

  /// The moment itself if it starts a unit, else the start of the next one.
  package func ceil(to unit: CalendarUnit) -> CivilDateTime? {
    guard let floor = floor(to: unit) else { return nil }
    return floor == self ? self : floor.adding(1, unit)
  }

  /// The moment that many units later; days past the end of a month carry over into the next one, as in JavaScript.
  package func adding(_ count: Int, _ unit: CalendarUnit) -> CivilDateTime? {
    if let length = unit.fixedLength {
      let (distance, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      let (sum, carried) = milliseconds.addingReportingOverflow(distance)
      return carried ? nil : CivilDateTime(milliseconds: sum)
    }
    guard -10_000_000...10_000_000 ~= count else { return nil }
    let date = date
    return CivilDateTime(
      year: date.year, month: date.month + count * unit.months, day: date.day,
      millisecond: millisecondOfDay)
  }

  /// How many starts of units lie after `start` and not after this moment.
  package func count(of unit: CalendarUnit, since start: CivilDateTime) -> Int? {
    guard let a = start.floor(to: unit), let b = floor(to: unit) else { return nil }
    if let length = unit.fixedLength { return (b.milliseconds - a.milliseconds) / length }
    let months = (b.date.year - a.date.year) * 12 + b.date.month - a.date.month
    return months / unit.months
  }
}
