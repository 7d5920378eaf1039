import Diagnostics
import Graphics
import Testing

@testable import CairoRendering

/// A page's content, what its stretches are, and what comes of it.
struct MarkedContent: Sendable, CustomTestStringConvertible {
  var id: String
  var content: String
  var marks: [ContentMarker.Mark]
  var expected: String

  init(
    id: String, content: String, roles: [Structure.Role] = [],
    marks: [ContentMarker.Mark]? = nil, expected: String
  ) {
    self.id = id
    self.content = content
    self.marks = marks ?? roles.map { .role($0) }
    self.expected = expected
  }

  var testDescription: String { id }

  static let marked: [MarkedContent] = [
    MarkedContent(id: "nothing", content: "", expected: ""),
    MarkedContent(id: "state alone", content: "1 0 0 rg q Q\n", expected: "1 0 0 rg q Q\n"),
    MarkedContent(
      id: "a path", content: "1 0 0 rg\n0 0 1 1 re f\n",
      expected: "1 0 0 rg\n/Artifact BMC\n0 0 1 1 re f\n\nEMC\n"),
    MarkedContent(
      id: "a clip is no artifact", content: "q 0 0 1 1 re W n Q\n", expected: "q 0 0 1 1 re W n Q\n"
    ),
    MarkedContent(
      id: "a stretch", content: "/P << /MCID 0 >> BDC\nBT <01> Tj ET\nEMC\n", roles: [.heading1],
      expected: "/H1<</MCID 0>>BDC\nBT <01> Tj ET\nEMC\n"),
    MarkedContent(
      id: "artifacts before, between and after",
      content: "BT (a\\)) Tj ET\n/P << /MCID 0 >> BDC\n/x5 Do\nEMC\n/x6 Do\n/P << /MCID 1 >> BDC\n"
        + "EMC 1 2 m 3 4 l S",
      roles: [.figure, .paragraph],
      expected: "/Artifact BMC\nBT (a\\)) Tj ET\nEMC\n/Figure<</MCID 0>>BDC\n/x5 Do\nEMC\n"
        + "/Artifact BMC\n/x6 Do\nEMC\n/P<</MCID 1>>BDC\nEMC /Artifact BMC\n1 2 m 3 4 l S\nEMC\n"),
    MarkedContent(
      id: "text with a mark of cairo's own",
      content: "BT /Span << /ActualText <feff0031> >> BDC <01> Tj EMC ET\n",
      expected: "/Artifact BMC\nBT /Span << /ActualText <feff0031> >> BDC <01> Tj EMC ET\n\nEMC\n"),
    MarkedContent(
      id: "a mark of cairo's own in a stretch",
      content:
        "/P << /MCID 0 >> BDC\nBT /Span << /ActualText <feff0031> >> BDC <01> Tj EMC ET\nEMC",
      roles: [.span],
      expected:
        "/Span<</MCID 0>>BDC\nBT /Span << /ActualText <feff0031> >> BDC <01> Tj EMC ET\nEMC"),
    MarkedContent(
      id: "artifacts of a kind don't count",
      content: "/P << /MCID 0 >> BDC\n/x5 Do\nEMC\n/P << /MCID 1 >> BDC\n/x6 Do\nEMC\n"
        + "/P << /MCID 2 >> BDC\n/x7 Do\nEMC\n/P << /MCID 3 >> BDC\n/x8 Do\nEMC\n",
      marks: [.artifact(.header), .role(.paragraph), .artifact(.repeated), .artifact(.footer)],
      expected: "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n/x5 Do\nEMC\n"
        + "/P<</MCID 0>>BDC\n/x6 Do\nEMC\n/Artifact<</Type/Pagination>>BDC\n/x7 Do\nEMC\n"
        + "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n/x8 Do\nEMC\n"),
  ]

