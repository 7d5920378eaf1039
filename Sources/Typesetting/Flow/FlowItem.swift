/// A piece of the flow that is set as a whole, or columns that are set side by side.
struct FlowItem: Sendable {
  indirect enum Content: Sendable {
    case box([Fragment])
    case columns([FlowColumn])
  }

  var content: Content
  /// Without the spaces around it, in points.
  var height: Double
  /// Space wanted above and below; of two that meet the larger counts, and none at a page's head.
  var before: Double
  var after: Double
  /// Whether it must stand on the page of the next item.
  var keepsWithNext = false
  var startsPage = false
  /// The table whose head is set again where this item begins a page.
  var table: Int?
  /// Drawn only where the item begins a page that its table goes on to, such as its group's name.
  var continuation: [Fragment] = []

  init(_ content: Content, height: Double, before: Double = 0, after: Double = 0) {
    self.content = content
    self.height = height
    self.before = before
    self.after = after
  }

  /// An item of columns, as high as its highest one.
  init(columns: [FlowColumn], before: Double, after: Double) {
    self.init(
      .columns(columns), height: columns.map { $0.items.stackedHeight }.max() ?? 0,
      before: before, after: after)
  }
}

/// One of several columns of a flow item.
struct FlowColumn: Sendable {
  /// From the left edge of the item.
  var x: Double
  var width: Double
  var items: [FlowItem]
}

extension Collection where Element == FlowItem {
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
    if let first = items.indices.first { items[first].before = Swift.max(items[first].before, before) }
    if let last = items.indices.last { items[last].after = Swift.max(items[last].after, after) }
    return items
  }
}
