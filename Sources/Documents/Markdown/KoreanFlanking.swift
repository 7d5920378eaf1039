/// Makes emphasis work where Hangul meets its marks.
///
/// CommonMark closes `**` only where it is right-flanking (CommonMark 0.31, 6.2): in `**마크다운(Markdown)**을` the mark
/// stands between punctuation and a letter and stays literal, as does the opening one in `한국의**"인용"**`. A marker that is neither
/// punctuation nor white space, put between the punctuation and the mark, makes it flank; the reader takes it out again.
struct KoreanFlanking {
  private struct Placed {
    var scalar: Unicode.Scalar
    var offset: Int
  }

  /// A run of asterisks with what stands at its sides; the ends of the text count as spaces.
  private struct Run {
    var length: Int
    var range: Range<Int>
    var before: Unicode.Scalar
    var after: Unicode.Scalar
  }

  /// How many asterisks of each run are open, the outermost first.
  private var open: [Int] = []
  private var insertions: [Int] = []

  /// The offsets in a paragraph's text where the marker belongs.
  ///
  /// - Parameter cuttings: Ranges that CommonMark doesn't see, in ascending order.
  static func insertions(
    in text: [UInt8], _ range: Range<Int>, without cuttings: [Range<Int>]
  ) -> [Int] {
    guard text[range].contains(UInt8(ascii: "*")) else { return [] }
    var flanking = KoreanFlanking()
    for run in runs(in: text, range, without: cuttings) { flanking.read(run) }
    return flanking.insertions
  }

  /// Follows CommonMark's pairing closely enough to tell what closes from what opens.
  private mutating func read(_ run: Run) {
    let isLeft =
      !run.after.isSpace && (!run.after.isPunctuation || !run.before.isWordScalar)
    let isRight =
      !run.before.isSpace && (!run.before.isPunctuation || !run.after.isWordScalar)
    if !open.isEmpty, !run.before.isSpace {
      let isFreed = !isRight && !run.before.isOpening && run.after.isHangulOrHole
      if isRight || isFreed {
        if isFreed { insertions.append(run.range.lowerBound) }
        let rest = close(run.length)
        if rest > 0, isLeft { open.append(rest) }
        return
      }
    }
    if isLeft {
      open.append(run.length)
    } else if !run.after.isSpace, run.before.isHangulOrHole {
      insertions.append(run.range.upperBound)
      open.append(run.length)
    }
  }

  /// Closes as many open asterisks as a run has; gives those left over.
  private mutating func close(_ length: Int) -> Int {
    var rest = length
    while rest > 0, let innermost = open.popLast() {
      let used = min(rest, innermost, 2)
      rest -= used
      if innermost > used { open.append(innermost - used) }
    }
    return rest
  }

  // MARK: Finding runs

  private static func runs(
    in text: [UInt8], _ range: Range<Int>, without cuttings: [Range<Int>]
  ) -> [Run] {
    let scalars = decode(text, range)
    var cuttings = cuttings[...]
    var runs: [Run] = []
    var index = 0
    func skip(to offset: Int) {
      index += 1
      while index < scalars.count, scalars[index].offset < offset { index += 1 }
    }
    while index < scalars.count {
      let offset = scalars[index].offset
      while let cutting = cuttings.first, cutting.upperBound <= offset { cuttings.removeFirst() }
      if let cutting = cuttings.first, cutting.contains(offset) {
        skip(to: cutting.upperBound)
        continue
      }
      switch scalars[index].scalar {
      case "\\": index += 2
      case "`": skip(to: NotationScanner.endOfCode(in: text, range, from: offset))
      case "*":
        let start = index
        while index < scalars.count, scalars[index].scalar == "*" { index += 1 }
        let end = index < scalars.count ? scalars[index].offset : range.upperBound
        runs.append(
          Run(
            length: index - start, range: offset..<end,
            before: start > 0 ? scalars[start - 1].scalar : " ",
            after: index < scalars.count ? scalars[index].scalar : " "))
      default: index += 1
      }
    }
    return runs
  }

  private static func decode(_ bytes: [UInt8], _ range: Range<Int>) -> [Placed] {
    var offset = range.lowerBound
    return String(decoding: bytes[range], as: UTF8.self).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return Placed(scalar: scalar, offset: offset)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    properties.isWhitespace
  }

  /// CommonMark's punctuation: Unicode's, and the ASCII symbols such as `$` and `+`.
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: isASCII
    default: false
    }
  }

  /// Neither white space nor punctuation.
  fileprivate var isWordScalar: Bool {
    !isSpace && !isPunctuation
  }

  /// Punctuation that stands before what it belongs to, so that a mark behind it opens.
  fileprivate var isOpening: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  /// A Hangul syllable or letter, or an end of a hole, which may hold one.
  fileprivate var isHangulOrHole: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    default: self == Marker.holeStart || self == Marker.holeEnd
    }
  }
}
