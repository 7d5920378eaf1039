package import Formats

/// A year, a month or a day, written as ISO 8601 does: `2020`, `2020-06`, `2020-06-25`.
package struct CalendarPeriod: Sendable, Hashable {
  /// How finely the period is known.
  package enum Unit: Int, Sendable, Hashable {
    case year, month, day
  }

  package let unit: Unit
  package let firstDay: CivilDate
  package let lastDay: CivilDate

  /// Why a text is no period.
  enum Fault: Error {
    /// It has another form than the three.
    case form
    /// It has the form, but the calendar has no such month or day.
    case calendar
  }

  init(_ text: String) throws(Fault) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let lengths = parts.map(\.count)
    guard lengths == [4] || lengths == [4, 2] || lengths == [4, 2, 2] else { throw .form }
    var numbers: [Int] = []
    for part in parts {
      var number = 0
      for byte in part {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .form }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
    }
    let year = numbers[0]
    let firstMonth = numbers.count > 1 ? numbers[1] : 1
    let lastMonth = numbers.count > 1 ? numbers[1] : 12
    guard year >= 1, (1...12).contains(firstMonth) else { throw .calendar }
    let lastDay =
      numbers.count > 2 ? numbers[2] : CivilDate.dayCount(ofMonth: lastMonth, year: year)
    guard
      let first = CivilDate(year: year, month: firstMonth, day: numbers.count > 2 ? lastDay : 1),
      let last = CivilDate(year: year, month: lastMonth, day: lastDay)
    else { throw .calendar }
    unit = numbers.count == 1 ? .year : numbers.count == 2 ? .month : .day
    firstDay = first
    self.lastDay = last
  }
}
