import Diagnostics
import Formats
import Foundation
import Graphics
import Inputs
import Testing

@testable import Documents

/// `Documentation/reports.md` says what is so: its examples run, its tables hold.
@Suite struct DocumentationTests {
  private let page: String
  /// Lists of the lines between fences, by the word behind the opening one.
  private var examples: [(kind: String, text: String)] = []

  init() throws {
    page = try Folders.text(Folders.package.appending(path: "Documentation/reports.md"))
    var open: (kind: String, lines: [Substring])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let example = open {
          examples.append((example.kind, example.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
  }

  private func example(_ kind: String) throws -> String {
    try #require(examples.first { $0.kind == kind }?.text)
  }

  private func report(_ text: String, files: [String: String]) throws -> TestReport {
    let hasHead = text.hasPrefix("---\n")
    return TestReport(
      json: try example("json"), files: files,
      report: hasHead ? text : "---\ntitle: T\nsources: papers\n---\n" + text)
  }

  private func files() throws -> [String: String] {
    [
      "theme.yaml": try example("theme"), "strings.ko.yaml": try example("strings"),
      "tables/example.table.yaml": try example("table"),
      "charts/example.vl.json": try example("chart"),
      "partials/card.mustache": try partial(),
      "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>",
    ]
  }

  /// The partial that the page shows within a sentence.
  private func partial() throws -> String {
    let lead = "With `partials/card.mustache` as `"
    let line = try #require(page.split(separator: "\n").first { $0.hasPrefix(lead) })
    return String(line.dropFirst(lead.count).prefix { $0 != "`" })
  }

  @Test func everyExampleRunsWithoutAWarning() throws {
    let reports = examples.filter { $0.kind == "report" }
    #expect(reports.count >= 8)
    for example in reports {
      let report = try report(example.text, files: try files())
      #expect(report.reported() == "", "\(example.text)")
    }
  }

  @Test func everyExampleIsOfAKindThatIsTested() {
    let kinds = Set(examples.map(\.kind))
    #expect(kinds == ["report", "json", "theme", "strings", "table", "chart"])
  }

  // MARK: Tables

  private func rows(_ head: String...) -> [[String]] {
    DocumentationTable(page).rows(head)
  }

  /// The names in backquotes of the first cell.
  private func names(_ rows: [[String]]) -> [String] {
    rows.flatMap { row in
      row[0].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test func tagsPrintAsShown() throws {
    let rows = rows("you write", "it prints")
    #expect(rows.count >= 30)
    for row in rows {
      let text = row[0].trimmingCharacters(in: ["`"])
      let scope = "---\ntitle: T\n---\n앞 \(text)"
      let report = TestReport(json: try example("json"), report: scope)
      let expected = TestReport(report: "---\ntitle: T\n---\n앞 \(row[1])")
      let printed = try report.bind().document.blocks.plain
      #expect(try printed == expected.bind().document.blocks.plain, "\(text)")
    }
  }

  @Test func koreanIsReadWithoutAWarning() throws {
    for row in rows("you write", "what it is") {
      let text = row[0].trimmingCharacters(in: ["`"])
      #expect(TestReport(text: text).reported() == "", "\(text)")
    }
  }

  @Test func everyKeyOfTheFrontMatterIsNamed() throws {
    let keys = FrontMatter.shape.schema.value["properties"]?.object?.keys ?? []
    let rows = rows("key", "what it says")
    for key in keys { #expect(names(rows).contains(key), "\(key)") }
    for key in FrontMatter.shape.schema.value["properties"]?["page"]?["properties"]?.object?.keys
      ?? []
    {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }

  @Test func everyKeyOfADataTableIsNamed() {
    let schema = DataTableSpecification.shape.schema.value
    let columns = schema["properties"]?["columns"]?["items"]?["properties"]?.object?.keys ?? []
    #expect(columns.count == 13)
    #expect(names(rows("key of a column")).filter(columns.contains) == columns)
    let keys = names(rows("key", "what it says"))
    for key in schema["properties"]?.object?.keys ?? [] { #expect(keys.contains(key), "\(key)") }
  }

  @Test func everyOperationOfSumsIsNamed() {
    #expect(names(rows("operation", "what it gives")) == TotalOperation.allCases.map(\.rawValue))
  }

  @Test func everyClassIsNamed() {
    let classes = names(rows("class", "what it is"))
    #expect(
      classes.filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }.sorted()
        == DivRole.classNames.sorted())
  }

  @Test func everyColourIsNamedWithItsDefault() {
    #expect(
      rows("colour", "default").map { Array($0.prefix(2)) }
        == Theme.ColorRole.allCases.map {
          ["`\($0.rawValue)`", Theme.standard[$0].hex.uppercased()]
        })
    let palette = Theme.standard.palette.map { $0.hex.uppercased() }.joined(separator: ", ")
    #expect(page.contains("in order: \(palette) |"))
  }

  @Test func everyGapIsNamedWithItsDefault() throws {
    let spacing = Theme.standard.spacing
    let gaps = [
      spacing.gutter, spacing.step, spacing.block, spacing.padding, spacing.cell, spacing.rule,
      spacing.hairline,
    ]
    let rows = rows("gap", "default")
    #expect(rows.count == gaps.count)
    for (row, gap) in zip(rows, gaps) {
      #expect(abs(try #require(Length.points(row[1])) - gap) < 0.001, "\(row[0]): \(gap) pt")
    }
    let standard = Theme.standard.page
    let sides = [
      ("top", standard.top), ("right", standard.right), ("bottom", standard.bottom),
      ("left", standard.left),
    ]
    for (name, length) in sides {
      #expect(page.contains("`\(name)` (\(millimetres(length)) mm)"))
    }
  }

  @Test func everyStyleIsNamedWithItsDefaults() {
    for (row, role) in zip(rows("style", "size, pt"), Theme.Role.allCases) {
      let style = Theme.standard[role]
      let color =
        Theme.ColorRole.allCases.first { Theme.standard[$0] == style.color }?.rawValue ?? ""
      let weight = "\(style.weight)".split(separator: ".").last.map(String.init) ?? ""
      #expect(
        row == [
          "`\(role.rawValue)`", shown(style.size), shown(style.leading), weight, color,
          millimetres(style.before), millimetres(style.after),
        ])
    }
    #expect(rows("style", "size, pt").count == Theme.Role.allCases.count)
  }

  @Test func everyStringIsNamed() {
    #expect(
      rows("key", "ko", "en")
        == Strings.Key.allCases.map { key in
          ["`\(key.rawValue)`", Strings(language: .ko)[key], Strings(language: .en)[key]]
        })
  }

  private func shown(_ number: Double) -> String {
    let text = String(format: "%.2f", number)
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }

  private func millimetres(_ points: Double) -> String {
    points == 0 ? "0" : shown(points * 25.4 / 72)
  }
}

extension [Block] {
  /// The text of the first paragraph, with its emphasis.
  fileprivate var plain: String {
    dump.replacing("‹", with: "").replacing("›", with: "").trimmingCharacters(in: .whitespaces)
  }
}
