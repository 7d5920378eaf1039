/// Lengths as SVG writes them, in points; a pixel is a 96th of an inch (CSS Values 3).
enum SVGLength {
  private static let pointsByUnit: [(String, Double)] = [
    ("px", 0.75), ("pt", 1), ("pc", 12), ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72),
  ]

  /// Nil for shares of what stands around and of type sizes, and for what is no length.
  static func points(_ text: String) -> Double? {
    let (unit, scale) = pointsByUnit.first { text.hasSuffix($0.0) } ?? ("", 0.75)
    return number(text.dropLast(unit.count)).map { $0 * scale }
  }

  /// A `viewBox`: left, top, width and height.
  static func viewBox(_ text: String) -> [Double]? {
    let parts = text.split { $0.isWhitespace || $0 == "," }.map { number($0) }
    let numbers = parts.compactMap(\.self)
    return numbers.count == 4 && parts.count == 4 ? numbers : nil
  }

  private static func number(_ text: Substring) -> Double? {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
    }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
