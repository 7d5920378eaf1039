import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct FontLibraryTests {
  @Test func bundledFacesAreReadInOrder() {
    #expect(bundledFonts.diagnostics.isEmpty)
    #expect(bundledFonts.families == ["Brief Sans KR", "Brief Symbols"])
    #expect(bundledFonts.faces.map(\.weight) == [400, 500, 700, 400])
    #expect(bundledFonts.faces.allSatisfy { $0.embedding.level == .installable })
    #expect(Set(bundledFonts.faces.map(\.id)).count == 4)
  }

  @Test func anIdentityLeadsBackToItsFace() throws {
    let face = bundledFonts.faces[2]
    #expect(bundledFonts.face(face.id)?.file == face.file)
    #expect(bundledFonts.face(FaceID(hash: 1, index: 0)) == nil)
    let again = FontLibrary(bundledFonts.faces.map(\.file))
    #expect(again.face(face.id)?.file == face.file)
  }

  @Test(
    arguments: [
      ("가", "Brief Sans KR"), ("한", "Brief Sans KR"), ("₂", "Brief Symbols"),
      ("ạ", "Brief Symbols"),
    ] as [(Unicode.Scalar, String)])
  func coverageNamesTheFirstFace(scalar: Unicode.Scalar, family: String) {
    #expect(bundledFonts.faces(covering: scalar).first?.family == family)
  }

  @Test func nothingCoversWhatIsNotThere() {
    #expect(bundledFonts.faces(covering: "\u{1F600}").isEmpty)
    #expect(bundledFonts.faces(covering: "\u{FFFF}").isEmpty)
  }

  @Test(
    arguments: [
      (family: "Brief Sans KR", weight: TextStyle.Weight.regular, slant: .upright, chosen: 400, []),
      (
        "Brief Sans KR", .semibold, .upright, 700,
        ["\"Brief Sans KR\" has no weight 600, 700 is used"]
      ),
      (
        "Brief Sans KR", .light, .upright, 400, ["\"Brief Sans KR\" has no weight 300, 400 is used"]
      ),
      (
        "Brief Sans KR", .bold, .italic, 700,
        ["\"Brief Sans KR\" has no italic face, the upright one is used"]
      ),
      ("brief sans kr", .medium, .upright, 500, []),
      ("Breif Sans KR", .medium, .upright, 500, ["no font has the family name \"Breif Sans KR\""]),
    ] as [(family: String, weight: TextStyle.Weight, slant: TextStyle.Slant, chosen: Int, [String])]
  )
  func stylesFindTheNearestFace(
    family: String, weight: TextStyle.Weight, slant: TextStyle.Slant, chosen: Int,
    messages: [String]
  ) {
    let (face, diagnostics) = bundledFonts.resolve(family: family, weight: weight, slant: slant)
    #expect(face?.weight == chosen)
    #expect(diagnostics.map(\.message) == messages)
  }

  @Test func aMisspeltFamilyGetsAHint() {
    let (_, diagnostics) = bundledFonts.resolve(family: "Breif Sans KR")
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.hints.first == "did you mean \"Brief Sans KR\"?")
  }

  @Test func aShaperTellsWhatItReplaced() {
    let shaper = PangoShaper(bundledFonts)
    _ = shaper.shape("가", TextStyle(family: "Nanum", size: 9))
    _ = shaper.shape("나", TextStyle(family: "Nanum", size: 12))
    #expect(shaper.diagnostics.map(\.id) == ["font.unknown-family"])
  }

  @Test func filesThatAreNoFontsAreNamed() throws {
    let folder = try TemporaryFolder()
    let good = try readFile(bundledFonts.faces[3].file.path)
    var variable = good
    // The tag of "post" becomes "fvar".
    let directory = try #require(
      stride(from: 12, to: 400, by: 16).first { Array(good[$0..<$0 + 4]) == Array("post".utf8) })
    variable.replaceSubrange(directory..<directory + 4, with: "fvar".utf8)
    let cases: [(name: String, bytes: [UInt8], message: String)] = [
      ("empty.otf", [], "it is too short"),
      ("text.otf", Array("no font at all".utf8), "it doesn't begin like an OpenType font"),
      (
        "web.woff2", Array("wOF2".utf8) + [UInt8](repeating: 0, count: 40),
        "it is a web font; OpenType (.otf, .ttf, .ttc) is needed"
      ),
      ("cut.ttf", Array(good.prefix(100_000)), "is cut off"),
      ("directory.ttf", Array(good.prefix(40)), "its table directory is cut off"),
      ("variable.ttf", variable, "it is a variable font, which isn't built in yet"),
    ]
    for (name, bytes, message) in cases {
      let path = try folder.write(name, bytes)
      let library = FontLibrary([FontFile(name: "fonts/\(name)", path: path)])
      #expect(library.faces.isEmpty)
      let found = library.diagnostics.first?.message ?? ""
      #expect(found.hasPrefix("the font file \"fonts/\(name)\" can't be used: "))
      #expect(found.contains(message), "\(name): \(found)")
    }
    let missing = FontLibrary([FontFile(name: "gone.otf", path: "\(folder.path)/gone.otf")])
    #expect(missing.diagnostics.first?.message.hasSuffix("it can't be opened") == true)
  }

  @Test func damagedBytesNeverCrash() throws {
    let folder = try TemporaryFolder()
    let good = try readFile(bundledFonts.faces[3].file.path)
    var random = SplitMix(state: 42)
    for round in 0..<80 {
      var bytes = good
      for _ in 0..<60 {
        // Mostly in the directory and the tables behind it, where structure lies.
        let range = round % 2 == 0 ? 400 : bytes.count
        bytes[Int(random.next() % UInt64(range))] = UInt8(truncatingIfNeeded: random.next())
      }
      let path = try folder.write("damaged-\(round).ttf", bytes)
      let library = FontLibrary([FontFile(name: "damaged.ttf", path: path)])
      for face in library.faces { _ = face.covers("가") }
      guard round % 4 == 0 else { continue }
      let style = TextStyle(family: "Brief Symbols", size: 10)
      let lines = Lines("H₂O ₓ₁ ạb", style, x: 0, y: 0, width: 90, shaper: library.makeShaper())
      let scene = Scene(size: Size(width: 90, height: 20), items: lines.items)
      _ = try? PNGRenderer(fonts: library).render(scene)
      let info = DocumentInfo(title: "시험", language: "ko", creator: "test")
      guard let renderer = try? PDFRenderer(info: info, fonts: library) else { continue }
      guard (try? renderer.addPage(scene)) != nil else { continue }
      _ = try? renderer.finish()
    }
  }
}
