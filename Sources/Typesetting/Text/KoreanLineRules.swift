/// Which of the breaks that UAX #14 allows lie inside a Korean word, where lines don't end.
///
/// Sources: UAX #14 (classes H2, H3, ID break anywhere; 5.1 "Korean" names the word style as the alternative);
/// "Requirements for Hangul Text Layout" (W3C klreq, 3.3): in word-based breaking, lines end at spaces.
enum KoreanLineRules {
  /// Whether two neighbours without space between them belong to one word.
  ///
  /// Particles stay with the word they follow, whatever it ends with: `(서울)에서`, `50%의`, `10.25.에`.
  static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    switch before {
    case "\u{200B}": false
    // A soft hyphen would have to be shown at the break; `A/S` is one word, an address is broken where it is too long.
    case "\u{AD}", "/": true
    default: isSyllable(before) || isSyllable(after) || isClosing(before)
    }
  }

  /// Whether a mark stands between what it joins, so that no line should begin with it.
  static func isJoiningMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherPunctuation, .dashPunctuation, .connectorPunctuation: true
    default: scalar == "~" || scalar == "\u{223C}"
    }
  }

  /// Hangul, and what is written without spaces beside it: ideographs and kana.
  static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3041...0x30FA, 0x3130...0x318F, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: true
    // A number of a note stands right behind a full stop: it belongs to the word that it follows.
    default: ".,!?:;…".unicodeScalars.contains(scalar)
    }
  }
}
