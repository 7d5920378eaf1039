import Graphics

/// Breaks a shaped text into lines.
///
/// Lines end between words; a word wider than the line is broken where UAX #14 allows it, else at any of its clusters.
/// Breaking is greedy; a paragraph whose last line would be one short word gives that line company.
struct LineBreaker {
  /// A line: the clusters it shows, the space at its break included, and their width without that space.
  struct Line: Equatable {
    var clusters: Range<Int>
    var width: Double
  }

  private let text: CompactText
  private let words: [Word]
  /// The widest word: the least width that shows every word whole.
  let widestWord: Double

  init(_ text: CompactText) {
    self.text = text
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

  /// Breaks at a width; the first line is narrower by `indent`.
  func lines(width: Double, indent: Double = 0) -> [Line] {
    let lines = greedy(width: width, indent: indent)
    guard lines.count > 1, let last = lines.last, isLonely(last, width: width) else { return lines }
    return withCompany(lines, width: width, indent: indent) ?? lines
  }

  // MARK: Company

  /// A last line below this share of the width is lonely when it holds one word.
  private static let shortestLastLine = 0.34

  private func isLonely(_ line: Line, width: Double) -> Bool {
    guard line.width < Self.shortestLastLine * width, let word = words.last else { return false }
    return line.clusters.lowerBound >= word.clusters.lowerBound
  }

  /// The same number of lines set to a narrower measure, so that the last one holds more than a word.
  private func withCompany(_ lines: [Line], width: Double, indent: Double) -> [Line]? {
    for step in 1...12 {
      let measure = width * (1 - 0.02 * Double(step))
      guard measure >= widestWord else { return nil }
      let tried = greedy(width: measure, indent: indent)
      guard tried.count == lines.count else { return nil }
      if let last = tried.last, !isLonely(last, width: width) { return tried }
    }
    return nil
  }

  // MARK: Greedy

  /// Rounding in sums of advances must not push a word over the edge.
  private static let tolerance = 0.01

  private func greedy(width: Double, indent: Double) -> [Line] {
    var lines: [Line] = []
    var line = Line(clusters: 0..<0, width: 0)
    /// Where the next word would begin, and whether anything stands before it.
    var pen = 0.0
    var isEmpty = true
    func room() -> Double { (lines.isEmpty ? width - indent : width) + Self.tolerance }
    func endLine(before start: Int) {
      lines.append(line)
      line = Line(clusters: start..<start, width: 0)
      pen = 0
      isEmpty = true
    }
    for (index, word) in words.enumerated() {
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
      let isLast = index == words.count - 1
      let end = isLast ? word.shownEnd : word.clusters.upperBound
      line.clusters = line.clusters.lowerBound..<max(end, line.clusters.lowerBound)
      if !word.isBlank {
        line.width = pen + width
        isEmpty = false
      }
      pen += width + word.space
      if word.endsLine { endLine(before: word.clusters.upperBound) }
    }
    lines.append(line)
    return lines
  }

  /// What a line can show of a word from a cluster on; nil where it can show the rest of it.
  private func part(
    of word: Word, from start: Int, room: Double
  ) -> (end: Int, width: Double)? {
    var pen = 0.0
    /// Without the space that a line would end with.
    var shown = 0.0
    var good: (end: Int, width: Double)?
    for index in start..<word.shownEnd {
      let cluster = text.clusters[index]
      if index > start, !cluster.isSpace {
        if cluster.breakBefore != .prohibited, !beginsWithMark(cluster) { good = (index, shown) }
        if pen + cluster.advance > room { return good ?? (index, shown) }
      }
      pen += cluster.advance
      if !cluster.isSpace { shown = pen }
    }
    return nil
  }

  /// UAX #14 lets a line begin with `·` or `~`, which join what stands around them.
  private func beginsWithMark(_ cluster: CompactText.Cluster) -> Bool {
    let scalars = text.text.unicodeScalars
    let start = text.text.utf8.index(text.text.startIndex, offsetBy: Int(cluster.start))
    return start < scalars.endIndex && KoreanLineRules.isJoiningMark(scalars[start])
  }
}
