import Diagnostics
import Graphics
import Testing

@testable import CairoRendering

/// PNG files of every kind, drawn as they are meant.
@Suite struct PictureKindTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Of an image of 9 × 9: its left part is one colour, its right another.
    var bytes: [UInt8]
    var left: [UInt8]
    var right: [UInt8]

    init(
      _ name: String, depth: UInt8 = 8, colour: UInt8 = 2, isInterlaced: Bool = false,
      palette: [UInt8] = [], alphas: [UInt8] = [], _ leftSample: [UInt8], _ rightSample: [UInt8],
      shows left: [UInt8], _ right: [UInt8]
    ) {
      testDescription = name
      (self.left, self.right) = (left, right)
      var png = TestPNG(
        width: 9, height: 9, depth: depth, colour: colour, isInterlaced: isInterlaced
      ) { x, _ in x < 5 ? leftSample : rightSample }
      if !palette.isEmpty { png.chunks += png.chunk("PLTE", palette) }
      if !alphas.isEmpty { png.chunks += png.chunk("tRNS", alphas) }
      bytes = png.bytes
    }
  }

  private static let palette: [UInt8] = [200, 0, 0, 0, 0, 200]

  static let kinds = [
    Kind("RGB", [200, 0, 0], [0, 0, 200], shows: [200, 0, 0], [0, 0, 200]),
    Kind("grey", colour: 0, [30], [200], shows: [30, 30, 30], [200, 200, 200]),
    Kind("one bit", depth: 1, colour: 0, [1], [0], shows: [255, 255, 255], [0, 0, 0]),
    Kind("four bits", depth: 4, colour: 0, [3], [12], shows: [51, 51, 51], [204, 204, 204]),
    Kind(
      "16 bits", depth: 16, [200, 7, 0, 0, 0, 0], [0, 0, 0, 0, 200, 9], shows: [200, 0, 0],
      [0, 0, 200]),
    Kind("palette", colour: 3, palette: palette, [0], [1], shows: [200, 0, 0], [0, 0, 200]),
    Kind(
      "palette of two bits", depth: 2, colour: 3, palette: palette, [0], [1], shows: [200, 0, 0],
      [0, 0, 200]),
    Kind(
      "palette with alpha", colour: 3, palette: palette, alphas: [255, 0], [0], [1],
      shows: [200, 0, 0], [255, 255, 255]),
    Kind(
      "alpha", colour: 6, [200, 0, 0, 255], [0, 0, 0, 0], shows: [200, 0, 0], [255, 255, 255]),
    Kind(
      "grey with alpha", colour: 4, [0, 128], [0, 0], shows: [127, 127, 127], [255, 255, 255]),
    Kind(
      "interlaced", isInterlaced: true, [200, 0, 0], [0, 0, 200], shows: [200, 0, 0],
      [0, 0, 200]),
    Kind(
      "interlaced, 16 bits, alpha", depth: 16, colour: 6, isInterlaced: true,
      [200, 0, 0, 0, 0, 0, 255, 255], [0, 0, 0, 0, 200, 0, 255, 255], shows: [200, 0, 0],
      [0, 0, 200]),
  ]

  private func item(_ kind: Kind) -> ImageItem {
    ImageItem(
      bytes: kind.bytes, header: ImageHeader(format: .png, width: 9, height: 9),
      rect: Rect(x: 0, y: 0, width: 90, height: 90))
  }

  private func near(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= 2 }
  }

  @Test(arguments: kinds) func isDrawnOnAPicture(_ kind: Kind) throws {
    let scene = Scene(
      size: Size(width: 90, height: 90), items: [SceneItem(.image(item(kind)))])
    let drawn = try Picture(PNGRenderer(fonts: bundledFonts).render(scene))
    #expect(near(drawn.pixel(20, 45), kind.left), "\(drawn.pixel(20, 45))")
    #expect(near(drawn.pixel(75, 45), kind.right), "\(drawn.pixel(75, 45))")
  }

  @Test(.enabled(if: Tool.pdftoppm.isThere, "pdftoppm is not installed"), arguments: kinds)
  func isTheSameInADocument(_ kind: Kind) throws {
    let folder = try TemporaryFolder()
    let renderer = try PDFRenderer(
      info: DocumentInfo(title: "시험", language: "ko", creator: "test"), fonts: bundledFonts)
    try renderer.addPage(
      Scene(size: Size(width: 90, height: 90), items: [SceneItem(.image(item(kind)))]))
    let path = try folder.write("a.pdf", renderer.finish())
    _ = try Tool.pdftoppm("-r 72 -png -singlefile \(path) \(folder.path)/a")
    let drawn = try Picture(readFile("\(folder.path)/a.png"))
    #expect(near(drawn.pixel(20, 45), kind.left), "\(drawn.pixel(20, 45))")
    #expect(near(drawn.pixel(75, 45), kind.right), "\(drawn.pixel(75, 45))")
  }
}
