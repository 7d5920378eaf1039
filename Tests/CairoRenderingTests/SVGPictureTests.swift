import Diagnostics
import Graphics
import Testing

@testable import CairoRendering

@Suite struct SVGPictureTests {
  /// A red square in a blue frame, of 20 × 20 points; `more` is drawn on it.
  private func item(_ more: String = "", _ rect: Rect) -> ImageItem {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="20pt" height="20pt" viewBox="0 0 20 20">
      <rect width="20" height="20" fill="#0000c8"/><path d="M5 5h10v10H5z" fill="#c80000"/>\(more)</svg>
      """
    return ImageItem(
      bytes: Array(text.utf8), header: ImageHeader(drawing: Size(width: 20, height: 20)),
      rect: rect)
  }

  private let place = Rect(x: 10, y: 10, width: 80, height: 80)

  private func scene(_ images: [ImageItem]) -> Scene {
    Scene(
      size: Size(width: 100, height: 100),
      items: [rect(0, 0, 100, 100, .white)] + images.map { SceneItem(.image($0)) })
  }

  private func pdf(_ images: [[ImageItem]]) throws -> [UInt8] {
    let renderer = try PDFRenderer(
      info: DocumentInfo(title: "시험", language: "ko", creator: "test"), fonts: bundledFonts)
    for page in images { try renderer.addPage(scene(page)) }
    return try renderer.finish()
  }

  @Test func isDrawnSharplyOnAPicture() throws {
    let drawn = try Picture(
      PNGRenderer(fonts: bundledFonts).render(scene([item("", place)]), scale: 4))
    #expect(drawn.pixel(50, 50) == [0, 0, 200, 255])
    #expect(drawn.pixel(200, 200) == [200, 0, 0, 255])
    // The edge of the square lies at 10 + 5 · 4 = 30 points: no blur beside it.
    #expect(drawn.pixel(119, 200) == [0, 0, 200, 255])
    #expect(drawn.pixel(120, 200) == [200, 0, 0, 255])
    #expect(drawn.pixel(39, 200) == [255, 255, 255, 255])
  }

  @Test(.enabled(if: Tool.pdftoppm.isThere, "pdftoppm is not installed"))
  func isMadeOfPathsInADocument() throws {
    let bytes = try pdf([
      [
        item("<g opacity='0.5'><circle cx='10' cy='10' r='3' fill='#0000c8'/></g>", place)
      ]
    ])
    let folder = try TemporaryFolder()
    let path = try folder.write("a.pdf", bytes)
    #expect(try Tool.pdfimages("-list \(path)").output.split(separator: "\n").count == 2)
    _ = try Tool.pdftoppm("-r 288 -png -singlefile \(path) \(folder.path)/a")
    let drawn = try Picture(readFile("\(folder.path)/a.png"))
    #expect(drawn.pixel(50, 50) == [0, 0, 200, 255])
    #expect(drawn.pixel(140, 200) == [200, 0, 0, 255])
    let middle = drawn.pixel(200, 200)
    #expect(abs(Int(middle[0]) - 100) < 3 && abs(Int(middle[2]) - 100) < 3, "\(middle)")
  }

  @Test func isHeldOnceHoweverOftenItIsDrawn() throws {
    let long = String(
      repeating: "<path d='M1.234 5.678l3.21 4.56-7.89 1.01z' fill='#123456'/>", count: 400)
    let once = try pdf([[item(long, place)]]).count
    let small = Rect(x: 5, y: 5, width: 10, height: 10)
    let often = try pdf([[item(long, place), item(long, small)], [item(long, place)]]).count
    #expect(often < once + 1500, "\(once), then \(often)")
  }

  /// Cairo lists a picture in a page's resources as often as it stands there; a key may come only once.
  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func mayStandOnAPageMoreThanOnce() throws {
    let png = TestPNG(width: 2, height: 2) { _, _ in [1, 2, 3] }
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.pdf", pdf([[item("", place), item("", place), png.image(place), png.image(place)]]))
    let (status, output) = try Tool.qpdf("--check \(path)")
    #expect(status == 0, "\(output)")
  }

  @Test func theSameBytesComeOutOfTheSameDrawing() throws {
    let images = [[item("<circle r='4' fill-opacity='.3'/>", place)]]
    #expect(try pdf(images) == pdf(images))
  }

  @Test func isPutWholeIntoAnSVGPage() throws {
    let image = item("", place)
    let text = String(
      decoding: try SVGRenderer(fonts: bundledFonts).render(scene([image])), as: UTF8.self)
    #expect(text.contains("<image x=\"10\" y=\"10\" width=\"80\" height=\"80\""))
    #expect(text.contains("data:image/svg+xml;base64," + Base64.text(image.bytes)))
  }

  @Test func whatLibrsvgRefusesIsAnErrorAtItsPlace() {
    var image = item("<path d=", place)
    image.location = SourceLocation(file: "report.md")
    let error = #expect(throws: DiagnosticError.self) {
      try PNGRenderer(fonts: bundledFonts).render(scene([image]))
    }
    #expect(error?.diagnostics.first?.message.hasPrefix("the drawing can't be drawn: ") == true)
    #expect(error?.diagnostics.first?.location == image.location)
  }

  // MARK: Libraries

  private static func message(_ image: ImageItem) -> String? {
    var libraries = PictureLibraries()
    libraries.svg.file = "libnothing.so.0"
    libraries.jpeg.file = "libnothing.so.1"
    do throws(DiagnosticError) {
      _ = try CairoImages(.pixels, limits: Limits(), libraries: libraries).surface(image)
      return nil
    } catch {
      return error.diagnostics.map { $0.rendered(.plain) }.joined()
    }
  }

  @Test func aLibraryThatIsMissingIsNamedWithItsPackage() {
    var drawing = item("", place)
    drawing.location = SourceLocation(file: "report.md")
    #expect(
      Self.message(drawing) == """
        report.md: error: drawing SVG pictures needs "libnothing.so.0", which isn't installed
          hint: install it: apt install librsvg2-2
        """)
    let photo = ImageItem(
      bytes: [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
      header: ImageHeader(format: .jpeg, width: 1, height: 1), rect: place)
    #expect(
      Self.message(photo) == """
        error: decoding JPEG pictures needs "libnothing.so.1", which isn't installed
          hint: install it: apt install libturbojpeg0
        """)
  }

  @Test func aLibraryThatIsTooOldIsNamed() {
    let error = #expect(throws: DiagnosticError.self) {
      let library = try DynamicLibrary(PictureLibraries().svg)
      _ = try library.function("rsvg_nothing", as: (@convention(c) () -> Void).self)
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "\"librsvg-2.so.2\" is too old: it has no \"rsvg_nothing\""
      ])
  }

  @Test func otherPicturesNeedNoLibrary() {
    let png = TestPNG(width: 2, height: 2) { _, _ in [1, 2, 3] }
    #expect(Self.message(png.image(place)) == nil)
  }
}
