import Diagnostics
import Formats
import Inputs
import Tables
import Testing

@Suite struct TablePrintingTests {
  static let table = Table(
    columns: [
      Table.Column("sector"),
      Table.Column("label", title: LocalizedText(ko: "산업·분야", en: "Sector")),
      Table.Column("share", title: LocalizedText(ko: "비율", en: "Share")),
    ],
    rows: [
      ["education", ["ko": "고등교육", "en": "Higher education"], 23.1],
      ["food", ["ko": "식품·유통"], 7.7],
      ["a,\"b\"", .null, .null],
    ])

  @Test func textAlignsHangulAndNumbers() {
    #expect(
      TableText.text(Self.table, language: .ko) == """
        sector     산업·분야  비율
        ─────────  ─────────  ────
        education  고등교육   23.1
        food       식품·유통   7.7
        a,"b"

        """)
  }

  @Test func textFallsBackToTheOtherLanguage() {
    #expect(
      TableText.text(Self.table, language: .en) == """
        sector     Sector            Share
        ─────────  ────────────────  ─────
        education  Higher education   23.1
        food       식품·유통           7.7
        a,"b"

        """)
  }

  @Test func textShowsControlCharactersSpelledOut() {
    let table = Table(columns: [Table.Column("a")], rows: [["x\ny\u{1B}[31m"]])
    #expect(TableText.text(table, language: .en).split(separator: "\n").count == 3)
    #expect(!TableText.text(table, language: .en).contains("\u{1B}"))
  }

  @Test func csvGivesEachLanguageAColumn() {
    #expect(
      TableCSV.text(Self.table) == """
        sector,label_ko,label_en,share
        education,고등교육,Higher education,23.1
        food,식품·유통,,7.7
        "a,""b\""",,,

        """)
    #expect(TableCSV.text(Self.table, language: .en).hasPrefix("sector,label,share\n"))
  }

  @Test func csvReadsBackAsItWas() throws {
    let texts = ["plain", "a,b", "\"", "two\nlines", "", "끝"]
    let table = Table(
      columns: [Table.Column("x"), Table.Column("y")], rows: texts.map { [.string($0), "-"] })
    let read = try CSVReader.read(Source(name: "t.csv", text: TableCSV.text(table)))
    #expect(read.array?.map { $0["x"]?.string ?? "" } == texts)
  }

  @Test func jsonReadsBackAsItWas() throws {
    let text = TableJSON.text(Self.table)
    #expect(try JSONReader.read(Source(name: "t.json", text: text)) == Self.table.value)
    #expect(text.hasSuffix("]\n"))
  }

  @Test func emptyTablesPrintTheirHead() {
    let table = Table(columns: [Table.Column("a"), Table.Column("b")], rows: [])
    #expect(TableText.text(table, language: .en) == "a  b\n─  ─\n")
    #expect(TableCSV.text(table) == "a,b\n")
    #expect(TableJSON.text(table) == "[]\n")
  }
}
