import Graphics
import Testing

@testable import CairoRendering

@Suite struct TextBufferTests {
  @Test(
    arguments: [
      (0, 3, "0"), (-0.0, 3, "0"), (-0.0004, 3, "0"), (0.0005, 3, "0.001"), (-0.0005, 3, "-0.001"),
      (1, 3, "1"), (100, 3, "100"), (-1.25, 3, "-1.25"), (12.34567, 3, "12.346"), (0.05, 3, "0.05"),
      (2.5, 0, "3"), (0.000_001, 6, "0.000001"), (1.1, 9, "1.1"), (3, -1, "3"), (.nan, 3, "0"),
      (.infinity, 3, "1000000000000"), (-1e300, 3, "-1000000000000"),
    ] as [(Double, Int, String)])
  func numbersAreWrittenInTheirShortestForm(_ number: Double, _ places: Int, _ text: String) {
    var buffer = TextBuffer()
    buffer.append(number, places: places)
    #expect(buffer.text == text)
    #expect(DecimalText.text(number, places: places) == text)
  }

  @Test func piecesFollowOneAnother() {
    var buffer = TextBuffer()
    buffer += "색 "
    buffer.appendHex(Color(red: 2, green: 0.5, blue: -1, alpha: 0.5))
    buffer += " "
    buffer.append(Point(x: 1.5, y: -2))
    #expect(buffer.text == "색 #ff8000 1.5 -2")
    #expect(buffer.bytes == Array(buffer.text.utf8))
  }
}
