import Diagnostics
import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

@Suite struct InlineTests {
  private func runs(_ document: TypesetDocument) -> [GlyphRun] {
    document.drawn.compactMap { item in
      guard case .glyphs(let run) = item.content, item.leaf != nil else { return nil }
      return run
    }
  }

  @Test func stylesOfRunningText() throws {
    let document = try typeset("글 **굵게** *강조* `code` ***둘 다***")
    let runs = runs(document)
    #expect(
      runs.map { $0.text.trimmingSpacesAtEnd } == ["글", "굵게", "", "강조", "", "code", "", "둘 다"])
    #expect(runs.map(\.style.weight.rawValue) == [400, 700, 400, 500, 400, 400, 400, 700])
    #expect(runs[3].style.color == runs[7].style.color)
    #expect(document.tree == ["P \"글 굵게 강조 code 둘 다\""])
  }

  @Test func aLineBreakEndsTheLine() throws {
    #expect(try typeset("하나<br>둘\n셋").text() == ["하나", "둘 셋"])
  }

  @Test func linksAreElementsWithTheirWords() throws {
    let document = try typeset("앞 [사이트](https://example.org) 뒤")
    #expect(document.tree == ["P", " Span \"앞 \"", " Link \"사이트\"", " Span \" 뒤\""])
    let links = document.drawn.compactMap { item -> String? in
      guard case .link(let link) = item.content else { return nil }
      return "\(link.target) \(link.contents) \(item.leaf ?? -1)"
    }
    #expect(links == ["uri(\"https://example.org\") 사이트 1"])
  }

  @Test func citationsLeadToTheSources() throws {
    var report = Report("글[@a] 또[@b; @a].\n\n# 출처\n\n::: {.sources}\n:::")
    report.front = "sources: list"
    report.data = .object([
      (
        "list",
        [
          ["id": "a", "text": "첫 출처"], ["id": "b", "text": "둘째 출처"],
          ["id": "c", "text": "인용되지 않은 출처"],
        ]
      )
    ])
    let document = try report.typeset()
    #expect(document.text() == ["글1 또2,1.", "1\u{2003}출처", "1 | 첫 출처", "2 | 둘째 출처"])
    #expect(
      document.tree == [
        "P", " Span \"글\"", " Reference \"1\"", " Span \" 또\"", " Reference \"2\"", " Span \",\"",
        " Reference \"1\"", " Span \".\"", "H1 \"1\u{2003}출처\"", "L Decimal", " LI",
        "  Lbl \"1\"", "  LBody", "   P \"첫 출처\"", " LI", "  Lbl \"2\"", "  LBody",
        "   P \"둘째 출처\"",
      ])
    #expect(document.scene(ofPage: 0).destinations.filter { $0.name == "source-2" }.count == 1)
  }

  @Test func aKeyIsASquareBeforeItsWord() throws {
    let document = try typeset("[기업]{.key color=industry} [학계]{.key color=accent}")
    #expect(document.text() == ["기업  | 학계"] || document.text() == ["기업 | 학계"])
    #expect(document.rectangles().filter { abs($0.width - 7.8) < 0.01 }.count == 2)
    #expect(document.lines()[0].x == 14)
  }

  @Test func valuesAreTextHoweverTheyLook() throws {
    var report = Report("{{v}}")
    report.data = .object([("v", "*가* | [나](x) ::: <br> 다")])
    #expect(try report.typeset().text() == ["*가* | [나](x) ::: <br> 다"])
  }
}

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
      id: "strikethrough", text: "앞\n\n~~지운~~ 글", faults: ["6:1: strikethrough is not built yet"]),
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
    let faults = try Report("☃\n\n~~가~~\n\n[다]{.key color=x}").refusal()
    #expect(faults.map { $0.prefix(2) } == ["4:", "6:", "8:"])
  }
}
