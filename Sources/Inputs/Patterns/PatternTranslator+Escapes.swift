extension PatternTranslator {
  /// What an escape stands for.
  enum Escaped {
    case scalar(UInt32)
    /// A set, as it is written outside and inside a class.
    case set(outside: String, inside: String)
  }

  /// An escape outside a class; its backslash has been read.
  mutating func escape(at start: Int) throws(PatternFault) {
    switch next {
    case "b", "B":
      set("\\" + String(scalars[at]), isRepeatable: false)
      at += 1
    case .some("1"..."9"):
      var number = 0
      while let digit = next, ("0"..."9").contains(digit) {
        number = min(number * 10 + Int(digit.value) - 48, 1_000_000)
        at += 1
      }
      refer(to: number, at: start)
    case "k":
      at += 1
      guard next == "<" else { throw fault("has a \"\\k\" without a name in <>", at: start) }
      at += 1
      let name = try groupName(at: start)
      guard let number = number(ofGroup: name) else {
        throw fault("refers to a group \"\(name)\", which it doesn't have", at: start)
      }
      refer(to: number, at: start)
    default:
      switch try escaped(at: start) {
      case .scalar(let value): set(PatternClasses.text(value))
      case .set(let outside, _): set(outside)
      }
    }
  }

  /// An escape that may stand inside a class, too (ECMA-262, CharacterClassEscape and CharacterEscape).
  mutating func escaped(at start: Int) throws(PatternFault) -> Escaped {
    guard let scalar = next else { throw fault("ends in a backslash", at: start) }
    at += 1
    switch scalar {
    case "d", "D", "w", "W":
      let text = "\\" + String(scalar)
      return .set(outside: text, inside: text)
    case "s": return .set(outside: "[\(PatternClasses.spaces)]", inside: PatternClasses.spaces)
    case "S": return .set(outside: "[^\(PatternClasses.spaces)]", inside: PatternClasses.nonSpaces)
    case "t": return .scalar(0x09)
    case "n": return .scalar(0x0A)
    case "v": return .scalar(0x0B)
    case "f": return .scalar(0x0C)
    case "r": return .scalar(0x0D)
    case "0":
      if let digit = next, ("0"..."9").contains(digit) {
        throw fault("has an octal escape", at: start, hint: "write \\x and two digits")
      }
      return .scalar(0)
    case "c":
      guard let letter = next, letter.isASCII, letter.properties.isAlphabetic else {
        throw fault("has a \"\\c\" without a letter", at: start)
      }
      at += 1
      return .scalar(letter.value & 0x1F)
    case "x":
      guard let value = hexadecimal(digits: 2) else {
        throw fault("has a \"\\x\" without two hexadecimal digits", at: start)
      }
      return .scalar(value)
    case "u": return .scalar(try unicodeEscape(at: start))
    case "p", "P": return try property(isNegated: scalar == "P", at: start)
    default:
      guard !scalar.isASCII || !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
      else {
        throw fault("has an escape \"\\\(scalar)\" that ECMA-262 doesn't know", at: start)
      }
      return .scalar(scalar.value)
    }
  }

  /// `\u0041`, `\u{1F432}`, or two that are one character in UTF-16.
  private mutating func unicodeEscape(at start: Int) throws(PatternFault) -> UInt32 {
    if next == "{" {
      at += 1
      var value: UInt32 = 0
      var count = 0
      while let digit = next?.hexadecimalDigit, value <= 0x10FFFF {
        value = value << 4 | digit
        count += 1
        at += 1
      }
      guard next == "}", count > 0, value <= 0x10FFFF else {
        throw fault("has a \"\\u{\" that is no character's code", at: start)
      }
      at += 1
      return value
    }
    guard let value = hexadecimal(digits: 4) else {
      throw fault("has a \"\\u\" without four hexadecimal digits", at: start)
    }
    let position = at
    if 0xD800...0xDBFF ~= value, next == "\\", peek(1) == "u" {
      at += 2
      if let low = hexadecimal(digits: 4), 0xDC00...0xDFFF ~= low {
        return 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      at = position
    }
    return value
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in 0..<digits {
      guard let digit = peek(offset)?.hexadecimalDigit else { return nil }
      value = value << 4 | digit
    }
    at += digits
    return value
  }

  /// `\p{…}` behind its letter.
  private mutating func property(
    isNegated: Bool, at start: Int
  ) throws(PatternFault) -> Escaped {
    let letter = isNegated ? "P" : "p"
    guard next == "{", let close = scalars[at...].firstIndex(of: "}") else {
      throw fault("has a \"\\\(letter)\" without a property in {}", at: start)
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[(at + 1)..<close])
    at = close + 1
    guard let text = UnicodeProperty.translated(String(name), isNegated: isNegated) else {
      throw fault(
        "has a property \"\(String(name))\" that ECMA-262 doesn't know", at: start,
        hint: UnicodeProperty.hint(for: String(name), letter: letter))
    }
    return .set(outside: text, inside: text)
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimalDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
