import Graphics

/// What it costs to set a line in a certain way, in square ems of what it leaves over.
///
/// Sources: Knuth and Plass 1981 for the shape (squares and cubes of what a line lacks, and demerits for what disturbs); the
/// demerits are our own, from what Korean typographers avoid: a last line of one word or one syllable, and a line's end
/// between a short word and what it depends on. Ems, and not shares of the width, because how far a line falls short depends on how
/// long words are: a demerit of 40 moves a word of six syllables to the next line, in a narrow column as in a wide one.
struct LineCost {
  let width: Double
  /// Of the type.
  let em: Double
  let isJustified: Bool

  /// How much wider each space of a justified line may get, in ems; a line that needs more stays ragged.
  static let mostStretch = 0.5

  /// A last line of one syllable.
  private static let syllable = 140.0
  /// A last line of one word, if that is narrower than the share of the width.
  private static let word = 70.0
  private static let shortWord = 0.34
  /// A last line of short words, narrower together than the share of the width.
  private static let words = 20.0
  private static let shortWords = 0.15
  /// A line's end between a word that leans on another and that.
  private static let leaning: Float = 40
  /// A justified line whose spaces are as wide as they may be, and one that they can't fill.
  private static let widest = 30.0
  private static let loose = 60.0

  /// The cost of what a line leaves over, the last one aside.
  func slack(_ slack: Double, spaces: Int) -> Double {
    let ems = max(slack, 0) / max(em, 0.01)
    guard isJustified else { return ems * ems }
    let most = Double(spaces) * Self.mostStretch
    guard ems <= most else { return slack <= LineBreaker.tolerance ? 0 : Self.loose + ems * ems }
    let stretch = most > 0 ? ems / most : 0
    return Self.widest * stretch * stretch * stretch
  }

  /// The cost of a last line for being short.
  func lastLine(width: Double, words: Int, isSyllable: Bool) -> Double {
    let share = width / self.width
    if words > 1 { return share < Self.shortWords ? Self.words : 0 }
    return isSyllable ? Self.syllable : share < Self.shortWord ? Self.word : 0
  }

  /// What it costs to begin a line with each of the words, and to end one with it.
  func edges(of words: [Word], in text: CompactText) -> [(begin: Float, end: Float)] {
    var string = text.text
    return string.withUTF8 { bytes in
      words.map { word in
        let range = text.bytes(of: word.clusters.lowerBound..<word.shownEnd)
        let word = bytes[range]
        let first = word.prefix { $0 != 0x20 }
        let last = word.lastIndex(of: 0x20).map { word[($0 + 1)...] } ?? word
        return (
          LeaningWords.leansBack(first, isAlone: first.count == word.count) ? Self.leaning : 0,
          LeaningWords.leansForward(last) ? Self.leaning : 0
        )
      }
    }
  }
}
