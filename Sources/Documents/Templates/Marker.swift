/// The noncharacters that stand in expanded Markdown for what Markdown must not see.
///
/// Unicode reserves U+FDD0 to U+FDEF for a program's own use and they are never interchanged (Unicode 15, 23.7), so a
/// template that holds one is refused, and a value that holds one never meets the Markdown parser.
package enum Marker {
  /// Opens a hole; its number in digits follows.
  package static let holeStart = scalar(0xFDD0)
  package static let holeEnd = scalar(0xFDD1)
  /// Stands where Hangul meets an emphasis mark, see `KoreanFlanking`.
  package static let flank = scalar(0xFDD2)
  /// Opens a line of a fenced div; its number follows.
  package static let fenceStart = scalar(0xFDD3)
  package static let fenceEnd = scalar(0xFDD4)

  /// Stands before a backslash that takes its meaning from a mark BriefKit reads itself.
  package static let escape = scalar(0xFDD5)

  /// Swift takes no noncharacter in a literal.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  package static func isMarker(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDD5).contains(scalar.value)
  }

  /// The pieces of a text between markers of one kind: literal text, and the numbers between start and end.
  package enum Piece {
    case text(Substring)
    case number(Int)
  }

  /// Splits a text at `start digits end`.
  package static func pieces(
    of text: String, between start: Unicode.Scalar, and end: Unicode.Scalar
  ) -> [Piece] {
    guard text.unicodeScalars.contains(start) else { return [.text(text[...])] }
    var pieces: [Piece] = []
    let scalars = text.unicodeScalars
    var from = scalars.startIndex
    while let open = scalars[from...].firstIndex(of: start) {
      guard let close = scalars[open...].firstIndex(of: end),
        let number = Int(text[scalars.index(after: open)..<close])
      else { break }
      if from < open { pieces.append(.text(text[from..<open])) }
      pieces.append(.number(number))
      from = scalars.index(after: close)
    }
    if from < scalars.endIndex { pieces.append(.text(text[from...])) }
    return pieces
  }
}
