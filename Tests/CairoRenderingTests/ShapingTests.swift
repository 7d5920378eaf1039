import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct ShapingTests {
  private let shaper = bundledFonts.makeShaper()

  @Test func widthsAreThoseOfTheFontUnhinted() {
    // 0.92 em a syllable in the bundled face, 0.555 em a figure.
    #expect(abs(shaper.advance("가나다", style: body) - 27.6) < 0.01)
    #expect(abs(shaper.advance("2022", style: body) - 22.2) < 0.01)
    var large = body
    large.size = 100
    #expect(abs(shaper.advance("가나다", style: large) - 276) < 0.01)
  }

  @Test func clustersCoverTheTextInOrder() {
    let text = "AI 원팀 서밋 — 2022년, 1° m² ①\n둘째 줄"
    let shaped = shaper.shape(text)
    var offset: Int32 = 0
    for cluster in shaped.clusters {
      #expect(cluster.start == offset)
      offset += cluster.byteCount
    }
    #expect(Int(offset) == text.utf8.count)
    #expect(shaped.missing.isEmpty)
    #expect(shaped.clusters.reduce(0) { $0 + $1.glyphCount } == Int32(shaped.glyphs.count))
  }

  @Test(arguments: [
    ("AI 원팀 서밋", ["AI ", "원", "팀 ", "서", "밋"]),
    ("(가나)", ["(가", "나)"]),
    ("one two", ["one ", "two"]),
    ("첫째\n둘째", ["첫", "째\n", "¶둘", "째"]),
    ("a\u{2028}b", ["a\u{2028}", "¶b"]),
    ("10%라", ["10%", "라"]),
    ("a\u{A0}b", ["a\u{A0}b"]),
  ])
  func linesMayEndWhereUnicodeSays(text: String, pieces: [String]) {
    #expect(shaper.shape(text).pieces == pieces)
  }

  @Test func whiteSpaceHangsAndNoBreakSpaceDoesNot() {
    let shaped = shaper.shape("a b\u{A0}c\t\n")
    #expect(shaped.clusters.map(\.isSpace) == [false, true, false, false, false, true, true])
  }

  @Test func scalarsThatTheTextFaceLacksFallBackToSymbols() {
    let shaped = shaper.shape("H₂O ✓")
    #expect(shaped.missing.isEmpty)
    #expect(Set(shaped.runs.map(\.face)).count == 2)
    #expect(bundledFonts.face(shaped.runs[0].face)?.family == "Brief Sans KR")
    #expect(bundledFonts.face(shaped.runs[1].face)?.family == "Brief Symbols")
  }

  @Test(arguments: [
    ("a😀", 1, Unicode.Scalar(0x1F600), ShapedText.MissingGlyph.Reason.noGlyph),
    ("가\u{0}", 3, "\u{0}", .control),
    ("\u{1B}[31m", 0, "\u{1B}", .control),
    ("שלום", 0, "ש", .rightToLeft),
  ])
  func scalarsThatCannotBeShownAreListed(
    text: String, offset: Int, scalar: Unicode.Scalar?, reason: ShapedText.MissingGlyph.Reason
  ) {
    let missing = shaper.shape(text).missing
    #expect(missing.first?.scalar == scalar)
    #expect(missing.first?.offset == offset)
    #expect(missing.first?.reason == reason)
  }

  @Test(arguments: [
    "\u{FEFF}", "\u{200B}", "\u{AD}", "\u{200D}", "\u{FE0F}", "\u{3000}", "\u{2003}", "\t", "\r\n",
    "\u{2029}", "\u{85}", "\u{3164}",
  ])
  func scalarsWithNothingToShowAreNotMissing(text: String) {
    #expect(shaper.shape("가\(text)나").missing.isEmpty)
  }

  @Test func stylesChangeWithinAWord() {
    var strong = body
    strong.weight = .bold
    var red = body
    red.color = Color(0xC00000)
    let text = "가나다라"
    let shaped = shaper.shape(
      text, spans: [.init(0..<3, body), .init(3..<6, strong), .init(6..<12, red)], language: "ko")
    #expect(shaped.runs.map(\.style) == [body, strong, red])
    #expect(shaped.clusters.map(\.run) == [0, 1, 2, 2])
    #expect(bundledFonts.face(shaped.runs[1].face)?.weight == 700)
  }

  @Test func letterSpacingWidensEveryCluster() {
    var spaced = body
    spaced.letterSpacing = 1.5
    let difference = shaper.advance("가나 다", style: spaced) - shaper.advance("가나 다", style: body)
    #expect(abs(difference - 6) < 1e-9)
  }

  @Test func aRisenStyleLiftsItsGlyphs() {
    var raised = body
    raised.rise = 3
    #expect(shaper.shape("2", raised).glyphs.map(\.yOffset) == [-3])
  }

  @Test func metricsAreTheFacesOwn() {
    let metrics = shaper.metrics(body)
    #expect(abs(metrics.ascent - 11.6) < 1e-9)
    #expect(abs(metrics.descent - 2.88) < 0.4)
    #expect(metrics.capHeight > 6 && metrics.capHeight < 8)
    #expect(metrics.underlinePosition > 0)
  }

  @Test(arguments: [0, -3, .nan, .infinity, 1e300] as [Double])
  func sizesThatAreNoSizesDoNoHarm(size: Double) {
    var style = body
    style.size = size
    #expect(shaper.shape("가 a", style).clusters.count == 3)
  }

  @Test func textWithoutSpansOrFontsIsNotShaped() {
    #expect(shaper.shape("가", spans: [], language: "ko").clusters.isEmpty)
    #expect(shaper.shape("").clusters.isEmpty)
    let none = FontLibrary([]).makeShaper()
    #expect(none.shape("가a").missing.map(\.scalar) == ["가", "a"])
    #expect(none.advance("가", style: body) == 0)
  }

  @Test func whatIsReplacedIsToldInEachDocumentThoughItsTextIsKnown() {
    var light = body
    light.weight = .light
    let shaper = bundledFonts.makeShaper()
    func replaced() -> [String] {
      shaper.beginDocument()
      _ = shaper.shape("가", spans: [StyledRange(0..<3, light)], language: "ko")
      return shaper.diagnostics.map(\.message)
    }
    let first = replaced()
    #expect(first.count == 1)
    #expect(replaced() == first)
  }

  @Test func textsThatAreForgottenAreShapedAgain() {
    let shaper = bundledFonts.makeShaper()
    let first = shaper.shape("제3회 서밋").glyphs
    for number in 0..<40 { _ = shaper.shape(String(repeating: "가\(number) ", count: 600)) }
    #expect(shaper.shape("제3회 서밋").glyphs == first)
  }

  @Test func twoShapersAgree() async {
    let text = "제3회 AI 원팀 서밋 결과 보고 (2022. 10. 25.) — ✓ 15개 기관"
    let expected = bundledFonts.makeShaper().shape(text)
    await withTaskGroup(of: (Double, [Glyph]).self) { group in
      for _ in 0..<4 {
        group.addTask {
          let shaped = bundledFonts.makeShaper().shape(text)
          return (shaped.width, shaped.glyphs)
        }
      }
      for await (width, glyphs) in group {
        #expect(width == expected.width)
        #expect(glyphs == expected.glyphs)
      }
    }
  }
}
