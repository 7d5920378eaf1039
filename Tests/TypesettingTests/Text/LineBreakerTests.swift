import Graphics
import Testing

@testable import Typesetting

@Suite struct LineBreakerTests {
  @Test func aTextWithoutContentIsOneEmptyLine() {
    #expect(LineBreaker(shaped("")).lines(width: 10) == [.init(clusters: 0..<0, width: 0)])
    #expect(LineBreaker(shaped("   ")).lines(width: 10) == [.init(clusters: 0..<0, width: 0)])
  }

  @Test func theSpaceAtABreakBelongsToItsLineBeyondItsWidth() {
    let lines = LineBreaker(shaped("가나 다라 ")).lines(width: 25)
    #expect(lines == [.init(clusters: 0..<3, width: 20), .init(clusters: 3..<5, width: 20)])
  }

  @Test func aHangingFirstLineHasMoreRoom() {
    #expect(lines("1\u{2003}가나 다라", width: 40, indent: -10) == ["1\u{2003}가나", "다라"])
    #expect(lines("1\u{2003}가나 다라", width: 50, indent: -10) == ["1\u{2003}가나 다라"])
    #expect(lines("가나 다라", width: 50, indent: 10) == ["가나", "다라"])
  }

  @Test func naturalWidthIsThatOfTheWidestForcedLine() {
    #expect(LineBreaker(shaped("가나 다라 ")).naturalWidth == 45)
    #expect(LineBreaker(shaped("가나\u{2028}다라마\u{2028}\u{2028}바")).naturalWidth == 30)
    #expect(LineBreaker(shaped("")).naturalWidth == 0)
  }

  @Test func theWidestWordHoldsTheSpaceThatMayNotEndALine() {
    #expect(LineBreaker(shaped("가나 다라마 바")).widestWord == 30)
    #expect(LineBreaker(shaped("가나 ) 바")).widestWord == 30)
    #expect(lines("가나 ) 바", width: 30) == ["가나 )", "바"])
  }

  @Test func companyNeverBreaksAWord() {
    // The narrower measure that would give the last word company is narrower than the first word.
    #expect(lines("가나다라마바사아자차 하나", width: 105) == ["가나다라마바사아자차", "하나"])
  }

  @Test func aForcedLastLineMayBeShort() {
    #expect(lines("하나 둘셋 넷\u{2028}다", width: 75) == ["하나 둘셋 넷", "다"])
  }

  private static let texts = [
    "AI 원팀은 2020년 2월 9곳으로 출발했다. 회원 기관은 열두 곳(2022년 10월)으로, 50%가 기업이다.",
    "“인공지능”이라고 부르는 AI·데이터·클라우드 기술을 (서울)에서 https://example.org/a/b 로 보냈다",
    "가나다라마바사아자차카타파하가나다라마바사아자차카타파하",
    "one two three-four five/six seven\u{2028}eight\u{2028}\u{2028}  nine  ten",
    "a b c d e f g 가 나 다 라 마 ( 바 ) ! 사",
  ]

  @Test(arguments: texts)
  func atEveryWidthAllIsShownOnceAndNothingIsWider(text: String) {
    let text = shaped(text)
    let breaker = LineBreaker(text)
    for width in 0...400 {
      let lines = breaker.lines(width: Double(width))
      var next = 0
      for line in lines {
        #expect(line.clusters.lowerBound == next)
        next = line.clusters.upperBound
        #expect(line.width <= max(Double(width), 10) + 0.01)
        let shown = text.clusters[line.clusters].reversed().drop { $0.isSpace }
        #expect(abs(shown.reduce(0) { $0 + $1.advance } - line.width) < 0.001)
        if let first = text.clusters[line.clusters].first, first.isSpace {
          // Only a forced line begins with space.
          #expect(first.breakBefore == .mandatory)
        }
      }
      #expect(next == text.clusters.count)
      if Double(width) >= breaker.widestWord {
        for (line, below) in zip(lines, lines.dropFirst()) {
          let last = text.clusters[below.clusters.lowerBound - 1]
          #expect(
            last.isSpace || text.clusters[below.clusters.lowerBound].breakBefore != .prohibited)
          // Greedy: the next word would not have fitted, unless the paragraph was narrowed for company.
          #expect(line.width <= Double(width) + 0.01)
        }
      }
    }
  }

  @Test(arguments: [0.0, -1, -.infinity, .nan, .infinity, .greatestFiniteMagnitude])
  func anyWidthGivesLines(width: Double) {
    for text in Self.texts {
      let text = shaped(text)
      let lines = LineBreaker(text).lines(width: width, indent: width)
      #expect(lines.last?.clusters.upperBound == text.clusters.count)
    }
  }

  @Test func timeGrowsWithTheTextAlone() {
    let word = "가나다라마바사아자차"
    for unit in [word, word + " ", "\u{2028}"] {
      let short = shaped(String(repeating: unit, count: 2_000))
      let long = shaped(String(repeating: unit, count: 16_000))
      let few = leastCPUTime { _ = LineBreaker(short).lines(width: 200) }
      let many = leastCPUTime { _ = LineBreaker(long).lines(width: 200) }
      // Eight times the text; sixty-four if it were quadratic.
      #expect(many < few * 30 + .milliseconds(20), "\(few) \(many)")
    }
  }
}
