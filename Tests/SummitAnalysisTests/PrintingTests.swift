import Diagnostics
import Formats
import Inputs
import SummitAnalysis
import Testing

@Suite struct PrintingTests {
  @Test func oneTableAsText() throws {
    let text = try analysis(2022).printed(as: .text, table: .kinds, language: .ko)
    #expect(
      text == """
        기관 종류별 참석자 (kinds)

        기관 종류  참석자(명)  비율(%)
        ─────────  ──────────  ───────
        기업                8     61.5
        학계                3     23.1
        출연연              1      7.7
        정부                1      7.7

        보도에 이름이 나온 사람들이며 전체 명단은 아니다.

        """)
  }

  @Test func allTablesAsText() throws {
    let analysis = try analysis(2022, with: [2021])
    for language in Language.allCases {
      let text = try analysis.printed(as: .text, language: language)
      for table in analysis.tables { #expect(text.contains(try #require(table.title[language]))) }
    }
  }

  @Test func oneTableAsCSV() throws {
    let text = try analysis(2022).printed(as: .csv, table: .kinds, language: .ko)
    #expect(
      text == """
        kind,kind_label_ko,kind_label_en,participants,share
        industry,기업,Industry,8,61.5
        academia,학계,Academia,3,23.1
        research_institute,출연연,Research institute,1,7.7
        government,정부,Government,1,7.7

        """)
  }

  @Test func allTablesAsCSVAreRefused() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try analysis(2022).printed(as: .csv, language: .ko)
    }
    #expect(
      error?.diagnostics.first?.message == "a CSV file holds one table, the analysis has 15")
    #expect(error?.diagnostics.first?.hints.first?.hasPrefix("name one: sectors, kinds") == true)
  }

  @Test func jsonIsWhatTemplatesSee() throws {
    let analysis = try analysis(2022)
    let all = try analysis.printed(as: .json, language: .ko)
    #expect(try JSONReader.read(Source(name: "a", text: all)) == analysis.value)
    let one = try analysis.printed(as: .json, table: .kinds, language: .en)
    #expect(try JSONReader.read(Source(name: "a", text: one)) == analysis.value["kinds"])
  }
}
