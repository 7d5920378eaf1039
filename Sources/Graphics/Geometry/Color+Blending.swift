extension Color {
  /// The colour seen where this one, if it lets any light through, lies over an opaque one.
  package func over(_ ground: Color) -> Color {
    func mix(_ a: Double, _ b: Double) -> Double { a * alpha + b * (1 - alpha) }
    return Color(
      red: mix(red, ground.red), green: mix(green, ground.green), blue: mix(blue, ground.blue))
  }

  /// The contrast that WCAG 2.1 asks of text (success criterion 1.4.3).
  package static let readableContrast = 4.5

  /// White or an ink, whichever reads better on this ground; black where neither reaches 4.5:1.
  package func readableText(ink: Color) -> Color {
    let best = contrast(with: .white) >= contrast(with: ink) ? Color.white : ink
    return contrast(with: best) >= Self.readableContrast ? best : .black
  }
}
