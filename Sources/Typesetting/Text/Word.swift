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
        if index > 0, cluster.breakBefore != .prohibited,
          cluster.breakBefore == .mandatory || shaped.clusters[index - 1].isSpace
            || !joins(bytes, at: Int(cluster.start))
        {
          word.endsLine = cluster.breakBefore == .mandatory
          words.append(word)
          word = Word(clusters: index..<index, shownEnd: index, width: 0, space: 0)
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

  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard (1..<bytes.count).contains(offset) else { return false }
    var before = offset - 1
    while before > 0, UTF8.isContinuation(bytes[before]) { before -= 1 }
    guard let first = scalar(bytes[before..<offset]), let second = scalar(bytes[offset...]) else {
      return false
    }
    return KoreanLineRules.joins(first, second)
  }

  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return nil
  }
}
