import Testing

@testable import Formats

@Suite struct ValueFormatTests {
  private func input(_ text: String) -> FormatInput {
    if let decimal = Decimal(text) { return .number(text: text, double: decimal.double) }
    return ISODate(text).map(FormatInput.date) ?? .text(text)
  }

  @Test(
    arguments: rows(
      """
      // fixed units
      억¦123456789012¦1,235억¦123,457m
      억¦50000000¦0.5억¦50m
      억¦3000000¦0.03억¦3m
      억¦1200000000¦12억¦1,200m
      억¦1234000000¦12.3억¦1,234m
      억¦9950000000¦99.5억¦9,950m
      억¦9999000000¦100억¦9,999m
      억¦0¦0억¦0m
      억¦-250000000¦−2.5억¦−250m
      만¦12345¦1.2만¦12.3k
      만¦1234567¦123만¦1,235k
      조¦1234500000000¦1.2조¦1,235bn
      조¦12300000000000000¦12,300조¦12,300,000bn
      억 ,.1f¦123456789012¦1,234.6억¦123,456.8m
      억 .0f¦150000000¦2억¦150m
      억 +,.1f¦123456789012¦+1,234.6억¦+123,456.8m
      k¦1500¦1.5k¦1.5k
      m¦2345678¦2.3m¦2.3m
      bn¦2345678901¦2.3bn¦2.3bn
      // the unit by size
      auto¦0¦0¦0
      auto¦12¦12¦12
      auto¦1234.5¦1,234.5¦1.2k
      auto¦9999¦9,999¦10k
      auto¦10000¦1만¦10k
      auto¦12345¦1.2만¦12.3k
      auto¦99960000¦9,996만¦100m
      auto¦99996000¦1억¦100m
      auto¦99940000¦9,994만¦99.9m
      auto¦999999999999¦1조¦1,000bn
      auto¦1234567890123¦1.2조¦1,235bn
      auto¦-1234567890¦−12.3억¦−1.2bn
      auto ,.2f¦1234567890¦12.35억¦1.23bn
      △ 억¦-250000000¦△2.5억¦(250m)
      △ krw¦-123400000000¦△1,234억 원¦(KRW 123.4 bn)
      △ krw 억 ,.0f¦123400000000¦1,234억 원¦KRW 123,400 m
      △ auto¦-12345¦△1.2만¦(12.3k)
      // money
      krw¦123400000000¦1,234억 원¦KRW 123.4 bn
      krw¦1200000000000¦1.2조 원¦KRW 1,200 bn
      krw¦50000¦5만 원¦KRW 50 k
      krw¦4500¦4,500원¦KRW 4.5 k
      krw¦900¦900원¦KRW 900
      krw¦0¦0원¦KRW 0
      krw¦-350000000¦−3.5억 원¦KRW −350 m
      krw 억¦123400000000¦1,234억 원¦KRW 123,400 m
      krw 억 ,.1f¦123456789012¦1,234.6억 원¦KRW 123,456.8 m
      krw ,.2f¦123456789012¦1,234.57억 원¦KRW 123.46 bn
      usd¦12.34¦12.34달러¦USD 12.34
      usd¦1234567890¦12.3억 달러¦USD 1.2 bn
      usd auto¦123400000¦1.2억 달러¦USD 123.4 m
      eur¦2000000¦200만 유로¦EUR 2 m
      jpy¦100000000¦1억 엔¦JPY 100 m
      cny¦100000000¦1억 위안¦CNY 100 m
      // 한글수
      한글수¦1234500000000¦1조 2,345억¦1,234,500,000,000
      한글수¦123456789¦1억 2,345만 6,789¦123,456,789
      한글수¦100000000¦1억¦100,000,000
      한글수¦10001¦1만 1¦10,001
      한글수¦0¦0¦0
      한글수¦0.5¦0.5¦0.5
      한글수¦12345.5¦1만 2,345.5¦12,345.5
      한글수¦10000.5¦1만 0.5¦10,000.5
      한글수¦-12345¦−1만 2,345¦−12,345
      한글수¦12345678901234567890¦1,234경 5,678조 9,012억 3,456만 7,890¦12,345,678,901,234,567,890
      한글수¦1e24¦10,000해¦1,000,000,000,000,000,000,000,000
      한글수 2¦1234567890123¦1조 2,346억¦1,234,567,890,123
      한글수 1¦99999999¦1억¦99,999,999
      한글수 2¦123456¦12만 3,456¦123,456
      // ratios
      percent¦0.123456¦12.3%¦12.3%
      percent¦0.5¦50%¦50%
      percent¦0.1235¦12.4%¦12.4%
      percent¦-0.0004¦0%¦0%
      percent¦12.5¦1,250%¦1,250%
      percent .2f¦0.123456¦12.35%¦12.35%
      %p¦0.021¦2.1%p¦2.1 pp
      %p¦-0.0215¦−2.2%p¦−2.2 pp
      %p +.1f¦0.021¦+2.1%p¦+2.1 pp
      .1%¦0.12345¦12.3%¦12.3%
      +.1%¦0.0525¦+5.3%¦+5.3%
      // △
      △¦-1234.5¦△1,234.5¦(1,234.5)
      △¦1234.5¦1,234.5¦1,234.5
      △¦0¦0¦0
      △ ,.0f¦-1234.5¦△1,235¦(1,235)
      △ ,.0f¦-0.4¦0¦0
      △ .1%¦-0.123¦△12.3%¦(12.3%)
      // ordinals
      ordinal¦1¦1번째¦1st
      ordinal¦2¦2번째¦2nd
      ordinal¦3¦3번째¦3rd
      ordinal¦4¦4번째¦4th
      ordinal¦11¦11번째¦11th
      ordinal¦12¦12번째¦12th
      ordinal¦13¦13번째¦13th
      ordinal¦21¦21번째¦21st
      ordinal¦111¦111번째¦111th
      ordinal¦1002¦1,002번째¦1,002nd
      ordinal¦0¦0번째¦0th
      ordinal¦1e2¦100번째¦100th
      // dates
      date¦2022-10-25¦2022. 10. 25.¦25 Oct 2022
      date¦2022-10-05T09:30Z¦2022. 10. 5.¦5 Oct 2022
      date¦2022-10¦2022. 10.¦Oct 2022
      date-long¦2022-10-25¦2022년 10월 25일¦25 October 2022
      date-long¦2022-10¦2022년 10월¦October 2022
      date-weekday¦2022-10-25¦2022. 10. 25. (화)¦Tue 25 Oct 2022
      date-weekday¦2022-10¦2022. 10.¦Oct 2022
      month¦2022-10-25¦2022년 10월¦October 2022
      month¦2022-10¦2022년 10월¦October 2022
      quarter¦2022-10-25¦2022년 4분기¦Q4 2022
      quarter¦2022-03¦2022년 1분기¦Q1 2022
      %Y.%-m.%-d.(%a)¦2022-10-25¦2022.10.25.(화)¦2022.10.25.(Tue)
      %-m월¦2022-10¦10월¦10월
      %p %-I시¦2022-10-25T15:00Z¦오후 3시¦PM 3시
      제%q분기 실적¦2022-10-25¦제4분기 실적¦제4분기 실적
      date¦1666656000000¦2022. 10. 25.¦25 Oct 2022
      // d3
      ,.1f¦1234.56¦1,234.6¦1,234.6
      .2f¦1.005¦1.01¦1.01
      ,¦1234567890123¦1,234,567,890,123¦1,234,567,890,123
      $,.0f¦1234.5¦$1,235¦$1,235
      +,d¦-3¦−3¦−3
      .3s¦1234567¦1.23M¦1.23M
      """))
  func `a value is shown in both languages`(row: Row) throws {
    let format = try ValueFormat.parse(row[0])
    #expect(try format.string(input(row[1]), language: .ko) == row[2])
    #expect(try format.string(input(row[1]), language: .en) == row[3])
  }

