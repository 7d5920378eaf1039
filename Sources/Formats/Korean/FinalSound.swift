/// How a word ends when read aloud, which is all that a Korean particle asks of it.
package enum FinalSound: Sendable, Hashable {
  case vowel
  /// The consonant ㄹ, behind which 로 stands as behind a vowel.
  case rieul
  case consonant
}

extension FinalSound {
  /// The sound of a Hangul syllable or letter; nil for any other scalar.
  ///
  /// Letters by themselves are read by name: ㄱ is 기역, ㄹ 리을, ㅏ 아.
  init?(hangul scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xAC00...0xD7A3:
      // The Unicode Standard, 3.12: syllables are ordered by initial, vowel and 28 finals, none first and ㄹ the ninth.
      switch (scalar.value - 0xAC00) % 28 {
      case 0: self = .vowel
      case 8: self = .rieul
      default: self = .consonant
      }
    case 0x1161...0x1175, 0x314F...0x3163: self = .vowel
    case 0x11AF, 0x3139: self = .rieul
    case 0x11A8...0x11C2, 0x3131...0x314E: self = .consonant
    default: return nil
    }
  }
}
