import Graphics

/// Where lines may break in Korean text: what UAX #14 allows, less the places inside a word.
///
/// Sources: UAX #14 (classes H2, H3, ID break anywhere, 5.1 "Korean" names the word style as the alternative);
/// "Requirements for Hangul Text Layout" (W3C klreq, 3.3): words are kept whole in word-based breaking.
enum KoreanLineRules {
  /// For each cluster what may happen before it.
  static func breaks(in text: ShapedText) -> [ShapedText.Break] {
    var breaks: [ShapedText.Break] = []
    breaks.reserveCapacity(text.clusters.count)
    let bytes = Array(text.text.utf8)
    var before: Unicode.Scalar?
    for cluster in text.clusters {
      let first = scalar(in: bytes, at: Int(cluster.start))
      var mayBreak = cluster.breakBefore
      if mayBreak == .allowed, let before, let first, joins(before, first) {
        mayBreak = .prohibited
      }
      breaks.append(mayBreak)
      before = lastScalar(in: bytes, cluster) ?? before
    }
    return breaks
  }

  /// Whether two neighbours belong to one word.
  private static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    isWordPart(before) && isWordPart(after)
      // Closing marks and what follows them without space: "(서울)에서", "50%의", "AI·데이터".
      || isInnerMark(before) && isWordPart(after)
      || isWordPart(before) && isOpening(after)
      || isInnerMark(before) && isOpening(after)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F, 0x1100...0x11FF,
      0x3130...0x318F, 0xAC00...0xD7A3, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x3041...0x30FA:
      true
    default: false
    }
  }

  private static func isInnerMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", "%", "’", "”", "」", "』", "》", "〉", "·", "ㆍ", "・", "\"", "'", "℃", "㎞",
      "+", "&", "~", "∼", "〜":
      true
    default: false
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "‘", "“", "「", "『", "《", "〈": true
    default: false
    }
  }

  private static func scalar(in bytes: [UInt8], at offset: Int) -> Unicode.Scalar? {
    String(decoding: bytes[min(offset, bytes.count)..<min(offset + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
  }

  private static func lastScalar(
    in bytes: [UInt8], _ cluster: ShapedText.Cluster
  ) -> Unicode.Scalar? {
    let start = Int(cluster.start)
    let end = min(start + Int(cluster.byteCount), bytes.count)
    guard start < end else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.last
  }
}
