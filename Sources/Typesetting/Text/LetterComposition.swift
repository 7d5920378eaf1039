/// Composes letters with the marks that follow them, as NFC does: `e` and U+0301 are `é`.
///
/// A font has a glyph for the composed letter more often than it can place the mark, and what is copied from the page is what a
/// search for the word looks for. Source: the Unicode Standard 15, 3.11 "Normalization Forms"; that two characters are equal if
/// they are canonically equivalent is what Swift's `Character` holds to, so the composed letters are their own table.
enum LetterComposition {
  /// Latin, Greek and Cyrillic letters; what has no composed form stays as it is.
  private static let composed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for range: ClosedRange<UInt32> in [0xC0...0x24F, 0x386...0x3FF, 0x400...0x4FF, 0x1E00...0x1FFF]
    {
      for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.isAlphabetic {
        // Some letters are there twice; the first is the one that NFC takes.
        table[Character(scalar)] = table[Character(scalar)] ?? scalar
      }
    }
    return table
  }()

  static func compose(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }),
      text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) })
    else { return text }
    var out = String.UnicodeScalarView()
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, let letter = composed[character] {
        out.append(letter)
      } else {
        out.append(contentsOf: scalars)
      }
    }
    return String(out)
  }
}
