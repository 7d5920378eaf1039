/// How the last digits of a number sound when read in Sino-Korean: 3 is 삼, 10 is 십, 20,000 is 이만, 0.5 is 영점오.
enum NumberReading {
  private static let digits: [FinalSound] = [
    .consonant,  // 영
    .rieul,  // 일
    .vowel,  // 이
    .consonant,  // 삼
    .vowel,  // 사
    .vowel,  // 오
    .consonant,  // 육
    .rieul,  // 칠
    .rieul,  // 팔
    .vowel,  // 구
  ]

  /// 만 억 조 경 해 자 양 구 간 정 재 극: each group of four digits above the first.
  private static let groups: [FinalSound] = [
    .consonant, .consonant, .vowel, .consonant, .vowel, .vowel, .consonant, .vowel, .consonant,
    .consonant, .vowel, .consonant,
  ]

  /// The sound of digits with commas or points between them, which end in a digit.
  static func finalSound(of number: some BidirectionalCollection<Unicode.Scalar>) -> FinalSound? {
    guard let last = number.last?.decimalDigit else { return nil }
    if last != 0 { return digits[last] }
    // Behind the point each digit is read by itself: 1.50 is 일점오영.
    let integer = number.suffix(while: { $0 != "." })
    let isFraction = integer.startIndex != number.startIndex
    let read = integer.compactMap(\.decimalDigit)
    let zeros = read.reversed().prefix { $0 == 0 }.count
    if isFraction || zeros == read.count { return digits[0] }
    // 십, 백 and 천 all end in a consonant; above them the group has the last word.
    if zeros < 4 { return .consonant }
    let group = zeros / 4 - 1
    return group < groups.count ? groups[group] : nil
  }
}
