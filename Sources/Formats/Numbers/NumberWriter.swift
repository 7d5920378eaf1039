/// Puts the parts of a formatted number together: sign, symbol, digits, grouping, padding.
struct NumberWriter {
  let specifier: FormatSpecifier
  let locale: NumberLocale
  /// What stands behind every number, such as a fixed SI prefix.
  let suffix: String

  func string(_ number: FormattedNumber) -> String {
    let kind = specifier.kind
    let zero = specifier.zero || (specifier.fill == "0" && specifier.align == .afterSign)
    let fill = zero ? "0" : specifier.fill
    let align = zero ? .afterSign : specifier.align
    let comma = specifier.comma || kind == .number

    var body: String
    var prefix = ""
    var suffix = suffix
    var isNegative = number.isNegative
    switch specifier.symbol {
    case .currency:
      prefix = locale.currencyPrefix
      suffix = locale.currencySuffix + suffix
    case .base:
      if let kind, kind.isBase { prefix = "0" + String(kind.rawValue).lowercased() }
    case nil: break
    }
    if kind == .percent || kind == .roundedPercent {
      if specifier.symbol != .currency { suffix = locale.percent + suffix }
    }

    if kind == .character {
      suffix = number.scriptText + suffix
      body = ""
    } else {
      let text = number.text(specifier, locale: locale)
      body = specifier.trim || kind == nil ? text.body.trimmingInsignificantZeros : text.body
      // What is rounded to zero is not negative; d3 makes an exception where every sign is asked for.
      if isNegative, body.isZeroNumber, specifier.sign != .plus || !number.isBinary {
        isNegative = false
      }
      prefix = sign(isNegative) + prefix
      suffix =
        text.prefixSymbol + suffix + (isNegative && specifier.sign == .parentheses ? ")" : "")
      if kind?.isBase != true {
        let integer = body.prefix { $0.isASCIIDigit }
        let rest = body[integer.endIndex...]
        suffix = (rest.first == "." ? locale.decimal + rest.dropFirst() : rest) + suffix
        body = String(integer)
      }
    }

    if comma, !zero { body = locale.grouped(body) }
    let length = prefix.utf16.count + body.utf16.count + suffix.utf16.count
    let missing = max(0, (specifier.width ?? 0) - length)
    var padding = String(repeating: String(fill), count: missing)
    if comma, zero {
      let width = missing > 0 ? (specifier.width ?? 0) - suffix.utf16.count : .max
      body = locale.grouped(padding + body, width: width)
      padding = ""
    }
    let text =
      switch align {
      case .left: prefix + body + suffix + padding
      case .afterSign: prefix + padding + body + suffix
      case .centre:
        String(repeating: String(fill), count: missing / 2) + prefix + body + suffix
          + String(repeating: String(fill), count: missing - missing / 2)
      case .right: padding + prefix + body + suffix
      }
    return locale.withNumerals(text)
  }

  private func sign(_ isNegative: Bool) -> String {
    switch specifier.sign {
    case .minus: isNegative ? locale.minus : ""
    case .plus: isNegative ? locale.minus : "+"
    case .space: isNegative ? locale.minus : " "
    case .parentheses: isNegative ? "(" : ""
    }
  }
}

extension FormatSpecifier.Kind {
  /// Whether the number is written in base 2, 8 or 16.
  var isBase: Bool {
    switch self {
    case .binary, .octal, .hexadecimal, .upperHexadecimal: true
    case .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent, .integer,
      .character, .number:
      false
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0"..."9" ~= self }
}

extension String {
  /// The text without zeros at the end of its fraction: `1.500e+3` is `1.5e+3`, `2.00` is `2`.
  var trimmingInsignificantZeros: String {
    guard let point = firstIndex(of: "."), self[..<point].allSatisfy(\.isASCIIDigit) else {
      return self
    }
    let fraction = self[index(after: point)...].prefix { $0.isASCIIDigit }
    let rest = self[fraction.endIndex...]
    let end = fraction.lastIndex { $0 != "0" }.map { index(after: $0) } ?? point
    return String(self[..<end] + rest)
  }

  /// Whether it reads as the number zero: `0`, `0.00`, `0e+0`.
  fileprivate var isZeroNumber: Bool {
    let significand = prefix { $0 != "e" }
    return significand.first == "0" && significand.allSatisfy { $0 == "0" || $0 == "." }
  }
}