  static let refused: [MarkedContent] = [
    MarkedContent(
      id: "fewer stretches than drawn", content: "", roles: [.paragraph],
      expected: "a page has 0 stretches of marked content where 1 were drawn"),
    MarkedContent(
      id: "more stretches than drawn", content: "/P << /MCID 0 >> BDC EMC",
      expected: "a page's marked content isn't in the order it was drawn in"),
    MarkedContent(
      id: "out of order", content: "/P << /MCID 1 >> BDC EMC", roles: [.paragraph, .paragraph],
      expected: "a page's marked content isn't in the order it was drawn in"),
    MarkedContent(
      id: "nested", content: "/P << /MCID 0 >> BDC /P << /MCID 1 >> BDC EMC EMC",
      roles: [.paragraph, .paragraph],
      expected: "a page's marked content isn't in the order it was drawn in"),
    MarkedContent(
      id: "inside a text object", content: "BT /P << /MCID 0 >> BDC EMC ET", roles: [.paragraph],
      expected: "a page's marked content isn't in the order it was drawn in"),
    MarkedContent(
      id: "left open", content: "/P << /MCID 0 >> BDC", roles: [.paragraph],
      expected: "a page has 1 stretches of marked content where 1 were drawn"),
    MarkedContent(
      id: "ended twice", content: "EMC",
      expected: "a page's marked content ends where none is open"),
    MarkedContent(
      id: "operands left over", content: "1 2", expected: "a page's content is cut off"),
    MarkedContent(id: "open string", content: "(abc", expected: "a page's content is cut off"),
    MarkedContent(
      id: "unknown operator", content: "1 frobnicate",
      expected: "a page's content has an unknown operator"),
    MarkedContent(
      id: "inline image", content: "BI /W 1 ID x EI", expected: "a page has an inline image"),
  ]
}

@Suite struct FinishingTests {
  @Test(arguments: MarkedContent.marked)
  func contentIsMarked(_ page: MarkedContent) throws {
    let marked = try ContentMarker.mark(Array(page.content.utf8), as: page.marks)
    #expect(String(decoding: marked, as: UTF8.self) == page.expected)
  }

