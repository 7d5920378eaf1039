import Graphics

/// Breaks a shaped text into lines.
///
/// Where UAX #14 allows a break, Korean allows it only between words (eojeol); a word wider than the line is broken at
/// any of its clusters. Breaking is greedy; a paragraph whose last line would be one short word gives that line company.
struct LineBreaker {
  /// A line: the clusters it shows, trailing space left out, and their width in points.
  struct Line: Equatable {
    var clusters: Range<Int>
    var width: Double
  }

  private let text: ShapedText
  private let mayBreak: [ShapedText.Break]

  init(_ text: ShapedText) {
    self.text = text
    mayBreak = KoreanLineRules.breaks(in: text)
  }

  /// Breaks at a width, at a narrower one for the first line where `indent` is given.
  func lines(width: Double, indent: Double = 0) -> [Line] {
    let lines = greedy(width: width, indent: indent)
    guard let last = lines.last, lines.count > 1,
      last.width < Self.shortestLastLine * width, isOneWord(last)
    else { return lines }
    return withCompany(lines, width: width, indent: indent) ?? lines
  }

  /// A last line below this share of the width is lonely when it holds one word.
  private static let shortestLastLine = 0.22

  private func isOneWord(_ line: Line) -> Bool {
    !line.clusters.contains { text.clusters[$0].isSpace }
  }

  /// The same number of lines set to a narrower measure, so that the last one holds more than a word.
  private func withCompany(_ lines: [Line], width: Double, indent: Double) -> [Line]? {
    var measure = width
    for _ in 0..<8 {
      measure -= width * 0.025
      let tried = greedy(width: measure, indent: indent)
      guard tried.count == lines.count else { return nil }
      if let last = tried.last, !isOneWord(last) || last.width >= Self.shortestLastLine * width {
        return tried
      }
    }
    return nil
  }

  private func greedy(width: Double, indent: Double) -> [Line] {
    // Rounding in sums of advances must not push a word over the edge.
    let tolerance = 0.01
    let clusters = text.clusters
    var lines: [Line] = []
    var start = 0
    while start < clusters.count {
      let available = (lines.isEmpty ? width - indent : width) + tolerance
      var index = start
      var advance = 0.0
      /// The line up to its last cluster that isn't space.
      var shown = Line(clusters: start..<start, width: 0)
      /// The line up to the last place where it may break, and where the next one begins.
      var breakable: (line: Line, next: Int)?
      var next = clusters.count
      while index < clusters.count {
        let cluster = clusters[index]
        if index > start {
          switch mayBreak[index] {
          case .mandatory:
            breakable = (shown, index)
          case .allowed:
            breakable = (shown, index)
          case .prohibited: break
          }
          if mayBreak[index] == .mandatory {
            next = index
            break
          }
        }
        if !cluster.isSpace {
          if advance + cluster.advance > available, index > start, !shown.clusters.isEmpty {
            if let breakable {
              shown = breakable.line
              next = breakable.next
            } else {
              next = index
            }
            break
          }
          advance += cluster.advance
          index += 1
          shown = Line(clusters: start..<index, width: advance)
        } else {
          advance += cluster.advance
          index += 1
        }
      }
      lines.append(shown)
      start = max(next, start + 1)
      // Space at a break belongs to neither line.
      while start < clusters.count, clusters[start].isSpace, mayBreak[start] != .mandatory {
        start += 1
      }
    }
    return lines.isEmpty ? [Line(clusters: 0..<0, width: 0)] : lines
  }

  /// The widest piece that a line can't break: the least width that shows every word whole.
  var widestWord: Double {
    var widest = 0.0
    var current = 0.0
    for (index, cluster) in text.clusters.enumerated() {
      if mayBreak[index] != .prohibited { current = 0 }
      if !cluster.isSpace { current += cluster.advance }
      widest = max(widest, current)
    }
    return widest
  }

  /// The width on one line, or of the widest line where there are forced breaks.
  var naturalWidth: Double {
    var widest = 0.0
    var current = 0.0
    var shown = 0.0
    for (index, cluster) in text.clusters.enumerated() {
      if mayBreak[index] == .mandatory { current = 0 }
      current += cluster.advance
      if !cluster.isSpace { shown = current }
      widest = max(widest, shown)
      if mayBreak[index] == .mandatory { shown = current }
    }
    return widest
  }
}
