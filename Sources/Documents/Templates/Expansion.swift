package import Diagnostics

/// A template expanded over data: Markdown in which every value is a numbered hole.
package struct Expansion: Sendable {
  /// UTF-8, with `Marker`s where values go.
  package private(set) var bytes: [UInt8] = []
  /// The values by their holes' numbers.
  package private(set) var values: [BoundValue] = []
  private var sources: [Source] = []
  private var segments: [Segment] = []
  private var scopes: [ScopeMark] = []

  /// A template that output comes from.
  struct SourceID: Hashable, Sendable {
    fileprivate var index: Int
  }

  /// A stretch of output that came from one place of one template.
  private struct Segment: Sendable {
    var start: Int
    var source: SourceID
    var place: Range<Int>
    /// Byte by byte; otherwise all of the output stands for all of the place, a tag.
    var isCopy: Bool
    /// Whether it is a value that was read as Markdown.
    var isMarkdownValue = false

    /// The byte of the template that an output byte came from.
    func place(of offset: Int) -> Int {
      isCopy ? min(place.lowerBound + max(offset - start, 0), place.upperBound) : place.lowerBound
    }
  }

  private struct ScopeMark: Sendable {
    var start: Int
    var scope: Scope
  }

  package init() {}
}

// MARK: Writing

extension Expansion {
  mutating func add(_ source: Source) -> SourceID {
    sources.append(source)
    return SourceID(index: sources.count - 1)
  }

  /// Copies a range of a template.
  mutating func copy(_ range: Range<Int>, of source: SourceID) {
    segments.append(Segment(start: bytes.count, source: source, place: range, isCopy: true))
    bytes += sources[source.index].bytes[range]
  }

  /// Writes what a place of a template stands for.
  mutating func write(
    _ text: some Collection<UInt8>, for place: Range<Int>, of source: SourceID
  ) {
    segments.append(Segment(start: bytes.count, source: source, place: place, isCopy: false))
    bytes += text
  }

  /// Writes a value that is Markdown on purpose.
  mutating func write(
    markdown value: String, for place: Range<Int>, of source: SourceID
  ) {
    write(value.utf8, for: place, of: source)
    segments[segments.count - 1].isMarkdownValue = true
  }

  /// Writes a hole for a value.
  mutating func write(_ value: BoundValue, for place: Range<Int>, of source: SourceID) {
    write(Marker.hole(values.count), for: place, of: source)
    values.append(value)
  }

  /// Notes that what follows is written in a scope.
  mutating func enter(_ scope: Scope) {
    if let last = scopes.indices.last, scopes[last].start == bytes.count {
      scopes[last].scope = scope
    } else {
      scopes.append(ScopeMark(start: bytes.count, scope: scope))
    }
  }

  var isAtLineStart: Bool {
    bytes.last == 0x0A || bytes.isEmpty
  }
}

// MARK: Places

extension Expansion {
  /// The place in the templates that the output bytes came from.
  package func location(of range: Range<Int>) -> SourceLocation? {
    guard let first = segment(at: range.lowerBound) else { return nil }
    let start = first.place(of: range.lowerBound)
    var end = first.isCopy ? start : first.place.upperBound
    let lastByte = max(range.lowerBound, range.upperBound - 1)
    if let last = segment(at: lastByte), last.source == first.source {
      end = last.isCopy ? last.place(of: lastByte) + 1 : last.place.upperBound
    }
    return SourceLocation(sources[first.source.index], start..<max(start, end))
  }

  /// The scope in force where the output byte was written.
  package func scope(at offset: Int) -> Scope? {
    let next = scopes.upperBound(of: offset, by: \.start)
    return next > 0 ? scopes[next - 1].scope : scopes.first?.scope
  }

  /// Whether any of the output came from a value that was read as Markdown.
  func holdsMarkdownValue(in range: Range<Int>) -> Bool {
    let first = max(segments.upperBound(of: range.lowerBound, by: \.start) - 1, 0)
    return segments[min(first, segments.count)...].lazy.prefix { $0.start < range.upperBound }
      .contains(where: \.isMarkdownValue)
  }

  private func segment(at offset: Int) -> Segment? {
    let next = segments.upperBound(of: offset, by: \.start)
    return next > 0 ? segments[next - 1] : segments.first
  }
}
