/// Where a pattern matched, and what its groups took.
package struct PatternMatch: Sendable, Hashable {
  /// The UTF-8 byte offsets of the match in the text.
  package let range: Range<Int>
  /// What each group took: the whole match first; nil for a group that took no part.
  package let groups: [Substring?]
  package let groupNames: [String: Int]

  init(_ offsets: [Range<Int>?], names: [String: Int], in text: String) {
    range = (offsets.first ?? nil) ?? 0..<0
    groups = offsets.map { range in
      range.map { range in
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
      }
    }
    groupNames = names
  }

  /// What the group of a name took.
  package subscript(name: String) -> Substring? {
    groupNames[name].flatMap { groups.indices.contains($0) ? groups[$0] : nil }
  }
}
