import Diagnostics

extension ValueFormat {
  /// The names that a format may begin with.
  package static let names: [String] =
    MagnitudeUnit.allCases.map(\.rawValue).filter { !$0.isEmpty }
    + Currency.allCases.map(\.rawValue)
    + ["auto", "한글수", "percent", "%p", "△", "ordinal"]
    + DateStyle.allCases.map(\.rawValue)

  /// Whether a text begins with the name of a format, so that it is none of d3's.
  package static func isNamed(_ text: String) -> Bool {
    names.contains(split(text).name)
  }

  /// Reads a format; what is neither a name nor in d3's grammars is an error with a hint.
  package static func parse(_ text: String) throws(FormatError) -> ValueFormat {
    guard !text.isEmpty else {
      throw FormatError("format.unknown", "the format is empty", hints: ["leave out the colon"])
    }
    if let kind = try named(text) { return ValueFormat(text: text, kind: kind) }
    if hasDateDirective(text) {
      return ValueFormat(text: text, kind: .time(try TimeFormat(text)))
    }
    do {
      return ValueFormat(text: text, kind: .number(try NumberFormat(text)))
    } catch {
      guard looksLikeName(text) else { throw error }
      throw FormatError(
        "format.unknown", "unknown format \"\(text)\"",
        hints: Suggestion.hints(for: text, in: names))
    }
  }

  /// The named format that a text begins with, or nil where it begins with no name.
  private static func named(_ text: String) throws(FormatError) -> Kind? {
    let (name, argument) = split(text)
    if let style = DateStyle(rawValue: name) {
      try refuse(argument, after: name)
      return .date(style)
    }
    switch name {
    case "":
      return nil
    case "ordinal":
      try refuse(argument, after: name)
      return .ordinal
    case "한글수":
      return .hangulNumber(groups: try groupCount(argument))
    case "percent":
      return .percent(try digits(argument))
    case "%p":
      // `%p` alone is percentage points; before directives it is d3's 오전/오후.
      if let argument, hasDateDirective(argument) { return nil }
      return .percentPoints(try digits(argument))
    case "△":
      if let argument, isAmount(split(argument).name) {
        return .triangle(.amount(try amount(argument)))
      }
      return .triangle(.digits(try digits(argument)))
    default:
      return isAmount(name) ? .amount(try amount(text)) : nil
    }
  }

  /// Whether a word begins an amount: a unit or a currency.
  private static func isAmount(_ name: String) -> Bool {
    name == "auto" || Currency(rawValue: name) != nil
      || !name.isEmpty && MagnitudeUnit(rawValue: name) != nil
  }

  /// `[currency] [unit] [digits]` of an amount.
  private static func amount(_ text: String) throws(FormatError) -> AmountFormat {
    let (name, argument) = split(text)
    if let currency = Currency(rawValue: name) {
      return try amount(argument, currency: currency)
    }
    return try amount(text, currency: nil)
  }

  /// `[unit] [digits]` of an amount.
  private static func amount(
    _ text: String?, currency: Currency?
  ) throws(FormatError) -> AmountFormat {
    guard let text else { return AmountFormat(currency: currency) }
    let (name, argument) = split(text)
    if name == "auto" { return AmountFormat(currency: currency, digits: try digits(argument)) }
    if let unit = MagnitudeUnit(rawValue: name), unit != .one {
      return AmountFormat(currency: currency, unit: unit, digits: try digits(argument))
    }
    return AmountFormat(currency: currency, digits: try digits(text))
  }

  private static func digits(_ text: String?) throws(FormatError) -> NumberFormat? {
    guard let text else { return nil }
    return try NumberFormat(text)
  }

  private static func groupCount(_ text: String?) throws(FormatError) -> Int? {
    guard let text else { return nil }
    guard let count = Int(text), 1...6 ~= count else {
      throw FormatError(
        "format.unknown", "\"\(text)\" after \"한글수\" is no number of groups",
        hints: ["한글수 2 shows the two largest of 해, 경, 조, 억, 만 and the rest"])
    }
    return count
  }

  private static func refuse(_ argument: String?, after name: String) throws(FormatError) {
    guard let argument else { return }
    throw FormatError(
      "format.unknown", "the format \"\(name)\" takes nothing after it, found \"\(argument)\"")
  }

  private static func split(_ text: String) -> (name: String, argument: String?) {
    guard let blank = text.firstIndex(of: " ") else { return (text, nil) }
    let argument = text[blank...].drop { $0 == " " }
    return (String(text[..<blank]), argument.isEmpty ? nil : String(argument))
  }

  /// Whether a percent sign stands before a letter, which it never does in a number format.
  private static func hasDateDirective(_ text: String) -> Bool {
    var scalars = text.unicodeScalars[...]
    while let percent = scalars.firstIndex(of: "%") {
      scalars = scalars[scalars.index(after: percent)...]
      let padding = scalars.first.map { $0 == "-" || $0 == "_" || $0 == "0" } ?? false
      if let letter = padding ? scalars.dropFirst().first : scalars.first, letter.isASCIILetter {
        return true
      }
    }
    return false
  }

  private static func looksLikeName(_ text: String) -> Bool {
    (text.unicodeScalars.count > 1 || !text.unicodeScalars.allSatisfy(\.isASCII))
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" }
  }
}
