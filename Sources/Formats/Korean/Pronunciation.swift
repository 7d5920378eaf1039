/// How words are read in Korean where their spelling doesn't tell: `KAIST` is 카이스트, `kg` is 킬로그램.
///
/// Readings are given in Hangul; only how they end counts. The case of Latin letters doesn't, but for units behind a digit.
package struct Pronunciation: Sendable, Hashable {
  /// Readings by lower-cased word.
  private var words: [String: String] = [:]
  /// Readings of units behind a digit, case kept.
  private var units: [String: String]
  private var symbols: [Unicode.Scalar: String]

  package init() {
    units = Self.standardUnits
    symbols = Self.standardSymbols
    for (word, reading) in Self.standardWords { words[word.lowercased()] = reading }
  }

  package static let standard = Pronunciation()

  /// The same with more words, which go before those already there.
  package func adding(_ readings: [String: String]) -> Pronunciation {
    var copy = self
    // Sorted, so that of two spellings that differ in case the same one always wins.
    for (word, reading) in readings.sorted(by: { $0.key < $1.key }) {
      copy.words[word.lowercased()] = reading
    }
    return copy
  }

  func finalSound(ofWord word: String) -> FinalSound? {
    Self.finalSound(words[word.lowercased()])
  }

  func finalSound(ofUnit unit: String) -> FinalSound? {
    Self.finalSound(units[unit])
  }

  func finalSound(ofSymbol symbol: Unicode.Scalar) -> FinalSound? {
    Self.finalSound(symbols[symbol])
  }

  private static func finalSound(_ reading: String?) -> FinalSound? {
    reading?.unicodeScalars.last.flatMap { FinalSound(hangul: $0) }
  }
}

extension Pronunciation {
  /// Words that the rules for letters and spelling get wrong; each stands here because its end sounds otherwise.
  static let standardWords: [String: String] = [
    // Acronyms and names in capitals that are read as words.
    "POSTECH": "포스텍", "KOSDAQ": "코스닥", "NASDAQ": "나스닥", "APEC": "에이펙", "OPEC": "오펙",
    "POP": "팝", "APPLE": "애플", "GOOGLE": "구글", "ORACLE": "오라클", "NAVER": "네이버",
    "SAMSUNG": "삼성", "COUPANG": "쿠팡", "LINE": "라인", "ONE": "원", "STEP": "스텝",
    // A short vowel before b or g that closes the syllable.
    "web": "웹", "lab": "랩", "job": "잡", "club": "클럽", "pub": "펍", "bag": "백", "big": "빅",
    // A short vowel before t that doesn't.
    "bit": "비트", "hit": "히트", "set": "세트", "kit": "키트",
    // Others.
    "Europe": "유럽",
  ]

  static let standardUnits: [String: String] = [
    "m": "미터", "km": "킬로미터", "cm": "센티미터", "mm": "밀리미터", "nm": "나노미터",
    "g": "그램", "kg": "킬로그램", "mg": "밀리그램", "t": "톤", "l": "리터", "L": "리터",
    "ml": "밀리리터", "mL": "밀리리터", "ha": "헥타르", "s": "초", "ms": "밀리초", "h": "시간",
    "min": "분", "W": "와트", "kW": "킬로와트", "MW": "메가와트", "GW": "기가와트",
    "Wh": "와트시", "kWh": "킬로와트시", "MWh": "메가와트시", "GWh": "기가와트시",
    "V": "볼트", "A": "암페어", "mAh": "밀리암페어시", "Hz": "헤르츠", "kHz": "킬로헤르츠",
    "MHz": "메가헤르츠", "GHz": "기가헤르츠", "dB": "데시벨", "cal": "칼로리",
    "kcal": "킬로칼로리", "B": "바이트", "KB": "킬로바이트", "MB": "메가바이트",
    "GB": "기가바이트", "TB": "테라바이트", "PB": "페타바이트", "EB": "엑사바이트",
    "Mbps": "메가비피에스", "Gbps": "기가비피에스", "ppm": "피피엠", "px": "픽셀", "pt": "포인트",
    "k": "천", "bn": "십억", "p": "포인트", "x": "배",
  ]

  static let standardSymbols: [Unicode.Scalar: String] = [
    "%": "퍼센트", "‰": "퍼밀", "℃": "도", "℉": "도", "°": "도", "$": "달러", "₩": "원",
    "€": "유로", "£": "파운드", "¥": "엔", "￥": "엔", "￦": "원", "+": "플러스", "#": "샵",
    "&": "앤드", "@": "앳", "㎜": "밀리미터", "㎝": "센티미터", "㎞": "킬로미터", "㎡": "제곱미터",
    "㎢": "제곱킬로미터", "㎥": "세제곱미터", "㎎": "밀리그램", "㎏": "킬로그램", "㏊": "헥타르",
    "㎖": "밀리리터", "ℓ": "리터", "㎾": "킬로와트", "㎿": "메가와트", "㎐": "헤르츠",
    "㎒": "메가헤르츠", "㎓": "기가헤르츠", "㏈": "데시벨", "㎅": "킬로바이트", "㎆": "메가바이트",
    "㎇": "기가바이트", "Ⅰ": "일", "Ⅱ": "이", "Ⅲ": "삼", "Ⅳ": "사", "Ⅴ": "오", "Ⅵ": "육",
    "Ⅶ": "칠", "Ⅷ": "팔", "Ⅸ": "구", "Ⅹ": "십", "①": "일", "②": "이", "③": "삼", "④": "사",
    "⑤": "오", "⑥": "육", "⑦": "칠", "⑧": "팔", "⑨": "구", "⑩": "십", "α": "알파", "β": "베타",
    "γ": "감마", "δ": "델타", "π": "파이", "σ": "시그마", "μ": "뮤", "Ω": "옴", "½": "이분의 일",
    "¼": "사분의 일", "¾": "사분의 삼",
  ]
}
