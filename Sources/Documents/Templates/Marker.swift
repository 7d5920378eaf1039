/// The noncharacters that stand in expanded Markdown for what Markdown must not see.
///
/// Unicode reserves U+FDD0 to U+FDEF for a program's own use and they are never interchanged (Unicode 15, 23.7), so a
/// template that holds one is refused, and a value that holds one never meets the Markdown parser.
enum Marker {
  /// Opens a hole; its number in digits follows.
  static let holeStart = scalar(0xFDD0)
  static let holeEnd = scalar(0xFDD1)
  /// Stands where Hangul meets an emphasis mark, see `KoreanFlanking`.
  static let flank = scalar(0xFDD2)
  /// Opens a cutting, see `Cutting`; its number in digits follows.
  static let cuttingStart = scalar(0xFDD3)
  static let cuttingEnd = scalar(0xFDD4)
  /// Stands before a backslash that takes its meaning from a mark BriefKit reads itself.
  static let escape = scalar(0xFDD5)

  /// Swift takes no noncharacter in a literal.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  static func isMarker(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDD5).contains(scalar.value)
  }

  /// The offset of the first marker in UTF-8, where U+FDD0 to U+FDD5 are EF B7 90 to EF B7 95.
  static func first(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast(2).first { at in
        bytes[at] == 0xEF && bytes[at + 1] == 0xB7 && (0x90...0x95).contains(bytes[at + 2])
      }
    }
  }

  // MARK: Numbered markers

  /// No hole takes more bytes than this.
  static let mostHoleBytes = 26

  static func hole(_ number: Int) -> [UInt8] {
    bytes(holeStart, number, holeEnd)
  }

  static func cutting(_ number: Int) -> [UInt8] {
    bytes(cuttingStart, number, cuttingEnd)
  }

  static func bytes(_ scalar: Unicode.Scalar) -> [UInt8] {
    Array(String(scalar).utf8)
  }

  private static func bytes(
    _ start: Unicode.Scalar, _ number: Int, _ end: Unicode.Scalar
  ) -> [UInt8] {
    bytes(start) + Array(String(number).utf8) + bytes(end)
  }

  /// A piece of a text that may hold markers.
  enum Piece: Equatable {
    case text(String)
    case hole(Int)
    case cutting(Int)
  }

  /// Takes a text apart at its numbered markers; the others are left out.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case holeStart, cuttingStart:
        if !literal.isEmpty { pieces.append(.text(String(literal))) }
        literal = .init()
      case holeEnd, cuttingEnd:
        // What was read since the start are the digits.
        if let number = Int(String(literal)) {
          pieces.append(scalar == holeEnd ? .hole(number) : .cutting(number))
        }
        literal = .init()
      case flank, escape: break
      default: literal.append(scalar)
      }
    }
    if !literal.isEmpty { pieces.append(.text(String(literal))) }
    return pieces
  }
}
