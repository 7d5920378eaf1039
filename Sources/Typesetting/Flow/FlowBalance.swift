/// Columns of one width that a text flows through, divided so that all are about as high.
struct FlowBalance: Sendable {
  /// The left edges of the columns.
  var lefts: [Double]

  /// Heights are tried until they differ by no more than this.
  private static let precision = 0.5

  /// The columns that some items fill, as low as they can be.
  func columns(of items: [FlowItem], _ breaker: FlowBreaker) -> [FlowColumn] {
    let whole = items.stackedHeight
    var best = filled(items, height: whole, breaker) ?? [FlowColumn(x: lefts[0], items: items)]
    var (low, high) = (whole / Double(lefts.count) * 0.9, whole)
    while high - low > Self.precision {
      let middle = (low + high) / 2
      if let columns = filled(items, height: middle, breaker) {
        (best, high) = (columns, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  /// The items in columns of a height; nil where they need more, or one of them would be divided.
  private func filled(
    _ items: [FlowItem], height: Double, _ breaker: FlowBreaker
  ) -> [FlowColumn]? {
    var flow = Flow(items)
    var columns: [FlowColumn] = []
    var rest = items[...]
    for left in lefts {
      let before = flow.items.count
      let taken = breaker.take(from: &flow, height: height, isFresh: true)
      let count = before - flow.items.count
      guard taken.conflicts.isEmpty, taken.reason != .divided else { return nil }
      columns.append(FlowColumn(x: left, items: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    return flow.isEmpty ? columns : nil
  }
}

extension FlowBreaker {
  /// Divides balanced columns: those of this page are filled one after the other, and the rest is balanced anew.
  func divide(
    _ columns: [FlowColumn], by balance: FlowBalance, of item: FlowItem, room: Double,
    isForced: Bool
  ) -> Part? {
    var part = Part(fragments: [], height: 0, rest: item)
    // What was added to the item, such as the places of blocks, stands in columns before.
    for column in columns.dropLast(balance.lefts.count) {
      part.fragments += column.flow.items.stacked.map { $0.offset(x: item.x + column.x, y: 0) }
    }
    var flow = Flow(columns.suffix(balance.lefts.count).flatMap(\.flow.items))
    for left in balance.lefts {
      let taken = take(from: &flow, height: room, isFresh: isForced)
      guard taken.height > 0 || flow.isEmpty else { return nil }
      part.fragments += taken.fragments.map { $0.offset(x: item.x + left, y: 0) }
      part.height = max(part.height, taken.height)
      part.conflicts += taken.conflicts
    }
    let rest = balance.columns(of: flow.items, self)
    part.rest.content = .columns(rest)
    part.rest.height = rest.map { $0.flow.height(upTo: pageHeight) }.max() ?? 0
    return part
  }
}
