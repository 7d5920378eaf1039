import Formats

/// Finds Pandoc's notation in the lines of a paragraph, leaving code, autolinks and comments alone.
struct NotationScanner {
  /// What to change before CommonMark reads the text.
  struct Findings {
    var cuttings: [Cutting] = []
    /// Offsets of backslashes that take its meaning from a mark read after CommonMark.
    var escapes: [Int] = []
  }

  /// All of the expansion, so that offsets need no shift; read within `range` only.
  private let text: [UInt8]
  private let range: Range<Int>
  private var at: Int
  /// Set where a comment isn't closed: nor is any behind it.
  private var hasOpenComment = false
  private var found = Findings()

  static func findings(in text: [UInt8], _ range: Range<Int>) -> Findings {
    var scanner = NotationScanner(text: text, range: range)
    scanner.scan()
    return scanner.found
  }

  private init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
    at = range.lowerBound
  }

  private mutating func scan() {
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "\\"):
        if let next = byte(at + 1), "[]*_:".utf8.contains(next) { found.escapes.append(at) }
        at += 2
      case UInt8(ascii: "`"): at = Self.endOfCode(in: text, range, from: at)
      case UInt8(ascii: "<"): skipAngle()
      case UInt8(ascii: "["): readBracket()
      case UInt8(ascii: "{"): readAttributes()
      case UInt8(ascii: "@"): readReference()
      default: at += 1
      }
    }
  }

  private func byte(_ offset: Int) -> UInt8? {
    range.contains(offset) ? text[offset] : nil
  }

  private mutating func cut(_ kind: Cutting.Kind, to end: Int) {
    found.cuttings.append(Cutting(kind: kind, range: at..<end))
    at = end
  }

  // MARK: Left alone

  /// The end of the code span that opens at a run of backticks; the end of the run where none opens.
  static func endOfCode(in text: [UInt8], _ range: Range<Int>, from start: Int) -> Int {
    let mark = UInt8(ascii: "`")
    var inner = start
    while inner < range.upperBound, text[inner] == mark { inner += 1 }
    var run = 0
    for offset in inner..<range.upperBound {
      if text[offset] == mark {
        run += 1
      } else {
        if run == inner - start { return offset }
        run = 0
      }
    }
    return run == inner - start ? range.upperBound : inner
  }

  /// Passes over a comment or an autolink.
  private mutating func skipAngle() {
    let rest = text[at..<range.upperBound]
    if rest.starts(with: "<!--".utf8), !hasOpenComment {
      var end = at + 4
      while end + 2 < range.upperBound, !text[end...].starts(with: "-->".utf8) { end += 1 }
      hasOpenComment = end + 2 >= range.upperBound
      at = hasOpenComment ? at + 4 : end + 3
      return
    }
    var end = at + 1
    while let next = byte(end), next > 0x20, next != UInt8(ascii: "<"), next != UInt8(ascii: ">") {
      end += 1
    }
    let isLink = byte(end) == UInt8(ascii: ">") && text[at..<end].contains(UInt8(ascii: ":"))
    at = isLink ? end + 1 : at + 1
  }

  // MARK: Citations, footnotes, references

  private mutating func readBracket() {
    let mark = byte(at + 1)
    guard mark == UInt8(ascii: "@") || mark == UInt8(ascii: "^") else {
      at += 1
      return
    }
    var end = at + 2
    while let next = byte(end), next != UInt8(ascii: "["), next != UInt8(ascii: "]") { end += 1 }
    guard byte(end) == UInt8(ascii: "]"), end > at + 2 else {
      at += 1
      return
    }
    if mark == UInt8(ascii: "^") {
      cut(.footnote, to: end + 1)
    } else if byte(end + 1) == UInt8(ascii: "(") {
      // The text of a link.
      at += 1
    } else {
      cut(.citation, to: end + 1)
    }
  }

  private mutating func readReference() {
    let kinds = ["fig-", "tbl-", "sec-"]
    let rest = text[at + 1..<range.upperBound]
    let before = at > range.lowerBound ? text[at - 1] : 0x20
    // Hangul may stand right before a reference; Latin letters make it an address.
    guard before >= 0x80 || !Self.isName(before), before != UInt8(ascii: "/"),
      kinds.contains(where: { rest.starts(with: $0.utf8) })
    else {
      at += 1
      return
    }
    let end = at + 1 + rest.prefix(while: Self.isName).count
    cut(.reference, to: endOfParticle(from: end) ?? end)
  }

  /// The end of a particle's notation behind a colon, such as `:은(는)`; nil where there is none.
  private func endOfParticle(from start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: ":") else { return nil }
    var whole = start + 1
    while let next = byte(whole), next >= 0x80 || "()/".utf8.contains(next) { whole += 1 }
    var end = start + 1
    while let next = byte(end), next >= 0x80 || "()/".utf8.contains(next) { end += 1 }
    // The longest that is one: text may follow without a space.
    while end > start + 1 {
      if Particle(String(decoding: text[start + 1..<end], as: UTF8.self)) != nil { return end }
      end -= 1
    }
    // Right behind the colon Hangul is meant as a particle; which it isn't is said when it is read.
    let first = String(decoding: text[start + 1..<whole], as: UTF8.self).unicodeScalars.first
    return first.map { (0xAC00...0xD7A3).contains($0.value) || $0 == "(" } == true ? whole : nil
  }

  // MARK: Attributes

  /// Cuts out braces right behind a bracket, or behind a space at the end of a line (a heading's, a caption's).
  private mutating func readAttributes() {
    let before = at > range.lowerBound ? text[at - 1] : 0
    let isBehindSpan = before == UInt8(ascii: "]")
    let isAttached = isBehindSpan || before == UInt8(ascii: ")")
    guard isAttached || before == 0x20 else {
      at += 1
      return
    }
    let looksRight = beginsAttribute(at + 1)
    guard let end = Self.endOfAttributes(in: text, range, from: at) else {
      if isAttached, looksRight { cut(.unclosedAttributes, to: at + 1) } else { at += 1 }
      return
    }
    var next = end
    while byte(next) == 0x20 || byte(next) == 0x0D { next += 1 }
    let isAtLineEnd = byte(next) == nil || byte(next) == 0x0A
    if isBehindSpan || (looksRight && (isAttached || isAtLineEnd)) {
      cut(.attributes, to: end)
    } else {
      at += 1
    }
  }

  /// The offset behind the brace that closes the one at `start`; nil where another opens first, or none closes.
  static func endOfAttributes(in text: [UInt8], _ range: Range<Int>, from start: Int) -> Int? {
    var isQuoted = false
    var at = start + 1
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "\\") where isQuoted: at += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "}") where !isQuoted: return at + 1
      case UInt8(ascii: "{") where !isQuoted: return nil
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Whether `#id`, `.class` or `key=` begins at an offset.
  private func beginsAttribute(_ start: Int) -> Bool {
    var start = start
    while byte(start) == 0x20 || byte(start) == 0x0A { start += 1 }
    if byte(start) == UInt8(ascii: "#") || byte(start) == UInt8(ascii: ".") { return true }
    let name = text[min(start, range.upperBound)..<range.upperBound].prefix(while: Self.isName)
    return !name.isEmpty && byte(name.endIndex) == UInt8(ascii: "=")
  }

  /// What names are made of: letters, digits, `_`, `-`, and all that isn't ASCII.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
