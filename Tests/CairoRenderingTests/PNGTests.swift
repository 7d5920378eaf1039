import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct PNGTests {
  private let renderer = PNGRenderer(fonts: bundledFonts)
  private let shaper = bundledFonts.makeShaper()

  private func picture(
    _ scene: Scene, scale: Double = 1, background: Color? = .white
  ) throws -> Picture {
    try Picture(renderer.render(scene, scale: scale, background: background))
  }

  @Test func fewColoursMakeAPaletteOfTheFewestBits() throws {
    var scene = Scene(size: Size(width: 13, height: 7))
    #expect(try picture(scene).depth == 1)
    for count in 1...20 {
      scene.items.append(
        rect(Double(count % 13), Double(count / 13), 1, 1, Color(UInt32(count) * 0x0A0B0C)))
      let read = try picture(scene)
      #expect(read.colorType == 3)
      #expect(Int(read.depth) == (count < 2 ? 1 : count < 4 ? 2 : count < 16 ? 4 : 8))
      for index in 1...count {
        let value = UInt8(index)
        #expect(read.pixel(index % 13, index / 13) == [10 * value, 11 * value, 12 * value, 255])
      }
    }
  }

  @Test func manyColoursMakeTrueColour() throws {
    var scene = Scene(size: Size(width: 20, height: 20))
    for x in 0..<20 {
      for y in 0..<20 {
        let color = Color(UInt32(x * 12) << 16 | UInt32(y * 12) << 8 | 0x40)
        scene.items.append(rect(Double(x), Double(y), 1, 1, color))
      }
    }
    let read = try picture(scene)
    #expect(read.colorType == 2)
    #expect(read.pixel(3, 17) == [36, 204, 0x40, 255])
    #expect(read.pixel(19, 0) == [228, 0, 0x40, 255])
  }

  @Test func aTransparentGroundKeepsColoursStraight() throws {
    var scene = Scene(size: Size(width: 4, height: 1))
    scene.items = [
      rect(1, 0, 1, 1, Color(red: 1, green: 0.5, blue: 0, alpha: 0.5)),
      rect(2, 0, 1, 1, Color(0x102030)),
    ]
    let read = try picture(scene, background: nil)
    #expect(read.pixel(0, 0) == [0, 0, 0, 0])
    let translucent = read.pixel(1, 0)
    #expect(translucent[3] == 128)
    #expect(abs(Int(translucent[0]) - 255) <= 2 && abs(Int(translucent[1]) - 128) <= 2)
    #expect(read.pixel(2, 0) == [0x10, 0x20, 0x30, 255])
  }

  @Test(arguments: [(1.0, 200, 120), (2, 400, 240), (0.333, 67, 40)])
  func theScaleSetsPixelsAndResolution(scale: Double, width: Int, height: Int) throws {
    let read = try picture(.sampler(shaper), scale: scale)
    #expect(read.width == width)
    #expect(read.height == height)
    #expect(read.pixelsPerMetre == Int((72 * scale / 0.0254).rounded()))
    #expect(read.chunks.first == "IHDR" && read.chunks.last == "IEND")
  }

  @Test func theSamePictureHasTheSameBytes() throws {
    let scene = Scene.sampler(shaper)
    let other = PNGRenderer(fonts: FontLibrary(bundledFonts.faces.map(\.file)))
    #expect(
      try renderer.render(scene, scale: 2)
        == other.render(.sampler(bundledFonts.makeShaper()), scale: 2))
  }

  @Test func textLeavesInkWhereItStands() throws {
    let scene = Scene(
      size: Size(width: 60, height: 20),
      items: Lines("가나", x: 10, y: 0, width: 60, shaper: shaper).items)
    let read = try picture(scene, scale: 4)
    func hasInk(_ columns: Range<Int>) -> Bool {
      columns.contains { x in (0..<read.height).contains { read.pixel(x, $0)[0] < 128 } }
    }
    #expect(!hasInk(0..<40))
    #expect(hasInk(40..<76))
    #expect(hasInk(78..<113))
    #expect(!hasInk(114..<240))
  }

  @Test func opacityOfAGroupCountsOnceWhereItsItemsOverlap() throws {
    let black = rect(0, 0, 10, 10, .black)
    let scene = Scene(
      size: Size(width: 10, height: 10),
      items: [SceneItem(.group(SceneGroup([black, black], opacity: 0.5)))])
    let value = try picture(scene).pixel(5, 5)[0]
    #expect(abs(Int(value) - 128) <= 1)
  }

  @Test func imagesAreDrawnUprightIntoTheirRectangle() throws {
    var source = Scene(size: Size(width: 2, height: 2))
    source.items = [rect(0, 0, 1, 1, Color(0xFF0000)), rect(1, 0, 1, 1, Color(0x00FF00))]
    let bytes = try renderer.render(source)
    func corners(_ orientation: Int) throws -> [String] {
      let header = ImageHeader(format: .png, width: 2, height: 2, orientation: orientation)
      let image = ImageItem(
        bytes: bytes, header: header, rect: Rect(x: 0, y: 0, width: 40, height: 40))
      let read = try picture(
        Scene(size: Size(width: 40, height: 40), items: [SceneItem(.image(image))]))
      return [(5, 5), (35, 5), (5, 35), (35, 35)].map { x, y in
        let pixel = read.pixel(x, y)
        return pixel[1] < 100 ? "red" : pixel[0] < 100 ? "green" : "white"
      }
    }
    #expect(try corners(1) == ["red", "green", "white", "white"])
    #expect(try corners(2) == ["green", "red", "white", "white"])
    #expect(try corners(3) == ["white", "white", "green", "red"])
    #expect(try corners(4) == ["white", "white", "red", "green"])
    #expect(try corners(5) == ["red", "white", "green", "white"])
    #expect(try corners(6) == ["white", "red", "white", "green"])
    #expect(try corners(7) == ["white", "green", "white", "red"])
    #expect(try corners(8) == ["green", "white", "red", "white"])
  }
}
