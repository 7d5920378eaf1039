/// Cuts an expression into tokens after ECMA-262's lexical grammar, as far as Vega has it.
struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []

  private static let marks: Set<String> = [
    ">>>", "===", "!==", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "%",
    "<", ">", "!", "~", "&", "|", "^", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".",
  ]

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  static func tokens(of text: String) throws(ExpressionFault) -> [Token] {
    var tokenizer = Tokenizer(text)
    while try tokenizer.next() {}
    return tokenizer.tokens
  }

  private mutating func next() throws(ExpressionFault) -> Bool {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else {
      add(.end, from: position)
      return false
    }
    let start = position
    let byte = bytes[position]
    if isDigit(byte)
      || byte == UInt8(ascii: ".") && position + 1 < bytes.count
        && isDigit(bytes[position + 1])
    {
      try number()
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      try text(quote: byte)
    } else if isNameStart(byte) {
      while position < bytes.count, isNameStart(bytes[position]) || isDigit(bytes[position]) {
        position += 1
      }
      add(.name(String(decoding: bytes[start..<position], as: UTF8.self)), from: start)
    } else if byte == UInt8(ascii: "/"), patternMayStart {
      try pattern()
    } else if let mark = mark() {
      position += mark.utf8.count
      add(.mark(mark), from: start)
    } else {
      throw ExpressionFault(
        message: "unexpected character \"\(String(decoding: [byte], as: UTF8.self))\"",
        range: start..<(start + 1),
        hints: byte == UInt8(ascii: "=")
          ? ["an expression can't assign; compare with \"==\" or \"===\""] : [])
    }
    return true
  }

  /// The longest operator that stands here.
  private func mark() -> String? {
    for length in [3, 2, 1] where position + length <= bytes.count {
      let text = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
      if Self.marks.contains(text) { return text }
    }
    return nil
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: start..<position))
  }

  /// Whether a slash here begins a regular expression, not a division.
  private var patternMayStart: Bool {
    switch tokens.last?.kind {
    case nil: true
    case .mark(let mark): mark != ")" && mark != "]" && mark != "}"
    case .number, .text, .pattern, .name, .end: false
    }
  }

  private mutating func number() throws(ExpressionFault) {
    let start = position
    if bytes[position] == UInt8(ascii: "0"), position + 1 < bytes.count,
      let radix = [UInt8(ascii: "x"): 16, UInt8(ascii: "b"): 2, UInt8(ascii: "o"): 8][
        bytes[position + 1] | 0x20]
    {
      position += 2
      let digits = position
      while position < bytes.count, isNameStart(bytes[position]) || isDigit(bytes[position]) {
        position += 1
      }
      let text = String(decoding: bytes[digits..<position], as: UTF8.self)
      guard let value = UInt64(text, radix: radix) else { throw badNumber(from: start) }
      return add(.number(Double(value)), from: start)
    }
    func skipDigits() {
      while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    }
    skipDigits()
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      skipDigits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      skipDigits()
    }
    var text = String(decoding: bytes[start..<position], as: UTF8.self)
    if text.hasSuffix(".") { text.removeLast() }
    guard let value = Double(text), position == bytes.count || !isNameStart(bytes[position]) else {
      throw badNumber(from: start)
    }
    add(.number(value), from: start)
  }

  private func badNumber(from start: Int) -> ExpressionFault {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return ExpressionFault(message: "\"\(text)\" is not a number", range: start..<position)
  }

  private mutating func text(quote: UInt8) throws(ExpressionFault) {
    let start = position
    var content: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        try escape(into: &content)
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else {
      throw ExpressionFault(message: "the text is not closed", range: start..<bytes.count)
    }
    position += 1
    add(.text(String(decoding: content, as: UTF8.self)), from: start)
  }

  private mutating func escape(into content: inout [UInt8]) throws(ExpressionFault) {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "u"), UInt8(ascii: "x"):
      let length = byte == UInt8(ascii: "u") ? 4 : 2
      let digits = bytes[position..<min(position + length, bytes.count)]
      guard digits.count == length,
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else {
        throw ExpressionFault(
          message: "the escape names no character", range: (position - 2)..<position)
      }
      position += length
      content.append(contentsOf: Array(String(scalar).utf8))
    default: content.append(byte)
    }
  }

  private mutating func pattern() throws(ExpressionFault) {
    let start = position
    position += 1
    let first = position
    var inClass = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "[") { inClass = true }
      if byte == UInt8(ascii: "]") { inClass = false }
      if byte == UInt8(ascii: "/"), !inClass { break }
      position += 1
    }
    guard position < bytes.count else {
      throw ExpressionFault(
        message: "the regular expression is not closed", range: start..<bytes.count)
    }
    let source = String(decoding: bytes[first..<position], as: UTF8.self)
    position += 1
    let flagsStart = position
    while position < bytes.count, isNameStart(bytes[position]) { position += 1 }
    let flags = String(decoding: bytes[flagsStart..<position], as: UTF8.self)
    add(.pattern(source: source, flags: flags), from: start)
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Letters, `_`, `$`, and whatever isn't ASCII: `datum.매출` needs no brackets.
private func isNameStart(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "$") || byte >= 0x80
}
