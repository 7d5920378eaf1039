import Diagnostics
import Inputs
import Testing

@testable import Typesetting

/// What is refused, and where.
@Suite struct RefusedTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var id: String
    var text: String
    var faults: [String]
    var data: Value = .object([])

    var testDescription: String { id }
  }

  static let rows: [Row] = [
    .init(
      id: "glyph", text: "앞\n\n눈사람 ☃ 하나, ☃ 둘",
      faults: ["6:1: no font has a glyph for \"☃\" (U+2603), in \"눈사람 ☃ 하나, ☃ 둘\""]),
    .init(
      id: "glyph in a heading", text: "# 눈 ☃",
      faults: ["4:1: no font has a glyph for \"☃\" (U+2603), in \"1 눈 ☃\""]),
    .init(
      id: "glyph in a table", text: "| 가 |\n|---|\n| ☃ |",
      faults: ["4:1: no font has a glyph for \"☃\" (U+2603), in \"☃\""]),
    .init(
      id: "glyph in a list", text: "- 하나\n- ☃",
      faults: ["5:3: no font has a glyph for \"☃\" (U+2603), in \"☃\""]),
    .init(
      id: "control character", text: "{{v}}",
      faults: ["4:1: the text holds the control character U+0007, in \"가\u{FFFD}나\""],
      data: .object([("v", "가\u{7}나")])),
    .init(
      id: "columns with a count",
      text: "::: {.columns count=2}\n::: {.column}\n가\n:::\n:::",
      faults: ["5:1: columns with a count hold no block \".column\""]),
    .init(
      id: "a count too great", text: "::: {.columns count=6 gutter=80pt}\n가\n:::",
      faults: ["4:1: 6 columns don't fit into 141 mm"]),
    .init(
      id: "key without a colour", text: "[기업]{.key color=indusrty}",
      faults: ["4:5: \"indusrty\" is no colour of the theme"]),
    .init(
      id: "key without a name", text: "[기업]{.key}", faults: ["4:5: \"\" is no colour of the theme"]),
    .init(
      id: "card", text: "::: {.kpis}\n글\n:::", faults: ["5:1: only cards may stand among figures"]),
    .init(
      id: "columns too wide",
      text: "::: {.columns}\n::: {.column width=80%}\n가\n:::\n::: {.column width=30%}\n나\n:::\n:::",
      faults: ["4:1: the columns are wider than the 141 mm they stand in"]),
    .init(
      id: "too many columns",
      text: "::: {.columns}\n\(String(repeating: "::: {.column}\n가\n:::\n", count: 30)):::",
      faults: ["4:1: the columns are wider than the 141 mm they stand in"]),
    .init(
      id: "sources twice", text: "::: {.sources}\n:::\n\n글\n\n::: {.sources}\n:::",
      faults: ["9:1: the sources are listed twice"]),
  ]

  @Test(arguments: rows)
  func isRefusedAtItsPlace(row: Row) throws {
    var report = Report(row.text)
    report.data = row.data
    let refusal = try report.refusal()
    #expect(refusal == row.faults)
  }

  @Test func aGlyphMissingInAValueNamesItsOrigin() throws {
    var report = Report("{{a.b}}")
    report.data = .object([("a", ["b": "눈 ☃"])])
    let document = try report.document()
    do {
      _ = try Report.typeset(document)
      Issue.record("a missing glyph was set")
    } catch let error as DiagnosticError {
      #expect(error.diagnostics.first?.notes.map(\.message) == ["it comes from the data at /a/b"])
    }
  }

  @Test func allFaultsAreSaidAtOnce() throws {
    let faults = try Report("☃\n\n[가]{.key color=y}\n\n[다]{.key color=x}").refusal()
    #expect(faults.map { $0.prefix(2) } == ["4:", "6:", "8:"])
  }
}
