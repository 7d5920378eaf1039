import Diagnostics

/// What a document shows that doesn't depend on its language: bound values, figures, tables, sources.
struct EditionContent {
  /// One such thing.
  enum Thing: Hashable {
    /// Where its value lies in the data.
    case value(String)
    /// A chart's or picture's file.
    case figure(String)
    case table(String)
    /// The key of a source that is cited.
    case source(String)
    /// The id that a reference leads to.
    case reference(String)

    /// As messages call it.
    var name: String {
      switch self {
      case .value(let place): "the value \"\(place)\""
      case .figure(let name): "the figure \"\(name)\""
      case .table(let name): name.isEmpty ? "a table" : "the table \"\(name)\""
      case .source(let key): "the source \"\(key)\""
      case .reference(let id): "the reference to \"\(id)\""
      }
    }
  }

  struct Item {
    var thing: Thing
    var location: SourceLocation?
  }

  private(set) var items: [Item] = []
  private let sources: [Document.SourceEntry]

  init(_ document: Document) {
    sources = document.sources
    for text in [document.title, document.subtitle, document.author, document.date] {
      add(text, at: document.titleLocation)
    }
    add(document.blocks)
    document.notes.forEach { add($0) }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    for entry in block.attributes.entries { add(entry.text, at: block.location) }
    switch block.kind {
    case .heading(let heading): add(heading.text, at: block.location)
    case .paragraph(let text): add(text, at: block.location)
    case .list(let list): list.items.forEach { add($0) }
    case .quote(let blocks), .div(_, let blocks): add(blocks)
    case .code, .rule: break
    case .table(let table):
      let place = table.location ?? block.location
      items.append(Item(thing: .table(block.attributes.id ?? ""), location: place))
      add(table.caption, at: place)
      for level in table.levels {
        for spanner in level { add(spanner.title, at: place) }
      }
      for column in table.columns { add(column.title, at: place) }
      for row in table.rows {
        for cell in row.cells { add(cell.inlines, at: place) }
      }
      add(table.note, at: place)
    case .figure(let figure):
      let place = block.attributes.location ?? block.location
      items.append(Item(thing: .figure(figure.content.name), location: place))
      add(figure.caption, at: place)
    }
  }

  /// The things in one piece of text, in an order that doesn't depend on the language.
  private mutating func add(_ inlines: [Inline], at location: SourceLocation?) {
    var things: [Thing] = []
    collect(inlines, &things)
    items += things.sorted { $0.name < $1.name }.map { Item(thing: $0, location: location) }
  }

  private func collect(_ inlines: [Inline], _ things: inout [Thing]) {
    for inline in inlines {
      switch inline {
      case .value(let value):
        // A value of several lines is one value.
        if let place = value.origin.place, things.last != .value(place) {
          things.append(.value(place))
        }
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner), .span(_, _, let inner):
        collect(inner, &things)
      case .citation(let numbers):
        things += numbers.compactMap { number in
          sources.indices.contains(number - 1) ? .source(sources[number - 1].key) : nil
        }
      case .reference(let reference): things.append(.reference(reference.name))
      // What the notes say is compared by itself.
      case .picture: things.append(.figure("picture"))
      case .text, .code, .note, .lineBreak, .softBreak: break
      }
    }
  }
}

extension Figure.Content {
  /// The file that the figure is made of.
  fileprivate var name: String {
    switch self {
    case .chart(let chart): chart.name
    case .image: "picture"
    }
  }
}

extension Origin {
  /// The value's place as a tag names it: `sales.total`, `people.0.name`; nil for what is ours, which is each language's own.
  var place: String? {
    switch root {
    case .main: NamePath(segments: keys).text
    case .named(let name): NamePath(segments: [name] + keys).text
    case .option: NamePath(segments: ["@set"] + keys).text
    case .builtin: nil
    }
  }
}
