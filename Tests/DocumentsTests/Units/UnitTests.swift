import Diagnostics
import Formats
import Testing

@testable import Documents

@Suite struct UnitTests {
  static let json = """
    {"a": 123450000000, "b": 98700000000, "c": 1200000000, "zero": 0, "rate": 0.123, "year": 2022,
     "rows": [{"n": "가", "v": 123450000000}, {"n": "나", "v": 98700000000}, {"n": "다", "v": -1200000000},
              {"n": "라", "v": null}]}
    """

  private func dump(_ text: String, _ language: Language = .ko, table: String? = nil) throws
    -> String
  {
    try TestReport(
      text: text, json: Self.json, files: table.map { ["t.table.yaml": $0] } ?? [:],
      language: language
    ).dumped()
  }

  private static let table = "data: rows\ncolumns: [{field: n}, {field: v}]"

  @Test(arguments: [
    (Language.ko, "unit=auto currency=krw", ["단위: 억 원", "1,235", "987", "−12"]),
    (.ko, "unit=auto", ["단위: 억", "1,235"]),
    (.ko, "unit=조 currency=krw", ["단위: 조 원", "0.1", "0.1", "0.0"]),
    (.en, "unit=auto currency=krw", ["Unit: KRW bn", "123.5", "98.7", "−1.2"]),
    (.en, "unit=억", ["Unit: m", "123,450", "98,700"]),
  ])
  func aDataTableIsCountedInOneUnit(
    _ language: Language, _ attributes: String, _ expected: [String]
  ) throws {
    let text = try dump("![표](t.table.yaml){\(attributes)}", language, table: Self.table)
    for part in expected { #expect(text.contains(part), "\(text)") }
  }

  @Test func theUnitStandsBehindTheSubtitle() throws {
    let text = try dump("![표](t.table.yaml){unit=auto subtitle=\"지역별\"}", table: Self.table)
    #expect(text.contains("지역별 (단위: 억)"), "\(text)")
  }

  @Test func numbersWithAFormatKeepIt() throws {
    let text = try dump(
      "::: {unit=auto}\n{{a}} {{b}} {{rate:.1%}} {{year:d}} {{a:조}}\n:::")
    #expect(text.contains("‹1,235› ‹987› ‹12.3%› ‹2022› ‹0.12조›"), "\(text)")
    #expect(text.contains("단위: 억"))
  }

  @Test func signsOfAccountsAreCountedToo() throws {
    let text = "::: {unit=억}\n{{a:△}} {{rows.2.v:△}}\n:::"
    let (korean, english) = (try dump(text), try dump(text, .en))
    #expect(korean.contains("‹1,235› ‹△12›"), "\(korean)")
    #expect(english.contains("‹123,450› ‹(1,200)›"), "\(english)")
  }

  @Test func aTableByHandTakesItFromItsCaption() throws {
    let text = try dump("| 가 |\n|--|\n| {{a}} |\n| {{zero}} |\n\n: 표 {unit=auto currency=krw}")
    #expect(text.contains("단위: 억 원"), "\(text)")
    #expect(text.contains("‹1,235›"))
    #expect(text.contains("‹0›"), "\(text)")
  }

  @Test func anInnerUnitGoesFirst() throws {
    let text = try dump("::::: {unit=조}\n{{a}}\n\n::: {unit=억}\n{{b}}\n:::\n:::::")
    #expect(text.contains("단위: 조") && text.contains("단위: 억"), "\(text)")
    #expect(text.contains("‹0.1›") && text.contains("‹987›"), "\(text)")
  }

  @Test func aParticleFollowsTheNumberThatIsPrinted() throws {
    let text = try dump("::: {unit=억}\n{{a:을(를)}} {{c:을(를)}} {{c}}{{c:-이(가)}}\n:::")
    #expect(text.contains("‹1,234.5를› ‹12.0을› ‹12.0›‹이›"), "\(text)")
  }

  @Test func smallNumbersAreGroupedAndNeedNoUnit() throws {
    let text = try dump("::: {unit=auto}\n{{year}}\n:::")
    #expect(text.contains("‹2,022›") && !text.contains("단위"), "\(text)")
  }

  @Test func whatAUnitHidesIsWarnedOf() {
    let report = TestReport(
      text: "::: {unit=억}\n{{a}} {{year}} {{t}}\n:::",
      json: #"{"a": 123450000000, "year": 2022, "t": "98700000000"}"#)
    #expect(
      report.reported() == """
        /r/report.md:4:1: warning: 2022 is nothing in the unit "억"
        note: the value is /year in the data
          hint: if it is no amount, such as a year, give it a format: d
        /r/report.md:4:1: warning: "98700000000" is a text, so it isn't counted in the unit
        note: the value is /t in the data
          hint: write the number without quotation marks in the data
        """)
  }

  @Test(arguments: [
    (
      "::: {unit=만억}\n:::",
      """
      /r/report.md:4:1: error: "만억" is no value for "unit"
        hint: write "auto" or "k" or "만" or "m" or "억" or "bn" or "조"
      """
    ),
    (
      "::: {unit=auto currency=won}\n:::",
      """
      /r/report.md:4:1: error: "won" is no value for "currency"
        hint: write "krw" or "usd" or "eur" or "jpy" or "cny"
      """
    ),
    (
      "::: {currency=krw}\n:::",
      """
      /r/report.md:4:1: error: "currency" stands without "unit"
        hint: write unit=auto currency=krw
      """
    ),
  ])
  func aWrongUnitIsReported(_ text: String, _ expected: String) {
    #expect(TestReport(text: text, json: Self.json).reported() == expected)
  }
}