  @Test func `a date known by its year is shown as the year`() throws {
    let date = FormatInput.text("2022")
    for name in ["date", "date-long", "date-weekday", "month"] {
      #expect(try ValueFormat.parse(name).string(date, language: .ko) == "2022년")
      #expect(try ValueFormat.parse(name).string(date, language: .en) == "2022")
    }
  }

  @Test(
    arguments: rows(
      """
      ¦the format is empty¦leave out the colon
      krww¦unknown format "krww"¦did you mean "krw"?
      percnt¦unknown format "percnt"¦did you mean "percent"?
      date-lng¦unknown format "date-lng"¦did you mean "date-long"?
      한글¦unknown format "한글"¦did you mean "한글수"?
      원¦unknown format "원"¦*
      날짜¦unknown format "날짜"¦known here: k, 만, m, 억, bn, 조, krw, usd, eur, jpy, cny, auto, 한글수, percent, %p, △, ordinal, date, date-long, date-weekday, month, quarter
      억 z¦format "z" ends in an unknown type "z"¦the types are e f g r s % p b o d x X c n
      date long¦the format "date" takes nothing after it, found "long"¦
      ordinal d¦the format "ordinal" takes nothing after it, found "d"¦
      한글수 0¦"0" after "한글수" is no number of groups¦한글수 2 shows the two largest of 해, 경, 조, 억, 만 and the rest
      %Y-%k¦date format "%Y-%k" has an unknown directive "%k"¦*
      ,.1ff¦format ",.1ff" can't be read from "f" on¦*
      """))
  func `a format that doesn't exist is refused`(row: Row) {
    let error = #expect(throws: FormatError.self) { try ValueFormat.parse(row[0]) }
    #expect(error?.message == row[1])
    if row[2] != "*" { #expect(error?.hints.joined(separator: "; ") == row[2]) }
  }

  @Test(
    arguments: rows(
      """
      ,.1f¦abc¦the format ",.1f" shows numbers, "abc" is a text¦
      억¦2022-10-25¦the format "억" shows numbers, "2022-10-25" is a date¦dates are shown by formats such as date, month or %Y-%m-%d
      date¦abc¦the format "date" shows dates, "abc" is none¦dates are written 2022-10-25, 2022-10, 2022 or 2022-10-25T09:30:00Z
      %Y¦20221025¦the format "%Y" shows dates, 20221025 is a number¦write dates as texts: "2022-10-25", "2022-10", "2022"
      ordinal¦1.5¦the format "ordinal" shows whole numbers from 0 on, not 1.5¦
      ordinal¦-1¦the format "ordinal" shows whole numbers from 0 on, not -1¦
      """))
  func `a value of the wrong kind is refused`(row: Row) throws {
    let format = try ValueFormat.parse(row[0])
    let error = #expect(throws: FormatError.self) {
      try format.string(self.input(row[1]), language: .ko)
    }
    #expect(error?.message == row[2])
    #expect(error?.hints.joined() == row[3])
  }

