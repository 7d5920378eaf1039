import Diagnostics
import Graphics
import Inputs
import Testing

struct ImageHeaderReaderTests {
  private func read(_ bytes: [UInt8]) throws -> ImageHeader {
    try ImageHeaderReader.read(Source(name: "a.png", bytes: bytes))
  }

  private func complaint(_ bytes: [UInt8], limits: Limits = Limits()) -> String? {
    do throws(DiagnosticError) {
      _ = try ImageHeaderReader.read(Source(name: "a.png", bytes: bytes), limits: limits)
      return nil
    } catch {
      return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
    }
  }

  @Test func readsThePixelsOfAPNG() throws {
    #expect(try read(Images.png(640, 480)) == ImageHeader(format: .png, width: 640, height: 480))
  }

  @Test func readsTheResolutionAndOrientationOfAPNG() throws {
    let physical = Images.chunk("pHYs", Images.big32(11811) + Images.big32(11811) + [1])
    let exif = Images.chunk("eXIf", Images.exif(orientation: 6, bigEndian: true))
    let header = try read(Images.png(640, 480, chunks: physical + exif))
    #expect(header.resolution.map { ($0 * 1000).rounded() } == 299_999)
    #expect(header.orientation == 6)
    let aspect = Images.chunk("pHYs", Images.big32(2) + Images.big32(1) + [0])
    #expect(try read(Images.png(640, 480, chunks: aspect)).resolution == nil)
  }

  @Test(arguments: [0xC0, 0xC1, 0xC2] as [UInt8])
  func readsThePixelsOfAJPEG(frame: UInt8) throws {
    let header = try read(Images.jpeg(640, 480, frame: frame))
    #expect(header == ImageHeader(format: .jpeg, width: 640, height: 480))
  }

  @Test func tellsInksFromLight() throws {
    #expect(try !read(Images.jpeg(4, 4, components: 3)).isCMYK)
    #expect(try read(Images.jpeg(4, 4, components: 4)).isCMYK)
  }

  @Test(
    arguments: [(1, 300, 300.0), (2, 100, 254.0), (0, 1, nil), (1, 0, nil)]
      as [(UInt8, Int, Double?)])
  func readsTheDensityOfJFIF(unit: UInt8, density: Int, expected: Double?) throws {
    let header = try read(Images.jpeg(10, 20, segments: Images.jfif(unit: unit, density: density)))
    #expect(header.resolution == expected)
  }

  @Test(arguments: [false, true], 1...8)
  func readsTheOrientationOfEXIF(bigEndian: Bool, orientation: Int) throws {
    let exif = Images.exif(orientation: orientation, bigEndian: bigEndian)
    let segment = Images.segment(0xE1, Array("Exif\0\0".utf8) + exif)
    let header = try read(Images.jpeg(10, 20, segments: segment))
    #expect(header.orientation == orientation)
    #expect(header.resolution == 144)
  }

  @Test func theDensityOfJFIFComesBeforeThatOfEXIF() throws {
    let exif = Images.segment(
      0xE1, Array("Exif\0\0".utf8) + Images.exif(orientation: 1, bigEndian: true))
    let header = try read(Images.jpeg(1, 1, segments: Images.jfif(unit: 1, density: 96) + exif))
    #expect(header.resolution == 96)
  }

  @Test func damagedEXIFLeavesTheImageUpright() throws {
    let exif = Array(Images.exif(orientation: 9, bigEndian: true).prefix(20))
    let header = try read(
      Images.jpeg(1, 2, segments: Images.segment(0xE1, Array("Exif\0\0".utf8) + exif)))
    #expect(header == ImageHeader(format: .jpeg, width: 1, height: 2))
  }

