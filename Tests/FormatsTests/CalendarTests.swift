import Testing

@testable import Formats

@Suite struct CalendarTests {
  @Test func `every day of four centuries follows the last`() throws {
    var date = try #require(CivilDate(year: 1890, month: 1, day: 1))
    var (weekday, dayOfYear) = (Weekday.wednesday, 1)
    for _ in 0..<146_097 {
      #expect(CivilDate(dayNumber: date.dayNumber) == date)
      guard date.weekday == weekday, date.dayOfYear == dayOfYear else {
        Issue.record("\(date)")
        return
      }
      let next = try #require(date.adding(days: 1))
      guard date < next, CivilDate(year: next.year, month: next.month, day: next.day) == next
      else {
        Issue.record("\(date) → \(next)")
        return
      }
      weekday = try #require(Weekday(rawValue: (weekday.rawValue + 1) % 7))
      dayOfYear = next.year == date.year ? dayOfYear + 1 : 1
      date = next
    }
    #expect(date == CivilDate(year: 2290, month: 1, day: 1))
  }

  @Test(arguments: [
    (2022, 2, 29), (1900, 2, 29), (2022, 4, 31), (2022, 13, 1), (2022, 0, 1), (2022, 1, 0),
    (275_760, 9, 14), (-271_821, 4, 19), (.max, 1, 1), (.min, 1, 1), (2022, .max, 1),
    (2022, 1, .min),
  ])
  func `days that don't exist are refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    (2000, 2, 29, 11_016), (1970, 1, 1, 0), (275_760, 9, 13, 100_000_000),
    (-271_821, 4, 20, -100_000_000), (0, 3, 1, -719_468), (2022, 10, 25, 19_290),
  ])
  func `days are counted from 1970`(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test(arguments: [
    ("2022-10-25", 2022, 43), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1),
    ("2024-12-30", 2025, 1), ("2020-12-31", 2020, 53), ("2016-01-01", 2015, 53),
    ("2018-01-01", 2018, 1), ("2005-01-01", 2004, 53), ("2008-12-29", 2009, 1),
  ])
  func `weeks of ISO 8601 belong to the year of their Thursday`(
    text: String, year: Int, week: Int
  ) throws {
    let date = try #require(CivilDate(text))
    #expect(date.isoWeek == (year, week))
  }

  @Test(
    arguments: rows(
      """
      2022¦2022¦year
      2022-10¦2022-10¦month
      2022-10-25¦2022-10-25¦day
      2022-10-25T09:30¦2022-10-25T09:30:00.000Z¦time
      2022-10-25T09:30Z¦2022-10-25T09:30:00.000Z¦time
      2022-10-25 09:30:15¦2022-10-25T09:30:15.000Z¦time
      2022-10-25T09:30:15.5Z¦2022-10-25T09:30:15.500Z¦time
      2022-10-25T09:30:15.123456789Z¦2022-10-25T09:30:15.123Z¦time
      2022-10-25T00:30:00+09:00¦2022-10-24T15:30:00.000Z¦time
      2022-10-25T23:30:00-0330¦2022-10-26T03:00:00.000Z¦time
      2022-12-31T24:00¦2023-01-01T00:00:00.000Z¦time
      0001-01-01¦0001-01-01¦day
      """))
  func `dates of ISO 8601 keep how much was written`(row: Row) throws {
    let date = try #require(ISODate(row[0]))
    #expect(date.description == row[1])
    #expect("\(date.precision)" == row[2])
  }

  @Test(arguments: [
    "", "22", "2022-", "2022-1", "2022-13", "2022-02-30", "2022-10-25T", "2022-10-25T9:30",
    "2022-10-25T25:00", "2022-10-25T24:01", "2022-10-25T09:60", "2022-10-25T09:30:60",
    "2022-10-25T09:30+9", "2022-10-25T09:30 Z", "2022/10/25", "20221025", "2022-10-25x",
    "-2022-10-25", "２０２２", "2022-10-25T09:30:00.", "2022-10-25T09:30+24:00",
  ])
  func `other texts are no dates`(text: String) {
    #expect(ISODate(text) == nil)
    #expect(CivilDate(text) == nil)
  }

  @Test func `a civil date is read from a whole day alone`() {
    #expect(CivilDate("2022-10-25")?.description == "2022-10-25")
    #expect(CivilDate("2022-10") == nil)
    #expect(CivilDate("2022-10-25T00:00Z") == nil)
  }

  @Test func `years outside four digits are written with six`() {
    #expect(CivilDate(year: -1, month: 2, day: 3)?.description == "-000001-02-03")
    #expect(CivilDate(year: 12_345, month: 2, day: 3)?.description == "+012345-02-03")
  }

  @Test(
    arguments: [
      .nan, .infinity, -.infinity, 8.640_000_000_000_001e15, -1e300, 1e300,
    ] as [Double])
  func `moments past the end of time are none`(milliseconds: Double) {
    #expect(CivilDateTime(milliseconds: milliseconds) == nil)
  }

  @Test func `fields carry over as in JavaScript`() {
    func text(_ moment: CivilDateTime?) -> String? { moment?.description }
    #expect(text(CivilDateTime(year: 2022, month: 13)) == "2023-01-01T00:00:00.000Z")
    #expect(text(CivilDateTime(year: 2022, month: 0)) == "2021-12-01T00:00:00.000Z")
    #expect(text(CivilDateTime(year: 2022, month: 2, day: 31)) == "2022-03-03T00:00:00.000Z")
    #expect(text(CivilDateTime(year: 2022, hour: -1)) == "2021-12-31T23:00:00.000Z")
    #expect(text(CivilDateTime(year: 1970, second: 86_400)) == "1970-01-02T00:00:00.000Z")
    #expect(text(CivilDateTime(milliseconds: -0.9)) == "1970-01-01T00:00:00.000Z")
    #expect(text(CivilDateTime(milliseconds: -1)) == "1969-12-31T23:59:59.999Z")
    for extreme in [Int.min, .max] {
      #expect(CivilDateTime(year: extreme) == nil)
      #expect(CivilDateTime(year: 2022, month: extreme, day: extreme) == nil)
      #expect(CivilDateTime(year: 2022, hour: extreme) == nil)
      #expect(CivilDateTime(year: 2022, second: extreme, millisecond: extreme) == nil)
      #expect(CivilDateTime.epoch.adding(extreme, .day) == nil)
      #expect(CivilDateTime.epoch.adding(extreme, .year) == nil)
      #expect(CivilDateTime.epoch.local(offset: extreme) == nil)
      #expect(CivilDate(dayNumber: extreme) == nil)
      #expect(CivilDate(dayNumber: 1)?.adding(days: extreme) == nil)
    }
  }

  @Test(arguments: [
    (CalendarUnit.year, "2022-01-01T00:00:00.000Z", "2023-01-01T00:00:00.000Z"),
    (.quarter, "2022-10-01T00:00:00.000Z", "2023-01-01T00:00:00.000Z"),
    (.month, "2022-10-01T00:00:00.000Z", "2022-11-01T00:00:00.000Z"),
    (.week(startingOn: .sunday), "2022-10-23T00:00:00.000Z", "2022-10-30T00:00:00.000Z"),
    (.week(startingOn: .monday), "2022-10-24T00:00:00.000Z", "2022-10-31T00:00:00.000Z"),
    (.week(startingOn: .wednesday), "2022-10-19T00:00:00.000Z", "2022-10-26T00:00:00.000Z"),
    (.day, "2022-10-25T00:00:00.000Z", "2022-10-26T00:00:00.000Z"),
    (.hour, "2022-10-25T09:00:00.000Z", "2022-10-25T10:00:00.000Z"),
    (.minute, "2022-10-25T09:30:00.000Z", "2022-10-25T09:31:00.000Z"),
    (.second, "2022-10-25T09:30:15.000Z", "2022-10-25T09:30:16.000Z"),
    (.millisecond, "2022-10-25T09:30:15.125Z", "2022-10-25T09:30:15.125Z"),
  ])
  func `a moment lies between the starts of a unit`(
    unit: CalendarUnit, floor: String, ceiling: String
  ) throws {
    let moment = try #require(ISODate("2022-10-25T09:30:15.125Z")).start
    let start = try #require(moment.floor(to: unit))
    #expect(start.description == floor)
    #expect(moment.ceil(to: unit)?.description == ceiling)
    #expect(start.ceil(to: unit) == start)
    #expect(start.floor(to: unit) == start)
  }

  @Test func `months are added with days carried over`() throws {
    let end = try #require(ISODate("2022-01-31T09:30Z")).start
    #expect(end.adding(1, .month)?.description == "2022-03-03T09:30:00.000Z")
    #expect(end.adding(-2, .month)?.description == "2021-12-01T09:30:00.000Z")
    #expect(end.adding(1, .quarter)?.description == "2022-05-01T09:30:00.000Z")
    #expect(end.adding(2, .year)?.description == "2024-01-31T09:30:00.000Z")
    #expect(end.adding(-36, .hour)?.description == "2022-01-29T21:30:00.000Z")
  }

  @Test func `units are counted by their starts`() throws {
    let (a, b) = (
      try #require(ISODate("2021-12-31T23:00Z")).start, try #require(ISODate("2022-10-25")).start
    )
    #expect(b.count(of: .year, since: a) == 1)
    #expect(b.count(of: .quarter, since: a) == 4)
    #expect(b.count(of: .month, since: a) == 10)
    #expect(b.count(of: .week(startingOn: .sunday), since: a) == 43)
    #expect(b.count(of: .day, since: a) == 298)
    #expect(a.count(of: .day, since: b) == -298)
  }

  @Test(arguments: [
    (CalendarInterval(.month, every: 3), "2022-07-01", "2022-10-01"),
    (CalendarInterval(.month, every: 5), "2022-06-01", "2022-11-01"),
    (CalendarInterval(.year, every: 10), "2020-01-01", "2030-01-01"),
    (CalendarInterval(.quarter, every: 2), "2022-07-01", "2023-01-01"),
    (CalendarInterval(.week(startingOn: .sunday), every: 2), "2022-08-28", "2022-09-11"),
    (CalendarInterval(.day, every: 2), "2022-09-09", "2022-09-11"),
    (CalendarInterval(.day, every: 7), "2022-09-08", "2022-09-15"),
    (CalendarInterval(.day, every: 5, countsDaysFromEpoch: true), "2022-09-10", "2022-09-15"),
    (CalendarInterval(.day, every: 0), "2022-09-10", "2022-09-11"),
  ])
  func `intervals count within the unit above`(
    interval: CalendarInterval, floor: String, ceiling: String
  ) throws {
    let moment = try #require(ISODate("2022-09-10T10:00Z")).start
    #expect(interval.floor(moment)?.date.description == floor)
    #expect(interval.ceil(moment)?.date.description == ceiling)
  }

  @Test func `days are counted anew in each month, and a range counts from its first`() throws {
    let (start, stop) = (
      try #require(ISODate("2022-03-28")).start, try #require(ISODate("2022-04-04")).start
    )
    let odd = CalendarInterval(.day, every: 2).range(start, stop)
    #expect(odd.map(\.date.day) == [29, 31, 1, 3])
    #expect(
      CalendarInterval(.day).range(start, stop, each: 2).map(\.date.day) == [28, 30, 1, 3])
  }

  @Test func `a range holds its start but not its end, and is never endless`() throws {
    let (start, stop) = (
      try #require(ISODate("2022-01-01")).start, try #require(ISODate("2022-04-01")).start
    )
    #expect(
      CalendarInterval(.month).range(start, stop).map(\.date.description)
        == ["2022-01-01", "2022-02-01", "2022-03-01"])
    #expect(CalendarInterval(.month).range(stop, start) == [])
    #expect(CalendarInterval(.millisecond).range(start, stop).count == 10_000)
    let hours = CalendarInterval(.hour, every: 7).range(
      start, try #require(start.adding(1, .day)))
    #expect(hours.map(\.hour) == [0, 7, 14, 21])
  }
}
