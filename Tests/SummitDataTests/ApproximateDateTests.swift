import Formats
import Inputs
import SummitData
import Testing

@Suite struct ApproximateDateTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let json: String
    let ko: String
    let en: String
    let earliest: String?
    let latest: String
    let precision: String

    init(
      _ json: String, _ ko: String, _ en: String, _ earliest: String?, _ latest: String,
      _ precision: String
    ) {
      self.json = json
      self.ko = ko
      self.en = en
      self.earliest = earliest
      self.latest = latest
      self.precision = precision
    }

    var testDescription: String { json }
  }

  static let rows = [
    Row(
      #""2022-10-25""#, "2022년 10월 25일", "25 October 2022", "2022-10-25", "2022-10-25", "day"),
    Row(#""2020-06""#, "2020년 6월", "June 2020", "2020-06-01", "2020-06-30", "month"),
    Row(#""2020-02""#, "2020년 2월", "February 2020", "2020-02-01", "2020-02-29", "month"),
    Row(#""2100-02""#, "2100년 2월", "February 2100", "2100-02-01", "2100-02-28", "month"),
    Row(#""2021""#, "2021년", "2021", "2021-01-01", "2021-12-31", "year"),
    Row(
      #"{"by": "2022-05-26"}"#, "2022년 5월 26일까지", "by 26 May 2022", nil, "2022-05-26", "by"),
    Row(#"{"by": "2022-05"}"#, "2022년 5월까지", "by May 2022", nil, "2022-05-31", "by"),
    Row(
      #"{"from": "2020-06", "to": "2020-09-25"}"#, "2020년 6월~9월 25일", "June – 25 September 2020",
      "2020-06-01", "2020-09-25", "range"),
    Row(
      #"{"from": "2020-06-03", "to": "2020-06-25"}"#, "2020년 6월 3일~25일", "3–25 June 2020",
      "2020-06-03", "2020-06-25", "range"),
    Row(
      #"{"from": "2020-06-03", "to": "2020-09-25"}"#, "2020년 6월 3일~9월 25일",
      "3 June – 25 September 2020", "2020-06-03", "2020-09-25", "range"),
    Row(
      #"{"from": "2020-06", "to": "2020-09"}"#, "2020년 6월~9월", "June–September 2020",
      "2020-06-01", "2020-09-30", "range"),
    Row(
      #"{"from": "2020-06-03", "to": "2020-09"}"#, "2020년 6월 3일~9월", "3 June – September 2020",
      "2020-06-03", "2020-09-30", "range"),
    Row(
      #"{"from": "2020-12", "to": "2021-01-05"}"#, "2020년 12월~2021년 1월 5일",
      "December 2020 – 5 January 2021", "2020-12-01", "2021-01-05", "range"),
    Row(
      #"{"from": "2020", "to": "2021"}"#, "2020년~2021년", "2020–2021", "2020-01-01", "2021-12-31",
      "range"),
    Row(
      #"{"from": "2020", "to": "2020-09"}"#, "2020년~9월", "2020 – September 2020", "2020-01-01",
      "2020-09-30", "range"),
    Row(
      #"{"from": "2020-06", "to": "2020"}"#, "2020년 6월~2020년", "June 2020 – 2020", "2020-06-01",
      "2020-12-31", "range"),
  ]

  @Test(arguments: rows)
  func printsItsPrecisionAndKnowsItsLastDay(_ row: Row) throws {
    let text = smallSummit.replacing(#""date": "2022-10-25""#, with: "\"date\": \(row.json)")
      .replacing(#""reported": "2022-10-26","#, with: "")
    let date = try decode(text).date
    #expect(date.text == LocalizedText(ko: row.ko, en: row.en))
    #expect(date.earliestDay?.description == row.earliest)
    #expect(date.latestDay.description == row.latest)
    #expect(date.precision == row.precision)
    #expect(date.value["latest"]?.string == row.latest)
    #expect(date.isExact == (row.precision == "day"))
  }
}