  @Test func `quotation marks around a number are pointed out`() throws {
    let error = #expect(throws: FormatError.self) {
      try ValueFormat.parse(",.1f").string(.text("12"), language: .ko)
    }
    #expect(error?.hints == ["write the number without quotation marks"])
  }

  @Test func `a quarter needs a month`() throws {
    let error = #expect(throws: FormatError.self) {
      try ValueFormat.parse("quarter").string(.text("2022"), language: .ko)
    }
    #expect(error?.message == "the format \"quarter\" needs a month, \"2022\" has none")
  }

  @Test func `numbers beyond printing are refused`() throws {
    for number in [
      FormatInput.number(.infinity), .number(.nan), .number(text: "1e5000", double: .infinity),
    ] {
      let error = #expect(throws: FormatError.self) {
        try ValueFormat.parse("억").string(number, language: .ko)
      }
      #expect(error?.id == "format.number")
    }
    let large = FormatInput.number(text: "1e400", double: .infinity)
    #expect(try ValueFormat.parse(".2e").string(large, language: .ko) == "1.00e+400")
  }

  @Test(arguments: [
    (FormatInput.number(text: "1.50", double: 1.5), "1.50"),
    (.number(text: "1e3", double: 1000), "1e3"), (.number(0.25), "0.25"), (.number(-3), "-3"),
    (.text("KT"), "KT"),
  ])
  func `without a format a value is shown as written`(value: FormatInput, expected: String) {
    #expect(value.plainText == expected)
  }

  @Test func `a date without a format is shown in ISO 8601`() throws {
    let date = FormatInput.date(try #require(ISODate("2022-10")))
    #expect(date.plainText == "2022-10")
  }
}

@Suite struct MagnitudeScaleTests {
  @Test(
    arguments: [
      ([], Language.ko, MagnitudeUnit.one, nil), ([0, 0], .ko, .one, nil),
      ([5, 50, 500], .ko, .one, nil), ([5000, 12_000], .ko, .one, nil),
      ([5000, 20_000], .ko, .tenThousand, 1), ([0, 0, 0, 10_000], .ko, .tenThousand, 1),
      ([990_000], .ko, .tenThousand, 1), ([1_000_000], .ko, .tenThousand, 0),
      ([-300_000_000, 200_000_000, 5], .ko, .hundredMillion, 1),
      ([50_000_000_000, 70_000_000_000, 900_000_000_000_000], .ko, .hundredMillion, 0),
      ([2_000_000_000_000], .ko, .trillion, 1), ([1500], .en, .thousand, 1),
      ([250_000], .en, .thousand, 0), ([2_000_000_000_000], .en, .billion, 0),
    ] as [([Int], Language, MagnitudeUnit, Int?)])
  func `the unit follows the median`(
    numbers: [Int], language: Language, unit: MagnitudeUnit, places: Int?
  ) {
    let scale = MagnitudeScale(fitting: numbers.map { Decimal($0) }, language: language)
    #expect(scale == MagnitudeScale(unit: unit, places: places))
  }

  @Test func `numbers of a column have as many decimals`() throws {
    let scale = MagnitudeScale(unit: .hundredMillion, places: 1)
    #expect(scale.string(Decimal(1_234_560_000_000)) == "12,345.6")
    #expect(scale.string(Decimal(-50_000_000)) == "−0.5")
    #expect(scale.string(Decimal(-1)) == "0.0")
    let plain = MagnitudeScale(unit: .one, places: nil)
    #expect(plain.string(try #require(Decimal("1234.50"))) == "1,234.5")
  }
}
