/// A day of the proleptic Gregorian calendar.
///
/// Always a valid one, of the years that a JavaScript date can hold (−271821-04-20 to 275760-09-13).
package struct CivilDate: Sendable, Hashable {
  package let year: Int
  /// 1 for January.
  package let month: Int
  /// 1 for the first of the month.
  package let day: Int

  /// The day numbers that a JavaScript date can hold (ECMA-262, Time Values and Time Range).
  package static let dayNumbers = -100_000_000...100_000_000

  package init?(year: Int, month: Int, day: Int) {
    guard -271_821...275_760 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.dayCount(ofMonth: month, year: year),
      Self.dayNumbers ~= Self.dayNumber(year: year, month: month, day: day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// Days since 1970-01-01.
  package var dayNumber: Int {
    Self.dayNumber(year: year, month: month, day: day)
  }

  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y.flooredQuotient(400)
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that many days after 1970-01-01; the same source, `civil_from_days`.
  package init?(dayNumber: Int) {
    guard Self.dayNumbers ~= dayNumber else { return nil }
    let shifted = dayNumber + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: (dayNumber + 4).flooredRemainder(7)) ?? .sunday
  }

  /// 1 for the first quarter.
  package var quarter: Int {
    (month + 2) / 3
  }

  /// 1 for January the first.
  package var dayOfYear: Int {
    dayNumber - Self.dayNumber(year: year, month: 1, day: 1) + 1
  }

  /// The week of ISO 8601: from Monday, the first of a year being the one that holds its first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = dayNumber + 4 - weekday.isoNumber
    var isoYear = year
    if thursday < Self.dayNumber(year: year, month: 1, day: 1) {
      isoYear -= 1
    } else if thursday >= Self.dayNumber(year: year + 1, month: 1, day: 1) {
      isoYear += 1
    }
    let first = Self.dayNumber(year: isoYear, month: 1, day: 1)
    return (isoYear, (thursday - first) / 7 + 1)
  }

  /// The week of the year from 0, where days before the year's first `start` are in week 0 (`strftime`'s %U and %W).
  package func weekOfYear(startingOn start: Weekday) -> Int {
    (dayOfYear + 6 - (weekday.rawValue - start.rawValue).flooredRemainder(7)) / 7
  }
}

extension CivilDate: Comparable {
  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `yyyy-mm-dd`, with the six-digit signed year of ECMA-262 outside 0 to 9999.
  package var description: String {
    "\(yearText)-\(month.padded(2))-\(day.padded(2))"
  }

  private var yearText: String {
    if 0...9999 ~= year { return year.padded(4) }
    return (year < 0 ? "-" : "+") + abs(year).padded(6)
  }

  /// Reads exactly `yyyy-mm-dd`.
  package init?(_ text: String) {
    guard let date = ISODate(text), date.precision == .day else { return nil }
    self = date.start.date
  }
}
