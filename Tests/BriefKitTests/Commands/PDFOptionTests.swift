import Foundation
import Testing

@testable import CairoRendering

@Suite(.enabled(if: Program.isThere("qpdf"), "qpdf is not installed"))
struct PDFOptionTests {
  private func file(
    _ words: [String] = [], front: String = "", in folder: TemporaryFolder? = nil
  ) throws -> FinishedPDF {
    let text = SmallReport.text.replacing(
      "---\n{{name:", with: "\(front)---\n{{name:", maxReplacements: 1)
    let folder = try folder ?? SmallReport.folder(["r/report.md": text])
    let run = CommandRun(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/x.pdf",
      ] + words)
    guard run.code == 0 else { throw FinishedPDF.Fault(reason: run.errors) }
    return try FinishedPDF(folder.bytes("x.pdf"))
  }

  @Test(arguments: [
    ([], "", true), ([], "standard: archive\n", true), ([], "standard: pdf17\n", false),
    (["--standard", "archive"], "standard: pdf17\n", true),
    (["--standard", "pdf17"], "standard: archive\n", false),
  ])
  func theOptionWinsOverTheReport(_ words: [String], _ front: String, _ isArchive: Bool) throws {
    let file = try file(words, front: front)
    #expect((file.property("pdfaid:part") == "3") == isArchive)
    #expect((file.property("pdfuaid:part") == "1") == isArchive)
  }

  @Test func anUnknownStandardIsAnErrorWithAHint() throws {
    let run = CommandRun(["render", "x", "--standard", "pdf71"])
    #expect(run.code == 64)
    #expect(
      run.errors.hasPrefix(
        "Error: The value 'pdf71' is invalid for '--standard <archive|pdf17>': "
          + "there is no standard \"pdf71\"; did you mean \"pdf17\"?"))
    let folder = try SmallReport.folder([
      "r/report.md": "---\ntitle: 가\nstandard: archiv\n---\n나"
    ])
    let report = CommandRun(["render", "\(folder.path)/r", "-o", "\(folder.path)/x.pdf"])
    #expect(report.code == 1)
    #expect(
      report.errors(in: folder) == """
        DIR/r/report.md:3:11: error: unknown standard "archiv"
          hint: did you mean "archive"?

        """)
  }

  @Test func nothingTravelsInsideUnlessItIsAskedFor() throws {
    #expect(try file().fileSpecifications.isEmpty)
  }

  @Test func theDataAndTheReportTravelInside() throws {
    let folder = try SmallReport.folder([
      "r/theme.yaml": "colors: {accent: \"#123456\"}", "r/partials/p.mustache": "글",
      "r/notes.docx": "no", "r/.hidden.md": "no", "r/fonts/readme.md": "no",
    ])
    let file = try file(
      ["--embed", "--data", "more=\(folder.path)/d.json", "--data-format", "json"], in: folder)
    let attached = file.fileSpecifications.map { number in
      let specification = file.objects[number]?.value.dictionary ?? [:]
      let stream = file.dictionary(specification["EF"])["UF"]?.reference ?? 0
      return [
        file.text(specification["UF"]) ?? "", file.text(specification["Desc"]) ?? "",
        file.name(specification["AFRelationship"]) ?? "",
        file.name(file.objects[stream]?.value.dictionary?["Subtype"])?.lowercased() ?? "",
        String(String(decoding: file.data(stream), as: UTF8.self).prefix(4)),
      ]
    }.sorted { $0[0] < $1[0] }
    #expect(
      attached == [
        ["d-2.json", "데이터: d-2.json", "Data", "application#2fjson", #"{"na"#],
        ["d.json", "데이터: d.json", "Data", "application#2fjson", #"{"na"#],
        ["partials-p.mustache", "보고서: partials/p.mustache", "Source", "text#2fplain", "글"],
        ["report.md", "보고서: report.md", "Source", "text#2fmarkdown", "---\n"],
        ["theme.yaml", "보고서: theme.yaml", "Source", "application#2fyaml", "colo"],
      ])
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't built"))
  func standardInputTravelsUnderAPlainName() throws {
    let folder = try SmallReport.folder()
    let outcome = try BriefProgram.run(
      ["render", "\(folder.path)/r", "--data", "-", "-o", "-", "--embed"], input: SmallReport.data)
    #expect(outcome.errors == "")
    let file = try FinishedPDF(outcome.output)
    let names = file.fileSpecifications.map {
      file.text(file.objects[$0]?.value.dictionary?["UF"]) ?? ""
    }
    #expect(names.sorted() == ["data.json", "report.md"])
  }

  /// A text that stands in for one in the edition's language is read aloud in its own.
  @Test func whatFallsBackCarriesItsLanguage() throws {
    let folder = try SmallReport.folder([
      "r/report.md": "---\ntitle: Report\nlang: en\n---\n{{name}} and {{other}}\n\n{{name}}",
      "d.json": #"{"name": {"ko": "모임"}, "other": {"ko": "남", "en": "other"}}"#,
    ])
    let file = try file(in: folder)
    let tongues = file.elements.compactMap { file.text($0.dictionary["Lang"]) }
    #expect(tongues == ["ko", "ko"])
    let span = file.elements.first { file.text($0.dictionary["Lang"]) == "ko" }
    #expect(span?.role == "Span")
    #expect(file.elements.last.map { file.text($0.dictionary["Lang"]) } == "ko")
  }

  /// Only some pages: headings above are missing, and levels move up.
  @Test func aPartOfADocumentHasWholeHeadings() throws {
    let page = "\n\n::: {.page-break}\n:::\n\n"
    let folder = try SmallReport.folder([
      "r/report.md": "---\ntitle: 제목\n---\n# 하나\n\n글\(page)### 셋\n\n글\n\n#### 넷\n\n글\n\n## 둘\n\n글"
    ])
    let whole = try file(in: folder)
    #expect(
      whole.elements.map(\.role).filter { $0.hasPrefix("H") } == ["H1", "H2", "H3", "H4", "H3"])
    let part = try file(["--pages", "2"], in: folder)
    #expect(part.elements.map(\.role).filter { $0.hasPrefix("H") } == ["H1", "H2", "H1"])
  }
}
