/// Finds the places of a document and numbers sections, figures and tables in their order of writing.
struct Numbering {
  /// Headings down to this level are numbered; 0 for none.
  let sectionDepth: Int
  /// Figures and tables have numbers where something refers to one of their kind, or lists them.
  private let numbersFigures: Bool
  private let numbersTables: Bool
  /// Whether the text says on which pages things stand.
  let mentionsPages: Bool

  var places: [Place] = []
  /// Positions in `places`.
  private(set) var ids: [String: Int] = [:]
  private var sections: [Int] = []
  private var figures = 0
  private var tables = 0

  /// Of the block that is being numbered, where it or one around it says so.
  private var language: String?

  /// - Parameter refers: Whether there are references among the blocks at all.
  init(_ blocks: [Block], sectionDepth: Int, refers: Bool) {
    self.sectionDepth = sectionDepth
    var wanted: Set<Place.Kind> = []
    if refers {
      blocks.forEachReference { name in
        if name.hasPrefix("fig-") { wanted.insert(.figure) }
        if name.hasPrefix("tbl-") { wanted.insert(.table) }
      }
    }
    numbersFigures = wanted.contains(.figure) || blocks.hold(.listOfFigures)
    numbersTables = wanted.contains(.table) || blocks.hold(.listOfTables)
    mentionsPages =
      refers || blocks.hold(.contents) || blocks.hold(.listOfFigures)
      || blocks.hold(.listOfTables) || blocks.listSourcesWithPages
  }

  /// The blocks with their numbers and places.
  mutating func numbered(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks { result.append(numbered(block)) }
    return result
  }

  private mutating func numbered(_ block: Block) -> Block {
    var block = block
    let outer = language
    language = block.attributes["lang"] ?? outer
    defer { language = outer }
    switch block.kind {
    case .heading(var heading):
      // A heading without words isn't shown.
      guard !heading.text.plainText.trimmingSpaces.isEmpty else { break }
      heading.number = nextSection(heading.level)
      block.kind = .heading(heading)
      add(
        Place(
          kind: .section, number: heading.number, title: titled(heading.text), level: heading.level),
        to: &block)
    case .figure(var figure):
      if numbersFigures, !figure.caption.isEmpty || block.attributes.id != nil {
        figures += 1
        figure.number = figures
        block.kind = .figure(figure)
        add(Place(kind: .figure, number: "\(figures)", title: titled(figure.caption)), to: &block)
      } else if block.attributes.id != nil {
        add(Place(kind: .figure, title: titled(figure.caption)), to: &block)
      }
    case .table(var table):
      if numbersTables, !table.caption.isEmpty || block.attributes.id != nil {
        tables += 1
        table.number = tables
        block.kind = .table(table)
        add(Place(kind: .table, number: "\(tables)", title: titled(table.caption)), to: &block)
      } else if block.attributes.id != nil {
        add(Place(kind: .table, title: titled(table.caption)), to: &block)
      }
    case .div(let role, let blocks):
      if block.attributes.id != nil { add(Place(kind: .block), to: &block) }
      block.kind = .div(role, numbered(blocks))
    case .quote(let blocks): block.kind = .quote(numbered(blocks))
    case .list(var list):
      for index in list.items.indices { list.items[index] = numbered(list.items[index]) }
      block.kind = .list(list)
    case .paragraph(let text): addSpans(in: text, of: &block)
    case .code, .rule: break
    }
    return block
  }

  /// A heading's or caption's words as they are listed elsewhere: in the language of the place that they come from.
  private func titled(_ words: [Inline]) -> [Inline] {
    guard let language else { return words }
    let attributes = Attributes(entries: [.init(key: "lang", text: [.text(language)])])
    return [.span(.plain, attributes, words)]
  }

  private mutating func add(_ place: Place, to block: inout Block) {
    if let id = block.attributes.id { ids[id] = places.count }
    block.places.append(places.count)
    places.append(place)
  }

  /// A span with an id is found where its paragraph begins.
  private mutating func addSpans(in inlines: [Inline], of block: inout Block) {
    for inline in inlines {
      switch inline {
      case .span(_, let attributes, let inner):
        if let id = attributes.id {
          ids[id] = places.count
          block.places.append(places.count)
          places.append(Place(kind: .block))
        }
        addSpans(in: inner, of: &block)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner):
        addSpans(in: inner, of: &block)
      case .text, .value, .code, .citation, .reference, .note, .picture, .lineBreak, .softBreak:
        break
      }
    }
  }

  /// The number of the next heading of a level: how many there were of each level above it, and of its own.
  private mutating func nextSection(_ level: Int) -> String? {
    guard level <= sectionDepth else { return nil }
    while sections.count < level { sections.append(0) }
    sections.removeSubrange(level...)
    sections[level - 1] += 1
    return sections.map(String.init).joined(separator: ".")
  }
}

extension [Block] {
  /// Calls `body` with the name of each cross reference.
  fileprivate func forEachReference(_ body: (String) -> Void) {
    for block in self {
      _ = block.mappingInlines { inline in
        if case .reference(let reference) = inline { body(reference.name) }
        return [inline]
      }
    }
  }

  /// Whether the list of sources tells on which pages each is cited.
  fileprivate var listSourcesWithPages: Bool {
    hold { block in
      if case .div(.sources, _) = block.kind { block.attributes["pages"] == "true" } else { false }
    }
  }
}
