import Graphics
import Testing

@Suite struct ColorTests {
  /// Ratios as WCAG 2.1 tools give them.
  @Test(
    arguments: [
      (0x000000, 0xFFFFFF, 21.0), (0xFFFFFF, 0xFFFFFF, 1.0), (0x777777, 0xFFFFFF, 4.48),
      (0x0000FF, 0xFFFFFF, 8.59), (0xFF0000, 0xFFFFFF, 4.0),
    ] as [(UInt32, UInt32, Double)])
  func contrastIsThatOfWCAG(a: UInt32, b: UInt32, ratio: Double) {
    #expect(abs(Color(a).contrast(with: Color(b)) - ratio) < 0.01)
    #expect(Color(a).contrast(with: Color(b)) == Color(b).contrast(with: Color(a)))
  }

  @Test(arguments: [
    (Color(0x1A2B3C), "#1a2b3c"), (Color.black, "#000000"),
    (Color(red: 1, green: 0, blue: 0, alpha: 0.5), "#ff000080"),
    (Color(red: 2, green: -1, blue: 0.5), "#ff0080"),
  ])
  func hexHasTwoDigitsAComponent(color: Color, hex: String) {
    #expect(color.hex == hex)
  }
}
