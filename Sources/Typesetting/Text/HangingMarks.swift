import Graphics

/// Marks that may stand beyond the edge of the text, so that the edge that the eye sees is that of the words.
///
/// Source: "Requirements for Hangul Text Layout" (W3C klreq) and JIS X 4051 for full stops and commas; hanging quotes are an
/// old custom of Latin type. Of several marks at one end only the outermost hangs.
enum HangingMarks {
  static func hangsAtStart(_ scalar: Unicode.Scalar) -> Bool {
    "“‘\"'「『《〈«‹".unicodeScalars.contains(scalar)
  }

  static func hangsAtEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: true
    default: ".,、。，．\"'".unicodeScalars.contains(scalar)
    }
  }
}

extension CompactText {
  /// How much of a line hangs at its left whose first cluster is given.
  func hang(atStart cluster: Int) -> Double {
    guard cluster < clusters.count, let scalar = scalar(of: clusters[cluster]),
      HangingMarks.hangsAtStart(scalar)
    else { return 0 }
    return clusters[cluster].advance
  }

  /// How much of a line hangs at its right whose last cluster is given.
  func hang(atEnd cluster: Int) -> Double {
    guard clusters.indices.contains(cluster), let scalar = scalar(of: clusters[cluster]),
      HangingMarks.hangsAtEnd(scalar)
    else { return 0 }
    return clusters[cluster].advance
  }
}
