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
    }
    return items
  }

  /// Less room than this, in points, shows no words.
  private static let leastWidth = 10.0

  private func items(of block: Block, _ style: Theme.Style?, width: Double) -> [FlowItem] {
    inside(block) {
      guard width >= Self.leastWidth else {
        fail(
          "block.width", "no room is left for what stands here",
          hints: ["give its column more room, or put it into fewer other blocks"])
        return []
      }
      let outer = pendingPlaces
      pendingPlaces = []
      var items = composed(block, style, width: width)
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

  /// Puts places behind which nothing came to the last thing that did.
  func settlePlaces(in items: inout [FlowItem]) {
    guard let last = items.lastIndex(where: { !$0.isPageBreak }) else { return }
    items[last] = items[last].adding(takePlaces())
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
    case .columns: columns(blocks, attributes: block.attributes, width: width)
    case .column, .plain: items(of: blocks, width: width)
    case .timeline: timeline(blocks, width: width)
    case .sources: sources(width: width)
    case .pageBreak: [FlowItem(.pageBreak, height: 0)]
    case .contents: contents(block.attributes, width: width)
    case .listOfFigures: list(of: .figure, block.attributes, width: width)
    case .listOfTables: list(of: .table, block.attributes, width: width)
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
