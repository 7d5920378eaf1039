import Graphics
import Testing

@testable import Typesetting

@Suite struct ParagraphTests {
  private let blue = Color(0x0000FF)

  /// A paragraph of a text built by hand, its parts leaves 0, 1 …
  private func paragraph(_ build: (inout StyledText) -> Void) -> Paragraph {
    var text = StyledText()
    build(&text)
    text.finish()
    let shaped = CompactText(
      FixedShaper().shape(text.text, spans: text.spans, language: "ko"))
    return Paragraph(
      shaped,
      parts: text.parts.isEmpty
        ? [.init(range: 0..<text.text.utf8.count, leaf: 0)]
        : text.parts.enumerated().map { .init(range: $1.range, leaf: $0) },
      links: text.links.map { link in
        .init(
          range: link.range, target: link.target, contents: link.contents,
          leaf: text.parts.firstIndex { $0.range.lowerBound == link.range.lowerBound })
      }, keys: text.keys, tints: text.tints, baseline: 8, leading: 12)
  }

  private func shown(_ items: [SceneItem]) -> [String] {
    items.map { item in
      let leaf = item.leaf.map { " #\($0)" } ?? ""
      switch item.content {
      case .glyphs(let run): return "\"\(run.text)\" \(run.glyphs[0].x) +\(run.width)\(leaf)"
      case .path(let path):
        let box = path.path.controlBounds
        return "square \(box?.x ?? 0) \(box?.width ?? 0)\(leaf)"
      case .link(let link):
        return "link \(link.rect.x) \(link.rect.y) \(link.rect.width) \(link.rect.height)\(leaf)"
      case .image, .group: return "?"
      }
    }
  }

  @Test func aLineIsOneRunOnItsBaseline() {
    let paragraph = paragraph { $0.append("가나 ab", plain) }
    let items = paragraph.items(of: 0..<5, x: 100, y: 50)
    #expect(shown(items) == ["\"가나 ab\" 100.0 +35.0 #0"])
    guard case .glyphs(let run) = items[0].content else { return }
    #expect(run.glyphs.map(\.x) == [100, 110, 120, 125, 130])
    #expect(run.glyphs.allSatisfy { $0.y == 58 })
    #expect(run.clusters.map(\.byteCount) == [3, 3, 1, 1, 1])
  }

