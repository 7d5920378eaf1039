/// What a plain scalar means in YAML 1.2's core schema (section 10.3.2).
enum YAMLScalar: Hashable {
  case null
  case bool(Bool)
  case number(Number)
  /// `.inf` or `.nan`.
  case noNumber
  case text

  init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
      ".NaN", ".NAN":
      self = .noNumber
    default: self = Self.number(text).map { .number($0) } ?? .text
    }
  }

  /// The number in JSON's grammar, which lacks `+1`, `.5`, `1.`, `0o17` and `0x1F`.
  private static func number(_ text: String) -> Number? {
    guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return nil }
    if let number = NumberGrammar.number(text) { return number }
    if text.hasPrefix("0o") || text.hasPrefix("0x") {
      let digits = text.dropFirst(2)
      guard digits.first != "-", digits.first != "+" else { return nil }
      return Int(digits, radix: text.hasPrefix("0o") ? 8 : 16).map { Number($0) }
    }
    var digits = text[...]
    var sign = ""
    if digits.hasPrefix("-") || digits.hasPrefix("+") {
      if digits.hasPrefix("-") { sign = "-" }
      digits = digits.dropFirst()
    }
    var whole = digits.prefix { $0.isASCII && $0.isNumber }
    var rest = digits[whole.endIndex...]
    if rest.hasPrefix(".") {
      let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
      if whole.isEmpty { whole = "0" }
      rest = rest[fraction.endIndex...]
      return NumberGrammar.number(sign + whole + (fraction.isEmpty ? "" : "." + fraction) + rest)
    }
    return NumberGrammar.number(sign + whole + rest)
  }
}
