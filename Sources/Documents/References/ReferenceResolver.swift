import Diagnostics

/// Leads references and inner links to the places they name.
struct ReferenceResolver {
  private(set) var places: [Place]
  let ids: [String: Int]
  let strings: Strings
  private(set) var faults: [Diagnostic] = []
  private var count = 0

  init(places: [Place], ids: [String: Int], strings: Strings) {
    self.places = places
    self.ids = ids
    self.strings = strings
  }

  mutating func resolved(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      var resolver = self
      result.append(
        block.mappingInlines { inline in
          switch inline {
          case .reference(let reference): return resolver.resolved(reference)
          case .link(let uri, let text) where uri.first == "#":
            resolver.check(link: String(uri.dropFirst()), text, at: block.location)
            return [inline]
          case .text, .value, .emphasis, .strong, .strikethrough, .code, .link, .span, .citation,
            .note, .picture, .lineBreak, .softBreak:
            return [inline]
          }
        })
      self = resolver
    }
    return result
  }

  /// Headings and captions as they are listed: without the marks of notes, references by their names.
  mutating func resolvePlaces() {
    for index in places.indices {
      var resolver = self
      places[index].title = places[index].title.mappingInlines { inline in
        switch inline {
        case .note, .citation: []
        case .reference(let reference):
          resolver.resolved(reference).flatMap { inline -> [Inline] in
            if case .reference(let resolved) = inline { resolved.label } else { [inline] }
          }
        case .text, .value, .emphasis, .strong, .strikethrough, .code, .link, .span, .picture,
          .lineBreak, .softBreak:
          [inline]
        }
      }
    }
  }

  /// The reference and the text behind it: of a name such as `fig-sales에서` the longest beginning that is an id.
  private mutating func resolved(_ reference: CrossReference) -> [Inline] {
    var id = reference.name[...]
    while !id.isEmpty, ids[String(id)] == nil { id = id.dropLast() }
    guard let place = ids[String(id)] else {
      let kind = reference.name.prefix(4)
      let known = ids.keys.filter { $0.hasPrefix(kind) }.sorted()
      faults.append(
        .error(
          "report.reference", "nothing has the id \"\(reference.name)\"", at: reference.location,
          hints: Suggestion.hints(for: reference.name, in: known)
            + ["give it to a heading, figure or table: {#\(reference.name.withoutParticle)}"]))
      return []
    }
    let kind = places[place].kind
    if let named = Place.Kind(prefixOf: id), kind != .block, kind != named {
      faults.append(
        .error(
          "report.reference",
          "\"\(id)\" is the id of a \(kind.rawValue), not of a \(named.rawValue)",
          at: reference.location, hints: ["begin the id with \(kind.prefix)"]))
      return []
    }
    var resolved = reference
    resolved.name = String(id)
    resolved.place = place
    guard let label = label(of: places[place]) else {
      faults.append(
        .error(
          "report.reference", "\"\(id)\" is neither a section nor a figure nor a table",
          at: reference.location, hints: ["link to it instead: [words](#\(id))"]))
      return []
    }
    count += 1
    resolved.number = count
    resolved.label = label
    let rest = String(reference.name[id.endIndex...])
    return [.reference(resolved)] + (rest.isEmpty ? [] : [.text(rest)])
  }

  /// What a place is called: by its number, else by its title.
  private func label(of place: Place) -> [Inline]? {
    if place.kind == .block { return nil }
    if let number = place.number {
      return strings.name(of: place.kind, number: number).map { [.text($0)] }
    }
    let parts = strings[.titleReference].split(
      separator: "{title}", maxSplits: 1, omittingEmptySubsequences: false)
    return [.text(String(parts.first ?? ""))] + place.title
      + [.text(parts.count > 1 ? String(parts[1]) : "")]
  }

  private mutating func check(link id: String, _ text: [Inline], at location: SourceLocation?) {
    guard ids[id] == nil else { return }
    faults.append(
      .error(
        "report.link",
        "the link \"\(text.plainText)\" leads to \"#\(id)\", and nothing has that id",
        at: location,
        hints: Suggestion.hints(for: id, in: ids.keys.sorted()) + ["give it to a block: {#\(id)}"]))
  }
}

extension Place.Kind {
  /// What ids of the kind begin with.
  fileprivate var prefix: String {
    switch self {
    case .section: "sec-"
    case .figure: "fig-"
    case .table: "tbl-"
    case .block: ""
    }
  }

  fileprivate init?(prefixOf id: Substring) {
    let kinds: [Place.Kind] = [.section, .figure, .table]
    guard let kind = kinds.first(where: { id.hasPrefix($0.prefix) }) else { return nil }
    self = kind
  }
}

extension String {
  /// An id in Latin letters without the Hangul that follows: `fig-sales` of `fig-sales에서`.
  fileprivate var withoutParticle: String {
    let id = prefix { $0.isASCII }
    return id.count > 4 ? String(id) : self
  }
}
