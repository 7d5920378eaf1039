package import Diagnostics

/// A template expanded over data: Markdown in which every value is a numbered hole.
package struct Expansion: Sendable {
  /// Valid UTF-8, with `Marker`s where values go.
  package internal(set) var bytes: [UInt8] = []
  /// The values by their holes' numbers.
  package internal(set) var values: [BoundValue] = []

  /// Output bytes copied from one place of one template.
  struct Segment: Sendable {
    var start: Int
    var source: Int
    var sourceStart: Int
    /// One to one; otherwise the whole segment stands for one place (a tag).
    var copied: Bool
  }

  struct ScopeMark: Sendable {
    var start: Int
    var scope: Scope
  }

  var sources: [Source] = []
  var segments: [Segment] = []
  var scopes: [ScopeMark] = []

  /// The place in the templates that the output bytes came from.
  package func location(of range: Range<Int>) -> SourceLocation? {
    guard let first = segment(at: range.lowerBound) else { return nil }
    let start = first.sourceStart + (first.copied ? range.lowerBound - first.start : 0)
    var end = start
    if let last = segment(at: max(range.lowerBound, range.upperBound - 1)),
      last.source == first.source, last.copied
    {
      end = last.sourceStart + (range.upperBound - last.start)
    }
    return SourceLocation(sources[first.source], start..<max(start, end))
  }

  /// The scope in force where the output byte was written.
  package func scope(at offset: Int) -> Scope? {
    let next = Self.upperBound(of: offset, in: scopes, by: \.start)
    return next > 0 ? scopes[next - 1].scope : scopes.first?.scope
  }

  private func segment(at offset: Int) -> Segment? {
    let next = Self.upperBound(of: offset, in: segments, by: \.start)
    return next > 0 ? segments[next - 1] : segments.first
  }

  /// The first position whose key lies above `offset`.
  private static func upperBound<Element>(
    of offset: Int, in items: [Element], by key: (Element) -> Int
  ) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if key(items[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
