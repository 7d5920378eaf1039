/// Short words that are read with a neighbour, so that a line's end between the two disturbs.
///
/// Source: Hangul orthography (한글 맞춤법) 42 and 45: dependent nouns (것, 수, 바) and words of listing (등, 및) are written apart,
/// though they can't stand alone. UAX #14 knows neither; typographers keep them with what they depend on.
enum LeaningWords {
  /// Whether a word depends on the one before it, so that it shouldn't begin a line: `수`, `것을`, `등이`.
  ///
  /// - Parameter isAlone: Whether no unit or date goes on behind it.
  static func leansBack(_ word: ByteSlice, isAlone: Bool) -> Bool {
    guard word.count <= longest, let first = word.firstScalar else { return false }
    if (0x30...0x39).contains(first.value) { return isAlone && closesWithNumber(word) }
    guard stems.contains(first) else { return false }
    let text = String(decoding: word, as: UTF8.self)
    let bare = text.unicodeScalars.reversed().drop { marks.contains($0) }.reversed()
    var rest = String.UnicodeScalarView(bare.dropFirst())
    if twoSyllables.contains(where: { text.hasPrefix($0) }) { rest.removeFirst() }
    return rest.isEmpty && !onlyWithMore.contains(first) || endings.contains(String(rest))
  }

  /// Whether a word is a number that ends what it counts: `Industry 8, Academia 3.`
  private static func closesWithNumber(_ word: ByteSlice) -> Bool {
    let tail = word.drop { (0x30...0x39).contains($0) }
    return tail.count == 1 && tail.first.map { ",.;)".utf8.contains($0) } == true
  }

  /// Whether a word depends on the one behind it, so that it shouldn't end a line: `및`, `그`, `약`; `a` and `the` in English.
  static func leansForward(_ word: ByteSlice) -> Bool {
    word.count <= longestForward && forward.contains(key(word))
  }

  /// The bytes of a short word as one number: every word of a paragraph is looked up.
  private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let longest = 24
  private static let longestForward = 6

  private static let stems = Set("수것등데바줄뿐채듯지리중내외간때뒤후씨만이정가대".unicodeScalars)
  /// Two syllables of which the first alone is another word.
  private static let twoSyllables = ["때문", "만큼", "이상", "이하", "정도", "가량", "대로", "미만"]
  /// First syllables that are no dependent nouns by themselves.
  private static let onlyWithMore = Set("이정가대".unicodeScalars)

  private static let endings: Set<String> = [
    "이", "가", "은", "는", "을", "를", "의", "에", "도", "로", "만", "과", "와", "인", "임", "들", "이다", "이며",
    "이고", "으로",
    "에서", "에는", "에도", "까지", "부터", "밖에", "처럼", "마다", "이나", "입니다", "이었다", "였다", "인데", "이라", "이라고",
    "이라는",
    "이란", "조차",
  ]

  private static let marks = Set(".,!?:;…)]”’」』》〉\"'、。".unicodeScalars)

  private static let forward = Set(
    forwardWords.filter { $0.utf8.count <= longestForward }.map { key($0.utf8) })

  private static let forwardWords = [
    "및", "또는", "혹은", "이", "그", "저", "각", "본", "새", "첫", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟",
    "아홉", "열",
    "열두", "스무", "약", "총", "제", "단", "즉", "더", "덜", "안", "못", "잘", "꼭", "곧", "왜", "현", "타", "온", "맨",
    "몇", "매", "양",
    "모든", "여러", "어느", "어떤", "이런", "그런", "a", "an", "the", "A", "An", "The", "I",
  ]
}
