import Graphics

@testable import Typesetting

/// Ten points: a syllable is ten points wide, a letter five.
let plain = TextStyle(family: "Test", size: 10)

func shaped(_ text: String, _ style: TextStyle = plain) -> CompactText {
  CompactText(
    FixedShaper().shape(text, spans: [StyledRange(0..<text.utf8.count, style)], language: "ko"))
}

/// The lines of a text at a width, without the space at their ends.
func lines(_ text: String, width: Double, indent: Double = 0) -> [String] {
  let text = shaped(text)
  return LineBreaker(text).lines(width: width, indent: indent).map { line in
    var end = line.clusters.upperBound
    while end > line.clusters.lowerBound, text.clusters[end - 1].isSpace { end -= 1 }
    return text.string(of: line.clusters.lowerBound..<end)
  }
}
