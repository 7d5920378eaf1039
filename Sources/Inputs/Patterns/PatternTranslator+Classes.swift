extension PatternTranslator {
  /// `[…]` behind its bracket.
  mutating func translateClass(at start: Int) throws(PatternFault) {
    var isNegated = false
    if next == "^" {
      isNegated = true
      at += 1
    }
    var items = ""
    while next != "]" {
      guard next != nil else { throw fault("has no \"]\" for this class", at: start) }
      items += try classItem()
    }
    at += 1
    // A class without a member matches nothing, its opposite everything.
    if items.isEmpty {
      set(isNegated ? "(?s:.)" : "(?!)")
    } else {
      set(isNegated ? "[^\(items)]" : "[\(items)]")
    }
  }

  /// One member of a class, or a range of them.
  private mutating func classItem() throws(PatternFault) -> String {
    let start = at
    let low = try classAtom()
    guard next == "-", let behind = peek(1), behind != "]" else { return text(low) }
    at += 1
    let high = try classAtom()
    guard case .scalar(let first) = low, case .scalar(let last) = high else {
      // A set is no end of a range: the hyphen stands for itself.
      return text(low) + "\\-" + text(high)
    }
    guard first <= last else {
      throw fault("has a range that ends before it begins", at: start)
    }
    return PatternClasses.range(first, last)
  }

  private func text(_ atom: Escaped) -> String {
    switch atom {
    case .scalar(let value): PatternClasses.range(value, value)
    case .set(_, let inside): inside
    }
  }

  private mutating func classAtom() throws(PatternFault) -> Escaped {
    let start = at
    guard let scalar = next else { throw fault("has no \"]\" for a class", at: start) }
    at += 1
    guard scalar == "\\" else { return .scalar(scalar.value) }
    if next == "b" {
      at += 1
      return .scalar(0x08)
    }
    return try escaped(at: start)
  }
}

/// Sets of characters as PCRE2 writes them.
enum PatternClasses {
  /// ECMA-262, LineTerminator, inside a class.
  static let lineEnds = "\\n\\r\\x{2028}\\x{2029}"

  /// ECMA-262, WhiteSpace and LineTerminator, inside a class.
  static let spaces =
    "\\x09-\\x0D\\x20\\xA0\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}"

  /// All others.
  static let nonSpaces =
    "\\x00-\\x08\\x0E-\\x1F\\x21-\\x9F\\xA1-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"
    + "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}"

  /// A character outside a class; half of a surrogate pair is in no text.
  static func text(_ value: UInt32) -> String {
    guard !isSurrogate(value) else { return "(?!)" }
    return character(value)
  }

  /// A range inside a class; empty where only halves of surrogate pairs are in it.
  static func range(_ first: UInt32, _ last: UInt32) -> String {
    let low = isSurrogate(first) ? 0xE000 : first
    let high = isSurrogate(last) ? 0xD7FF : last
    guard low <= high else { return "" }
    return low == high ? character(low) : "\(character(low))-\(character(high))"
  }

  private static func isSurrogate(_ value: UInt32) -> Bool { 0xD800...0xDFFF ~= value }

  private static func character(_ value: UInt32) -> String {
    if let scalar = Unicode.Scalar(value), scalar.isASCII, scalar.properties.isAlphabetic {
      return String(scalar)
    }
    if 0x30...0x39 ~= value { return String(value - 0x30) }
    return "\\x{\(String(value, radix: 16, uppercase: true))}"
  }
}
