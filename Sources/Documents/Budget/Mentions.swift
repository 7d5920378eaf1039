/// How often blocks mark notes, cite sources and refer to ids, and which ids are theirs.
struct Mentions {
  private var notes: [Int: Int] = [:]
  private var citations: [Int: Int] = [:]
  private var references: [String: Int] = [:]
  private var ids: Set<String> = []
  private var listsSources = false

  /// - Parameter known: All ids of the document: Hangul behind an id may belong to a word.
  init(_ blocks: [Block], known: Set<String>) {
    for block in blocks { add(block, known) }
  }

  private mutating func add(_ block: Block, _ known: Set<String>) {
    ids.formUnion(block.allIDs)
    listsSources = listsSources || [block].hold(.sources)
    _ = block.mappingInlines { inline in
      switch inline {
      case .note(let number): notes[number, default: 0] += 1
      case .citation(let numbers):
        for number in numbers { citations[number, default: 0] += 1 }
      case .reference(let reference):
        var id = reference.name[...]
        while !id.isEmpty, !known.contains(String(id)) { id = id.dropLast() }
        references[String(id), default: 0] += 1
      case .link(let uri, _) where uri.first == "#":
        references[String(uri.dropFirst()), default: 0] += 1
      case .text, .value, .emphasis, .strong, .strikethrough, .code, .link, .span, .picture,
        .lineBreak,
        .softBreak:
        break
      }
      return [inline]
    }
  }

  /// Whether a part can go, and something come in its place, with no note, source or place lost that the rest needs.
  ///
  /// - Parameter kept: An id that stays, since what comes has it.
  func canSpare(_ part: Mentions, for other: Mentions? = nil, keeping kept: String? = nil) -> Bool {
    guard !part.listsSources || other?.listsSources == true else { return false }
    func isKept<Key>(_ count: (Mentions) -> [Key: Int]) -> Bool {
      count(part).allSatisfy { key, lost in
        (count(self)[key] ?? 0) > lost || other.map { count($0)[key] != nil } == true
      }
    }
    guard isKept(\.notes), isKept(\.citations) else { return false }
    return part.ids.subtracting(other?.ids ?? []).allSatisfy { id in
      id == kept || (references[id] ?? 0) <= (part.references[id] ?? 0)
    }
  }

  /// Whether the other marks or cites what this doesn't.
  func lacks(anyOf other: Mentions) -> Bool {
    other.notes.keys.contains { notes[$0] == nil }
      || other.citations.keys.contains { citations[$0] == nil }
  }

  mutating func remove(_ part: Mentions) {
    for (key, count) in part.notes { notes[key, default: 0] -= count }
    for (key, count) in part.citations { citations[key, default: 0] -= count }
    for (key, count) in part.references { references[key, default: 0] -= count }
    ids.subtract(part.ids)
  }

  mutating func add(_ part: Mentions) {
    notes.merge(part.notes, uniquingKeysWith: +)
    citations.merge(part.citations, uniquingKeysWith: +)
    references.merge(part.references, uniquingKeysWith: +)
    ids.formUnion(part.ids)
  }
}

extension Block {
  /// The ids of the block and of all that lies in it.
  var allIDs: [String] {
    var ids = [attributes.id].compactMap(\.self)
    if case .paragraph(let inlines) = kind { ids += inlines.spanIDs }
    for blocks in innerBlocks { ids += blocks.flatMap(\.allIDs) }
    return ids
  }
}

extension [Inline] {
  fileprivate var spanIDs: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .span(_, let attributes, let inner):
        [attributes.id].compactMap(\.self) + inner.spanIDs
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner):
        inner.spanIDs
      case .text, .value, .code, .citation, .reference, .note, .picture, .lineBreak, .softBreak: []
      }
    }
  }
}
