import Diagnostics
import Graphics
import Inputs
import Testing

@testable import Documents

@Suite struct ThemeTests {
  @Test func readingsDecideParticles() throws {
    let theme = "readings: {SKT: 텔레콤, Kakao: 카카오톡}"
    let text = try TestReport(
      text: "{{a:은(는)}} {{b:으로}} {{c:은(는)}}",
      json: #"{"a": "SKT", "b": "kakao", "c": "KT"}"#, files: ["theme.yaml": theme]
    ).dumped()
    #expect(text.contains("‹SKT은› ‹kakao으로› ‹KT는›"), "\(text)")
  }

  @Test func aReadingEndsInHangul() {
    #expect(
      TestReport(files: ["theme.yaml": "readings: {SKT: telecom}"]).reported() == """
        /r/theme.yaml:1:17: error: "telecom" doesn't end in a Hangul syllable
          hint: write how the word is read aloud: KAIST: 카이스트
        """)
  }

  private func theme(_ yaml: String) throws -> Theme {
    try TestReport(files: ["theme.yaml": yaml]).folder().theme
  }

  @Test func whatIsNotSaidStays() throws {
    let theme = try theme("styles:\n  body: {size: 11}\n")
    let standard = Theme.standard
    #expect(theme[.body].size == 11)
    #expect(theme[.body].leading == standard[.body].leading)
    #expect(theme[.body].color == standard[.body].color)
    for role in Theme.Role.allCases where role != .body { #expect(theme[role] == standard[role]) }
    #expect(theme.page == standard.page && theme.spacing == standard.spacing)
    #expect(theme.palette == standard.palette)
  }

  @Test func everythingCanBeSaid() throws {
    let theme = try theme(
      """
      fonts: {text: A, italic: B, monospaced: C}
      colors: {ink: "#123", accent: "#445566", soft: "#44556680"}
      palette: ["#000", "#fff"]
      page: {size: 160mm 90mm, top: 1cm, right: 0.5in, bottom: 12, left: 12pt}
      spacing: {gutter: 1, step: 2, block: 3, padding: 4, cell: 5, rule: 6, hairline: 7}
      styles:
        title: {size: 30, leading: 40, weight: semibold, color: soft, before: 1mm, after: 2mm}
        mine: {color: "#ff0000"}
      """)
    #expect([theme.family, theme.italicFamily, theme.monospacedFamily] == ["A", "B", "C"])
    #expect(theme[.ink].hex == "#112233")
    #expect(theme.color(named: "soft")?.hex == "#44556680")
    #expect(theme.palette.map(\.hex) == ["#000000", "#ffffff"])
    #expect(abs(theme.page.size.width - 160 * 72 / 25.4) < 0.001)
    #expect(abs(theme.page.top - 72 / 2.54) < 0.001)
    #expect([theme.page.right, theme.page.bottom, theme.page.left] == [36, 12, 12])
    let spacing = theme.spacing
    #expect(
      [
        spacing.gutter, spacing.step, spacing.block, spacing.padding, spacing.cell, spacing.rule,
        spacing.hairline,
      ] == [1, 2, 3, 4, 5, 6, 7])
    #expect(theme[.title].weight == .semibold && theme[.title].color.hex == "#44556680")
    #expect(theme.style(named: "mine")?.color.hex == "#ff0000")
    #expect(theme.style(named: "mine")?.size == theme[.body].size)
    #expect(theme.styleNames.contains("mine") && theme.colorNames.contains("soft"))
  }

  @Test func runningTextIsJustifiedAsAWholeOrByStyle() throws {
    let theme = try theme(
      """
      justify: true
      hanging-punctuation: true
      latin-gap: 0.09em
      styles:
        list: {align: left}
        mine: {size: 9}
        heading-1: {align: left}
      """)
    let justified = Theme.Role.allCases.filter { theme[$0].align == .justify }
    #expect(justified == [.body, .lead, .quote, .callout, .timeline, .note, .source, .footnote])
    #expect(theme.style(named: "mine")?.align == .justify)
    #expect(theme.hangsPunctuation && theme.latinGap == 0.09)
    let standard = Theme.standard
    #expect(Theme.Role.allCases.allSatisfy { standard[$0].align == .left })
    #expect(!standard.hangsPunctuation && standard.latinGap == 0)
    #expect(try self.theme("latin-gap: 0\njustify: false").latinGap == 0)
  }

  @Test func aGapThatReadsAsASpaceIsAWarning() {
    #expect(
      TestReport(files: ["theme.yaml": "latin-gap: 0.125em"]).reported() == """
        /r/theme.yaml:1:12: warning: programs that read a PDF take a gap of a tenth of an em for a space, though none is written
          hint: write at most 0.09em
        """)
    #expect(TestReport(files: ["theme.yaml": "latin-gap: 0.09em"]).reported() == "")
  }

  @Test func newColoursReachTheStylesThatUsedThem() throws {
    let theme = try theme("colors: {ink: \"#55616E\", secondary: \"#ff0000\"}")
    for role in Theme.Role.allCases {
      let old = Theme.standard[role].color
      let expected =
        old == Theme.standard[.ink]
        ? "#55616e" : old == Theme.standard[.secondary] ? "#ff0000" : old.hex
      #expect(theme[role].color.hex == expected, "\(role)")
    }
  }

  @Test func aStyleOfOnesOwnIsAClass() throws {
    let report = TestReport(
      text: "::: {.leise}\n가 [나]{.leise} [다]{.note}\n:::",
      files: ["theme.yaml": "styles: {leise: {color: secondary}}"])
    #expect(
      try report.dumped()
        == "div style(\"leise\"){.leise}\n  p: 가 <span style(\"leise\"){.leise}>나</span> <span style(\"note\"){.note}>다</span>"
    )
  }

  @Test func chartsUseTheThemesColours() throws {
    let config = try theme("colors: {accent: \"#445566\"}\npalette: [\"#010203\"]").chartConfig
    #expect(config["mark"]?["color"]?.string == "#445566")
    #expect(config["range"]?["category"]?.array?.compactMap(\.string) == ["#010203"])
  }

  @Test(arguments: [
    Refusal(
      "no colour", "colors:\n  ink: red\n  accent: \"#12345\"\n  tint: 5\n  paper: #fff\n",
      """
      /r/theme.yaml:2:8: error: "red" is no colour
        hint: write "#rrggbb" with six hexadecimal digits, in quotes
      /r/theme.yaml:3:11: error: "#12345" is no colour
        hint: write "#rrggbb" with six hexadecimal digits, in quotes
      /r/theme.yaml:4:9: error: a number is no colour
        hint: write "#rrggbb" with six hexadecimal digits, in quotes
      /r/theme.yaml:5:9: error: null is no colour
        hint: write "#rrggbb" with six hexadecimal digits, in quotes
      """),
    Refusal(
      "wide digits", "colors: {ink: \"#０0112233\"}",
      """
      /r/theme.yaml:1:15: error: "#０0112233" is no colour
        hint: write "#rrggbb" with six hexadecimal digits, in quotes
      """),
    Refusal(
      "unknown keys",
      "colour: {}\nstyles:\n  body: {sise: 1}\nspacing: {guter: 1}\nfonts: {mono: A}\n",
      """
      /r/theme.yaml:1:1: error: unknown member "colour" in theme
        hint: did you mean "colors"?
      /r/theme.yaml:3:10: error: unknown member "sise" in style
        hint: did you mean "size"?
      /r/theme.yaml:4:11: error: unknown member "guter" in set of gaps
        hint: did you mean "gutter"?
      /r/theme.yaml:5:9: error: unknown member "mono" in set of fonts
        hint: did you mean "monospaced"?
      """),
    Refusal(
      "lengths", "styles:\n  body: {size: 1e9, leading: 5 ft, before: -1, after: inf}\n",
      """
      /r/theme.yaml:2:16: error: "size" must lie within 1 and 200 points
      /r/theme.yaml:2:30: error: "leading" must be a length, not a text
        hint: write 12pt, 3.2mm, 1cm or 0.5in
      /r/theme.yaml:2:44: error: "before" must lie within 0 and 1000 points
      /r/theme.yaml:2:55: error: "after" must be a length, not a text
        hint: write 12pt, 3.2mm, 1cm or 0.5in
      """),
    Refusal(
      "an alignment", "styles: {body: {align: justified}}",
      """
      /r/theme.yaml:1:24: error: unknown alignment "justified"
        hint: did you mean "justify"?
      """),
    Refusal(
      "an alignment of what isn't running text", "styles: {heading-1: {align: justify}}",
      """
      /r/theme.yaml:1:21: error: "heading-1" isn't running text, which alone is justified
        hint: justify body, lead, list, quote, callout, timeline, note, source, footnote or a style of your own
      """),
    Refusal(
      "a negative gap", "latin-gap: -0.1em",
      """
      /r/theme.yaml:1:12: error: "latin-gap" must lie within 0 and 1 em
        hint: write 0.125em, or 0 for none
      """),
    Refusal(
      "a gap in points", "latin-gap: 2pt",
      """
      /r/theme.yaml:1:12: error: "latin-gap" must be a gap in ems, not a text
        hint: write 0.125em, or 0 for none
      """),
    Refusal(
      "what isn't true or false", "justify: both\nhanging-punctuation: 1\n",
      """
      /r/theme.yaml:1:10: error: "justify" must be true or false, not a text
      /r/theme.yaml:2:22: error: "hanging-punctuation" must be true or false, not a number
      """),
    Refusal(
      "a weight", "styles: {body: {weight: heavy}}",
      """
      /r/theme.yaml:1:25: error: unknown weight "heavy"
        hint: known here: light, regular, medium, semibold, bold
      """),
    Refusal(
      "the colour of a style", "styles: {body: {color: acent}}",
      """
      /r/theme.yaml:1:24: error: "acent" is no colour
        hint: did you mean "accent"?
        hint: write "#rrggbb" or the name of a colour
      """),
    Refusal(
      "a name but for its hyphen", "styles: {heading1: {size: 20}}\ncolors: {Ink: \"#000\"}",
      """
      /r/theme.yaml:1:20: error: "heading1" is not how BriefKit writes "heading-1"
        hint: write heading-1
      /r/theme.yaml:2:15: error: "Ink" is not how BriefKit writes "ink"
        hint: write ink
      """),
    Refusal(
      "a class of BriefKit's own", "styles: {kpi: {size: 20}, columns: {size: 2}}",
      """
      /r/theme.yaml:1:15: error: "kpi" is a class of BriefKit's own
        hint: choose another name, or change the styles of its parts
      /r/theme.yaml:1:36: error: "columns" is a class of BriefKit's own
        hint: choose another name, or change the styles of its parts
      """),
    Refusal(
      "a page without room", "page: {left: 95mm, right: 95mm}",
      """
      /r/theme.yaml:1:7: error: the margins leave no room for text
        hint: leave at least an inch (25.4mm) each way
      """),
    Refusal(
      "no object", "- a", "/r/theme.yaml:1:1: error: the theme must be an object, not a list"),
  ]) func isReported(_ refusal: Refusal) {
    #expect(
      TestReport(files: ["theme.yaml": refusal.input]).reported() == refusal.expected)
  }

  @Test(arguments: [
    ("12", 12.0), ("12pt", 12), ("12 pt", 12), ("25.4mm", 72), ("2.54cm", 72), ("1in", 72),
    ("0.5in", 36), ("-3mm", -3 * 72 / 25.4), ("200in", 14_400),
  ]) func lengthsAreRead(_ text: String, _ points: Double) throws {
    #expect(abs(try #require(Length.points(text)) - points) < 1e-9)
  }

  @Test(arguments: [
    "", "mm", "1e3", "0x10", "inf", "nan", "1,5mm", "201in", "12 %", "1 2mm", "１２pt",
  ])
  func otherTextIsNoLength(_ text: String) {
    #expect(Length.points(text) == nil)
  }
}

/// Colours of categories that can be told apart, by everybody.
@Suite struct PaletteTests {
  @Test func theStandardPaletteCanBeToldApart() throws {
    let pair = try #require(Theme.standard.palette.closestPair)
    #expect(pair.difference >= [Color].leastDifference, "\(pair)")
  }

  @Test func labelsCanBeReadOnEveryColourOfThePalette() {
    for color in Theme.standard.palette {
      let text = color.readableText(ink: Theme.standard[.ink])
      #expect(text != .black, "\(color.hex) needs black, which is neither white nor ink")
      #expect(text.contrast(with: color) >= 4.5)
    }
  }

  @Test func aPaletteThatSomeCannotTellApartIsWarnedOf() throws {
    let report = TestReport(
      files: ["theme.yaml": "palette: [\"#B05A3C\", \"#0B4F8A\", \"#7A7A3C\"]"])
    let warning = try #require(try report.folder().theme.warnings.first)
    #expect(warning.message.hasPrefix("#b05a3c and #7a7a3c look alike to people with "))
    #expect(warning.location?.range?.lowerBound == 32)
  }
}
