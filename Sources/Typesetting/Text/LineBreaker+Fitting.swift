import Graphics

/// Total fit: all ends of lines are chosen together, so that what they cost is the least possible.
///
/// Source: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981):
/// dynamic programming over the feasible breaks, of which only those are looked at that one line reaches back to.
/// Boxes are Korean or English words, so nothing is hyphenated and no line is shrunk; costs are `LineCost`'s. A paragraph
/// never takes more lines than line by line: the number of lines counts before what they cost.
extension LineBreaker {
  /// Sets words up to a forced end; what is wider than a line is cut, and what stands between is fitted.
  func fit(
    _ range: Range<Int>, width: Double, indent: Double, manner: Manner, into lines: inout [Line]
  ) {
    var start = range.lowerBound
    /// The rest of a word that was cut.
    var rest: Word?
    while start < range.upperBound {
      let firstRoom = (lines.isEmpty ? width - indent : width) + Self.tolerance
      var end = rest == nil ? start : start + 1
      while end < range.upperBound,
        needed(words[end]) <= (end == start ? firstRoom : width + Self.tolerance)
      {
        end += 1
      }
      if end > start {
        var run = Run(
          breaker: self, words: start..<end, first: rest ?? words[start], manner: manner,
          isEnd: end == range.upperBound, width: width, firstRoom: firstRoom)
        run.fit(into: &lines)
        rest = nil
      }
      start = end
      guard end < range.upperBound else { return }
      var room = lines.isEmpty ? width - indent : width
      var cut = words[end].clusters.lowerBound
      while let part = part(of: words[end], from: cut, room: room + Self.tolerance) {
        lines.append(Line(clusters: cut..<part.end, width: part.width))
        cut = part.end
        room = width
      }
      var word = words[end]
      word.clusters = cut..<word.clusters.upperBound
      word.width = text.clusters[cut..<word.shownEnd].reduce(0) { $0 + $1.advance }
      rest = word
    }
  }

  /// What a word needs of a line that it has for itself.
  private func needed(_ word: Word) -> Double {
    hangsMarks ? word.width - hang(ofStart: word) - hang(ofEnd: word) : word.width
  }

  func hang(ofStart word: Word) -> Double { text.hang(atStart: word.clusters.lowerBound) }
  func hang(ofEnd word: Word) -> Double { text.hang(atEnd: word.shownEnd - 1) }

  /// Words of which each fits into a line.
  private struct Run {
    let breaker: LineBreaker
    let words: Range<Int>
    /// The first of them, or what is left of it.
    let first: Word
    let cost: LineCost
    let isEnd: Bool
    let room: Double
    let firstRoom: Double

    /// By word: where it begins and ends if all stand on one line, what hangs of it, and the spaces before it.
    private var starts: [Double] = []
    private var ends: [Double] = []
    private var hangs: [(start: Double, end: Double)] = []
    private var spaces: [Int] = []
    /// By the number of words set: the fewest lines, what they cost, and the words set before the last of them.
    private var counts: [Int32]
    private var costs: [Double]
    private var previous: [Int32]
    /// What it costs to begin a line with a word, and to end one with it.
    private var edges: [(begin: Float, end: Float)] = []

    /// A line of more words has room enough to spare.
    private static let mostWords = 256

    init(
      breaker: LineBreaker, words: Range<Int>, first: Word, manner: Manner, isEnd: Bool,
      width: Double, firstRoom: Double
    ) {
      self.breaker = breaker
      self.words = words
      self.first = first
      self.isEnd = isEnd
      self.firstRoom = firstRoom
      room = width + LineBreaker.tolerance
      cost = LineCost(
        width: width, em: breaker.text.run(of: first.clusters.lowerBound).style.size,
        isJustified: manner == .justified)
      counts = [0]
      costs = [0]
      previous = [0]
    }

    private func word(_ index: Int) -> Word {
      index == 0 ? first : breaker.words[words.lowerBound + index]
    }

    /// The width of a line of words; with marks in the margins, of what stands between these.
    private func width(_ range: Range<Int>) -> Double {
      let last = range.upperBound - 1
      let width = ends[last] - starts[range.lowerBound]
      return hangs.isEmpty ? width : width - hangs[range.lowerBound].start - hangs[last].end
    }

    private func fits(_ range: Range<Int>) -> Bool {
      width(range) <= (range.lowerBound == 0 ? firstRoom : room)
    }

    mutating func fit(into lines: inout [Line]) {
      measure()
      if fits(0..<words.count) {
        lines.append(line(0..<words.count))
        return
      }
      edges = cost.edges(of: (0..<words.count).map { word($0) }, in: breaker.text)
      counts = [Int32](repeating: .max, count: words.count + 1)
      costs = [Double](repeating: .infinity, count: words.count + 1)
      previous = [Int32](repeating: 0, count: words.count + 1)
      (counts[0], costs[0]) = (0, 0)
      var low = 0
      for end in 1...words.count {
        while low < end - 1, !fits(low..<end) { low += 1 }
        choose(end, from: low)
      }
      var ends: [Int] = []
      var end = words.count
      while end > 0 {
        ends.append(end)
        end = Int(previous[end])
      }
      var start = 0
      for end in ends.reversed() {
        lines.append(line(start..<end))
        start = end
      }
    }

    /// Finds the best line that ends with a word, among those that begin at `low` or later.
    private mutating func choose(_ end: Int, from low: Int) {
      for start in low..<min(end, low + Self.mostWords) where fits(start..<end) {
        // The later a line begins, the more lines stand above it.
        guard counts[start] < .max, counts[start] + 1 <= counts[end] else { return }
        let total = costs[start] + cost(of: start..<end)
        if counts[start] + 1 < counts[end] || total < costs[end] {
          (counts[end], costs[end], previous[end]) = (counts[start] + 1, total, Int32(start))
        }
      }
    }

    private func cost(of range: Range<Int>) -> Double {
      let (start, end) = (range.lowerBound, range.upperBound)
      var sum = start == 0 ? 0 : Double(edges[start].begin)
      if end < words.count || !isEnd {
        sum += Double(edges[end - 1].end)
        let slack = (start == 0 ? firstRoom : room) - LineBreaker.tolerance - width(range)
        return sum
          + cost.slack(slack, spaces: spaces.isEmpty ? 0 : spaces[end - 1] - spaces[start])
      }
      let last = word(end - 1)
      return sum
        + cost.lastLine(
          width: width(range), words: range.count,
          isSyllable: range.count == 1
            && breaker.text.isSyllable(last.clusters.lowerBound..<last.shownEnd))
    }

    private mutating func measure() {
      starts.reserveCapacity(words.count)
      var pen = 0.0
      var space = 0
      for index in 0..<words.count {
        let word = word(index)
        starts.append(pen)
        ends.append(pen + word.width)
        pen += word.width + word.space
        if breaker.hangsMarks {
          hangs.append((breaker.hang(ofStart: word), breaker.hang(ofEnd: word)))
        }
        if cost.isJustified {
          space += breaker.text.wordSpaces(in: word.clusters.lowerBound..<word.shownEnd)
          spaces.append(space)
          space += breaker.text.wordSpaces(in: word.shownEnd..<word.clusters.upperBound)
        }
      }
    }

    private func line(_ range: Range<Int>) -> Line {
      let last = words.lowerBound + range.upperBound - 1
      return Line(
        clusters: word(range.lowerBound).clusters.lowerBound..<breaker.end(of: last),
        width: ends[range.upperBound - 1] - starts[range.lowerBound])
    }
  }
}
