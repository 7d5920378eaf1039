/// The end of a text as it is read aloud.
///
/// Blanks, punctuation and closing quotation marks are silent. A remark in parentheses or square brackets at the end isn't
/// read either, so the particle follows the word before it (`LG전자(주)는`, `인공지능(AI)은`); a text that is nothing but a
/// remark is read. Fullwidth letters and digits are read as the ASCII ones.
struct SpokenWord {
  private let scalars: [Unicode.Scalar]
  private let pronunciation: Pronunciation

  init(_ text: String, pronunciation: Pronunciation) {
    scalars = Array(Self.spoken(text.unicodeScalars.map(\.foldedWidth)))
    self.pronunciation = pronunciation
  }

  /// Nil where nobody can tell: nothing is left to read, or it is in a script without rules here.
  var finalSound: FinalSound? {
    guard let last = scalars.last else { return nil }
    if let sound = FinalSound(hangul: last) { return sound }
    if let sound = pronunciation.finalSound(ofWord: String(scalars.suffix(while: { $0 != " " }))) {
      return sound
    }
    if last.isASCIILetter { return latinSound }
    if last.decimalDigit != nil {
      let number = scalars.suffix(while: { $0.decimalDigit != nil || $0 == "," || $0 == "." })
      return NumberReading.finalSound(of: number.drop { $0.decimalDigit == nil })
    }
    return pronunciation.finalSound(ofSymbol: last)
  }

  private var latinSound: FinalSound? {
    let word = scalars.suffix(while: \.isASCIILetter)
    let before = scalars[..<word.startIndex].last { $0 != " " }
    if before?.decimalDigit != nil,
      let sound = pronunciation.finalSound(ofUnit: String(word))
    {
      return sound
    }
    if let sound = pronunciation.finalSound(ofWord: String(word)) { return sound }
    guard let last = word.last else { return nil }
    let isSpelledOut = word.count == 1 || "A"..."Z" ~= last
    return isSpelledOut
      ? LatinReading.finalSound(ofLetter: last) : LatinReading.finalSound(ofWord: word)
  }

  private static func spoken(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let openings = openings(of: text)
    // Before the first scalar that is read aloud lie brackets and blanks only.
    let firstSpoken = text.firstIndex { !$0.isSilent } ?? text.endIndex
    var rest = text[...]
    while let last = rest.last, last.isSilent {
      if let start = openings[rest.endIndex - 1] {
        // A text that is nothing but a remark: read what is in it.
        rest = start < firstSpoken ? rest[(start + 1)...].dropLast() : rest[..<start]
      } else {
        rest.removeLast()
      }
    }
    return rest
  }

  /// Where each closing bracket of a remark has its opening one.
  private static func openings(of text: [Unicode.Scalar]) -> [Int: Int] {
    var openings: [Int: Int] = [:]
    var open: [Int] = []
    for (index, scalar) in text.enumerated() {
      switch scalar {
      case "(", "[", "〔": open.append(index)
      case ")", "]", "〕":
        if let last = open.last, text[last].closingBracket == scalar {
          openings[index] = last
          open.removeLast()
        }
      default: break
      }
    }
    return openings
  }
}

extension Unicode.Scalar {
  /// The ASCII scalar that a fullwidth form stands for, else itself.
  fileprivate var foldedWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000, 0xA0: " "
    default: self
    }
  }

  /// What closes the remark that the scalar opens.
  fileprivate var closingBracket: Unicode.Scalar? {
    switch self {
    case "(": ")"
    case "[": "]"
    case "〔": "〕"
    default: nil
    }
  }

  /// Whether the scalar isn't read aloud at the end of a word.
  fileprivate var isSilent: Bool {
    switch self {
    case "%", "‰", "&", "@", "#", "°": return false
    // m² is 제곱미터: the square is said before the unit.
    case "㈜", "㉿", "<", ">", "~", "²", "³": return true
    default: break
    }
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation, .connectorPunctuation, .nonspacingMark,
      .enclosingMark, .spacingMark, .modifierSymbol:
      return true
    case .otherSymbol:
      return self == "™" || self == "®" || self == "©"
    default:
      return false
    }
  }
}
