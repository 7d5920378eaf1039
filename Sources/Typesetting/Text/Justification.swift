import Graphics

extension LineBreaker {
  /// How much wider each space of a line gets for the line to be as wide as it should; nil where it stays as it is.
  ///
  /// The last line before a forced end or the text's end stays, and so does one whose spaces would gape.
  func stretch(of line: Line, width: Double) -> Double? {
    guard line.clusters.upperBound < text.clusters.count,
      text.clusters[line.clusters.upperBound].breakBefore != .mandatory
    else { return nil }
    let end = shownEnd(of: line)
    let spaces = text.wordSpaces(in: line.clusters.lowerBound..<end)
    let slack = width - line.width + hang(of: line).start + hang(of: line).end
    let most = LineCost.mostStretch * text.run(of: line.clusters.lowerBound).style.size
    guard spaces > 0, slack > 0, slack <= most * Double(spaces) + Self.tolerance else { return nil }
    return slack / Double(spaces)
  }

  /// What of a line hangs beyond the edges of the text.
  func hang(of line: Line) -> (start: Double, end: Double) {
    guard hangsMarks, !line.clusters.isEmpty else { return (0, 0) }
    return (
      text.hang(atStart: line.clusters.lowerBound), text.hang(atEnd: shownEnd(of: line) - 1)
    )
  }

  private func shownEnd(of line: Line) -> Int {
    var end = line.clusters.upperBound
    while end > line.clusters.lowerBound, text.clusters[end - 1].isSpace { end -= 1 }
    return end
  }
}

extension CompactText {
  /// The number of spaces between words; an em space and the like keep their width.
  func wordSpaces(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (isWordSpace($1) ? 1 : 0) }
  }

  func isWordSpace(_ cluster: Int) -> Bool {
    clusters[cluster].isSpace && scalar(of: clusters[cluster]) == " "
  }

  /// Whether clusters are one syllable or letter, with whatever marks.
  func isSyllable(_ range: Range<Int>) -> Bool {
    range.reduce(0) { count, cluster in
      count + (scalar(of: clusters[cluster])?.properties.isAlphabetic == true ? 1 : 0)
    } == 1
  }
}
