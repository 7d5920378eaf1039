/// Composes conjoining Hangul jamo into syllables, as file names and copied text often hold them apart.
///
/// Source: the Unicode Standard 15, 3.12 "Conjoining Jamo Behavior" (Hangul syllable composition).
enum HangulComposition {
  private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let trails: ClosedRange<UInt32> = 0x11A8...0x11C2
  private static let first: UInt32 = 0xAC00
  private static let trailCount: UInt32 = 28
  private static let vowelCount: UInt32 = 21

  static func compose(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x1100...0x11FF).contains($0.value) }) else {
      return text
    }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = out.last, let joined = join(last.value, scalar.value) {
        out.removeLast()
        out.append(joined)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func join(_ a: UInt32, _ b: UInt32) -> Unicode.Scalar? {
    if leads.contains(a), vowels.contains(b) {
      let index = (a - leads.lowerBound) * vowelCount + (b - vowels.lowerBound)
      return Unicode.Scalar(first + index * trailCount)
    }
    let isOpenSyllable =
      a >= first && a < first + 19 * vowelCount * trailCount && (a - first) % trailCount == 0
    if isOpenSyllable, trails.contains(b) {
      return Unicode.Scalar(a + (b - trails.lowerBound) + 1)
    }
    return nil
  }
}
