import Foundation
import Testing

/// A report's own fonts, those that are given, and what is said where they won't do.
@Suite struct CompanyTypeTests {
  private static let report = """
    ---
    title: ₂ạ
    ---
    ạ₂ 가
    """
  private static let theme = """
    fonts: {text: Brief Symbolz}
    styles:
      body: {weight: light}
    """
  private static let chart = """
    {"data": {"values": [{"a": "ạ", "b": 1}]}, "mark": "bar",
     "config": {"font": "Brief Symbolz", "background": "white"},
     "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}}}
    """

  private func font(_ change: (inout PatchedFont) throws -> Void = { _ in }) throws -> [UInt8] {
    var font = try PatchedFont(
      "BriefSymbols-Regular.ttf", family: "Brief Symbols", called: "Brief Symbolz")
    try change(&font)
    return font.bytes
  }

  /// A report with a font in `fonts/`, and the same font in a folder beside it.
  private func folder(
    _ font: [UInt8], theme: String = CompanyTypeTests.theme, name: String = "own.ttf"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "r/report.md": Self.report, "r/theme.yaml": theme, "r/fonts/readme.txt": "",
      "given/readme.txt": "", "c.vl.json": Self.chart, "d.json": "{}",
    ])
    for place in ["r/fonts", "given"] {
      try Data(font).write(to: URL(filePath: "\(folder.path)/\(place)/\(name)"))
    }
    return folder
  }

  private func run(_ command: String, in folder: TemporaryFolder) -> CommandRun {
    CommandRun(
      command.split(separator: " ").map { String($0).replacing("DIR", with: folder.path) })
  }

  @Test func aWeightThatIsMissingIsSaidWhereItIsAskedFor() throws {
    let folder = try folder(font())
    let run = run("render DIR/r -o DIR/a.pdf", in: folder)
    #expect(run.code == 0)
    let lines = run.errors(in: folder).split(separator: "\n").filter { $0.contains("warning:") }
    #expect(
      lines.map(String.init) == [
        "DIR/r/theme.yaml:3:18: warning: \"Brief Symbolz\" has no weight 300, 400 is used",
        "DIR/r/theme.yaml:1:15: warning: \"Brief Symbolz\" has no weight 500, 400 is used",
        "DIR/r/theme.yaml:1:15: warning: \"Brief Symbolz\" has no weight 700, 400 is used",
      ])
    #expect(run.errors.contains("hint: its weights are 400; add the file of weight 300 to"))
  }

  @Test func aFamilyThatIsUnknownIsAnErrorOfTheTheme() throws {
    let folder = try folder(font(), theme: "fonts: {text: Brief Symbolx}")
    let run = run("render DIR/r -o DIR/a.pdf", in: folder)
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder).hasPrefix(
        "DIR/r/theme.yaml:1:15: error: no font has the family name \"Brief Symbolx\"\n"))
    #expect(run.errors.contains("hint: did you mean \"Brief Symbol"))
    #expect(run.errors.contains("hint: put its files into the report's folder fonts/, or name"))
  }

  /// What OS/2 `fsType` says: restricted, no subsets, bitmaps only.
  @Test(
    arguments: [
      (0x0002, "restricted"), (0x0104, "preview and print, no subsets"),
      (0x0208, "editable, bitmaps only"),
    ] as [(UInt16, String)])
  func aFontThatMayNotBeEmbeddedIsInNoPDF(rights: UInt16, shown: String) throws {
    let folder = try folder(font { try $0.setRights(rights) })
    let message =
      "error: \"Brief Symbolz\" doesn't allow a PDF to carry its glyphs (embedding: \(shown))"
    let hint = "hint: take a font whose licence allows embedding, or write no PDF: --format png"
    let pdf = run("render DIR/r -o DIR/a.pdf", in: folder)
    #expect(pdf.code == 1)
    #expect(pdf.errors(in: folder).contains("DIR/r/fonts/own.ttf: \(message)\n  \(hint)\n"))
    #expect(run("render DIR/r -o DIR/a.png", in: folder).code == 0)
    let chart = run("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.pdf", in: folder)
    #expect(chart.code == 1)
    #expect(chart.errors(in: folder).contains("DIR/given/own.ttf: \(message)\n  \(hint)\n"))
    #expect(run("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.png", in: folder).code == 0)
    let list = run("fonts --fonts DIR/given", in: folder)
    #expect(list.output.contains("Brief Symbolz"))
  }

  @Test(arguments: [UInt16(0x0000), 0x0004, 0x0008])
  func aFontThatMayBeEmbeddedIs(rights: UInt16) throws {
    let folder = try folder(font { try $0.setRights(rights) })
    #expect(run("render DIR/r -o DIR/a.pdf", in: folder).code == 0)
    #expect(
      run("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.pdf", in: folder).code == 0)
  }

  @Test func aCharacterThatNoFontHasIsAnErrorOfTheChart() throws {
    let folder = try folder(font())
    try folder.write(Self.chart.replacing("ạ", with: "\u{20000}"), to: "c.vl.json")
    let run = run("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.png", in: folder)
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder).contains(
        """
        DIR/c.vl.json:1:29: error: no font has a glyph for "\u{20000}" (U+20000) in "\u{20000}"
          hint: put a font that has it into the report's folder fonts/, or name its folder: --fonts DIR
        """), "\(run.errors)")
  }

  @Test func whatAChartsFontLacksIsWarnedOf() throws {
    let folder = try folder(font())
    try folder.write(
      Self.chart.replacing("Brief Symbolz", with: "Helvetica"), to: "c.vl.json")
    let unknown = run("chart DIR/c.vl.json -o DIR/c.png", in: folder)
    #expect(unknown.code == 0)
    #expect(
      unknown.errors(in: folder).hasPrefix(
        "DIR/c.vl.json:2:21: warning: no font has the family name \"Helvetica\"\n"))
    try folder.write(
      Self.chart.replacing(
        "\"config\": {", with: "\"config\": {\"axis\": {\"labelFontWeight\": 300}, "),
      to: "c.vl.json")
    let light = run("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.png", in: folder)
    #expect(light.code == 0)
    #expect(
      light.errors(in: folder).contains(
        "DIR/c.vl.json: warning: \"Brief Symbolz\" has no weight 300, 400 is used\n"))
  }

  // MARK: Damage

  @Test(arguments: [
    ("no font", "it is too short"),
    ("no font at all, but text", "it doesn't begin like an OpenType font"),
  ])
  func aFileThatIsNoFontIsNamed(content: String, reason: String) throws {
    let folder = try folder(Array(content.utf8))
    let message = "the font file \"DIR/PLACE/own.ttf\" can't be used: \(reason)\n"
    for (command, place) in [
      ("render DIR/r -o DIR/a.pdf", "r/fonts"),
      ("chart DIR/c.vl.json --fonts DIR/given -o DIR/c.png", "given"),
      ("fonts --fonts DIR/given", "given"), ("validate DIR/r --data DIR/d.json", "r/fonts"),
    ] {
      let run = run(command, in: folder)
      #expect(run.code == 1, "\(command)")
      let wanted = "DIR/\(place)/own.ttf: error: " + message.replacing("PLACE", with: place)
      #expect(run.errors(in: folder).hasPrefix(wanted), "\(command): \(run.errors)")
    }
  }

  @Test func aFontWhoseOutlinesAreDamagedIsNamed() throws {
    let folder = try folder(font { try $0.damageOutlines() })
    for command in ["render DIR/r -o DIR/a.pdf", "render DIR/r -o DIR/a.png"] {
      let run = run(command, in: folder)
      #expect(run.code == 1, "\(command)")
      #expect(
        run.errors(in: folder).contains(
          "error: the font file \"DIR/r/fonts/own.ttf\" shows nothing for \"₂\" (U+2082)"
        ), "\(command): \(run.errors)")
    }
  }
}