  @Test(
    arguments: [
      (
        "empty", [],
        "a.png: error: this is no PNG, JPEG or SVG image\n  hint: convert the image to PNG, JPEG or SVG"
      ),
      (
        "GIF", Array("GIF89a".utf8),
        "a.png: error: GIF images are not read\n  hint: convert the image to PNG, JPEG or SVG"
      ),
      (
        "signature alone", Array(Images.png(1, 1).prefix(8)),
        "a.png: error: the image ends before its end\n  hint: is the file complete?"
      ),
      (
        "first chunk", Images.pngSignature + Images.chunk("IDAT", [UInt8](repeating: 0, count: 13)),
        "a.png: error: the image is damaged: its first chunk is not IHDR"
      ),
      ("no width", Images.png(0, 1), "a.png: error: the image is damaged: its size is 0 × 1"),
      (
        "huge height", Images.png(1, 0x8000_0000),
        "a.png: error: the image is damaged: its size is 1 × 2147483648"
      ),
      (
        "pixel format", Images.png(1, 1, depth: 3),
        "a.png: error: the image is damaged: its pixels have a format that PNG doesn't know"
      ),
      (
        "JPEG cut", Array(Images.jpeg(1, 1).prefix(8)),
        "a.png: error: the image ends before its end\n  hint: is the file complete?"
      ),
      (
        "JPEG without a frame", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2],
        "a.png: error: the image is damaged: its pixels begin before their size is given"
      ),
      (
        "JPEG with a short segment", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1],
        "a.png: error: the image is damaged: a segment is 1 bytes long"
      ),
      (
        "JPEG without a marker", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 7],
        "a.png: error: the image is damaged: a marker is missing"
      ),
      (
        "JPEG of no height", Images.jpeg(5, 0),
        "a.png: error: the image is damaged: its size is 5 × 0"
      ),
      (
        "JPEG cut off in its pixels", Array(Images.jpeg(4, 4).dropLast(2)),
        "a.png: error: the image ends before its end\n  hint: is the file complete?"
      ),
      (
        "PNG cut off behind its pixels", Array(Images.png(4, 4).dropLast(12)),
        "a.png: error: the image ends before its end\n  hint: is the file complete?"
      ),
      (
        "PNG without pixels",
        Array(Images.png(4, 4).dropLast(24)) + Images.chunk("IEND", []),
        "a.png: error: the image is damaged: it has no pixels"
      ),
      (
        "lossless JPEG", Images.jpeg(4, 4, frame: 0xC3),
        "a.png: error: the JPEG has lossless, hierarchical or arithmetic coding, which isn't read\n"
          + "  hint: save the image as an ordinary JPEG or as PNG"
      ),
      (
        "JPEG of 12 bits", Images.jpeg(4, 4, frame: 0xC1, bits: 12),
        "a.png: error: the JPEG has 1 components of 12 bits, which isn't read\n"
          + "  hint: save the image as an ordinary JPEG or as PNG"
      ),
    ] as [(String, [UInt8], String)])
  func saysWhatIsWrongWithAnImage(id: String, bytes: [UInt8], message: String) {
    #expect(complaint(bytes) == message)
  }

  @Test func refusesMorePixelsThanTheLimit() {
    var limits = Limits()
    limits[.imagePixels] = 100
    #expect(complaint(Images.png(10, 10), limits: limits) == nil)
    #expect(
      complaint(Images.png(11, 10), limits: limits) == """
        a.png: error: the image of 11 × 10 pixels passes the limit of 100 pixels
          hint: if that is intended: --limit image-pixels=400
        """)
    #expect(complaint(Images.png(0x7FFF_FFFF, 0x7FFF_FFFF))?.contains("passes the limit") == true)
  }

  @Test func survivesDamage() {
    let exif = Images.segment(
      0xE1, Array("Exif\0\0".utf8) + Images.exif(orientation: 3, bigEndian: false))
    let physical = Images.chunk("pHYs", Images.big32(1000) + Images.big32(1000) + [1])
    let images = [
      Images.png(
        3, 4, chunks: physical + Images.chunk("eXIf", Images.exif(orientation: 2, bigEndian: true))),
      Images.jpeg(3, 4, segments: Images.jfif(unit: 1, density: 72) + exif),
    ]
    var chance = Chance(seed: 5)
    for bytes in images {
      for count in bytes.indices { _ = complaint(Array(bytes[..<count])) }
      for _ in 0..<3000 {
        var changed = bytes
        for _ in 0..<4 {
          let value = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, UInt8.random(in: 0...255, using: &chance)]
          changed[Int.random(in: 8..<changed.count, using: &chance)] =
            value.randomElement(using: &chance) ?? 0
        }
        _ = complaint(changed)
      }
    }
  }
}
