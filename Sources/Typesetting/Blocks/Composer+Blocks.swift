import Documents

extension Composer {
  /// The items of blocks; paragraphs and lists among them are set in the style, if one is given.
  func items(of blocks: [Block], _ style: Theme.Style? = nil, width: Double) -> [FlowItem] {
    var items: [FlowItem] = []
    for (index, block) in blocks.enumerated() {
      // A note belongs to the table or figure that stands above it.
      if case .div(.style(Theme.Role.note.rawValue), _) = block.kind, let last = items.indices.last,
        index > 0, blocks[index - 1].takesNote
      {
        items[last].keepsWithNext = true
        items[last].after = 0
      }
      items += self.items(of: block, style, width: width)
      if !pendingFloats.isEmpty, let last = items.indices.last {
        items[last] = items[last].adding(takeFloats())
      }
    }
    return items
  }

  /// Less room than this, in points, shows no words.
  private static let leastWidth = 10.0

  private func items(of block: Block, _ style: Theme.Style?, width: Double) -> [FlowItem] {
    nesting += 1
    defer { nesting -= 1 }
    return inside(block) {
      guard width >= Self.leastWidth else {
        fail(
          "block.width", "no room is left for what stands here",
          hints: ["give its column more room, or put it into fewer other blocks"])
        return []
      }
      let outer = pendingPlaces
      pendingPlaces = []
      // On a turned page what stands there is why it is turned.
      if let placement = block.attributes["float"].flatMap(FloatingBlock.Placement.init),
        !isTurned
      {
        let items = floating(block, placement, style)
        pendingPlaces = outer + pendingPlaces
        return items
      }
      var items = composed(block, style, width: width)
      composeNotes()
      pendingPlaces = outer + block.places + pendingPlaces
      if let first = items.firstIndex(where: { !$0.isPageBreak }) {
        items[first] = items[first].adding(takePlaces())
      }
      for index in items.indices where items[index].location == nil {
        items[index].location = place
      }
      return items
    }
  }

  /// Places that wait for something to stand at.
  private func takePlaces() -> [Fragment] {
    defer { pendingPlaces = [] }
    return pendingPlaces.map {
      Fragment(x: 0, y: 0, .destination(Self.destination(ofPlace: $0)))
    }
  }

  private func takeFloats() -> [Fragment] {
    defer { pendingFloats = [] }
    return pendingFloats.map { Fragment(x: 0, y: 0, .float($0)) }
  }

  /// A figure or table that floats, set at the width of the page; its items where it is too high for that.
  private func floating(
    _ block: Block, _ placement: FloatingBlock.Placement, _ style: Theme.Style?
  ) -> [FlowItem] {
    var items = withoutPageBreaks(composed(block, style, width: sheet.textWidth))
    composeNotes()
    guard !items.isEmpty else { return [] }
    pendingPlaces += block.places
    items[0] = items[0].adding(takePlaces())
    let float = FloatingBlock(
      items: items, placement: placement, name: name(of: block), places: block.places,
      section: section,
      location: block.location)
    guard float.height + float.gap <= sheet.textHeight else {
      warn(
        "float.height", "this is higher than a page and can't float",
        at: block.location, hints: ["leave \"float\" out, and it stands where it is written"])
      return items
    }
    floats.append(float)
    pendingFloats.append(floats.count - 1)
    return []
  }

  /// What explanations call a block.
  private func name(of block: Block) -> String {
    guard let place = block.places.first, document.places.indices.contains(place) else {
      return "a float"
    }
    let title = document.places[place].title.plainText
    return block.attributes.id.map { "#\($0)" } ?? "\"\(title)\""
  }

  /// Puts places behind which nothing came to the last thing that did.
  func settlePlaces(in items: inout [FlowItem]) {
    if !items.contains(where: { !$0.isPageBreak }), !pendingFloats.isEmpty {
      items.append(FlowItem(.box([]), height: 0))
    }
    guard let last = items.lastIndex(where: { !$0.isPageBreak }) else { return }
    items[last] = items[last].adding(takePlaces() + takeFloats())
    settleFloats()
  }

  /// Finds for each float the reference whose page it stands on: the first in its section.
  private func settleFloats() {
    for index in floats.indices {
      floats[index].reference = floats[index].places.flatMap { referencesByPlace[$0] ?? [] }.filter
      {
        sectionsOfReferences[$0] == floats[index].section
      }.min()
    }
  }

  private func composed(
    _ block: Block, _ style: Theme.Style?, width: Double
  ) -> [FlowItem] {
    switch block.kind {
    case .heading(let heading): self.heading(heading, place: block.places.first, width: width)
    case .paragraph(let text): paragraph(text, style ?? theme[.body], width: width)
    case .list(let list): self.list(list, width: width, style: style ?? theme[.list])
    case .quote(let blocks): quote(blocks, width: width)
    case .code(let text): code(text, width: width)
    case .rule: rule(width: width)
    case .table(let table): self.table(table, width: width)
    case .figure(let figure): self.figure(figure, attributes: block.attributes, width: width)
    case .div(let role, let blocks): div(role, blocks, block, width: width)
    }
  }

  private func div(
    _ role: DivRole, _ blocks: [Block], _ block: Block, width: Double
  ) -> [FlowItem] {
    switch role {
    case .lead: items(of: blocks, theme[.lead], width: width)
    case .style(let name): items(of: blocks, theme.style(named: name), width: width)
    case .key: items(of: blocks, theme[.key], width: width)
    case .kpis: kpis(blocks, width: width)
    case .kpi: kpis([block], width: width)
    case .calloutNote:
      callout(blocks, attributes: block.attributes, accent: theme[.accent], width: width)
    case .calloutImportant:
      callout(blocks, attributes: block.attributes, accent: theme[.warning], width: width)
    case .columns:
      if let count = block.attributes["count"].flatMap({ Int($0) }) {
        balanced(blocks, count: count, attributes: block.attributes, width: width)
      } else {
        columns(blocks, attributes: block.attributes, width: width)
      }
    case .column, .plain, .short: items(of: blocks, width: width)
    case .timeline: timeline(blocks, width: width)
    case .sources: sources(width: width, tellsPages: block.attributes["pages"] == "true")
    case .pageBreak: [FlowItem(.pageBreak, height: 0)]
    case .landscape: landscape(blocks, block)
    case .contents: contents(block.attributes, width: width)
    case .listOfFigures: list(of: .figure, block.attributes, width: width)
    case .listOfTables: list(of: .table, block.attributes, width: width)
    }
  }
}

extension Composer {
  /// Blocks on pages of their own whose longer side lies.
  private func landscape(_ blocks: [Block], _ block: Block) -> [FlowItem] {
    guard nesting == 1 else {
      fail(
        "page.landscape", "a page can't be turned inside another block", at: block.location,
        hints: ["put ::: {.landscape} around the block that holds it"])
      return []
    }
    return turned(.landscape) {
      var items = self.items(of: blocks, width: sheet.textWidth)
      for index in items.indices { items[index].isTurned = true }
      return items
    }
  }
}

extension Block {
  /// Whether a note behind it speaks of it.
  fileprivate var takesNote: Bool {
    switch kind {
    case .table, .figure: true
    case .heading, .paragraph, .list, .quote, .code, .rule, .div: false
    }
  }
}
