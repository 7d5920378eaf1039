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
    let digits = text.dropLast(unit.count).trimmingSpaces
    guard let value = Double(digits), abs(value) * scale <= most else { return nil }
    return value * scale
  }

  package static func millimetres(_ value: Double) -> Double {
    value * 72 / 25.4
  }
}
