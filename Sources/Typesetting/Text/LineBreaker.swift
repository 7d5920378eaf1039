import Graphics

/// Breaks a shaped text into lines.
///
/// Lines end between words; a word wider than the line is broken where UAX #14 allows it, else at any of its clusters.
struct LineBreaker {
  /// A line: the clusters it shows, the space at its break included, and their width without that space.
  struct Line: Equatable {
    var clusters: Range<Int>
    var width: Double
  }

  /// How the ends of lines are chosen.
  enum Manner {
    /// Each line takes what fits, as code and whatever shows one line alone needs it.
    case greedy
    /// All ends are chosen together, for lines of even length.
    case even
    /// All ends are chosen together, for lines whose spaces are stretched to the same length.
    case justified
  }

  let text: CompactText
  let words: [Word]
  /// Whether marks at the ends of lines hang in the margin.
  let hangsMarks: Bool
  /// The widest word: the least width that shows every word whole.
  let widestWord: Double

  init(_ text: CompactText, hangsMarks: Bool = false) {
    self.text = text
    self.hangsMarks = hangsMarks
    words = Word.words(of: text)
    widestWord = words.reduce(0) { max($0, $1.width) }
  }

  /// The width on one line, or of the widest line where there are forced breaks.
  var naturalWidth: Double {
    var widest = 0.0
    var pen = 0.0
    for word in words {
      widest = max(widest, pen + word.width)
      pen = word.endsLine ? 0 : pen + word.width + word.space
    }
    return widest
  }

  /// All of it on one line; nil where a line must end inside.
  var singleLine: Line? {
    guard let last = words.last, !words.contains(where: \.endsLine) else { return nil }
    return Line(clusters: 0..<last.shownEnd, width: naturalWidth)
  }

  /// Rounding in sums of advances must not push a word over the edge.
  static let tolerance = 0.01

  /// Breaks at a width; the first line is narrower by `indent`.
  func lines(width: Double, indent: Double = 0, manner: Manner = .even) -> [Line] {
    var lines: [Line] = []
    // Where every width is the same to a line, none is better than another.
    let isMeasure = width > 0 && width.isFinite && indent.isFinite
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !words[end - 1].endsLine { end += 1 }
      if isMeasure, manner != .greedy, end - start > 1,
        !words[start..<end].contains(where: \.isBlank)
      {
        fit(start..<end, width: width, indent: indent, manner: manner, into: &lines)
      } else {
        fill(start..<end, width: width, indent: indent, into: &lines)
      }
      start = end
    }
    return lines.isEmpty ? [Line(clusters: 0..<0, width: 0)] : lines
  }

  // MARK: Line by line

  /// Sets words up to a forced end, each line as full as it gets.
  private func fill(
    _ range: Range<Int>, width: Double, indent: Double, into lines: inout [Line]
  ) {
    let first = words[range.lowerBound].clusters.lowerBound
    var line = Line(clusters: first..<first, width: 0)
    /// Where the next word would begin, and whether anything stands before it.
    var pen = 0.0
    var isEmpty = true
    func endLine(before start: Int) {
      lines.append(line)
      line = Line(clusters: start..<start, width: 0)
      pen = 0
      isEmpty = true
    }
    func room() -> Double { (lines.isEmpty ? width - indent : width) + Self.tolerance }
    for index in range {
      let word = words[index]
      if !isEmpty, !word.isBlank, pen + word.width > room() {
        endLine(before: word.clusters.lowerBound)
      }
      var width = word.width
      if pen + width > room() {
        var start = word.clusters.lowerBound
        // An indent that leaves no room stands on a line of its own.
        if pen + text.clusters[start].advance > room(), pen > 0 { endLine(before: start) }
        while let part = part(of: word, from: start, room: room() - pen) {
          line.clusters = line.clusters.lowerBound..<part.end
          line.width = pen + part.width
          endLine(before: part.end)
          start = part.end
        }
        width = text.clusters[start..<word.shownEnd].reduce(0) { $0 + $1.advance }
      }
      line.clusters = line.clusters.lowerBound..<max(end(of: index), line.clusters.lowerBound)
      if !word.isBlank {
        line.width = pen + width
        isEmpty = false
      }
      pen += width + word.space
    }
    lines.append(line)
  }

  /// Where a line ends that a word is the last of; the space behind the text belongs to none.
  func end(of word: Int) -> Int {
    word == words.count - 1 ? words[word].shownEnd : words[word].clusters.upperBound
  }

  /// What a line can show of a word from a cluster on; nil where it can show the rest of it.
  func part(
    of word: Word, from start: Int, room: Double
  ) -> (end: Int, width: Double)? {
    var pen = 0.0
    /// Without the space that a line would end with.
    var shown = 0.0
    /// The last places to end the line, from what should be to what can be: behind a space inside the word, as between a
    /// number and its unit; where it leaves no particle alone; where UAX #14 allows it; before a last cluster.
    var places = [(end: Int, width: Double)?](repeating: nil, count: 4)
    let lastLetter = lastLetter(of: word)
    for index in start..<word.shownEnd {
      let cluster = text.clusters[index]
      if index > start, !cluster.isSpace {
        if index < lastLetter { places[3] = (index, shown) }
        if cluster.breakBefore != .prohibited, !beginsWithMark(cluster) {
          places[2] = (index, shown)
          if index < lastLetter, !endsWithClosingMark(text.clusters[index - 1]) {
            places[1] = places[2]
          }
          if text.clusters[index - 1].isSpace { places[0] = places[2] }
        }
        if pen + cluster.advance > room {
          return places.lazy.compactMap(\.self).first ?? (index, shown)
        }
      }
      pen += cluster.advance
      if !cluster.isSpace { shown = pen }
    }
    return nil
  }

  /// The last letter or syllable of a word, where that shouldn't be all that is left for the next line.
  ///
  /// A letter says nothing by itself; a syllable may have words behind it for company.
  private func lastLetter(of word: Word) -> Int {
    let isLast = word.endsLine || word.clusters.upperBound == text.clusters.count
    for index in (word.clusters.lowerBound..<word.shownEnd).reversed() {
      guard let scalar = text.scalar(of: text.clusters[index]), scalar.properties.isAlphabetic
      else { continue }
      return isLast || !KoreanLineRules.isSyllable(scalar) ? index : word.shownEnd
    }
    return word.shownEnd
  }

  private func endsWithClosingMark(_ cluster: CompactText.Cluster) -> Bool {
    text.scalar(of: cluster).map(KoreanLineRules.isClosing) ?? false
  }

  /// UAX #14 lets a line begin with `·` or `~`, which join what stands around them.
  private func beginsWithMark(_ cluster: CompactText.Cluster) -> Bool {
    text.scalar(of: cluster).map(KoreanLineRules.isJoiningMark) ?? false
  }
}
