/// Reads lengths: `12`, `12pt`, `3.2mm`, `2cm`, `1in`.
package enum Length {
  private static let pointsByUnit: [(String, Double)] = [
    ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1),
  ]

  /// The largest length that a theme or attribute may name: the PDF page limit, 200 inches.
  package static let most = 14_400.0

  /// A length in points; nil for what is none, or is beyond 200 inches.
  package static func points(_ text: String) -> Double? {
    let (unit, scale) = pointsByUnit.first { text.hasSuffix($0.0) } ?? ("", 1)
    guard let value = number(text.dropLast(unit.count)), abs(value) * scale <= most else {
      return nil
    }
    return value * scale
  }

  /// A share written `60%`, above 0 and up to 1; nil for what is none.
  package static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let percent = number(text.dropLast()), percent > 0, percent <= 100
    else { return nil }
    return percent / 100
  }

  /// A number of ems written `0.125em`; nil for what is none.
  package static func ems(_ text: String) -> Double? {
    text.hasSuffix("em") ? number(text.dropLast(2)) : nil
  }

  package static func millimetres(_ value: Double) -> Double {
    value * 72 / 25.4
  }

  /// A plain decimal number; `Double` alone would read `inf`, `1e3` and `0x1p3` too.
  private static func number(_ text: Substring) -> Double? {
    let digits = text.trimmingSpaces
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }) else {
      return nil
    }
    return Double(digits)
  }
}
