import CCairo
import Foundation
import Testing

@testable import CairoRendering

@Suite("Faces as FreeType opens them")
struct FreeTypeFaceTests {
  @Test("The map of characters is empty, and the file stays as it is")
  func map() throws {
    let file = try #require(bundledFonts.faces.first).file
    let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let opened = try #require(FreeTypeFace(file, index: 0))
    var glyph: FT_UInt = 0
    #expect(FT_Get_First_Char(opened.face, &glyph) == 0)
    #expect(glyph == 0)
    #expect(FT_Get_Char_Index(opened.face, FT_ULong(("가" as Unicode.Scalar).value)) == 0)
    #expect(opened.face.pointee.num_glyphs > 11_172)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
  }

  @Test("A file that is no font isn't opened", arguments: ["", "no font", "/nowhere"])
  func refused(content: String) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).otf").path
    if content != "/nowhere" { try Data(content.utf8).write(to: URL(fileURLWithPath: path)) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FreeTypeFace(FontFile(name: "a.otf", path: path), index: 0) == nil)
  }

  @Test("All renderers of a library draw with the same face of cairo")
  func shared() throws {
    let face = try #require(bundledFonts.faces.first)
    let first = try #require(face.content.cairoFace(of: face.index))
    #expect(face.content.cairoFace(of: face.index) === first)
    #expect(face.content.cairoFace(of: 1) == nil)
  }
}
