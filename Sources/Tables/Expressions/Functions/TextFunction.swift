import Formats

/// Works on texts; positions count UTF-16 units, as in ECMA-262.
enum TextFunction: String, Sendable, CaseIterable {
  case parseFloat, parseInt, lower, upper, pad, replace, split, substring, trim, truncate
  case btoa, atob

  var arity: ClosedRange<Int> {
    switch self {
    case .parseFloat, .lower, .upper, .trim, .btoa, .atob: 1...1
    case .parseInt: 1...2
    case .pad: 2...4
    case .replace: 3...3
    case .split: 2...3
    case .substring: 2...3
    case .truncate: 2...4
    }
  }

  func apply(_ arguments: [Datum]) -> Datum {
    let text = arguments[0].asText
    switch self {
    case .parseFloat: return .number(Self.leadingNumber(text))
    case .parseInt:
      let radix = arguments.count > 1 ? arguments[1].asNumber : 10
      return .number(Self.leadingInteger(text, radix: radix))
    case .lower: return .string(text.lowercased())
    case .upper: return .string(text.uppercased())
    case .trim: return .string(Self.trimmed(text))
    case .pad:
      let filler = arguments.count > 2 ? arguments[2].asText : " "
      let side = arguments.count > 3 ? arguments[3].asText : "right"
      return .string(Self.padded(text, to: arguments[1].asNumber, with: filler, side: side))
    case .replace:
      let pattern = arguments[1].asText
      return .string(text.replacing(pattern, with: arguments[2].asText, maxReplacements: 1))
    case .split:
      let separator = arguments[1].asText
      let parts =
        separator.isEmpty
        ? text.map { String($0) }
        : text.split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
      let most = arguments.count > 2 ? arguments[2].asNumber : .infinity
      return .list(parts.prefix(Self.count(most)).map { .string($0) })
    case .substring:
      let units = Array(text.utf16)
      let bounds = [arguments[1].asNumber, arguments.count > 2 ? arguments[2].asNumber : .infinity]
        .map { Int(clamping: $0, to: 0...units.count) }
      let slice = units[min(bounds[0], bounds[1])..<max(bounds[0], bounds[1])]
      return .string(String(decoding: slice, as: UTF16.self))
    case .truncate:
      let side = arguments.count > 2 ? arguments[2].asText : "right"
      let ellipsis = arguments.count > 3 ? arguments[3].asText : "…"
      return .string(
        Self.truncated(text, to: arguments[1].asNumber, side: side, ellipsis: ellipsis))
    case .btoa: return .string(Base64.encode(Array(text.utf8)))
    case .atob:
      return Base64.decode(text).map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null
    }
  }

  static func count(_ number: Double) -> Int {
    Int(clamping: number, to: 0...1_000_000_000)
  }

  private static func trimmed(_ text: String) -> String {
    let tail = text.drop { $0.isWhitespace }
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(tail[...last])
  }

  private static func leadingNumber(_ text: String) -> Double {
    let body = trimmed(text)
    var end = body.startIndex
    var best: Double = .nan
    var cursor = body.startIndex
    while cursor < body.endIndex, "0123456789+-.eE".contains(body[cursor]) {
      cursor = body.index(after: cursor)
      let number = Datum.number(from: String(body[..<cursor]))
      if !number.isNaN {
        best = number
        end = cursor
      }
    }
    if end == body.startIndex, body.hasPrefix("Infinity") { return .infinity }
    return best
  }

  private static func leadingInteger(_ text: String, radix: Double) -> Double {
    var body = Substring(trimmed(text))
    let negative = body.hasPrefix("-")
    if negative || body.hasPrefix("+") { body = body.dropFirst() }
    var base = radix == 0 || radix.isNaN ? 10 : radix
    if base == 16 || radix == 0, body.hasPrefix("0x") || body.hasPrefix("0X") {
      body = body.dropFirst(2)
      base = 16
    }
    guard (2...36).contains(base) else { return .nan }
    var value = 0.0
    var any = false
    for character in body {
      guard let digit = Int(String(character), radix: Int(base)) else { break }
      value = value * base + Double(digit)
      any = true
    }
    return any ? (negative ? -value : value) : .nan
  }

  private static func padded(
    _ text: String, to length: Double, with filler: String, side: String
  ) -> String {
    let missing = count(length) - text.utf16.count
    guard missing > 0, !filler.isEmpty else { return text }
    func fill(_ count: Int) -> String { String(repeating: filler, count: count) }
    return switch side {
    case "left": fill(missing) + text
    case "center": fill(missing / 2) + text + fill(missing - missing / 2)
    default: text + fill(missing)
    }
  }

  private static func truncated(
    _ text: String, to length: Double, side: String, ellipsis: String
  ) -> String {
    let units = Array(text)
    let most = count(length)
    guard units.count > most else { return text }
    let kept = max(0, most - ellipsis.count)
    return switch side {
    case "left": ellipsis + String(units.suffix(kept))
    case "center":
      String(units.prefix((kept + 1) / 2)) + ellipsis + String(units.suffix(kept / 2))
    default: String(units.prefix(kept)) + ellipsis
    }
  }
}
