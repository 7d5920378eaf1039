import Diagnostics
import Graphics
import Inputs

extension Shape where Output == Double {
  /// A length within bounds, both in points.
  static func length(in bounds: ClosedRange<Double>) -> Shape {
    Shape(
      schema: SchemaFragment([("type", .array(["number", "string"]))]), example: "3.2mm"
    ) { value, decoding in
      let points = value.double ?? value.string.flatMap(Length.points)
      guard let points, points.isFinite else {
        decoding.mismatch("a length", value, hints: ["write 12pt, 3.2mm, 1cm or 0.5in"])
        return nil
      }
      guard bounds.contains(points) else {
        decoding.error(
          "theme.length",
          "\(decoding.subject) must lie within \(Number(bounds.lowerBound).text) and \(Number(bounds.upperBound).text) points",
          at: value.range)
        return nil
      }
      return points
    }
  }
}

extension Shape where Output == Double {
  /// A gap in ems of the type beside it.
  static var gap: Shape {
    Shape(
      schema: SchemaFragment([("type", .array(["number", "string"]))]), example: "0.125em"
    ) { value, decoding in
      let hint = "write 0.125em, or 0 for none"
      // No other number says what it is a number of.
      guard let ems = value.string.flatMap(Length.ems) ?? (value.double == 0 ? 0 : nil) else {
        decoding.mismatch("a gap in ems", value, hints: [hint])
        return nil
      }
      guard (0...1).contains(ems) else {
        decoding.error(
          "theme.length", "\(decoding.subject) must lie within 0 and 1 em", at: value.range,
          hints: [hint])
        return nil
      }
      // Measured with poppler 22: at 0.099 em 2022년 is one word, at 0.1 em two.
      if ems >= 0.1 {
        decoding.report(
          .warning(
            "theme.gap",
            "programs that read a PDF take a gap of a tenth of an em for a space, though none is written",
            at: decoding.location(value.range), hints: ["write at most 0.09em"]))
      }
      return ems
    }
  }
}

extension Shape where Output == Color {
  /// A colour written `#rgb`, `#rrggbb` or `#rrggbbaa`.
  static var color: Shape<Color> {
    Shape(
      schema: SchemaFragment([("type", "string"), ("pattern", "^#[0-9A-Fa-f]{3,8}$")]),
      example: "\"#0B4F8A\""
    ) { value, decoding in
      guard let text = value.string, let color = Color(hex: text) else {
        let shown = value.string.map { "\"\($0)\"" } ?? value.kindName
        decoding.error(
          "theme.color", "\(shown) is no colour", at: value.range,
          hints: ["write \"#rrggbb\" with six hexadecimal digits, in quotes"])
        return nil
      }
      return color
    }
  }
}

extension Shape where Output == TextStyle.Weight {
  /// A weight by its usual name.
  static var weight: Shape<TextStyle.Weight> {
    Shape<WeightName>.code("weight").map { name, _, _ in name.weight }
  }
}

private enum WeightName: String, Sendable, CaseIterable {
  case light, regular, medium, semibold, bold

  var weight: TextStyle.Weight {
    switch self {
    case .light: .light
    case .regular: .regular
    case .medium: .medium
    case .semibold: .semibold
    case .bold: .bold
    }
  }
}

extension Shape where Output == Size {
  /// A paper size by name, or its width and height.
  static var paper: Shape<Size> {
    Shape<String>.text.map { text, value, decoding in
      let sizes: [(String, Double, Double)] = [
        ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("letter", 215.9, 279.4),
      ]
      if let (_, width, height) = sizes.first(where: { $0.0.lowercased() == text.lowercased() }) {
        return Size(width: Length.millimetres(width), height: Length.millimetres(height))
      }
      let sides = text.split(separator: " ").compactMap { Length.points(String($0)) }
      guard sides.count == 2, sides.allSatisfy({ $0 >= 72 }) else {
        decoding.error(
          "theme.paper", "\"\(text)\" is no paper size", at: value.range,
          hints: ["write A3, A4, A5, letter, or a width and height: \"160mm 90mm\""])
        return nil
      }
      return Size(width: sides[0], height: sides[1])
    }
  }
}
