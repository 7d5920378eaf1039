import Diagnostics
import Graphics
import Testing

@testable import CairoRendering

@Suite(.enabled(if: Tool.pdftoppm.isThere, "pdftoppm is not installed"))
struct JPEGTests {
  /// The sampler as pdftoppm draws it: as PNG, and as JPEG with the options.
  private func pictures(_ options: String) throws -> (png: Picture, jpeg: [UInt8]) {
    let folder = try TemporaryFolder()
    let info = DocumentInfo(title: "시험", language: "ko", creator: "test")
    let renderer = try PDFRenderer(info: info, fonts: bundledFonts)
    try renderer.addPage(.sampler(bundledFonts.makeShaper()))
    let path = try folder.write("sampler.pdf", renderer.finish())
    _ = try Tool.pdftoppm(
      "-r 77 -png -singlefile \(path) \(folder.path)/a"
    )
    let kind = options.contains("-jpegcmyk") ? "" : "-jpeg"
    _ = try Tool.pdftoppm("-r 77 \(kind) \(options) -singlefile \(path) \(folder.path)/a")
    return (
      try Picture(readFile("\(folder.path)/a.png")), try readFile("\(folder.path)/a.jpg")
    )
  }

  private func item(_ bytes: [UInt8], _ size: Size, isCMYK: Bool = false, orientation: Int = 1)
    -> ImageItem
  {
    var header = ImageHeader(
      format: .jpeg, width: Int(size.width), height: Int(size.height), orientation: orientation)
    header.isCMYK = isCMYK
    return ImageItem(
      bytes: bytes, header: header,
      rect: Rect(x: 0, y: 0, width: size.width, height: size.height))
  }

  private func draw(_ item: ImageItem) throws -> Picture {
    try Picture(
      PNGRenderer(fonts: bundledFonts).render(
        Scene(
          size: Size(width: item.rect.width, height: item.rect.height),
          items: [SceneItem(.image(item))])))
  }

  /// How far the colours of two pictures are apart on average.
  private func distance(_ a: Picture, _ b: Picture) -> Double {
    var sum = 0
    for (x, y) in zip(a.pixels, b.pixels) { sum += abs(Int(x) - Int(y)) }
    return Double(sum) / Double(a.pixels.count)
  }

  @Test(arguments: [
    "-jpegopt quality=100", "-jpegopt quality=100,progressive=y",
    "-jpegopt quality=100,optimize=y", "-jpegopt quality=100 -gray",
  ])
  func imagesAreDecoded(options: String) throws {
    let (png, jpeg) = try pictures(options)
    let size = Size(width: Double(png.width), height: Double(png.height))
    let drawn = try draw(item(jpeg, size))
    // Text and edges lose some of their colour to the coarser chroma.
    #expect(distance(drawn, png) < (options.contains("gray") ? 40 : 1.5))
  }

  @Test func inksAreConverted() throws {
    let (png, jpeg) = try pictures("-jpegopt quality=100 -jpegcmyk")
    let size = Size(width: Double(png.width), height: Double(png.height))
    #expect(distance(try draw(item(jpeg, size, isCMYK: true)), png) < 6)
  }

  @Test func aDocumentHoldsInksAsRedGreenAndBlue() throws {
    let (png, jpeg) = try pictures("-jpegopt quality=100 -jpegcmyk")
    let size = Size(width: Double(png.width), height: Double(png.height))
    let renderer = try PDFRenderer(
      info: DocumentInfo(title: "시험", language: "ko", creator: "test"), fonts: bundledFonts)
    try renderer.addPage(
      Scene(size: size, items: [SceneItem(.image(item(jpeg, size, isCMYK: true)))]))
    let folder = try TemporaryFolder()
    let path = try folder.write("a.pdf", renderer.finish())
    let list = try Tool.pdfimages("-list \(path)").output
    #expect(list.contains(" rgb ") && !list.contains("cmyk"), "\(list)")
    _ = try Tool.pdftoppm("-r 72 -png -singlefile \(path) \(folder.path)/b")
    #expect(distance(try Picture(readFile("\(folder.path)/b.png")), png) < 6)
  }

  @Test func greyImagesAreDecoded() throws {
    // Two blocks of 8 × 8, one of 40, the other of 255.
    let hex =
      "ffd8ffe000104a46494600010100000100010000ffdb004300030202030202030303030403030405"
      + "0805050404050a070706080c0a0c0c0b0a0b0b0d0e12100d0e110e0b0b1016101113141515150c0f"
      + "171816141812141514ffc0000b080008001001011100ffc400150001010000000000000000000000"
      + "000000080affc40014100100000000000000000000000000000000ffda0008010100003f000a28f9"
      + "ffd9"
    let bytes = stride(from: 0, to: hex.utf8.count, by: 2).compactMap {
      UInt8(hex.dropFirst($0).prefix(2), radix: 16)
    }
    let drawn = try draw(item(bytes, Size(width: 16, height: 8)))
    #expect(drawn.pixel(2, 4) == [40, 40, 40, 255])
    #expect(drawn.pixel(13, 4) == [255, 255, 255, 255])
  }

  @Test(arguments: ["", "-jpegopt progressive=y"])
  func damagedImagesNeverCrash(options: String) throws {
    let (png, jpeg) = try pictures(options)
    let size = Size(width: Double(png.width), height: Double(png.height))
    var random = SplitMix(state: 3)
    for round in 0..<150 {
      var bytes = jpeg
      for _ in 0..<4 {
        let range = round % 3 == 0 ? 700 : bytes.count
        bytes[Int(random.next() % UInt64(range))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? draw(item(bytes, size))
    }
    for end in stride(from: 2, to: jpeg.count - 2, by: jpeg.count / 40) {
      let error = #expect(throws: DiagnosticError.self) {
        try draw(item(Array(jpeg[..<end]), size))
      }
      #expect(error?.diagnostics.map(\.id) == ["image.damaged"])
    }
  }

  @Test func aJPEGOnAPictureIsDrawnUpright() throws {
    let (png, jpeg) = try pictures("")
    var image = item(
      jpeg, Size(width: Double(png.width), height: Double(png.height)), orientation: 3)
    image.rect = Rect(x: 0, y: 0, width: 200, height: 120)
    let drawn = try draw(image)
    // The dark rectangle at the left of the upper half is turned to the lower right.
    #expect(drawn.pixel(165, 80)[0] < 60)
    #expect(drawn.pixel(30, 40)[0] > 200)
  }

  /// Viewers that follow a file's orientation and those that don't have to show the same.
  @Test func anSVGPageTurnsTheImageItself() throws {
    let exif: [UInt8] = [0xFF, 0xE1, 0, 12] + Array("Exif\0\0ABCD".utf8)
    let jpeg: [UInt8] = [0xFF, 0xD8] + exif + [0xFF, 0xDB, 0, 3, 7, 0xFF, 0xDA, 1, 2, 0xFF, 0xD9]
    var image = item(jpeg, Size(width: 4, height: 2), orientation: 6)
    image.rect = Rect(x: 10, y: 20, width: 20, height: 40)
    let text = String(
      decoding: try SVGRenderer(fonts: bundledFonts).render(
        Scene(size: Size(width: 50, height: 80), items: [SceneItem(.image(image))])),
      as: UTF8.self)
    #expect(text.contains("width=\"4\" height=\"2\" transform=\"matrix(0 10 -10 0 30 20)\""))
    let plain: [UInt8] = [0xFF, 0xD8] + jpeg.dropFirst(2 + exif.count)
    #expect(text.contains("image/jpeg;base64,\(Base64.text(plain))\""))
  }
}
