import Diagnostics

/// The parts of a text that can become shorter: blocks with a short form, and blocks with a priority.
///
/// A value of it remembers what it was asked to take away, so that the last mark of a note, the last citation of a source or
/// what something refers to is never among it.
struct Abridgement: Sendable {
  /// A block that has a short form.
  private struct Long {
    var number: Int
    var id: String
    var mentions: Mentions
    var short: Mentions
  }

  /// A block, or a heading with its section, that may go.
  private struct Candidate {
    var number: Int
    var priority: Int
    var mentions: Mentions
  }

  /// The text without short forms, its blocks numbered.
  private(set) var blocks: [Block] = []
  private(set) var faults: [Diagnostic] = []
  private(set) var hasFigures = false
  /// The short forms by the numbers of the blocks that they are of.
  private var shorts: [Int: Block] = [:]
  private var longs: [Long] = []
  private var candidates: [Candidate] = []
  private var places: [Int: SourceLocation] = [:]
  private var all: Mentions
  private var known: Set<String> = []
  private var count = 0

  /// - Parameters:
  ///   - notes: What the footnotes say.
  ///   - isWanted: Whether the report has a page budget; short forms are for nothing without one.
  init(_ text: [Block], notes: [[Block]], isWanted: Bool) {
    all = Mentions([], known: [])
    guard text.hold(.short) || isWanted else {
      blocks = text
      return
    }
    known = Set((text + notes.joined()).flatMap(\.allIDs))
    var forms: [Block] = []
    blocks = numbered(Self.withoutShorts(text, taken: &forms))
    all = Mentions(blocks + notes.joined(), known: known)
    collect(blocks)
    for form in forms { add(form, isWanted: isWanted) }
  }

  // MARK: Reading

  private static func withoutShorts(_ blocks: [Block], taken forms: inout [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if case .div(.short, _) = block.kind {
        forms.append(block)
      } else {
        result.append(block.mappingBlocks { withoutShorts($0, taken: &forms) })
      }
    }
    return result
  }

  private mutating func numbered(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for var block in blocks {
      if case .figure = block.kind { hasFigures = true }
      if block.attributes.id != nil || block.attributes["priority"] != nil {
        count += 1
        block.number = count
        places[count] = block.location
      }
      result.append(block.mappingBlocks { numbered($0) })
    }
    return result
  }

  private mutating func collect(_ blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if let number = block.number, let priority = block.attributes["priority"].flatMap({ Int($0) })
      {
        let part = Array(blocks[index..<blocks.end(ofSectionAt: index)])
        candidates.append(
          Candidate(
            number: number, priority: priority, mentions: Mentions(part, known: known)))
      }
      for inner in block.innerBlocks { collect(inner) }
    }
  }

  private mutating func add(_ form: Block, isWanted: Bool) {
    func fault(_ message: String, _ hint: String) {
      faults.append(
        .error(
          "report.short", message, at: form.attributes.location ?? form.location, hints: [hint]))
    }
    guard case .div(_, let inner) = form.kind else { return }
    guard let id = form.attributes["of"], !id.isEmpty else {
      return fault("a short form must say of which block it is", "write ::: {.short of=ID}")
    }
    guard let long = blocks.first(withID: id), let number = long.number else {
      let hints = Suggestion.hints(for: id, in: blocks.flatMap(\.allIDs).sorted())
      return fault(
        "nothing has the id \"\(id)\" that this is the short form of",
        hints.first ?? "give it to a block: ::: {#\(id)}")
    }
    guard shorts[number] == nil else {
      return fault("\"\(id)\" has two short forms", "leave one of them out")
    }
    let short = Mentions(inner, known: known)
    guard !all.lacks(anyOf: short) else {
      return fault(
        "the short form of \"\(id)\" has a note or source that the long one hasn't",
        "put it into the long one, too")
    }
    if !isWanted {
      faults.append(
        .warning(
          "report.short", "the short form is never used: the report has no page budget",
          at: form.location, hints: ["write fit: 2 pages into the front matter"]))
    }
    let mentions = Mentions([long], known: known)
    guard all.canSpare(mentions, for: short, keeping: id) else {
      faults.append(
        .warning(
          "report.short",
          "the short form of \"\(id)\" can't be used: a note, a source or something referred to would be lost",
          at: form.location, hints: ["keep it in the short form, too"]))
      return
    }
    var block = Block(.div(.plain, inner), attributes: form.attributes, location: form.location)
    block.attributes.id = id
    block.attributes.entries.removeAll { $0.key == "of" }
    block.number = number
    shorts[number] = block
    longs.append(Long(number: number, id: id, mentions: mentions, short: short))
  }

  // MARK: Taking away

  /// The blocks that can give way to their short forms, the last one first.
  mutating func shortenable() -> [Int] {
    longs.sort { $0.number > $1.number }
    var numbers: [Int] = []
    for long in longs where all.canSpare(long.mentions, for: long.short, keeping: long.id) {
      all.remove(long.mentions)
      all.add(long.short)
      numbers.append(long.number)
    }
    return numbers
  }

  /// The blocks that can go, by priority, those of priority 1 first.
  mutating func droppable() -> [[Int]] {
    (1...9).map { priority in
      var numbers: [Int] = []
      for candidate in candidates.reversed()
      where candidate.priority == priority && all.canSpare(candidate.mentions) {
        all.remove(candidate.mentions)
        numbers.append(candidate.number)
      }
      return numbers
    }
  }

  /// Where a block is written.
  func location(of number: Int) -> SourceLocation? { places[number] }

  /// The text with some blocks in their short form and some left out.
  func text(shortened: Set<Int>, dropped: Set<Int>) -> [Block] {
    shortened.isEmpty && dropped.isEmpty ? blocks : abridged(blocks, shortened, dropped)
  }

  private func abridged(
    _ blocks: [Block], _ shortened: Set<Int>, _ dropped: Set<Int>
  ) -> [Block] {
    var result: [Block] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if let number = block.number, dropped.contains(number) {
        index = blocks.end(ofSectionAt: index)
        continue
      }
      index += 1
      if let number = block.number, shortened.contains(number), let short = shorts[number] {
        result.append(short)
        continue
      }
      let rest = block.mappingBlocks { abridged($0, shortened, dropped) }
      // What nothing is left of goes too.
      if case .div(_, let inner) = rest.kind, case .div(_, let whole) = block.kind, inner.isEmpty,
        !whole.isEmpty
      {
        continue
      }
      result.append(rest)
    }
    return result
  }
}

extension [Block] {
  /// Behind the last block of the section that a heading opens; of what is no heading, behind itself.
  fileprivate func end(ofSectionAt index: Int) -> Int {
    guard case .heading(let heading) = self[index].kind else { return index + 1 }
    return self[(index + 1)...].firstIndex {
      if case .heading(let next) = $0.kind { next.level <= heading.level } else { false }
    } ?? count
  }

  fileprivate func first(withID id: String) -> Block? {
    for block in self {
      if block.attributes.id == id { return block }
      for inner in block.innerBlocks {
        if let found = inner.first(withID: id) { return found }
      }
    }
    return nil
  }
}
