import Inputs
import Testing

@testable import Tables

@Suite struct DatumTests {
  @Test(
    arguments: [
      ("", 0), ("  12 ", 12), ("1e3", 1000), ("-.5", -0.5), ("0x1F", 31), ("0b101", 5),
      ("Infinity", .infinity), ("-Infinity", -.infinity), ("5.", 5),
    ] as [(String, Double)])
  func `texts become numbers as in ECMA-262`(text: String, number: Double) {
    #expect(Datum.string(text).asNumber == number)
  }

  @Test(arguments: ["abc", "1,000", "nan", "inf", "0x", "1e", "1 2", "--1"])
  func `texts that are no numbers are NaN`(text: String) {
    #expect(Datum.string(text).asNumber.isNaN)
  }

  @Test func `null sorts first, then NaN, then by value`() {
    let values: [Datum] = ["b", 2, .null, "a", 10, .number(.nan)]
    let numbers = [values[4], values[1], values[2], values[5]].sorted {
      Datum.ascending($0, $1) == .before
    }
    #expect(numbers == [.null, .number(.nan), 2, 10])
    #expect(Datum.ascending("a", "b") == .before)
    #expect(Datum.ascending("나", "가") == .after)
  }

  @Test func `a date is as good a key as its milliseconds`() {
    #expect(Datum.date(5) == .number(5))
    #expect(Set<Datum>([.date(5), .number(5), .number(.nan), .number(.nan)]).count == 2)
  }

  @Test func `dates leave tables as ISO 8601`() {
    #expect(Datum.date(0).value == .string("1970-01-01"))
    #expect(Datum.date(1500).value == .string("1970-01-01T00:00:01.500Z"))
    #expect(Datum.number(.nan).value.isNull)
  }

  @Test(arguments: [
    ("2022", "2022-01-01"), ("2022-10-25", "2022-10-25"),
    ("2022-10-25T09:30:00Z", "2022-10-25T09:30:00.000Z"),
    ("2022-10-25T09:30:00+09:00", "2022-10-25T00:30:00.000Z"), ("Jan 1 2000", "2000-01-01"),
    ("January 31, 2000", "2000-01-31"), ("1/31/2000", "2000-01-31"), ("2000/1/31", "2000-01-31"),
    ("12-Jun-98", "1998-06-12"), ("25 Dec 1995 13:30 GMT", "1995-12-25T13:30:00.000Z"),
    ("Mon Mar 14 2016 1:05 PM", "2016-03-14T13:05:00.000Z"), ("1/1/49", "2049-01-01"),
  ])
  func `dates are read as browsers read them`(text: String, expected: String) {
    #expect(DateText.milliseconds(text).flatMap(DateText.iso) == expected)
  }

  @Test(arguments: ["", "yesterday", "13/13/2000", "Jan", "2000-13-01", "1", "99:99"])
  func `texts that are no dates are none`(text: String) {
    #expect(DateText.milliseconds(text) == nil)
  }

  @Test(arguments: [
    ("a", "a", 0), ("a.b", "a", 1), ("a[0].b", "a", 2), ("a['b c']", "a", 1), ("a\\.b", "a.b", 0),
    ("매출.2022", "매출", 1), ("IMDB Rating", "IMDB Rating", 0),
  ])
  func `field paths are taken apart`(text: String, column: String, steps: Int) {
    let path = FieldPath(text)
    #expect(path.column == column)
    #expect(path.steps.count == steps)
  }

  @Test func `paths lead into cells`() {
    let frame = Frame([
      (name: "a", cells: [.record(.init([("b", [1, 2])])), .null])
    ])
    #expect(frame.cells(FieldPath("a.b[1]")) == [2, .null])
    #expect(frame.cells(FieldPath("x.y")) == [.null, .null])
  }
}
