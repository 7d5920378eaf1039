import Testing

@testable import Formats

@Suite struct TicksTests {
  @Test(
    arguments: [
      (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
      (0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 3, [0, 0.5, 1]), (0, 1, 1, [0, 1]),
      (0, 10, 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), (0, 10, 3, [0, 5, 10]),
      (-10, 10, 5, [-10, -5, 0, 5, 10]), (10, 0, 3, [10, 5, 0]), (0, 48, 5, [0, 10, 20, 30, 40]),
      (12, 87, 4, [20, 40, 60, 80]), (5, 5, 3, [5]), (0, 1, 0, []), (0, 1, -1, []),
      (0, .nan, 5, []), (0, .infinity, 5, []), (0, 1, .nan, []), (0, 1, 1e9, []),
      (0, 0.000006, 3, [0, 0.000002, 0.000004, 0.000006]), (1, 2.2, 1, [1, 2]),
    ] as [(Double, Double, Double, [Double])])
  func `ticks are round numbers`(
    start: Double, stop: Double, count: Double, expected: [Double]
  ) {
    #expect(Ticks.values(from: start, to: stop, count: count) == expected)
  }

  @Test(arguments: [
    (0, 1, 10, 0.1), (0, 1, 9, 0.1), (0, 1, 4, 0.2), (0, 10, 4, 2), (1, 0, 4, -0.2),
    (-10, 10, 7, 2), (0, 1e6, 5, 200_000), (0, 0.03, 5, 0.005),
  ])
  func `a step is 1, 2 or 5 times a power of ten`(
    start: Double, stop: Double, count: Double, expected: Double
  ) {
    #expect(Ticks.step(from: start, to: stop, count: count) == expected)
  }

  @Test func `a step below one is given by its inverse`() {
    #expect(Ticks.increment(from: 0, to: 1, count: 10) == -10)
    #expect(Ticks.increment(from: 0, to: 1, count: 5) == -5)
    #expect(Ticks.increment(from: 0, to: 100, count: 5) == 20)
    #expect(Ticks.increment(from: 3, to: 3, count: 5).isNaN)
  }

  @Test(arguments: [
    (1.1, 10.9, 10, 1, 11), (10.9, 1.1, 10, 11, 1), (0.7, 11.001, 10, 0, 12),
    (123.1, 6.7, 10, 130, 0), (0, 0.49, 10, 0, 0.5), (5, 5, 10, 5, 5), (0.12, 0.87, 2, 0, 1),
    (-0.1, 51.1, 8, -10, 60),
  ])
  func `an interval is widened to ticks`(
    start: Double, stop: Double, count: Double, low: Double, high: Double
  ) {
    #expect(Ticks.nice(start, stop, count: count) == (low, high))
  }

  @Test(
    arguments: [
      (0, 1, 10, nil, 0.3, "0.3"), (0, 100, 5, nil, 20_000, "20,000"), (0, 1, 4, "%", 0.25, "25%"),
      (0, 0.01, 4, "%", 0.0025, "0.3%"), (0, 0.1, 4, "+%", 0.02, "+2%"),
      (0, 1e6, 10, "s", 200_000, "0.2M"), (0, 10_000, 5, "s", 2000, "2k"),
      (0, 5000, 10, "$s", 500, "$0.5k"), (0, 1, 10, "e", 0.1, "1e-1"), (0, 30, 5, "d", 5, "5"),
      (0, 1234, 5, "r", 200, "200"), (0, 1, 5, ".3f", 0.2, "0.200"), (0, 10, 5, "", 2, "2"),
    ] as [(Double, Double, Double, String?, Double, String)])
  func `the format of ticks has the precision that they need`(
    start: Double, stop: Double, count: Double, specifier: String?, tick: Double, expected: String
  ) throws {
    let format = try NumberFormat.ticks(
      from: start, to: stop, count: count, specifier: specifier)
    #expect(format.string(tick) == expected)
  }

  @Test func `precisions tell neighbours apart`() {
    #expect(Precision.fixed(step: 8.9) == 0)
    #expect(Precision.fixed(step: 0.89) == 1)
    #expect(Precision.fixed(step: 0.01) == 2)
    #expect(Precision.fixed(step: 0) == nil)
    #expect(Precision.prefix(step: 1e-6, value: 1e-6) == 0)
    #expect(Precision.prefix(step: 1e5, value: 1.3e6) == 1)
    #expect(Precision.prefix(step: 1, value: .nan) == nil)
    #expect(Precision.round(step: 0.01, max: 1.01) == 3)
    #expect(Precision.round(step: 0.1, max: 1.1) == 2)
    #expect(Precision.round(step: 1, max: 1) == nil)
  }

  @Test(arguments: [
    ("2022-01-01", "2022-12-31", 5.0, "month", 3), ("2022-01-01", "2022-01-02", 10.0, "hour", 3),
    ("2022-01-01", "2022-02-15", 8.0, "week(startingOn: Formats.Weekday.sunday)", 1),
    ("1900-01-01", "2000-01-01", 10.0, "year", 10), ("2022-01-01", "2022-01-10", 10.0, "day", 1),
    ("2022-01-01T00:00Z", "2022-01-01T00:10Z", 5.0, "minute", 1),
    ("2022-01-01T00:00:00.000Z", "2022-01-01T00:00:00.100Z", 10.0, "millisecond", 10),
  ])
  func `time is divided by calendar units`(
    start: String, stop: String, count: Double, unit: String, step: Int
  ) throws {
    let interval = TimeTicks.interval(
      from: try #require(ISODate(start)).start, to: try #require(ISODate(stop)).start, count: count)
    #expect(interval.map { "\($0.unit)" } == unit)
    #expect(interval?.step == step)
  }

  @Test func `ticks of time include both ends and fall when asked to`() throws {
    let (a, b) = (
      try #require(ISODate("2020-01-01")).start, try #require(ISODate("2023-01-01")).start
    )
    let years = TimeTicks.ticks(from: a, to: b, count: 3).map(\.date.year)
    #expect(years == [2020, 2021, 2022, 2023])
    #expect(TimeTicks.ticks(from: b, to: a, count: 3).map(\.date.year) == years.reversed())
    #expect(TimeTicks.ticks(from: a, to: b, count: 0) == [])
    #expect(TimeTicks.ticks(from: a, to: b, count: .nan) == [])
  }
}