  @Test(arguments: MarkedContent.refused)
  func oddContentIsRefused(_ page: MarkedContent) {
    let fault = #expect(throws: PDFFault.self) {
      try ContentMarker.mark(Array(page.content.utf8), as: page.marks)
    }
    #expect(fault?.reason == page.expected)
  }

  @Test(arguments: [
    (
      "<< /A 1 /B [ 1 0 R (a\\(b\\)\\101) <0aFF> true null ] % x\n >>",
      "<</A 1/B[1 0 R(a\\(b\\)A)<0AFF>true null]>>"
    ),
    ("-1.50", "-1.50"), ("/Name#20x", "/Name#20x"), ("[1 0 2 0 R]", "[1 0 2 0 R]"),
    ("(a\\\nb)", "(ab)"), ("<feff>", "<FEFF>"),
  ])
  func valuesAreReadAndWritten(source: String, expected: String) throws {
    var parser = PDFParser(Array(source.utf8), at: 0)
    var out: [UInt8] = []
    PDFSyntax.append(try parser.value(), to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("", "a value is cut off"), ("(abc", "a string is cut off"), ("<< /A", "a value is cut off"),
    ("<< 1 2 >>", "a dictionary has a key that is no name"),
    ("frob", "the unknown word \"frob\" stands where a value should"),
    ("<0x>", "a hexadecimal string has an odd digit"),
    (String(repeating: "[", count: 100), "values are nested too deep"),
  ])
  func oddValuesAreRefused(source: String, reason: String) {
    let fault = #expect(throws: PDFFault.self) {
      var parser = PDFParser(Array(source.utf8), at: 0)
      _ = try parser.value()
    }
    #expect(fault?.reason == reason)
  }

  /// Whatever is cut from cairo's file or changed in it: a fault or a file, never a crash.
  @Test func damagedFilesAreRefused() throws {
    let brief = Brief()
    let page = DrawnPage(
      size: Size(width: 9, height: 9), stretches: [], links: [], boxes: [:], destinations: [])
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [ 3 0 R ] >>",
      "<< /Type /Page /MediaBox [0 0 9 9] /Resources << >> /Contents 4 0 R >>",
      "<< /Length 5 0 R >>\nstream\nq Q\nendstream", "   3",
    ]
    var text = "%PDF-1.4\n"
    var table = "xref\n0 6\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    let valid = Array(
      (text + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    func finish(_ bytes: [UInt8]) throws -> [UInt8] {
      try PDFFinisher.finish(bytes, pages: [page], info: brief.info, options: PDFOptions())
    }
    #expect(try finish(valid).starts(with: "%PDF-1.7".utf8))
    for end in stride(from: 0, to: valid.count - 20, by: 7) {
      #expect(throws: PDFFault.self) { try finish(Array(valid[..<end])) }
    }
    var random = SplitMix(state: 7)
    for _ in 0..<2000 {
      var bytes = valid
      for _ in 0..<3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? finish(bytes)
    }
  }

  @Test func longTextsAreCutOffAtWholeCharacters() {
    let ascii = String(repeating: "a", count: 40_000)
    #expect(PDFSyntax.textBytes(ascii).count == 32_767)
    let short = String(repeating: "가", count: 16_382)
    #expect(PDFSyntax.textBytes(short).count == 2 + 2 * 16_382)
    // An odd number of units, so that the last pair doesn't fit.
    let long = PDFSyntax.textBytes("가" + String(repeating: "\u{1F600}", count: 9000))
    #expect(long.count <= 32_767 && long.count > 32_760)
    #expect(long.suffix(4).elementsEqual([0xDE, 0x00, 0x20, 0x26]))
  }

  @Test(arguments: [
    ("application/json", "application#2Fjson"), ("a b", "a#20b"), ("#(가)", "#23#28#EA#B0#80#29"),
    ("x\n", "x#0A"),
  ])
  func namesHoldAnyCharacter(_ text: String, _ expected: String) {
    #expect(PDFSyntax.name(text) == .name(expected))
  }

  @Test(arguments: [
    ([1, 2, 3, 2, 1], [1, 2, 3, 2, 1]), ([3, 4, 3, 2, 6], [1, 2, 1, 1, 2]),
    ([2, 2, 1, 3], [1, 1, 1, 2]),
  ])
  func headingsOfAPartSkipNoLevel(_ levels: [Int], _ expected: [Int]) {
    let roles: [Structure.Role] = [
      .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
    ]
    var order = HeadingOrder()
    #expect(levels.map { order.role(of: roles[$0 - 1]) } == expected.map { roles[$0 - 1] })
    #expect(order.role(of: .paragraph) == .paragraph)
  }

  @Test(arguments: [
    (0, "D:19700101000000Z", "1970-01-01T00:00:00Z"),
    (1_666_656_000, "D:20221025000000Z", "2022-10-25T00:00:00Z"),
    (951_782_399, "D:20000228235959Z", "2000-02-28T23:59:59Z"),
    (951_782_400, "D:20000229000000Z", "2000-02-29T00:00:00Z"),
    (-1, "D:19691231235959Z", "1969-12-31T23:59:59Z"),
    (253_402_300_799, "D:99991231235959Z", "9999-12-31T23:59:59Z"),
  ])
  func momentsAreWrittenBothWays(seconds: Int, pdf: String, iso: String) {
    let time = CivilTime(secondsSince1970: seconds)
    #expect(time?.pdf == pdf)
    #expect(time?.iso == iso)
  }

  @Test func momentsBeyondFourDigitYearsAreNone() {
    #expect(CivilTime(secondsSince1970: 253_402_300_800) == nil)
    #expect(CivilTime(secondsSince1970: .min) == nil)
    #expect(CivilTime(secondsSince1970: .max) == nil)
  }

  @Test func theColourProfileHoldsTogether() throws {
    let profile = ColorProfile.sRGB()
    func big32(_ at: Int) -> Int { profile[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(big32(0) == profile.count)
    #expect(profile.count < 700)
    #expect(profile[36..<40].elementsEqual("acsp".utf8))
    var white = [0, 0, 0]
    for tag in 0..<big32(128) {
      let (offset, length) = (big32(136 + 12 * tag), big32(140 + 12 * tag))
      #expect(offset % 4 == 0 && offset + length <= profile.count)
      let name = String(decoding: profile[132 + 12 * tag..<136 + 12 * tag], as: UTF8.self)
      if ["rXYZ", "gXYZ", "bXYZ"].contains(name) {
        for axis in 0..<3 { white[axis] += big32(offset + 8 + 4 * axis) }
      }
    }
    // Red, green and blue together are the white of D50.
    #expect(abs(white[0] - 63_190) < 10)
    #expect(abs(white[1] - 65_536) < 10)
    #expect(abs(white[2] - 54_061) < 20)
  }

  @Test(arguments: [
    ("https://a.example/b?c=d&e=(1)#f", "https://a.example/b?c=d&e=(1)#f"),
    ("https://a.example/가 나", "https://a.example/%EA%B0%80%20%EB%82%98"),
    ("mailto:a%20b@c", "mailto:a%20b@c"), ("x\"<>", "x%22%3C%3E"),
  ])
  func addressesAreASCII(uri: String, expected: String) {
    #expect(String(decoding: URIText.ascii(uri), as: UTF8.self) == expected)
  }
}

@Suite struct ContentHashTests {
  @Test func everyByteCounts() {
    let bytes = (0..<100).map { UInt8($0) }
    let hash = ContentHash.of(bytes)
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      #expect(ContentHash.of(other) != hash)
    }
    #expect(ContentHash.of(bytes + [0]) != hash)
    #expect(ContentHash.of(bytes, seed: 1) != hash)
    #expect(ContentHash.of([]) != ContentHash.of([0]))
  }

  @Test func piecesHashAsTheWhole() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var pieces = ContentHash()
    bytes[..<640].withUnsafeBytes { pieces.update($0) }
    bytes[640...].withUnsafeBytes { pieces.update($0) }
    #expect(pieces.value == ContentHash.of(bytes))
  }
}
