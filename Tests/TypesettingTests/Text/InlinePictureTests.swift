import Diagnostics
import Graphics
import Testing

@testable import Typesetting

/// Pictures that stand in lines as words do.
@Suite struct InlinePictureTests {
  private func images(_ document: TypesetDocument) -> [(rect: Rect, leaf: Int?)] {
    document.drawn.compactMap { item in
      if case .image(let image) = item.content { (image.rect, item.leaf) } else { nil }
    }
  }

  private func runs(_ document: TypesetDocument) -> [GlyphRun] {
    document.drawn.compactMap { item in
      if case .glyphs(let run) = item.content, item.leaf != nil { run } else { nil }
    }
  }

  @Test func aPictureIsAsHighAsTheTypeAndStandsOnTheBaseline() throws {
    let document = try Report(picture: "가나 ![로고](d.svg)는 다").typeset()
    let image = try #require(images(document).first)
    let runs = runs(document)
    #expect(image.rect.width == 20 && image.rect.height == 10)
    #expect(image.rect.maxY == runs[0].glyphs[0].y)
    // Behind the words before it, and before those behind it.
    #expect(image.rect.x == Report.margin + 25)
    #expect(runs[1].text == "는 다" && runs[1].glyphs[0].x == image.rect.maxX)
    #expect(document.tree == ["P", " Span \"가나 \"", " Figure alt=\"로고\"", " Span \"는 다\""])
    #expect(document.warnings.isEmpty)
  }

  @Test func itsHeightMayBeGiven() throws {
    let document = try Report(picture: "가 ![로고](d.svg){height=5pt alt=\"우리 로고\"}").typeset()
    #expect(images(document).map(\.rect.width) == [10])
    #expect(document.tree.last == " Figure alt=\"우리 로고\"")
  }

  @Test func onePictureTooHighForALineIsMadeSmaller() throws {
    let document = try Report(picture: "가\n\n가 ![로고](d.svg){height=20mm} 나").typeset()
    #expect(images(document).map(\.rect.height) == [12])
    #expect(
      document.warningLines == [
        "6:3: warning: a picture in a line is at most 4.2 mm high here, not 20.0 mm"
      ])
  }

  @Test func onePictureTooWideForALineIsMadeSmaller() throws {
    let document = try Report(picture: "가 ![띠](p.png) 나", width: 200, height: 2).typeset()
    #expect(images(document).map(\.rect.width) == [150])
    #expect(document.warnings.map(\.id) == ["figure.inline", "picture.resolution"])
  }

  @Test func aCoarsePictureIsWarnedOfOnce() throws {
    let document = try Report(
      picture: "| 가 | 나 |\n|---|---|\n| ![점](p.png) | ![로고](d.svg) |", width: 8, height: 4
    ).typeset()
    #expect(
      document.warningLines == [
        "6:3: warning: the picture has 29 pixels an inch at this size; below 150 it looks coarse in print"
      ])
  }

  @Test func decorationIsNoElement() throws {
    let document = try Report(picture: "가 ![](d.svg){alt=\"\"} 나").typeset()
    #expect(images(document).count == 1)
    #expect(images(document)[0].leaf == nil)
    #expect(document.tree == ["P \"가  나\""])
  }

  @Test func aPictureInALinkIsPartOfIt() throws {
    let document = try Report(picture: "[![로고](d.svg) 누리집](https://example.org)").typeset()
    #expect(
      document.tree == ["P", " Link", "  Figure alt=\"로고\"", "  Span \" 누리집\""])
    let link = document.drawn.compactMap { item -> LinkArea? in
      if case .link(let link) = item.content { link } else { nil }
    }.first
    #expect(link?.contents == "로고 누리집")
    #expect(link?.rect.x == Report.margin && link?.rect.width == 20 + 35)
    let alone = try Report(picture: "가 [![로고](d.svg)](https://example.org)").typeset()
    #expect(alone.tree == ["P", " Span \"가 \"", " Link", "  Figure alt=\"로고\""])
  }

  /// A line ends before the word that a picture is part of, never between them.
  @Test func aPictureStaysWithTheWordsThatItTouches() throws {
    for before in 30...40 {
      let words = String(repeating: "가", count: before)
      let document = try Report(picture: "\(words) 나![로고](d.svg)는").typeset()
      let image = try #require(images(document).first)
      let runs = runs(document)
      #expect(runs.last?.text == "는")
      #expect(runs.last?.glyphs[0].y == image.rect.maxY)
      #expect(runs.last?.glyphs[0].x == image.rect.maxX)
      #expect(image.rect.maxX <= Report.margin + Report.width)
    }
  }

  @Test func picturesStandInHeadingsCellsAndCaptions() throws {
    let document = try Report(
      picture: """
        # 제목 ![하나](d.svg)

        | ![둘](d.svg) | 값 |
        |---|---|
        | ![셋](p.png) | **![넷](d.svg)** |

        : 표 ![다섯](d.svg)
        """
    ).typeset()
    #expect(images(document).count == 5)
    let alts = document.tree.filter { $0.contains("Figure") }.map { $0.split(separator: "\"")[1] }
    #expect(Set(alts) == ["하나", "둘", "셋", "넷", "다섯"])
    #expect(document.outline.map(\.title) == ["1\u{2003}제목 하나"] || document.outline.count == 1)
    #expect(document.warnings.isEmpty)
  }

  @Test func severalPicturesMakeARow() throws {
    let document = try Report(picture: "![하나](d.svg) ![둘](d.svg)").typeset()
    #expect(images(document).map(\.rect.x) == [Report.margin, Report.margin + 25])
  }
}
