import Diagnostics

/// A piece of the flow that is set as a whole, or columns that are set side by side.
struct FlowItem: Sendable {
  enum Content: Sendable {
    case box([Fragment])
    case columns([FlowColumn])
    /// What follows begins a page, unless it begins one anyway.
    case pageBreak
  }

  var content: Content
  /// How far it is set in, with all that it repeats.
  var x = 0.0
  /// Without the spaces around it, in points.
  var height: Double
  /// Space wanted above and below; of two that meet the larger counts, and none at a page's head.
  var before: Double
  var after: Double
  /// Whether it must stand on the page of the next item.
  var keepsWithNext = false
  /// Whether it is set for pages whose longer side lies, where the document's stands.
  var isTurned = false
  /// The number of the section that begins with it, counted from 0; floats of those before stand before it.
  var section: Int?
  /// The table whose row it is: the table's head is set again where this item begins a page.
  var table: Int?
  /// Drawn only where the item begins a page that its table goes on to, such as its group's name.
  var continuation: [Fragment] = []
  /// Where columns stand that one text flows through, as high as each other; nil for columns of their own.
  var balance: FlowBalance?
  /// The number of the row whose table says on each page what the rows above come to; nil where nothing is said.
  var carried: Int?
  /// The space above what of it stands on the next page, if it may be divided though it would fit there; else nil.
  var divisionPadding: Double?
  /// Where the block it belongs to is written.
  var location: SourceLocation?

  /// Its lines begin at its left edge, even those with a mark that hangs.
  var unhung: FlowItem {
    guard case .box(var fragments) = content else { return self }
    for index in fragments.indices where fragments[index].x < 0 { fragments[index].x = 0 }
    var item = self
    item.content = .box(fragments)
    return item
  }

  init(_ content: Content, height: Double, before: Double = 0, after: Double = 0) {
    self.content = content
    self.height = height
    self.before = before
    self.after = after
  }

  /// An item of columns, as high as its highest one.
  init(columns: [FlowColumn], before: Double, after: Double) {
    self.init(
      .columns(columns), height: columns.map { $0.flow.height() }.max() ?? 0, before: before,
      after: after)
  }

  var isDivisible: Bool { divisionPadding != nil }

  var isPageBreak: Bool {
    if case .pageBreak = content { true } else { false }
  }
}

/// One of several columns of a flow item.
struct FlowColumn: Sendable {
  /// From the left edge of the item.
  var x: Double
  var flow: Flow

  init(x: Double, items: [FlowItem]) {
    self.init(x: x, flow: Flow(items))
  }

  init(x: Double, flow: Flow) {
    self.x = x
    self.flow = flow
  }
}

extension FlowItem {
  /// The item shifted to the right.
  func moved(x dx: Double) -> FlowItem {
    var item = self
    item.x += dx
    return item
  }

  /// The item with fragments behind its own, placed as its neighbours see them.
  func adding(_ fragments: [Fragment]) -> FlowItem {
    let own = fragments.map { $0.offset(x: -x, y: 0) }
    var item = self
    switch content {
    case .box(let box): item.content = .box(own + box)
    case .columns(let columns):
      // A column that takes no room holds them.
      let extra = FlowColumn(x: 0, items: [FlowItem(.box(own), height: 0)])
      item.content = .columns([extra] + columns)
    case .pageBreak: break
    }
    return item
  }

  /// The item as fragments, columns laid side by side.
  var fragments: [Fragment] {
    switch content {
    case .box(let fragments): fragments.map { $0.offset(x: x, y: 0) }
    case .columns(let columns):
      columns.flatMap { column in
        column.flow.items.stacked.map { $0.offset(x: x + column.x, y: 0) }
      }
    case .pageBreak: []
    }
  }
}

extension Sequence<FlowItem> {
  /// The height of the items one below the other, without the space above the first and below the last.
  var stackedHeight: Double {
    var height = 0.0
    var after: Double?
    for item in self {
      if let after { height += Swift.max(after, item.before) }
      height += item.height
      after = item.after
    }
    return height
  }

  /// The fragments of the items one below the other.
  var stacked: [Fragment] {
    var fragments: [Fragment] = []
    var pen = 0.0
    var after: Double?
    for item in self {
      if let after { pen += Swift.max(after, item.before) }
      fragments += item.fragments.map { $0.offset(x: 0, y: pen) }
      pen += item.height
      after = item.after
    }
    return fragments
  }
}

extension [FlowItem] {
  /// Keeps all items together on one page.
  func keptTogether() -> [FlowItem] {
    var items = self
    for index in items.indices.dropLast() { items[index].keepsWithNext = true }
    return items
  }

  /// The items with more space wanted above the first and below the last.
  func spaced(before: Double, after: Double) -> [FlowItem] {
    var items = self
    if let first = items.indices.first {
      items[first].before = Swift.max(items[first].before, before)
    }
    if let last = items.indices.last { items[last].after = Swift.max(items[last].after, after) }
    return items
  }
}
