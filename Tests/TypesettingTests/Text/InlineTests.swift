import Diagnostics
import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

@Suite struct InlineTests {
  @Test func struckWordsHaveALineThroughThem() throws {
    let document = try typeset("~~가나~~ 다")
    let lines = document.drawn.compactMap { item -> Rect? in
      guard case .path(let path) = item.content, path.fill != nil, item.leaf == nil else {
        return nil
      }
      let bounds = path.path.controlBounds
      return bounds?.height ?? 99 < 1 ? bounds : nil
    }
    let glyphs = document.drawn.compactMap { item -> GlyphRun? in
      if case .glyphs(let run) = item.content, item.leaf != nil { run } else { nil }
    }
    #expect(glyphs.map(\.text) == ["가나", " 다"])
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.width == glyphs[0].width && line.x == glyphs[0].glyphs[0].x)
    #expect(document.tree == ["P \"가나 다\""])
  }

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
        "P", " Span \"글\"", " Reference", "  Link \"1\"", " Span \" 또\"", " Reference",
        "  Link \"2\"", " Span \",\"",
        " Reference", "  Link \"1\"", " Span \".\"", "H1 \"1\u{2003}출처\"", "L Decimal", " LI",
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
