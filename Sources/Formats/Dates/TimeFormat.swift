import Diagnostics

/// A date format in the grammar of d3-time-format, such as `%Y-%m-%d` or `%-I:%M %p`.
package struct TimeFormat: Sendable, Hashable {
  /// A letter behind the percent sign.
  package enum Directive: Character, Sendable, CaseIterable {
    case shortWeekday = "a"
    case weekday = "A"
    case shortMonth = "b"
    case month = "B"
    case localeDateTime = "c"
    case day = "d"
    case spacePaddedDay = "e"
    case microsecond = "f"
    case shortISOYear = "g"
    case isoYear = "G"
    case hour24 = "H"
    case hour12 = "I"
    case dayOfYear = "j"
    case millisecond = "L"
    case monthNumber = "m"
    case minute = "M"
    case period = "p"
    case quarter = "q"
    case unixMilliseconds = "Q"
    case unixSeconds = "s"
    case second = "S"
    case isoWeekdayNumber = "u"
    case sundayWeek = "U"
    case isoWeek = "V"
    case weekdayNumber = "w"
    case mondayWeek = "W"
    case localeDate = "x"
    case localeTime = "X"
    case shortYear = "y"
    case year = "Y"
    case zone = "Z"
    case percent = "%"
  }

  /// What fills a number up to its width.
  package enum Padding: Character, Sendable {
    case none = "-"
    case space = "_"
    case zero = "0"

    var fill: String {
      switch self {
      case .none: ""
      case .space: " "
      case .zero: "0"
      }
    }
  }

  package enum Part: Sendable, Hashable {
    case literal(String)
    case directive(Directive, Padding?)
  }

  package let specifier: String
  package let parts: [Part]

  package init(_ specifier: String) throws(FormatError) {
    var unknown: String?
    parts = Self.parts(of: specifier) { unknown = unknown ?? $0 }
    self.specifier = specifier
    if let unknown { throw Self.unknown(unknown, in: specifier) }
  }

  /// A specifier that stands in the code or in a locale; a directive it doesn't know would print as written.
  package init(known specifier: String) {
    self.specifier = specifier
    parts = Self.parts(of: specifier) { _ in }
  }

  private static func parts(of specifier: String, unknown: (String) -> Void) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = specifier[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        literal.append(character)
        continue
      }
      let padding = rest.first.flatMap(Padding.init)
      if padding != nil { rest.removeFirst() }
      let letter = rest.popFirst()
      guard let directive = letter.flatMap(Directive.init) else {
        let text =
          "%" + (padding.map { String($0.rawValue) } ?? "") + (letter.map { String($0) } ?? "")
        unknown(text)
        literal += text
        continue
      }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(.directive(directive, padding))
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }

  private static func unknown(_ directive: String, in specifier: String) -> FormatError {
    guard directive.last?.isLetter == true else {
      return FormatError(
        "format.unknown", "date format \"\(specifier)\" has a \"\(directive)\" without a letter",
        hints: ["a percent sign is written \"%%\""])
    }
    return FormatError(
      "format.unknown", "date format \"\(specifier)\" has an unknown directive \"\(directive)\"",
      hints: Suggestion.hints(for: directive, in: Directive.allCases.map { "%\($0.rawValue)" }))
  }
}
