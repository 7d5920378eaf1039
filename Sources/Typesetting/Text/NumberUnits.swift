/// Which words that stand apart belong to a number nevertheless, so that no line ends between them: `2,000억 개`, `3 km`.
///
/// Sources: Hangul orthography (한글 맞춤법) 43 writes counters apart from their numerals; the SI Brochure (9th edition, 5.4.3)
/// puts a space between a number and its unit; both are read as one. Of a date, the month and the day stay together
/// and the year may end a line: `2022년 | 10월 25일`; a date in numbers alone, `2022. 10. 25.`, is one.
enum NumberUnits {
  /// Whether a line may not end between a word and the next, of which a space parts it.
  static func joins(
    _ before: ByteSlice, _ after: ByteSlice
  )
    -> Bool
  {
    guard let last = before.last, let first = after.first else { return false }
    if isDigit(first) { return leads(text(before), text(after)) }
    if isDigit(last) { return isUnit(after) || isMonth(after) }
    // What is left is Hangul, as 2,000억 and 열두 are, and short; most words don't end as numerals do.
    guard last >= 0x80, before.count <= longestNumeral, let end = before.lastScalar,
      numeralEnds.contains(end)
    else { return false }
    let numeral = text(before)
    if numeral.utf8.contains(where: isDigit) {
      return magnitudes.contains(end) && isUnit(after)
    }
    return isNumeral(numeral) && startsWithCounter(after)
  }

  // MARK: Numbers

  private static let longestNumeral = 32
  private static let magnitudes: Set<Unicode.Scalar> = ["십", "백", "천", "만", "억", "조", "경"]

  /// Numerals as words, as they stand before counters.
  private static let numerals: Set<String> = {
    let ones = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
    let tens = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
    return Set(
      ones + tens + tens.flatMap { ten in ones.map { ten + $0 } } + [
        "스무", "몇", "석", "넉", "서", "너", "백", "천", "수십", "수백", "수천", "수만", "수억", "몇십", "몇백",
      ])
  }()

  private static let numeralEnds = magnitudes.union(sinoNumerals).union(
    numerals.compactMap { $0.unicodeScalars.last })

  private static let sinoNumerals = Set("일이삼사오육칠팔구십백천만억조".unicodeScalars)

  private static func isNumeral(_ word: String) -> Bool {
    // 이 and 만 alone are more often other words.
    numerals.contains(word)
      || word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy(sinoNumerals.contains)
  }

  // MARK: Before a number

  /// Words that a number belongs to.
  private static let labels: Set<String> = [
    "제", "그림", "표", "식", "부록", "No.", "no.", "Nos.", "Fig.", "Figs.", "Figure", "Table", "Section",
    "Chapter", "Part", "Page", "page", "pages", "p.", "pp.", "Vol.", "vol.", "§",
  ]

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]

  private static func isMonth(_ bytes: ByteSlice) -> Bool {
    guard bytes.first.map({ (0x41...0x5A).contains($0) }) == true else { return false }
    let word = text(bytes)
    return months.contains(word) || word.last == "," && months.contains(String(word.dropLast()))
  }

  /// Whether a word belongs to the number behind it: a label, a magnitude, a month, an hour.
  private static func leads(_ before: String, _ number: String) -> Bool {
    let before = withoutOpeningMarks(before)
    if labels.contains(before) { return true }
    let tail = number.utf8.drop(while: isDigit)
    let digits = number.utf8.count - tail.count
    if months.contains(before) { return digits <= 2 }
    let rest = before.utf8.drop { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
    guard rest.count < before.utf8.count else { return false }
    switch String(Substring(rest)) {
    case "월": return tail.starts(with: "일".utf8)
    case "시": return tail.starts(with: "분".utf8)
    case "분": return tail.starts(with: "초".utf8)
    case "":
      // 2022. 10. 25.
      return before.last == "." && before.utf8.dropLast().allSatisfy(isDigit)
        && tail.first == 0x2E && digits <= 2
    case let rest: return rest.unicodeScalars.allSatisfy(magnitudes.contains)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Behind a number

  private static let units: Set<String> = [
    "%", "‰", "%p", "%P", "pp", "bp", "℃", "°C", "°", "nm", "μm", "µm", "mm", "cm", "m", "km",
    "mm²", "cm²", "m²",
    "km²", "㎡", "㎢", "ha", "cm³", "m³", "mg", "g", "kg", "t", "mL", "ml", "L", "l", "ms", "s",
    "min", "h", "km/h",
    "m/s", "B", "kB", "KB", "MB", "GB", "TB", "PB", "kbps", "Mbps", "Gbps", "Hz", "kHz", "MHz",
    "GHz", "W", "kW",
    "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "A", "J", "kJ", "cal", "kcal", "Pa", "hPa",
    "dB", "won",
    "KRW", "USD", "EUR", "JPY", "thousand", "million", "billion", "trillion", "percent", "a.m.",
    "p.m.",
  ]

  /// By their first syllables.
  private static let counters = Dictionary(grouping: counterWords.map { Array($0.utf8) }) {
    $0[...].withUnsafeBufferPointer { $0[...].firstScalar }
  }

  /// The longest first, so that 개월 isn't taken for 개.
  private static let counterWords = [
    "퍼센트포인트", "킬로미터", "센티미터", "킬로그램", "킬로와트", "기가바이트", "테라바이트", "퍼센트", "포인트", "페이지", "밀리미터",
    "미터", "그램", "리터", "와트", "달러", "유로", "위안", "개국", "개사", "개월", "개년", "개소", "개교", "가지", "번째", "시간",
    "분기", "학기", "세기", "마리", "그루", "켤레", "과목", "학점", "개", "명", "곳", "원", "엔", "년", "월", "일", "시",
    "분",
    "초", "주", "회", "차", "호", "권", "편", "건", "쪽", "장", "절", "항", "점", "배", "위", "대", "척", "채", "층",
    "동",
    "인", "팀", "번", "살", "세", "석", "평", "톤", "매", "잔", "병", "벌", "줄", "칸", "면", "종", "사", "십", "백",
    "천",
    "만", "억", "조",
  ]

  /// How what may follow a counter begins: particles, the copula and what is written to its end; 개 is none in 개정.
  private static let followers = Set("이가은는을를의에와과도로으만까부마씩당쯤간째짜인일였입임들여".unicodeScalars)

  private static func isUnit(_ word: ByteSlice) -> Bool {
    guard let first = word.firstScalar else { return false }
    if isHangul(first) { return startsWithCounter(word) }
    let unit = text(word).unicodeScalars.prefix {
      !isHangul($0) && !",;:!?)]”’".unicodeScalars.contains($0)
    }
    let name = String(unit)
    return units.contains(name) || name.last == "." && units.contains(String(name.dropLast()))
  }

  private static func startsWithCounter(_ word: ByteSlice) -> Bool {
    guard let first = word.firstScalar, let known = counters[first],
      let counter = known.first(where: { word.starts(with: $0) })
    else { return false }
    guard let next = word.dropFirst(counter.count).firstScalar else { return true }
    return !isHangul(next) || followers.contains(next)
  }

  // MARK: Text

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// Enough of a word; a unit is shorter.
  private static func text(_ bytes: ByteSlice) -> String {
    String(decoding: bytes.prefix(longestNumeral), as: UTF8.self)
  }

  private static func withoutOpeningMarks(_ word: String) -> String {
    String(word.drop { "([“‘「『\"'".contains($0) })
  }
}
