import Testing

@testable import Typesetting

/// A text, a width in ems, and the lines it gives.
struct KoreanLines: CustomTestStringConvertible, Sendable {
  var text: String
  var width: Double
  var lines: [String]

  init(_ text: String, _ width: Double, _ lines: String...) {
    self.text = text
    self.width = width
    self.lines = lines
  }

  var testDescription: String { "\(text) at \(width)" }

  static let all: [KoreanLines] = [
    // Words stay whole.
    .init("회원 기관은 열두 곳이다", 5, "회원", "기관은", "열두", "곳이다"),
    .init("회원 기관은 열두 곳이다", 6, "회원 기관은", "열두 곳이다"),
    .init("회원 기관은 열두 곳이다", 12, "회원 기관은 열두 곳이다"),
    .init("인공지능 연합", 5, "인공지능", "연합"),
    .init("AI 원팀 서밋", 4, "AI 원팀", "서밋"),
    // A particle stays with what it follows.
    .init("본부는 (서울)에서 연다", 5, "본부는", "(서울)에서", "연다"),
    .init("절반인 50%의 회원", 4, "절반인", "50%의", "회원"),
    .init("말한 “인용”이라고 썼다", 6, "말한", "“인용”이라고", "썼다"),
    .init("말한 \"인용\"이라고 썼다", 6, "말한", "\"인용\"이라고", "썼다"),
    .init("그는 ‘비전’을 봤다", 5, "그는", "‘비전’을", "봤다"),
    .init("새 「원팀」의 이름", 5, "새", "「원팀」의", "이름"),
    .init("새 『원팀』과 이름", 6, "새", "『원팀』과", "이름"),
    .init("책 《인공》에서 읽다", 8, "책 《인공》에서", "읽다"),
    .init("지금 AI를 쓴다", 3, "지금", "AI를", "쓴다"),
    .init("모두 KT(케이티)가 했다", 7, "모두", "KT(케이티)가", "했다"),
    .init("지난 10.25.에 열렸다", 5, "지난", "10.25.에", "열렸다"),
    .init("모두 20℃를 넘다", 4, "모두", "20℃를", "넘다"),
    .init("거의 5km를 달리다", 4, "거의", "5km를", "달리다"),
    .init("그는 ‘끝…’이라 말했다", 6, "그는", "‘끝…’이라", "말했다"),
    .init("정말 1위!라고 외치다", 5, "정말", "1위!라고", "외치다"),
    // Words joined by marks.
    .init("쓰는 AI·데이터 기술", 5, "쓰는", "AI·데이터", "기술"),
    .init("또는 서울·부산 등", 5, "또는", "서울·부산", "등"),
    .init("모두 R&D를 한다", 4, "모두", "R&D를", "한다"),
    .init("매달 5~10명이 온다", 5, "매달", "5~10명이", "온다"),
    .init("이번 A/S를 맡다", 4, "이번", "A/S를", "맡다"),
    .init("저기 코로나-19로 늦다", 6, "저기", "코로나-19로", "늦다"),
    .init("모두 2,000억 원", 4.5, "모두", "2,000억", "원"),
    .init("값은 ₩1,000이다", 6, "값은", "₩1,000이다"),
    .init("가입 +3곳이다 지금", 5, "가입", "+3곳이다", "지금"),
    .init("원팀(One Team)은 하나", 8, "원팀(One", "Team)은 하나"),
    .init("大韓民國은 나라다", 5, "大韓民國은", "나라다"),
    // No mark stands alone at a line's start or end.
    .init("가나다라마 , 바", 5, "가나다라", "마 , 바"),
    .init("가나 ( 다라 ) 마", 4, "가나", "( 다라 )", "마"),
    .init("연도\u{A0}2022 서밋", 4, "연", "도\u{A0}2022", "서밋"),
    // Only where a word is wider than the line is it broken, and then where UAX #14 allows it.
    .init("가나다라마바사아", 3, "가나다", "라마바", "사아"),
    .init("첫 가나다라마바", 4, "첫", "가나다라", "마바"),
    .init("가나다라) 마", 4, "가나다", "라) 마"),
    .init("가나다(라마)", 4, "가나다", "(라마)"),
    .init("서울·부산·대구·인천", 5, "서울·부산·", "대구·인천"),
    .init("abcdefghij", 2, "abcd", "efgh", "ij"),
    .init("https://example.org/path", 7, "https://", "example.org/", "path"),
    // Forced ends, and space.
    .init("첫째\u{2028}둘째", 10, "첫째", "둘째"),
    .init("첫째\u{2028}\u{2028}둘째", 10, "첫째", "", "둘째"),
    .init("첫째 \u{2028}둘째 셋째", 4, "첫째", "둘째", "셋째"),
    .init("첫째\u{2028}", 10, "첫째"),
    .init("가나  다라", 2, "가나", "다라"),
    .init("가나 ", 2, "가나"),
    .init("if x\u{2028}  y", 10, "if x", "  y"),
    .init("가나\u{200B}다라", 3, "가나\u{200B}", "다라"),
    .init("가\u{AD}나 다", 2, "가\u{AD}나", "다"),
    // A lonely last word gets company.
    .init("하나 둘셋 넷 다", 7, "하나 둘셋", "넷 다"),
    .init("하나 둘셋 넷 다섯여섯", 7, "하나 둘셋 넷", "다섯여섯"),
  ]
}

@Suite struct KoreanLineTests {
  @Test(arguments: KoreanLines.all)
  func linesEndWhereTheTableSays(row: KoreanLines) {
    #expect(lines(row.text, width: row.width * 10) == row.lines)
  }

  @Test func theTableIsLarge() {
    #expect(KoreanLines.all.count >= 30)
  }

  @Test func noLineBeginsWithAClosingMarkOrAParticle() {
    let text = "본부(서울)에서 “원팀”이라고, 50%의 AI·데이터(2022)를 10.25.에 ‘끝!’이라고 말했다."
    let words = Set(text.split(separator: " ").map(String.init))
    for width in stride(from: 130.0, through: 500, by: 1) {
      for line in lines(text, width: width) {
        for word in line.split(separator: " ") { #expect(words.contains(String(word))) }
      }
    }
  }
}
