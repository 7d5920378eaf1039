import Formats

// ECMA-262's conversions, which Vega's expressions and scales rest on.
extension Datum {
  /// ECMA-262 `ToNumber`: null is 0, an empty text is 0, a text that is no number is NaN.
  package var asNumber: Double {
    switch self {
    case .null: 0
    case .bool(let flag): flag ? 1 : 0
    case .number(let number), .date(let number): number
    case .string(let text): Self.number(from: text)
    case .list(let items):
      items.isEmpty ? 0 : items.count == 1 ? items[0].asNumber : .nan
    case .record: .nan
    }
  }

  /// ECMA-262 `ToBoolean`.
  package var asBool: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .number(let number): !(number == 0 || number.isNaN)
    case .string(let text): !text.isEmpty
    case .date, .list, .record: true
    }
  }

  /// ECMA-262 `ToString`; a date is written as ISO 8601.
  package var asText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.jsText
    case .string(let text): text
    case .date(let time): DateText.iso(time) ?? "Invalid Date"
    case .list(let items): items.map { $0.isNull ? "" : $0.asText }.joined(separator: ",")
    case .record: "[object Object]"
    }
  }

  /// The number a text reads as under ECMA-262's `StringToNumber`.
  package static func number(from text: String) -> Double {
    let trimmed = text.utf8.drop { isSpace($0) }
    guard let end = trimmed.lastIndex(where: { !isSpace($0) }) else { return 0 }
    let body = trimmed[...end]
    if body.first == UInt8(ascii: "0"), body.count > 2,
      let radix = radix(of: body[body.index(after: body.startIndex)])
    {
      return Int(Substring(body.dropFirst(2)), radix: radix).map(Double.init) ?? .nan
    }
    switch Substring(body) {
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    // Double(_:) also reads hexadecimal floats, "nan" and "inf"; none of their letters stand in a decimal.
    guard
      body.allSatisfy({
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      })
    else {
      return .nan
    }
    return Double(Substring(body)) ?? .nan
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func radix(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    default: nil
    }
  }
}
