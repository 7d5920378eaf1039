import Foundation
import Inputs
import SummitAnalysis
import Tables
import Testing

@Suite struct DocumentationTests {
  private func page() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: folder.appending(path: "Documentation/analysis.md"), encoding: .utf8)
  }

  @Test(arguments: AnalysisTable.Name.allCases)
  func listsTheColumnsOfEveryTable(_ name: AnalysisTable.Name) throws {
    let lines = try page().split(separator: "\n")
    func documented(_ name: String) throws -> Substring {
      try #require(lines.first { $0.hasPrefix("| `\(name)` | a") }, "\(name)")
    }
    var row = try documented(name.rawValue)
    for other in ["sectors", "kinds", "seniority"] where row.contains("columns of `\(other)`") {
      row += try documented(other)
    }
    let table = try #require(analysis(2022, with: [2021])[name]?.table)
    for column in table.columns.map(\.name) where !column.hasPrefix("in_") {
      #expect(row.contains("`\(column)`"), "\(column)")
    }
  }

  @Test func namesEveryKeyFigure() throws {
    let page = try page()
    for key in try analysis(2022).counts.object?.keys ?? [] {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }
}
