extension JSONParser {
  /// The fault of a byte that begins no value.
  mutating func unexpected() -> JSONFault {
    if let fault = commonFault() { return fault }
    switch bytes[at] {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return badNumber(from: at)
    case let byte where isWordByte(byte):
      let range = foundRange()
      let word = shownText(range)
      if range.upperBound == end, ["true", "false", "null"].contains(where: { $0.hasPrefix(word) })
      {
        return JSONFault(kind: .endsInWord(word), range: range, inside: innermost)
      }
      return JSONFault(kind: .unknownWord(shortened(word)), range: range)
    default: return JSONFault(kind: .noValue(found: found()), range: foundRange())
    }
  }

  /// The fault of a byte that begins no key.
  func unexpectedKey() -> JSONFault {
    if let fault = commonFault() { return fault }
    let range = foundRange()
    return isWordByte(bytes[at])
      ? JSONFault(kind: .unquotedKey(shortened(shownText(range))), range: range)
      : JSONFault(kind: .noKey(found: found()), range: range)
  }

  func noComma(in container: JSONFault.Container) -> JSONFault {
    if let fault = commonFault() { return fault }
    let beginsValue = isWordByte(bytes[at]) || [0x22, 0x5B, 0x7B].contains(bytes[at])
    return JSONFault(
      kind: .noComma(container, found: found(), beginsValue: beginsValue), range: foundRange(),
      inside: innermost)
  }

  func noColon(after key: String) -> JSONFault {
    commonFault()
      ?? JSONFault(kind: .noColon(key: shortened(key), found: found()), range: foundRange())
  }

  func afterEnd() -> JSONFault {
    commonFault() ?? JSONFault(kind: .afterEnd(found: found()), range: foundRange())
  }

  /// The fault of a number whose first bytes stand at `start`; it covers all that looks like part of it.
  mutating func badNumber(from start: Int) -> JSONFault {
    at = start
    while at < end, isNumberByte(bytes[at]) { at += 1 }
    return JSONFault(kind: .badNumber(shortened(shownText(start..<at))), range: start..<at)
  }

  /// The fault of a text that ends too early.
  func endFault() -> JSONFault {
    guard let innermost else { return JSONFault(kind: .empty, range: end..<end) }
    return JSONFault(kind: .endsInside(innermost.container), range: end..<end, inside: innermost)
  }

  /// What is wrong wherever it stands: comments, wrong quotes, invisible characters, bytes that aren't UTF-8.
  private func commonFault() -> JSONFault? {
    switch bytes[at] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return JSONFault(kind: .comment, range: at..<at + 1)
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return JSONFault(kind: .wrongQuotes, range: at..<at + 1)
    case 0x80...0xFF:
      let range = foundRange()
      if let fault = firstNonUTF8(in: range) { return fault }
      guard let scalar = shownText(range).unicodeScalars.first else { return nil }
      let first = at..<at + UTF8.width(scalar)
      switch scalar.properties.generalCategory {
      case .initialPunctuation, .finalPunctuation:
        return JSONFault(kind: .wrongQuotes, range: first)
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .format, .control:
        return JSONFault(kind: .invisible(TextEncoding.code(scalar)), range: first)
      default: return nil
      }
    default: return nil
    }
  }

  /// Letters, digits and what else runs on in words; all bytes of scalars beyond ASCII are letters here.
  private func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isNumberByte(byte) }

  /// What runs on in numbers and in slips of them, such as `1_000` and `0x1F`.
  func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The word that stands here, or the one character.
  private func foundRange() -> Range<Int> {
    var stop = at
    while stop < end, isWordByte(bytes[stop]) { stop += 1 }
    return at..<min(max(stop, at + 1), end)
  }

  /// What stands here, in quotes, or by its code where it can't be seen.
  private func found() -> String {
    switch bytes[at] {
    case UInt8(ascii: "\""): "a quoted text"
    case 0x00...0x1F, 0x7F: TextEncoding.code(Unicode.Scalar(bytes[at]))
    default: "\"\(shortened(shownText(foundRange())))\""
    }
  }

  func shownText(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The beginning of a text that may be as long as the file.
  private func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
      cut < scalars.endIndex
    else { return text }
    return String(scalars[..<cut]) + "…"
  }
}
