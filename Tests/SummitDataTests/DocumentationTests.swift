import Formats
import Foundation
import Inputs
import SummitData
import Testing

@Suite struct DocumentationTests {
  private func page() throws -> String {
    try String(
      contentsOf: packageFolder.appending(path: "Documentation/summit-data.md"), encoding: .utf8)
  }

  @Test func namesEveryMember() throws {
    let page = try page()
    let definitions = Summit.schema["$defs"]?.object?.members.map(\.value) ?? []
    for schema in [Summit.schema] + definitions {
      let required = schema["required"]?.array?.compactMap(\.string) ?? []
      for key in schema["properties"]?.object?.keys ?? [] {
        let shown = required.contains(key) ? "**`\(key)`**" : "`\(key)`"
        if key != "ko", key != "en" { #expect(page.contains(shown), "\(key)") }
      }
    }
  }

  @Test func namesEveryCode() throws {
    let page = try page()
    func check(_ codes: [any Code]) {
      for code in codes {
        let row = "| `\(code.rawValue)` | \(code.label.ko ?? "") | \(code.label.en ?? "") |"
        #expect(page.contains(row), "\(row)")
      }
    }
    check(OrganizationKind.allCases)
    check(Seniority.allCases)
    check(Coverage.allCases)
  }

  /// The table of dates shows what is printed.
  @Test func datesPrintAsShown() throws {
    let rows = try page().split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { $0.count == 5 && $0[0].contains("20") }
    #expect(rows.count == 5)
    for row in rows {
      let json = row[0].replacing("`", with: "")
      let date = try decode(
        smallSummit.replacing(#""date": "2022-10-25""#, with: "\"date\": \(json)")
          .replacing(#""reported": "2022-10-26","#, with: "")
      ).date
      #expect(
        [date.text(in: .ko), date.text(in: .en), date.latestDay.description] == Array(row[2...]))
    }
  }
}
