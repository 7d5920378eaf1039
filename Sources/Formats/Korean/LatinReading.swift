/// How a word in Latin letters ends when read in Korean.
enum LatinReading {
  /// The sound of the letter's Korean name; R is 알, as news desks write it (AR은, PR은).
  static func finalSound(ofLetter letter: Unicode.Scalar) -> FinalSound {
    switch letter {
    case "L", "l", "R", "r": .rieul
    case "M", "m", "N", "n": .consonant
    default: .vowel
    }
  }

  /// Spellings whose end sounds otherwise than their last letter says, the longer ones first.
  private static let endings: [(spelling: String, sound: FinalSound)] = [
    ("ook", .consonant),  // 북
    ("oup", .consonant),  // 그룹
    ("ype", .consonant),  // 타입
    ("ng", .consonant),  // 링
    ("ck", .consonant),  // 스톡
    ("le", .rieul),  // 구글
    ("me", .consonant),  // 게임
    ("ne", .consonant),  // 온라인
    ("l", .rieul),
    ("m", .consonant),
    ("n", .consonant),
  ]

  /// The sound of a word that ends in a small letter, by the rules for writing loanwords (외래어 표기법 3장 1절).
  ///
  /// Final p, t, k and c close the syllable behind a short vowel (앱, 로봇, 블록, 로직) and open one of their own elsewhere
  /// (헬프, 프로젝트, 뱅크); all other consonants but l, m, n and ng do so always.
  static func finalSound(ofWord word: some BidirectionalCollection<Unicode.Scalar>) -> FinalSound {
    let letters = word.suffix(4).map { Character($0).lowercased() }
    let text = letters.joined()
    if let ending = endings.first(where: { text.hasSuffix($0.spelling) }) { return ending.sound }
    guard let last = letters.last, ["p", "t", "k", "c"].contains(last) else { return .vowel }
    // A doubled consonant is one sound: app.
    let before = letters.dropLast(letters.dropLast().last == last ? 2 : 1)
    let isVowel = before.suffix(2).map { ["a", "e", "i", "o", "u", "y"].contains($0) }
    let isShort = isVowel.last == true && isVowel != [true, true]
    return isShort ? .consonant : .vowel
  }
}