  @Test func stylesAndPartsBeginNewRuns() {
    var bold = plain
    bold.weight = .bold
    let paragraph = paragraph {
      $0.append("가", plain)
      $0.append("나", bold)
      $0.appendLink(to: .uri("x")) { $0.append("다 라", bold) }
      $0.append(" 마", bold)
    }
    #expect(
      shown(paragraph.items(of: 0..<7, x: 0, y: 0)) == [
        "\"가\" 0.0 +10.0 #0", "\"나\" 10.0 +10.0 #0", "\"다 라\" 20.0 +25.0 #1",
        "\" 마\" 45.0 +15.0 #2", "link 20.0 0.0 25.0 12.0 #1",
      ])
  }

  @Test func aLinkHasAnAreaOnEachLineWithoutTheSpaceAtItsEnd() {
    let paragraph = paragraph {
      $0.append("가", plain)
      $0.appendLink(to: .uri("x")) { $0.append("나 다 라", plain) }
    }
    let lines = LineBreaker(paragraph.text).lines(width: 20)
    #expect(
      lines.enumerated().flatMap { shown(paragraph.items(of: $1.clusters, x: 0, y: Double($0))) }
        == [
          "\"가\" 0.0 +10.0 #0", "\"나 \" 10.0 +15.0 #1", "link 10.0 0.0 10.0 12.0 #1",
          "\"다 \" 0.0 +15.0 #1", "link 0.0 1.0 10.0 12.0 #1", "\"라\" 0.0 +10.0 #1",
          "link 0.0 2.0 10.0 12.0 #1",
        ])
  }

  @Test func linksSideBySideAreTwo() {
    let paragraph = paragraph {
      $0.appendLink(to: .uri("x")) { $0.append("가", plain) }
      $0.appendLink(to: .uri("x")) { $0.append("나", plain) }
    }
    #expect(
      shown(paragraph.items(of: 0..<2, x: 0, y: 0)) == [
        "\"가\" 0.0 +10.0 #0", "\"나\" 10.0 +10.0 #1", "link 0.0 0.0 10.0 12.0 #0",
        "link 10.0 0.0 10.0 12.0 #1",
      ])
  }

  @Test func aLinkInALinkIsText() {
    let paragraph = paragraph {
      $0.appendLink(to: .uri("x")) {
        $0.append("가", plain)
        $0.appendLink(to: .uri("y")) { $0.append("나", plain) }
      }
    }
    #expect(
      shown(paragraph.items(of: 0..<2, x: 0, y: 0)) == [
        "\"가나\" 0.0 +20.0 #0", "link 0.0 0.0 20.0 12.0 #0",
      ])
  }

  @Test func aLinkOfSpaceIsNone() {
    let paragraph = paragraph {
      $0.append("가", plain)
      $0.appendLink(to: .uri("x")) { $0.append(" ", plain) }
      $0.append("나", plain)
    }
    #expect(paragraph.links.isEmpty)
    #expect(shown(paragraph.items(of: 0..<3, x: 0, y: 0)) == ["\"가 나\" 0.0 +25.0 #0"])
  }

  @Test func spaceAtAParagraphsEndBelongsToItsLastPart() {
    let paragraph = paragraph {
      $0.appendLink(to: .uri("x")) { $0.append("가", plain) }
      $0.append(" ", plain)
    }
    #expect(paragraph.parts.map(\.range) == [0..<4])
  }

  @Test func aKeyIsASquareThatTakesRoom() {
    let paragraph = paragraph {
      $0.append("가 ", plain)
      $0.append(key: blue)
      $0.append("나다", plain)
    }
    #expect(
      shown(paragraph.items(of: 0..<4, x: 0, y: 0)) == [
        "\"가 \" 0.0 +15.0 #0", "square 15.0 7.800000000000001 #0", "\"나다\" 29.0 +20.0 #0",
      ])
    let breaker = LineBreaker(paragraph.text)
    #expect(breaker.widestWord == 34)
    #expect(breaker.naturalWidth == 49)
    #expect(breaker.lines(width: 40).map(\.width) == [10, 34])
  }

  @Test func aKeyWithoutAWordIsNotDrawn() {
    let paragraph = paragraph {
      $0.append("가", plain)
      $0.append(key: blue)
    }
    #expect(shown(paragraph.items(of: 0..<1, x: 0, y: 0)) == ["\"가\" 0.0 +10.0 #0"])
  }

  @Test func aTintLiesBehindItsWordsOnEachLine() {
    let paragraph = paragraph {
      $0.append("가 ", plain)
      $0.append("ab cd", plain, on: blue)
      $0.append("나", plain)
    }
    let lines = LineBreaker(paragraph.text).lines(width: 30)
    let items = lines.enumerated().flatMap {
      shown(paragraph.items(of: $1.clusters, x: 0, y: Double($0)))
    }
    #expect(
      items == [
        "\"가 \" 0.0 +15.0 #0", "square 13.6 12.799999999999999", "\"ab \" 15.0 +15.0 #0",
        "square -1.4000000000000001 12.8", "\"cd\" 0.0 +10.0 #0", "\"나\" 10.0 +10.0 #0",
      ])
  }

  @Test func whatIsRepeatedIsAnArtifact() {
    let paragraph = paragraph {
      $0.append(key: blue)
      $0.appendLink(to: .uri("x")) { $0.append("가", plain) }
    }
    let items = paragraph.items(of: 0..<1, x: 0, y: 0, isRepeated: true)
    // Its square and its word, and no second link.
    #expect(items.count == 2)
    #expect(items.allSatisfy { $0.leaf == nil })
  }

  @Test func nothingIsDrawnOfNothing() {
    let paragraph = paragraph { $0.append("가", plain) }
    #expect(paragraph.items(of: 0..<0, x: 0, y: 0).isEmpty)
    #expect(paragraph.items(of: 1..<1, x: 0, y: 0).isEmpty)
  }

  @Test func hundredsOfLinksTakeNoLongerThanTheirText() {
    func time(_ count: Int) -> Duration {
      let paragraph = paragraph { text in
        for _ in 0..<count {
          text.append("가나 ", plain)
          text.append(key: blue)
          text.appendLink(to: .uri("x")) { $0.append("다라", plain) }
        }
      }
      let lines = LineBreaker(paragraph.text).lines(width: 200)
      return leastCPUTime {
        for line in lines { _ = paragraph.items(of: line.clusters, x: 0, y: 0) }
      }
    }
    let few = time(250)
    let many = time(2_000)
    #expect(many < few * 30 + .milliseconds(20), "\(few) \(many)")
  }

  @Test(arguments: [
    ("가나", "가나"), ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"),
    ("\u{1100}\u{1161}나", "가나"), ("ㄱㄴ", "ㄱㄴ"), ("\u{1100}a", "\u{1100}a"),
  ])
  func hangulIsComposed(from: String, to: String) {
    #expect(Array(HangulComposition.compose(from).unicodeScalars) == Array(to.unicodeScalars))
  }
}
