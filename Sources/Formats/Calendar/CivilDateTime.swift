/// A moment, as milliseconds since 1970-01-01T00:00Z; its fields are those of UTC.
///
/// Always inside the range of a JavaScript date. For the fields at another offset, shift it first (`local(offset:)`).
package struct CivilDateTime: Sendable, Hashable {
  package let milliseconds: Int

  /// ECMA-262, Time Values and Time Range.
  private static let limit = 8_640_000_000_000_000
  package static let millisecondsADay = 86_400_000

  package static let epoch = CivilDateTime(unchecked: 0)

  package init?(milliseconds: Int) {
    guard -Self.limit...Self.limit ~= milliseconds else { return nil }
    self.init(unchecked: milliseconds)
  }

  /// Fractions are cut off as by `new Date(number)`; NaN and what lies out of range give nil.
  package init?(milliseconds: Double) {
    guard milliseconds.magnitude <= Double(Self.limit) else { return nil }
    self.init(unchecked: Int(milliseconds))
  }

  private init(unchecked milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The start of a day.
  package init(_ date: CivilDate) {
    self.init(unchecked: date.dayNumber * Self.millisecondsADay)
  }

  /// Fields that may lie outside their usual ranges and carry over, as in `Date.UTC`: month 13 is next January.
  package init?(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    // Far more than any date needs, and far less than a sum of milliseconds that overflows.
    guard abs(year.clamped) <= 1_000_000, abs(month.clamped) <= 10_000_000,
      abs(day.clamped) <= 1_000_000_000, abs(hour.clamped) <= 10_000_000_000,
      abs(minute.clamped) <= 1_000_000_000_000, abs(second.clamped) <= 100_000_000_000_000,
      abs(millisecond.clamped) <= 100_000_000_000_000_000
    else { return nil }
    let months = year * 12 + month - 1
    guard
      let first = CivilDate(
        year: months.flooredQuotient(12), month: months.flooredRemainder(12) + 1, day: 1)
    else { return nil }
    self.init(
      milliseconds: (first.dayNumber + day - 1) * Self.millisecondsADay
        + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond)
  }
}

extension Int {
  /// Itself but for `Int.min`, whose magnitude `abs` can't give.
  fileprivate var clamped: Int { Swift.max(self, -.max) }
}

extension CivilDateTime {
  package var dayNumber: Int { milliseconds.flooredQuotient(Self.millisecondsADay) }
  package var millisecondOfDay: Int { milliseconds.flooredRemainder(Self.millisecondsADay) }

  package var date: CivilDate {
    // Every moment in range lies on a date in range.
    CivilDate(dayNumber: dayNumber) ?? CivilDateTime.epoch.date
  }

  package var hour: Int { millisecondOfDay / 3_600_000 }
  package var minute: Int { millisecondOfDay / 60_000 % 60 }
  package var second: Int { millisecondOfDay / 1000 % 60 }
  package var millisecond: Int { millisecondOfDay % 1000 }

  /// The moment whose UTC fields are this one's fields at an offset in minutes east of UTC.
  package func local(offset minutes: Int) -> CivilDateTime? {
    guard abs(minutes.clamped) <= 24 * 60 else { return nil }
    return CivilDateTime(milliseconds: milliseconds + minutes * 60_000)
  }
}

extension CivilDateTime: Comparable {
  package static func < (a: CivilDateTime, b: CivilDateTime) -> Bool {
    a.milliseconds < b.milliseconds
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// ISO 8601 with milliseconds, as `Date.toISOString` writes it.
  package var description: String {
    "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2)).\(millisecond.padded(3))Z"
  }
}
