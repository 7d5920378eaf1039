import Diagnostics
import Testing

@testable import Typesetting

/// Documents set so that they fit their page budget.
@Suite struct PageFittingTests {
  private func report(_ text: String, _ fit: String) -> Report {
    var report = Report(text)
    report.front = "fit: \(fit)"
    report.height = 120
    return report
  }

  private static let lines = (1...9).map { "줄\($0)" }.joined(separator: "\\\n")

  @Test func whatFitsIsLeftAsItIs() throws {
    let document = try report("글", "1 page").typeset()
    #expect(document.pageCount == 1 && document.warnings.isEmpty)
  }

  @Test func theFirstRungThatFitsIsTaken() throws {
    let text = Self.lines + "\n\n::: {.lead priority=2}\n둘째\n:::\n\n::: {.lead priority=1}\n첫째\n:::"
    let document = try report(text, "{pages: 1, ladder: [drop, type]}").typeset()
    #expect(document.pageCount == 1)
    #expect(
      document.warnings.map(\.message)
        == ["the document fits 1 page with 1 block left out, type at 98 %"]
        || document.warnings.map(\.message) == ["the document fits 1 page with 2 blocks left out"])
    #expect(!document.text(0).contains("첫째"))
  }

  @Test func whatDoesNotFitIsSetAsWritten() throws {
    let text = Self.lines + "\n\n" + Self.lines + "\n\n::: {.lead priority=1}\n첫째\n:::"
    let document = try report(text, "{pages: 1, ladder: [drop]}").typeset()
    #expect(document.texts.flatMap { $0 }.contains("첫째"))
    let warning = try #require(document.warnings.first)
    #expect(
      warning.message.hasPrefix(
        "the document doesn't fit 1 page: even with 1 block left out it is "))
    #expect(warning.message.hasSuffix("lines too long, so it is set as written, on 2 pages"))
    #expect(warning.notes.map(\.message) == ["this stands beyond"])
  }

  @Test func spacesBecomeLessFirst() throws {
    var report = report("가\n\n나\n\n다\n\n라", "1 page")
    report.theme["body"] = "{size: 10, leading: 12, before: 30, after: 0}"
    let document = try report.typeset()
    #expect(document.pageCount == 1)
    #expect(document.warnings.first?.message.contains("with spaces at ") == true)
  }

  @Test func chartsBecomeLessHigh() throws {
    var report = report("![가](a.vl.json)\n\n글\n\n글", "{pages: 1, ladder: [figures]}")
    report.height = 330
    report.files["a.vl.json"] = """
      {"data": {"values": [{"a": 1, "b": 2}]}, "mark": "point", "height": 280,
       "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}}
      """
    let document = try report.typeset()
    #expect(document.pageCount == 1)
    #expect(
      document.warnings.map(\.message) == [
        "the document fits 1 page with figures at 85 % of their height"
      ])
  }
}
