/// The parts of a d3-format specifier: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
package struct FormatSpecifier: Sendable, Hashable {
  package enum Align: Character, Sendable {
    case right = ">"
    case left = "<"
    case centre = "^"
    /// Right, with the sign and the symbol left of the padding.
    case afterSign = "="
  }

  package enum Sign: Character, Sendable {
    case minus = "-"
    case plus = "+"
    case parentheses = "("
    case space = " "
  }

  package enum Symbol: Character, Sendable {
    case currency = "$"
    /// `0b`, `0o`, `0x` before a number in that base.
    case base = "#"
  }

  package enum Kind: Character, Sendable, CaseIterable {
    case exponent = "e"
    case fixed = "f"
    /// Decimal or exponent notation, by significant digits.
    case general = "g"
    /// Decimal notation, rounded to significant digits.
    case rounded = "r"
    /// Decimal notation with an SI prefix, rounded to significant digits.
    case prefixed = "s"
    case percent = "%"
    /// Percent, rounded to significant digits.
    case roundedPercent = "p"
    case binary = "b"
    case octal = "o"
    case integer = "d"
    case hexadecimal = "x"
    case upperHexadecimal = "X"
    case character = "c"
    /// `,g`.
    case number = "n"
  }

  package var fill: Unicode.Scalar = " "
  package var align = Align.right
  package var sign = Sign.minus
  package var symbol: Symbol?
  package var zero = false
  package var width: Int?
  package var comma = false
  package var precision: Int?
  package var trim = false
  /// Nil is `.12~g`.
  package var kind: Kind?

  package init() {}

  /// Widths beyond this are slips of the hand.
  package static let widthLimit = 1000
}

extension FormatSpecifier {
  package init(_ text: String) throws(FormatError) {
    var rest = text.unicodeScalars[...]

    func next<Part: RawRepresentable>(_: Part.Type) -> Part? where Part.RawValue == Character {
      guard let part = rest.first.flatMap({ Part(rawValue: Character($0)) }) else { return nil }
      rest.removeFirst()
      return part
    }
    func flag(_ scalar: Unicode.Scalar) -> Bool {
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }
    func number() -> Int? {
      let digits = rest.prefix { "0"..."9" ~= $0 }
      rest = rest[digits.endIndex...]
      guard !digits.isEmpty else { return nil }
      return digits.reduce(0) { min($0 * 10 + Int($1.value - 0x30), 1_000_000) }
    }

    if let second = rest.dropFirst().first, let align = Align(rawValue: Character(second)) {
      fill = rest.removeFirst()
      self.align = align
      rest.removeFirst()
    } else if let align = next(Align.self) {
      self.align = align
    }
    sign = next(Sign.self) ?? .minus
    symbol = next(Symbol.self)
    zero = flag("0")
    width = number()
    comma = flag(",")
    if rest.first == ".", let digit = rest.dropFirst().first, "0"..."9" ~= digit {
      rest.removeFirst()
      precision = number()
    }
    trim = flag("~")
    kind = next(Kind.self)
    if let width, width > Self.widthLimit {
      throw FormatError(
        "format.width",
        "format \"\(text)\" asks for a width of \(width), the most is \(Self.widthLimit)")
    }
    guard rest.isEmpty else { throw Self.unknown(text, rest: String(rest), hasKind: kind != nil) }
  }

  private static func unknown(_ text: String, rest: String, hasKind: Bool) -> FormatError {
    let kinds = Kind.allCases.map { String($0.rawValue) }.joined(separator: " ")
    let isLetter = !hasKind && rest.unicodeScalars.count == 1 && rest.first?.isLetter == true
    return FormatError(
      "format.unknown",
      isLetter
        ? "format \"\(text)\" ends in an unknown type \"\(rest)\""
        : "format \"\(text)\" can't be read from \"\(rest)\" on",
      hints: text.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isASCII }
        ? [
          "formats by name begin with it: 만, 억, 조, 한글수, percent, %p, △, krw …, as in 억 ,.1f"
        ]
        : [
          isLetter
            ? "the types are \(kinds)"
            : "a number format is [[fill]align][sign][symbol][0][width][,][.precision][~][type], as in ,.1f"
        ])
  }
}

extension FormatSpecifier: CustomStringConvertible {
  /// The specifier with its defaults written out, as d3 does.
  package var description: String {
    var text = "\(fill)\(align.rawValue)\(sign.rawValue)"
    if let symbol { text.append(symbol.rawValue) }
    if zero { text += "0" }
    if let width { text += String(max(1, width)) }
    if comma { text += "," }
    if let precision { text += ".\(precision)" }
    if trim { text += "~" }
    if let kind { text.append(kind.rawValue) }
    return text
  }
}
