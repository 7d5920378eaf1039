import CairoRendering
import Diagnostics
import Graphics
import Testing

@Suite struct PDFTests {
  /// Runs a program on a file and gives what it says.
  private func ask(_ tool: Tool, _ arguments: String, _ file: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", file)
    let (status, output) = try tool("\(arguments.isEmpty ? "" : arguments + " ")\(path) -")
    #expect(status == 0, "\(output)")
    return output
  }

  private func inform(_ arguments: String, _ file: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", file)
    return try Tool.pdfinfo("\(arguments) \(path)").output
  }

  /// The file with its objects and streams unpacked.
  private func unpacked(_ file: [UInt8]) throws -> String {
    try ask(.qpdf, "--qdf --object-streams=disable --no-original-object-ids", file)
  }

  private func check(_ file: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", file)
    let (status, output) = try Tool.qpdf("--check \(path)")
    #expect(status == 0, "\(output)")
    #expect(output.contains("No syntax or stream encoding errors found"), "\(output)")
    #expect(!output.contains("WARNING"), "\(output)")
  }

  private func document(
    _ items: [SceneItem], structure: [Structure.Node] = [],
    size: Size = Size(width: 300, height: 200)
  ) throws -> [UInt8] {
    var info = DocumentInfo(title: "시험", language: "ko", creator: "test")
    info.structure.root.children = structure
    let renderer = try PDFRenderer(info: info, fonts: bundledFonts)
    try renderer.addPage(Scene(size: size, items: items))
    return try renderer.finish()
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func theFileIsWellFormed() throws {
    try check(Brief().render())
    try check(Brief().render(options: PDFOptions(standards: [.ua1, .a3a], firstPage: 3)))
  }

  @Test func theSameBriefHasTheSameBytes() throws {
    let first = try Brief().render()
    let library = FontLibrary(bundledFonts.faces.map(\.file))
    #expect(try Brief(library.makeShaper()).render(library) == first)
    var other = Brief()
    other.info.title += "."
    #expect(try other.render() != first)
  }

  @Test(.enabled(if: Tool.pdffonts.isThere, "pdffonts is not installed"))
  func fontsAreEmbeddedInPartWithTheirText() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", Brief().render())
    let rows = try Tool.pdffonts(path).output.split(separator: "\n").dropFirst(2)
    #expect(rows.count == 3)
    for row in rows { #expect(row.contains(" yes yes yes "), "\(row)") }
  }

  @Test(.enabled(if: Tool.pdfinfo.isThere, "pdfinfo is not installed"))
  func thePropertiesAreThoseGiven() throws {
    let output = try inform("", Brief().render())
    let rows = output.split(separator: "\n").map { row in
      row.split(separator: ":", maxSplits: 1).map {
        String($0.drop { $0 == " " })
      }
    }
    func value(_ name: String) -> String? { rows.first { $0.first == name }?.last }
    #expect(value("Title") == "AI 원팀 서밋 브리핑 (안)")
    #expect(value("Author") == "사무국")
    #expect(value("Subject") == "결과 보고")
    #expect(value("Keywords") == "AI, 원팀")
    #expect(value("Creator") == "BriefKit 0.1.0")
    #expect(value("Tagged") == "yes")
    #expect(value("Metadata Stream") == "yes")
    #expect(value("Pages") == "3")
    #expect(value("PDF version") == "1.7")
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func datesAreThoseGivenOrNone() throws {
    var brief = Brief()
    #expect(try unpacked(brief.render()).contains("/CreationDate (D:20221025000000Z)"))
    #expect(try unpacked(brief.render()).contains("2022-10-25T00:00:00Z"))
    brief.info.created = nil
    let text = try unpacked(brief.render())
    #expect(!text.contains("Date"))
  }

  /// The text of the tagged document, element by element.
  @Test(.enabled(if: Tool.pdfinfo.isThere, "pdfinfo is not installed"))
  func theStructureReadsAsTheSourceDoes() throws {
    let brief = Brief()
    let output = try inform("-struct-text", brief.render())
    var texts: [String] = []
    var wasText = false
    for row in output.split(separator: "\n") {
      let row = row.drop { $0 == " " }
      if row.hasPrefix("\""), row.hasSuffix("\"") {
        let text = String(row.dropFirst().dropLast())
        // Two marks of one leaf stand below one another.
        if wasText { texts[texts.count - 1] += text } else { texts.append(text) }
        wasText = true
      } else {
        wasText = false
      }
    }
    #expect(texts == brief.reading)
  }

  @Test(.enabled(if: Tool.pdfinfo.isThere, "pdfinfo is not installed"))
  func theStructureIsTheDocumentsTree() throws {
    let output = try inform("-struct", Brief().render())
    let expected = """
      Document
        H1 (block)
        TOC
          TOCI
            Reference (inline)
              Link (inline)
                Object
        P (block)
        P (block)
          Span (inline)
          Link (inline)
            Object
            Object
        P (block)
        H2 (block)
        L (block):
           /ListNumbering /Disc
          LI (block)
            Lbl (block)
            LBody (block)
          LI (block)
            Lbl (block)
            LBody (block)
        Table (block)
          THead
            TR
              TH:
                 /Scope /Column
              TH:
                 /Scope /Column
              TH:
                 /Scope /Column
          TBody
            TR
              TH:
                 /Scope /Row
              TD:
                 /ColSpan 2
        Figure:
           /Placement /Block
           /BBox [40 98.4 100 129.4]
        P (block)
        Note <fn-1> (inline)
        P (block)

      """
    // The numbers of objects are no part of the tree.
    let shown = output.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      row.contains("Object ") ? String(row.prefix(while: { $0 == " " })) + "Object" : String(row)
    }.joined(separator: "\n")
    #expect(shown == expected, "\(shown)")
  }

  /// Spaces at line ends are drawn: they are what keeps words apart in the structure's text.
  @Test(.enabled(if: Tool.pdftotext.isThere, "pdftotext is not installed"))
  func textIsExtractedAsItWasWritten() throws {
    let text =
      "제3회 AI 원팀 서밋은 2022년 10월 25일 열렸으며, 15개 기관의 대표가 참석하여 지난 2년간의 성과를 점검하고 앞으로의 "
      + "공동 연구 과제를 확정하였다. In two years the members published 1,234 papers (H₂O, ①, 10%), and "
      + "초거대 AI 모델과 인재 양성, 산업 적용을 세 축으로 삼는다."
    for width in stride(from: 90.0, through: 290, by: 40) {
      let lines = Lines(
        text, x: 5, y: 0, width: width, shaper: bundledFonts.makeShaper(), leaf: 7)
      let file = try document(
        lines.items, structure: [.init(.paragraph, leaf: 7)], size: Size(width: 300, height: 400))
      for mode in ["", "-raw"] {
        let plain = try ask(.pdftotext, mode, file)
          .split { $0 == "\n" || $0 == "\u{C}" }.map { $0.filter { $0 != "\u{C}" } }
        #expect(joined(plain, like: text) == text, "width \(width) \(mode)")
      }
      let structured = try inform("-struct-text", file)
      #expect(structured.contains("\"\(text)\""), "\(structured)")
    }
  }

  @Test(.enabled(if: Tool.pdfinfo.isThere, "pdfinfo is not installed"))
  func lineBreaksAndTabsKeepWordsApart() throws {
    let lines = Lines(
      "첫째\n둘째\u{2028}셋째\t과제", x: 5, y: 0, width: 200, shaper: bundledFonts.makeShaper(), leaf: 1)
    let file = try document(lines.items, structure: [.init(.paragraph, leaf: 1)])
    #expect(try inform("-struct-text", file).contains("\"첫째 둘째 셋째 과제\""))
    let plain = try ask(.pdftotext, "", file)
    #expect(plain.split(whereSeparator: \.isWhitespace) == ["첫째", "둘째", "셋째", "과제"], "\(plain)")
  }

  /// Lines put together again; between syllables of a word that was broken the source has no space.
  private func joined(_ lines: [String], like text: String) -> String {
    lines.reduce("") { whole, line in
      let direct = whole + line
      return text.hasPrefix(direct) ? direct : whole + " " + line
    }
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func everythingDrawnIsMarked() throws {
    let text = try unpacked(Brief().render())
    var artifacts = 0
    // Forms lie inside the marks of the page that draws them: only the pages' own content counts.
    for page in text.split(separator: "%% Contents for page").dropFirst() {
      let content = page.split(separator: "endstream")[0]
      var depth = 0
      for line in content.split(separator: "\n") {
        if line.hasSuffix("BMC") || line.hasSuffix("BDC") { depth += 1 }
        if line.hasSuffix("/Artifact BMC") { artifacts += 1 }
        if line.hasSuffix("Tj") || line.hasSuffix("TJ") || line.hasSuffix(" f")
          || line.hasSuffix("Do")
        {
          #expect(depth == 1 || depth == 2, "\(line)")
        }
        if line.hasSuffix("EMC") { depth -= 1 }
        #expect(depth >= 0)
      }
      #expect(depth == 0)
    }
    #expect(artifacts == 4)
  }

  @Test(.enabled(if: Tool.pdfinfo.isThere, "pdfinfo is not installed"))
  func linksAndPlacesLeadWhereTheyShould() throws {
    let file = try Brief().render()
    let addresses = try inform("-url", file).split(separator: "\n").dropFirst()
    #expect(addresses.count == 2)
    for row in addresses {
      #expect(
        row.hasSuffix("https://example.com/%EB%B3%B4%EA%B3%A0%EC%84%9C?a=1&b=(2)"), "\(row)")
    }
    let places = try inform("-dests", file).split(separator: "\n").dropFirst()
    #expect(places.map { $0.split(separator: " ").last ?? "" } == ["\"s1\"", "\"s1-1\"", "\"s2\""])
    #expect(places.first?.contains("[ XYZ   40  270 null ") == true, "\(places)")
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func theOutlineHasItsLevels() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", Brief().render())
    let output = try Tool.qpdf("--json --json-key=outlines \(path)").output
    #expect(output.split(separator: "\"title\": \"1. 개요\"").count == 2)
    #expect(output.split(separator: "\"title\": \"배경 (background)\"").count == 2)
    #expect(!output.contains("없는 곳"))
    // The second level hangs below the first entry.
    let kids = try #require(output.firstRange(of: "배경"))
    let owner = try #require(output.firstRange(of: "\"title\": \"1. 개요\""))
    #expect(kids.lowerBound < owner.lowerBound)
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func linksToWhatIsNotDrawnAreLeftOut() throws {
    let brief = Brief()
    let renderer = try PDFRenderer(info: brief.info, fonts: bundledFonts)
    try renderer.addPage(brief.pages[0])
    let file = try renderer.finish()
    try check(file)
    let text = try unpacked(file)
    #expect(text.split(separator: "/Subtype /Link").count == 3)
    // Elements without anything on the page are gone, their table with them.
    #expect(!text.contains("/S /Table"))
    #expect(text.contains("/S /H1"))
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func whatTheStructureSaysIsWritten() throws {
    let text = try unpacked(Brief().render())
    #expect(text.contains("/Lang (en)"))
    #expect(text.contains("/Lang (ko)"))
    #expect(text.contains("/Alt <feffb9c9b300"))
    #expect(text.contains("/IDTree"))
    #expect(text.contains("/DisplayDocTitle true"))
    #expect(text.split(separator: "/Tabs /S").count == 4)
    #expect(text.contains("/Contents <feffc774b3d9003a0020c6d0bb38>"))
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func attachmentsAreKeptWhole() throws {
    let attachment = PDFAttachment(
      name: "자료 (1).csv", description: "자료", mediaType: "text/csv", relationship: .data,
      bytes: [UInt8](0...255))
    var brief = Brief()
    let file = try brief.render(options: PDFOptions(attachments: [attachment]))
    try check(file)
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", file)
    let (status, _) = try Tool.qpdf(
      "--show-attachment='자료 (1).csv' \(path) > \(folder.path)/out.csv")
    #expect(status == 0)
    #expect(try readFile("\(folder.path)/out.csv") == [UInt8](0...255))
    #expect(try unpacked(file).contains("/F (__ \\(1\\).csv)"))
    #expect(try unpacked(file).contains("/Size 256"))
    brief.info.created = nil
    #expect(
      try !unpacked(brief.render(options: PDFOptions(attachments: [attachment]))).contains(
        "ModDate"))
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func standardsAreDeclaredWhenAskedFor() throws {
    let plain = try unpacked(Brief().render())
    #expect(!plain.contains("<pdfuaid:") && !plain.contains("<pdfaid:"))
    #expect(!plain.contains("OutputIntent"))
    let declared = try unpacked(Brief().render(options: PDFOptions(standards: [.ua1, .a3a])))
    #expect(declared.contains("<pdfuaid:part>1</pdfuaid:part>"))
    #expect(declared.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
    #expect(declared.contains("/GTS_PDFA1"))
    #expect(declared.contains("pdfaExtension:schemas"))
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func aPictureWithoutStructureIsNotTagged() throws {
    let file = try document([rect(0, 0, 50, 50, .black)])
    try check(file)
    let text = try unpacked(file)
    #expect(!text.contains("MarkInfo") && !text.contains("StructTreeRoot"))
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func hundredsOfPagesAndPlacesMakeTrees() throws {
    var info = DocumentInfo(title: "긴 문서", language: "ko", creator: "test")
    info.structure.root.children = (0..<600).map { .init(.paragraph, leaf: $0) }
    let renderer = try PDFRenderer(info: info, fonts: bundledFonts)
    for index in 0..<600 {
      var item = rect(0, 0, 5, 5, .black)
      item.leaf = index
      try renderer.addPage(
        Scene(
          size: Size(width: 30, height: 30), items: [item],
          destinations: [.init(name: "p\(index)", point: .zero)]))
    }
    let file = try renderer.finish()
    try check(file)
    #expect(try inform("-dests", file).split(separator: "\n").count == 601)
    // 1,800 objects; packed, they take little.
    #expect(file.count < 140_000, "\(file.count)")
  }

  @Test(.enabled(if: Tool.pdftoppm.isThere, "pdftoppm is not installed"))
  func pagesLookTheSameAsPDFAndAsPNG() throws {
    let brief = Brief()
    let folder = try TemporaryFolder()
    let path = try folder.write("brief.pdf", brief.render())
    _ = try Tool.pdftoppm("-r 144 -png \(path) \(folder.path)/page")
    let renderer = PNGRenderer(fonts: bundledFonts)
    for (index, page) in brief.pages.enumerated() {
      let ours = try Picture(renderer.render(page, scale: 2))
      let theirs = try Picture(readFile("\(folder.path)/page-\(index + 1).png"))
      #expect(ours.width == theirs.width && ours.height == theirs.height)
      let (mean, far) = difference(ours, theirs, shift: 0)
      // Rasterisers differ along edges, and there by shades only.
      #expect(mean < 1.1)
      #expect(far < 0.0003)
      // One pixel aside would be seen.
      #expect(difference(ours, theirs, shift: 1).mean > 2 * mean)
    }
  }

  /// The mean difference of two pictures' components, and the part that is far apart.
  private func difference(
    _ a: Picture, _ b: Picture, shift: Int
  ) -> (mean: Double, far: Double) {
    var sum = 0
    var far = 0
    for at in 0..<a.pixels.count - 4 * shift {
      let difference = abs(Int(a.pixels[at]) - Int(b.pixels[at + 4 * shift]))
      sum += difference
      if difference > 128 { far += 1 }
    }
    return (Double(sum) / Double(a.pixels.count), Double(far) / Double(a.pixels.count))
  }

  @Test(.enabled(if: Tool.pdftoppm.isThere, "pdftoppm is not installed"))
  func jpegImagesArePassedThrough() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("source.pdf", document([rect(0, 0, 150, 200, Color(0xC00000))]))
    _ = try Tool.pdftoppm("-r 36 -jpeg -singlefile \(source) \(folder.path)/image")
    let bytes = try readFile("\(folder.path)/image.jpg")
    let image = ImageItem(
      bytes: bytes, header: ImageHeader(format: .jpeg, width: 150, height: 100, orientation: 6),
      rect: Rect(x: 100, y: 0, width: 100, height: 150))
    let file = try document(
      [SceneItem(.image(image), leaf: 1)], structure: [.init(.figure, alt: "사진", leaf: 1)])
    try check(file)
    #expect(file.firstRange(of: bytes.dropFirst(2).prefix(400)) != nil)
    let path = try folder.write("image.pdf", file)
    _ = try Tool.pdftoppm("-r 72 -png -singlefile \(path) \(folder.path)/out")
    let drawn = try Picture(readFile("\(folder.path)/out.png"))
    // Turned by a quarter to the right, the red left half lies on top.
    #expect(drawn.pixel(150, 20)[1] < 60)
    #expect(drawn.pixel(150, 130)[1] > 200)
    #expect(drawn.pixel(50, 50)[1] == 255)
  }

  @Test(.enabled(if: Tool.qpdf.isThere, "qpdf is not installed"))
  func anImageOnManyPagesIsHeldOnce() throws {
    let pixels = try PNGRenderer(fonts: bundledFonts).render(
      .sampler(bundledFonts.makeShaper()), scale: 2)
    let image = ImageItem(
      bytes: pixels, header: ImageHeader(format: .png, width: 400, height: 240),
      rect: Rect(x: 0, y: 0, width: 200, height: 120))
    let info = DocumentInfo(title: "그림", language: "ko", creator: "test")
    let renderer = try PDFRenderer(info: info, fonts: bundledFonts)
    for _ in 0..<3 {
      try renderer.addPage(
        Scene(size: Size(width: 200, height: 120), items: [SceneItem(.image(image))]))
    }
    let text = try unpacked(renderer.finish())
    #expect(text.split(separator: "/Subtype /Image").count == 2)
    #expect(!text.contains("/Interpolate true"))
  }
}
