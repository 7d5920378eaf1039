import Testing

@testable import Tables

@Suite struct TimeUnitTests {
  @Test(arguments: [
    ("year", "2022-01-01"), ("quarter", "2012-10-01"), ("yearquarter", "2022-10-01"),
    ("month", "2012-10-01"), ("yearmonth", "2022-10-01"), ("yearmonthdate", "2022-10-25"),
    ("date", "2012-01-25"), ("day", "2012-01-03"), ("monthdate", "2012-10-25"),
    ("hours", "2012-01-01T13:00:00.000Z"), ("hoursminutes", "2012-01-01T13:45:00.000Z"),
    ("dayofyear", "2012-10-24"), ("utcyearmonth", "2022-10-01"), ("yearweek", "2022-10-23"),
    ("yearmonthdatehours", "2022-10-25T13:00:00.000Z"),
  ])
  func `moments are cut to units`(name: String, expected: String) throws {
    let moment = try #require(DateText.milliseconds("2022-10-25T13:45:30Z"))
    let unit = try #require(TimeUnit(name))
    #expect(unit.floor(moment).flatMap(DateText.iso) == expected)
  }

  @Test(arguments: [
    ("minutes", 15, "2012-01-01T00:45:00.000Z"), ("year", 5, "2020-01-01"),
    ("hours", 6, "2012-01-01T12:00:00.000Z"), ("yearmonth", 3, "2022-10-01"),
  ])
  func `steps widen the finest part`(name: String, step: Int, expected: String) throws {
    let moment = try #require(DateText.milliseconds("2022-10-25T13:45:30Z"))
    let unit = try #require(TimeUnit(name, step: step))
    #expect(unit.floor(moment).flatMap(DateText.iso) == expected)
  }

  @Test(arguments: [
    ("year", "%Y"), ("month", "%b"), ("yearmonth", "%b %Y"), ("yearmonthdate", "%b %d, %Y"),
    ("hoursminutes", "%H:%M"), ("day", "%a"), ("yearquarter", "%Y Q%q"), ("yearweek", "%Y W%U"),
  ])
  func `units know how they are written`(name: String, specifier: String) {
    #expect(TimeUnit(name)?.specifier == specifier)
  }

  @Test func `names that aren't units are none`() {
    #expect(
      ["", "yaer", "monthyear", "utc", "binned", "yearfoo"].allSatisfy { TimeUnit($0) == nil })
  }

  @Test func `intervals end where the next begins`() throws {
    let unit = try #require(TimeUnit("yearmonth"))
    let start = try #require(DateText.milliseconds("2022-01-01"))
    #expect(unit.end(start).flatMap(DateText.iso) == "2022-02-01")
    #expect(unit.floor(.nan) == nil)
    #expect(unit.floor(1e300) == nil)
  }
}
