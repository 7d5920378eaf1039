import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct SVGTests {
  private let renderer = SVGRenderer(fonts: bundledFonts)
  private let shaper = bundledFonts.makeShaper()

  private func svg(_ scene: Scene, _ options: SVGOptions = SVGOptions()) throws -> String {
    String(decoding: try renderer.render(scene, options: options), as: UTF8.self)
  }

  @Test func everythingHasItsElement() throws {
    var options = SVGOptions(title: "매출 <분기>", description: "막대 \"셋\"", language: "ko")
    options.fallbackFamilies = ["sans-serif"]
    options.background = .white
    let expected = #"""
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="120" viewBox="0 0 200 120" xml:lang="ko" role="img" font-family="'Brief Sans KR', sans-serif" stroke-miterlimit="10" aria-labelledby="title desc">
      <title id="title">매출 &lt;분기&gt;</title>
      <desc id="desc">막대 &quot;셋&quot;</desc>
      <rect width="200" height="120" fill="#ffffff"/>
      <text x="10" y="17" font-size="10" textLength="77.39" lengthAdjust="spacingAndGlyphs">매출 1,234억원 ①</text>
      <rect x="10" y="30" width="40" height="20" fill="#17365d"/>
      <path d="M60 50C70 20 90 20 100 50" fill="none" stroke="#c00000" stroke-width="2" stroke-linecap="round" stroke-dasharray="6,3"/>
      <clipPath id="clip1"><rect x="0" y="0" width="40" height="40"/></clipPath>
      <g transform="translate(120 30)" clip-path="url(#clip1)" opacity="0.5">
      <rect x="0" y="0" width="30" height="30" fill="#2e75b6"/>
      <rect x="15" y="15" width="30" height="30" fill="#f4b183"/>
      </g>
      <g transform="matrix(0 -1 1 0 170 110)">
      <text x="0" y="12" font-size="10" textLength="18.4" lengthAdjust="spacingAndGlyphs">세로</text>
      </g>
      </svg>

      """#
    let text = try svg(.sampler(shaper), options)
    #expect(text == expected, "\(text)")
  }

  @Test func outlinesOfGlyphsAreDrawnOverTheirFill() throws {
    let items = Lines("A", body, x: 2, y: 2, width: 99, shaper: shaper).items.map { item in
      guard case .glyphs(var run) = item.content else { return item }
      run.outline = Stroke(color: Color(0x112233), width: 2, join: .round)
      return SceneItem(.glyphs(run))
    }
    let scene = Scene(size: Size(width: 20, height: 20), items: items)
    #expect(
      try svg(scene).contains(
        ##" stroke="#112233" stroke-width="2" stroke-linejoin="round">A</text>"##))
    var options = SVGOptions()
    options.outlines = true
    #expect(
      try svg(scene, options).contains(
        ##"stroke="#112233" stroke-width="2" stroke-linejoin="round"/>"##))
    let plain = try PNGRenderer(fonts: bundledFonts).render(
      Scene(size: scene.size, items: Lines("A", body, x: 2, y: 2, width: 99, shaper: shaper).items))
    #expect(try PNGRenderer(fonts: bundledFonts).render(scene) != plain)
  }

  /// Of a surface with bounds cairo drops the glyphs that lie far outside.
  @Test func outlinesFarFromTheOriginAreThere() throws {
    var options = SVGOptions()
    options.outlines = true
    for x in [2.0, 3000] {
      let items = Lines("A", body, x: x, y: x, width: 99, shaper: shaper).items
      let text = try svg(Scene(size: Size(width: 4000, height: 4000), items: items), options)
      #expect(text.contains("<path"), "\(x)")
    }
  }

  @Test func aSizeInPixelsEnlargesThePicture() throws {
    var options = SVGOptions()
    options.magnification = 2.5
    #expect(
      try svg(Scene(size: Size(width: 640, height: 360)), options).contains(
        #"width="1600" height="900" viewBox="0 0 640 360""#))
  }

  @Test func stylesAreWrittenWhereTheyDiffer() throws {
    var style = body
    style.weight = .bold
    style.color = Color(red: 1, green: 0, blue: 0, alpha: 0.5)
    style.letterSpacing = 0.25
    let items = Lines("A ₓ", style, x: 0, y: 0, width: 99, shaper: shaper).items
    let text = try svg(Scene(size: Size(width: 50, height: 20), items: items))
    let attributes =
      ##"font-size="10" font-weight="700" letter-spacing="0.25" fill="#ff0000" fill-opacity="0.5">A"##
    #expect(text.contains(attributes))
    #expect(text.contains(#"font-family="'Brief Symbols', 'Noto Sans KR'"#))
  }

  @Test func whatXMLCannotHoldIsReplaced() throws {
    let options = SVGOptions(title: "a\u{0}b\u{1B}c<&>\u{FFFF}")
    let text = try svg(Scene(size: Size(width: 1, height: 1)), options)
    #expect(text.contains(">a\u{FFFD}b\u{FFFD}c&lt;&amp;&gt;\u{FFFD}</title>"))
  }

  @Test func outlinesNeedNoFont() throws {
    var scene = Scene(size: Size(width: 60, height: 20))
    scene.items = Lines("가A", x: 0, y: 0, width: 60, shaper: shaper).items
    let text = try svg(scene, SVGOptions(outlines: true))
    #expect(!text.contains("<text") && !text.contains("font-family"))
    #expect(text.contains("<path d=\"M"))
    // An outline lies where the glyph stands: within the two ems after the origin.
    #expect(text.contains("Z"))
  }

  @Test func clipsAreWrittenOnceAndIdsCanBeKeptApart() throws {
    let clip = Path(rect: Rect(x: 0, y: 0, width: 5, height: 5))
    let group = SceneItem(.group(SceneGroup([rect(0, 0, 9, 9, .black)], clip: clip)))
    let scene = Scene(size: Size(width: 9, height: 9), items: [group, group])
    let text = try svg(scene, SVGOptions(title: "x", idPrefix: "c2-"))
    #expect(text.split(separator: "<clipPath").count == 2)
    #expect(text.split(separator: "url(#c2-clip1)").count == 3)
    #expect(text.contains("id=\"c2-title\""))
  }

  @Test func imagesAndLinksCarryTheirTargets() throws {
    let image = ImageItem(
      bytes: Array("any".utf8), header: ImageHeader(format: .jpeg, width: 1, height: 1),
      rect: Rect(x: 1, y: 2, width: 3, height: 4))
    let link = LinkArea(
      rect: Rect(x: 0, y: 0, width: 9, height: 9), target: .uri("https://a.example/?x=1&y=2"),
      contents: "보고서")
    let scene = Scene(
      size: Size(width: 9, height: 9), items: [SceneItem(.image(image)), SceneItem(.link(link))])
    let text = try svg(scene)
    #expect(text.contains("xmlns:xlink="))
    #expect(text.contains(#"xlink:href="data:image/jpeg;base64,YW55"/>"#))
    #expect(text.contains(#"<a xlink:href="https://a.example/?x=1&amp;y=2"><title>보고서</title>"#))
  }

  @Test(arguments: [
    (0, "0"), (-0.0001, "0"), (1.0005, "1.001"), (-1.5, "-1.5"), (12.340, "12.34"), (0.05, "0.05"),
    (1e300, "1000000000000"), (2.9996, "3"),
  ])
  func numbersHaveThreePlacesAtMost(value: Double, expected: String) throws {
    var path = Path()
    path.move(value, 0)
    path.line(1, 1)
    let item = SceneItem(.path(PathItem(path, fill: .black)))
    let text = try svg(Scene(size: Size(width: 9, height: 9), items: [item]))
    #expect(text.contains("\"M\(expected) 0L1 1\""))
  }
}
