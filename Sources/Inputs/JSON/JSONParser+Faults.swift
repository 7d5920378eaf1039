extension JSONParser {
  /// The fault of a byte that begins no value.
  mutating func unexpected() -> JSONFault {
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return JSONFault(kind: .comment, range: foundRange())
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return JSONFault(kind: .singleQuotes, range: foundRange())
    case UInt8(ascii: "+"), UInt8(ascii: "."): return badNumber(from: at)
    case let byte where isWordByte(byte):
      let range = foundRange()
      if let fault = firstNonUTF8(in: range) { return fault }
      let word = shownText(range)
      if range.upperBound == end, ["true", "false", "null"].contains(where: { $0.hasPrefix(word) })
      {
        return JSONFault(kind: .endsInWord(word), range: range, inside: innermost)
      }
      return JSONFault(kind: .unknownWord(shortened(word)), range: range)
    default:
      return firstNonUTF8(in: foundRange())
        ?? JSONFault(kind: .noValue(found: found()), range: start..<foundRange().upperBound)
    }
  }

  /// The fault of a byte that begins no key.
  mutating func unexpectedKey() -> JSONFault {
    let range = foundRange()
    switch bytes[at] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "`"):
      return unexpected()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return JSONFault(kind: .unquotedKey(shortened(shownText(range))), range: range)
    case let byte where isWordByte(byte):
      return firstNonUTF8(in: range)
        ?? JSONFault(kind: .unquotedKey(shortened(shownText(range))), range: range)
    default:
      return firstNonUTF8(in: range) ?? JSONFault(kind: .noKey(found: found()), range: range)
    }
  }

  /// The fault of a text that ends too early.
  func endFault() -> JSONFault {
    guard let innermost else { return JSONFault(kind: .empty, range: end..<end) }
    return JSONFault(
      kind: .endsInside(innermost.container), range: end..<end, inside: innermost)
  }

  /// Letters, digits and what else runs on in words and numbers; all bytes of scalars beyond ASCII are letters here.
  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  /// The word that stands here, or the one character.
  func foundRange() -> Range<Int> {
    var stop = at
    while stop < end, isWordByte(bytes[stop]) { stop += 1 }
    return at..<min(max(stop, at + 1), end)
  }

  /// What stands here, in quotes, or by its code where it can't be seen.
  func found() -> String {
    guard at < end else { return "the end" }
    switch bytes[at] {
    case UInt8(ascii: "\""): return "a quoted text"
    case 0x00...0x1F, 0x7F:
      let hex = String(bytes[at], radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    default: return "\"\(shortened(shownText(foundRange())))\""
    }
  }

  func shownText(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The beginning of a text that may be as long as the file.
  func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
      cut < scalars.endIndex
    else { return text }
    return String(scalars[..<cut]) + "…"
  }
}
