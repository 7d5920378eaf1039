import Graphics

/// A stretch of text that a line shows whole, with the space behind it.
struct Word: Equatable {
  /// Of the shaped text; the next word begins where this one ends.
  var clusters: Range<Int>
  /// Where the space behind the word begins.
  var shownEnd: Int
  /// Without the space behind it.
  var width: Double
  var space: Double
  /// Whether a line must end behind it.
  var endsLine = false

  /// Whether it is nothing but space.
  var isBlank: Bool { shownEnd == clusters.lowerBound }

  /// The words of a text: what stands between the places where UAX #14 and Korean allow a break.
  static func words(of shaped: CompactText) -> [Word] {
    var text = shaped.text
    return text.withUTF8 { bytes in
      var words: [Word] = []
      var word = Word(clusters: 0..<0, shownEnd: 0, width: 0, space: 0)
      for (index, cluster) in shaped.clusters.enumerated() {
        if index > 0, cluster.breakBefore != .prohibited {
          let isForced = cluster.breakBefore == .mandatory
          let isJoined =
            !isForced
            && (shaped.clusters[index - 1].isSpace
              ? joins(word, to: Int(cluster.start), bytes, shaped)
              : joins(bytes, at: Int(cluster.start)))
          if !isJoined {
            word.endsLine = isForced
            words.append(word)
            word = Word(clusters: index..<index, shownEnd: index, width: 0, space: 0)
          }
        }
        word.append(cluster)
      }
      if !word.clusters.isEmpty { words.append(word) }
      return words
    }
  }

  private mutating func append(_ cluster: CompactText.Cluster) {
    clusters = clusters.lowerBound..<clusters.upperBound + 1
    if cluster.isSpace {
      space += cluster.advance
    } else {
      // Space that may not end a line, as before a closing mark, lies inside the word.
      width += space + cluster.advance
      space = 0
      shownEnd = clusters.upperBound
    }
  }

  /// In bytes; a longer stretch without a break could leave an ugly gap.
  private static let longestJoined = 40

  /// Whether a word goes on behind the one space at its end, as a number does with its unit.
  private static func joins(
    _ word: Word, to next: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ shaped: CompactText
  ) -> Bool {
    let start = Int(shaped.clusters[word.clusters.lowerBound].start)
    guard next - start <= longestJoined, next >= 2, bytes[next - 1] == 0x20 else { return false }
    let before = bytes[start..<next - 1]
    let last = before.lastIndex(of: 0x20).map { $0 + 1 } ?? start
    let after = bytes[next...].prefix { $0 != 0x20 && $0 != 0x0A }
    return after.count <= longestJoined && NumberUnits.joins(before[last...], after)
  }

  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard (1..<bytes.count).contains(offset) else { return false }
    var before = offset - 1
    while before > 0, UTF8.isContinuation(bytes[before]) { before -= 1 }
    guard let first = bytes[before..<offset].firstScalar, let second = bytes[offset...].firstScalar
    else { return false }
    return KoreanLineRules.joins(first, second)
  }
}
