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
    _ = try Tool.pdftoppm("-r 77 -jpeg \(options) -singlefile \(path) \(folder.path)/a")
    return (
      try Picture(readFile("\(folder.path)/a.png")), try readFile("\(folder.path)/a.jpg")
    )
  }

  @Test(arguments: [
    "-jpegopt quality=100", "-jpegopt quality=100,progressive=y",
    "-jpegopt quality=100,optimize=y",
  ])
  func imagesAreDecoded(options: String) throws {
    let (png, jpeg) = try pictures(options)
    let frame = try #require(JPEGFrame(jpeg))
    #expect(frame.width == png.width && frame.height == png.height)
    let pixels = try JPEGDecoder.decode(jpeg, frame)
    var sum = 0
    for (index, pixel) in pixels.enumerated() {
      for (component, shift) in [16, 8, 0].enumerated() {
        sum += abs(Int(pixel >> UInt32(shift) & 0xFF) - Int(png.pixels[4 * index + component]))
      }
    }
    // Text and edges lose some of their colour to the coarser chroma.
    #expect(Double(sum) / Double(3 * pixels.count) < 1.5)
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
    let frame = try #require(JPEGFrame(bytes))
    let pixels = try JPEGDecoder.decode(bytes, frame)
    #expect(pixels.count == 128)
    #expect(pixels.prefix(8).allSatisfy { $0 == 0xFF28_2828 })
    #expect(pixels.suffix(8).allSatisfy { $0 == 0xFFFF_FFFF })
  }

  @Test(arguments: ["", "-jpegopt progressive=y"])
  func damagedImagesNeverCrash(options: String) throws {
    let (_, jpeg) = try pictures(options)
    let frame = try #require(JPEGFrame(jpeg))
    var random = SplitMix(state: 3)
    for round in 0..<150 {
      var bytes = jpeg
      for _ in 0..<4 {
        let range = round % 3 == 0 ? 700 : bytes.count
        bytes[Int(random.next() % UInt64(range))] = UInt8(truncatingIfNeeded: random.next())
      }
      if let frame = JPEGFrame(bytes), frame.width * frame.height < 1 << 18 {
        _ = try? JPEGDecoder.decode(bytes, frame)
      }
    }
    for end in stride(from: 2, to: jpeg.count - 2, by: jpeg.count / 40) {
      #expect(throws: JPEGFault.self) { try JPEGDecoder.decode(Array(jpeg[..<end]), frame) }
    }
  }

  @Test func aJPEGOnAPictureIsDrawnUpright() throws {
    let (_, jpeg) = try pictures("")
    let frame = try #require(JPEGFrame(jpeg))
    let image = ImageItem(
      bytes: jpeg,
      header: ImageHeader(
        format: .jpeg, width: frame.width, height: frame.height, orientation: 3),
      rect: Rect(x: 0, y: 0, width: 200, height: 120))
    let scene = Scene(size: Size(width: 200, height: 120), items: [SceneItem(.image(image))])
    let drawn = try Picture(PNGRenderer(fonts: bundledFonts).render(scene))
    // The dark rectangle at the left of the upper half is turned to the lower right.
    #expect(drawn.pixel(165, 80)[0] < 60)
    #expect(drawn.pixel(30, 40)[0] > 200)
  }
}
