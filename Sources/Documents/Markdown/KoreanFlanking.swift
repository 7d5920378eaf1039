/// Makes emphasis work where Hangul meets its marks.
///
/// CommonMark closes `**` only where it is right-flanking (CommonMark 0.31, 6.2): in `**마크다운(Markdown)**을` the mark
/// stands between punctuation and a letter and stays literal, as does the opening one in `한국의**"인용"**`. A marker that is neither
/// punctuation nor white space, put between the punctuation and the mark, makes it flank; the reader takes it out again.
enum KoreanFlanking {
  /// The byte offsets in a paragraph's text where the marker belongs.
  static func insertions(in text: ArraySlice<UInt8>) -> [Int] {
    guard text.contains(UInt8(ascii: "*")) else { return [] }
    let scalars = decode(text)
    var insertions: [Int] = []
    /// Lengths of the mark runs that are open.
    var open: [Int] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index].scalar
      if scalar == "\\" {
        index += 2
        continue
      }
      if scalar == "`" {
        index = endOfCode(scalars, from: index)
        continue
      }
      guard scalar == "*" else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, scalars[index].scalar == "*" { index += 1 }
      let length = index - start
      let before = start > 0 ? scalars[start - 1].scalar : nil
      let after = index < scalars.count ? scalars[index].scalar : nil
      if let position = open.lastIndex(of: length), let before, !isSpace(before) {
        open.removeSubrange(position...)
        if isPunctuation(before), let after, isLetter(after) {
          insertions.append(scalars[start].offset)
        }
      } else if let after, !isSpace(after) {
        open.append(length)
        if isPunctuation(after), let before, isLetter(before) {
          insertions.append(scalars[index].offset)
        }
      }
    }
    return insertions
  }

  private struct Placed {
    var scalar: Unicode.Scalar
    var offset: Int
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> [Placed] {
    var offset = bytes.startIndex
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return Placed(scalar: scalar, offset: offset)
    }
  }

  private static func endOfCode(_ scalars: [Placed], from start: Int) -> Int {
    var index = start
    while index < scalars.count, scalars[index].scalar == "`" { index += 1 }
    let length = index - start
    var run = 0
    for position in index..<max(index, scalars.count) {
      if scalars[position].scalar == "`" {
        run += 1
      } else {
        if run == length { return position }
        run = 0
      }
    }
    return run == length ? scalars.count : index
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    // CommonMark counts ASCII symbols such as $ and + as punctuation.
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: scalar.isASCII
    default: false
    }
  }

  /// A letter, a digit or a hole: what is neither white space nor punctuation.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !isSpace(scalar) && !isPunctuation(scalar)
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
