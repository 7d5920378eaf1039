import Diagnostics
import Graphics
import Testing

@testable import Typesetting

@Suite struct PictureTests {
  /// The box of the only picture, and the picture in it.
  private func placed(_ document: TypesetDocument) throws -> (box: Size, picture: Rect, Bool) {
    let figure = try #require(document.figures.first)
    guard case .picture(let image, let isCropped) = figure.content else {
      Issue.record("no picture")
      return (figure.size, Rect(x: 0, y: 0, width: 0, height: 0), false)
    }
    return (figure.size, image.rect, isCropped)
  }

  private func near(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 0.05 }
  }

  @Test func aPictureThatTellsNoResolutionHas150PixelsAnInch() throws {
    let document = try Report(picture: "![그림](p.png)").typeset()
    let (box, picture, isCropped) = try placed(document)
    #expect(near([box.width, box.height], [96, 48]))
    #expect(near([picture.x, picture.y, picture.width, picture.height], [0, 0, 96, 48]))
    #expect(!isCropped)
    #expect(document.tree.last == " Figure alt=\"그림\"")
    #expect(document.warnings.isEmpty)
  }

  @Test func aPictureHasTheSizeOfItsOwnResolution() throws {
    let document = try Report(picture: "![그림](p.png)", resolution: 300).typeset()
    #expect(near([try placed(document).box.width], [48]))
    #expect(document.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("height=20pt", [40, 20], [0, 0, 40, 20]),
      ("width=60pt", [60, 30], [0, 0, 60, 30]),
      ("width=20%", [80, 40], [0, 0, 80, 40]),
      // In a box of another shape it is shown whole, in the middle …
      ("width=60pt height=50pt", [60, 50], [0, 10, 60, 30]),
      ("width=80pt height=20pt fit=contain", [80, 20], [20, 0, 40, 20]),
      ("width=80pt height=20pt position=left", [80, 20], [0, 0, 40, 20]),
      // … or fills the box.
      ("width=48pt height=40pt fit=cover", [48, 40], [-16, 0, 80, 40]),
      ("width=48pt height=40pt fit=cover position=right", [48, 40], [-32, 0, 80, 40]),
      ("width=60pt height=20pt fit=cover position=top", [60, 20], [0, 0, 60, 30]),
      ("width=60pt height=20pt fit=cover position=bottom", [60, 20], [0, -10, 60, 30]),
    ] as [(String, [Double], [Double])])
  func aPictureIsFittedIntoItsBox(attributes: String, box: [Double], picture: [Double]) throws {
    let document = try Report(picture: "![그림](p.png){\(attributes)}").typeset()
    let (size, rect, isCropped) = try placed(document)
    #expect(near([size.width, size.height], box))
    #expect(near([rect.x, rect.y, rect.width, rect.height], picture), "\(rect)")
    #expect(isCropped == attributes.contains("cover"))
    #expect(document.warnings.isEmpty, "\(document.warningLines)")
  }

  @Test func whatIsCutOffIsClipped() throws {
    let document = try Report(
      picture: "![그림](p.png){width=60pt height=50pt fit=cover}"
    ).typeset()
    let groups = document.scene(ofPage: 0).items.compactMap { item -> SceneGroup? in
      if case .group(let group) = item.content, item.leaf != nil { group } else { nil }
    }
    let box = try #require(groups.first?.clip?.controlBounds)
    #expect(near([box.width, box.height], [60, 50]))
  }

  @Test(arguments: [
    (
      "height=300pt", [400.0, 200],
      "6:1: warning: the picture would be 212 mm × 106 mm and was made smaller, to 141 mm × 71 mm"
    ),
    (
      "width=500pt", [400, 200],
      "6:1: warning: the picture would be 176 mm × 88 mm and was made smaller, to 141 mm × 71 mm"
    ),
  ])
  func aPictureTooLargeIsMadeSmaller(attribute: String, size: [Double], warning: String) throws {
    let document = try Report(
      picture: "앞\n\n![그림](p.png){\(attribute)}"
    ).typeset()
    let box = try placed(document).box
    #expect(near([box.width, box.height], size))
    #expect(document.warningLines.first == warning)
  }

  @Test func aPictureIsNeverHigherThanThePage() throws {
    var report = Report(
      picture: "글\n\n![그림](p.png){note=주석}", width: 10, height: 250)
    report.height = 100
    let document = try report.typeset()
    #expect(try placed(document).box.height <= 100 - 24)
    #expect(try placed(document).box.height > 100 - 30)
    #expect(document.pageCount == 2)
    #expect(document.warnings.isEmpty)
  }

  @Test func anEmptyAltMakesAPictureDecoration() throws {
    let document = try Report(picture: "앞\n\n![](p.png){alt=\"\"}").typeset()
    #expect(document.tree == ["P \"앞\"", "Div"] || document.tree == ["P \"앞\""])
    #expect(document.figures.count == 1)
  }

  @Test(arguments: [
    (
      "width=50mm",
      "6:1: warning: the picture has 102 pixels an inch at this size; "
        + "below 150 it looks coarse in print | write width=33mm, or give a larger picture"
    ),
    (
      "width=50mm height=50mm fit=cover",
      "6:1: warning: the picture has 51 pixels an inch at this size; "
        + "below 150 it looks coarse in print | give a larger picture"
    ),
    (
      "height=0.5pt",
      "6:1: warning: the picture of 200 × 100 pixels can hardly be seen | "
        + "give a larger picture, or write a width"
    ),
  ])
  func whatWontLookGoodIsSaidAtItsPlace(attributes: String, message: String) throws {
    let document = try Report(
      picture: "앞\n\n![그림](p.png){\(attributes)}"
    ).typeset()
    #expect(
      zip(document.warningLines, document.warnings.map(\.hints)).map {
        "\($0) | \($1.joined(separator: " | "))"
      } == [message])
  }

  @Test func aPictureOfOnePixelIsWarnedOf() throws {
    let document = try Report(picture: "![그림](p.png)", width: 1, height: 1).typeset()
    #expect(document.warnings.map(\.id) == ["picture.tiny"])
  }

  @Test func aDrawingHasItsOwnSizeAndNoResolution() throws {
    let document = try Report(picture: "![그림](d.svg)").typeset()
    #expect(near([try placed(document).box.width], [40]))
    let wide = try Report(picture: "![그림](d.svg){width=100%}").typeset()
    #expect(near([try placed(wide).box.width, try placed(wide).box.height], [400, 200]))
    #expect(wide.warnings.isEmpty)
  }

  @Test func theImageKnowsWhereItStands() throws {
    let document = try Report(picture: "앞\n\n![그림](p.png)").typeset()
    guard case .picture(let image, _) = document.figures[0].content else { return }
    let location = try #require(image.location)
    #expect(location.source.lineColumn(at: location.range?.lowerBound ?? 0).line == 6)
  }
}
