import CairoRendering
import Diagnostics
import Graphics
import Testing

/// What can't become a PDF, and what is said of it.
struct RefusedPDF: Sendable, CustomTestStringConvertible {
  var id: String
  var structure: [Structure.Node] = []
  var items: [SceneItem] = []
  var size = Size(width: 100, height: 100)
  var standards: Set<PDFStandard> = []
  var message: String

  var testDescription: String { id }

  private static func square(_ leaf: Int?) -> SceneItem {
    var item = rect(0, 0, 9, 9, .black)
    item.leaf = leaf
    return item
  }

  private static func words(_ text: String) -> SceneItem {
    SceneItem(
      .glyphs(
        GlyphRun(
          face: bundledFonts.faces[0].id, style: body, glyphs: [.init(id: 1, x: 0, y: 9)],
          text: text,
          clusters: [.init(byteCount: Int32(text.utf8.count), glyphCount: 1)], width: 9)))
  }

  private static func jpeg(_ bytes: [UInt8]) -> SceneItem {
    SceneItem(
      .image(
        ImageItem(
          bytes: bytes, header: ImageHeader(format: .jpeg, width: 2, height: 1),
          rect: Rect(x: 0, y: 0, width: 9, height: 9))))
  }

  private static func frame(precision: UInt8, components: UInt8) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 8, precision, 0, 1, 0, 2, components]
  }

  static let all: [RefusedPDF] = [
    RefusedPDF(
      id: "leaf outside the tree", structure: [.init(.paragraph, leaf: 1)], items: [square(2)],
      message: "internal fault while drawing: cairo's PDF isn't as expected: "
        + "an item belongs to leaf 2, which the structure tree hasn't"),
    RefusedPDF(
      id: "one leaf twice", structure: [.init(.paragraph, leaf: 1), .init(.paragraph, leaf: 1)],
      items: [square(1)],
      message: "internal fault while drawing: cairo's PDF isn't as expected: "
        + "two elements of the structure tree are leaf 1"),
    RefusedPDF(
      id: "one id twice",
      structure: [.init(.note, id: "a", leaf: 1), .init(.note, id: "a", leaf: 2)],
      items: [square(1), square(2)],
      message: "internal fault while drawing: cairo's PDF isn't as expected: "
        + "two elements of the structure tree have the id \"a\""),
    RefusedPDF(
      id: "page too long", size: Size(width: 10, height: 14_401),
      message: "a page is longer than the 14400 pt that PDF allows"),
    RefusedPDF(
      id: "page too short", size: Size(width: 10, height: 2.5),
      message: "a page is shorter than the 3 pt that PDF asks for"),
    RefusedPDF(
      id: "private use in an archive", items: [words("가\u{E000}")], standards: [.ua1, .a3a],
      message: "the text holds the private-use character U+E000, which no archive can read"),
    RefusedPDF(
      id: "private use of a higher plane, in a group",
      items: [SceneItem(.group(SceneGroup([words("\u{10FFFD}")])))], standards: [.a3a],
      message: "the text holds the private-use character U+10FFFD, which no archive can read"),
    RefusedPDF(
      id: "JPEG that is none", items: [jpeg([0xFF, 0xD8, 0xFF, 0xE0, 0, 9])],
      message: "a JPEG image is damaged and can't be drawn"),
    RefusedPDF(
      id: "JPEG in CMYK that isn't said to be", items: [jpeg(frame(precision: 8, components: 4))],
      message: "a JPEG image is damaged and can't be drawn"),
    RefusedPDF(
      id: "JPEG of 12 bits", items: [jpeg(frame(precision: 12, components: 3))],
      message: "a JPEG image is damaged and can't be drawn"),
  ]
}

@Suite struct RefusedPDFs {
  @Test(arguments: RefusedPDF.all)
  func areErrorsNotFiles(_ refused: RefusedPDF) {
    let error = #expect(throws: DiagnosticError.self) {
      var info = DocumentInfo(title: "시험", language: "ko", creator: "test")
      info.structure.root.children = refused.structure
      let renderer = try PDFRenderer(
        info: info, fonts: bundledFonts, options: PDFOptions(standards: refused.standards))
      try renderer.addPage(Scene(size: refused.size, items: refused.items))
      _ = try renderer.finish()
    }
    #expect(error?.diagnostics.map(\.message) == [refused.message])
  }

  @Test func aPDFEndsOnceAndHasPages() throws {
    let info = DocumentInfo(title: "시험", language: "ko", creator: "test")
    let renderer = try PDFRenderer(info: info, fonts: bundledFonts)
    #expect(throws: DiagnosticError.self) { try renderer.finish() }
    try renderer.addPage(Scene(size: Size(width: 9, height: 9)))
    _ = try renderer.finish()
    #expect(throws: DiagnosticError.self) { try renderer.finish() }
    #expect(throws: DiagnosticError.self) {
      try renderer.addPage(Scene(size: Size(width: 9, height: 9)))
    }
  }

  @Test func aFontThatForbidsItIsNotEmbedded() throws {
    let folder = try TemporaryFolder()
    var bytes = try readFile(bundledFonts.faces[3].file.path)
    let record = try #require(
      stride(from: 12, to: 400, by: 16).first { Array(bytes[$0..<$0 + 4]) == Array("OS/2".utf8) })
    let table = bytes[record + 8..<record + 12].reduce(0) { $0 << 8 | Int($1) }
    bytes[table + 9] = 2
    let path = try folder.write("strict.ttf", bytes)
    let library = FontLibrary([FontFile(name: "strict.ttf", path: path)])
    #expect(library.faces.first?.embedding.level == .restricted)
    let style = TextStyle(family: "Brief Symbols", size: 10)
    let items = Lines("ₓ", style, x: 0, y: 0, width: 90, shaper: library.makeShaper()).items
    let scene = Scene(size: Size(width: 90, height: 20), items: items)
    let renderer = try PDFRenderer(
      info: DocumentInfo(title: "시험", language: "ko", creator: "test"), fonts: library)
    let error = #expect(throws: DiagnosticError.self) { try renderer.addPage(scene) }
    #expect(
      error?.diagnostics.first?.message
        == "\"Brief Symbols\" doesn't allow a PDF to carry its glyphs (embedding: restricted)")
    // Pixels carry no font.
    _ = try PNGRenderer(fonts: library).render(scene)
  }
}
