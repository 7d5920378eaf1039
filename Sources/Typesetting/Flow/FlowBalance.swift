/// Columns of one width that a text flows through, divided so that all are about as high.
struct FlowBalance: Sendable {
  /// The left edges of the columns.
  var lefts: [Double]

  /// Heights are tried until they differ by no more than this.
  private static let precision = 0.5

  /// The columns that a flow fills, as low as they can be; one that fills more than a page waits in the first.
  func columns(of flow: Flow, _ breaker: FlowBreaker) -> [FlowColumn] {
    let page = breaker.pageHeight * Double(lefts.count)
    guard flow.height(upTo: page) <= page else {
      return lefts.enumerated().map { FlowColumn(x: $1, flow: $0 == 0 ? flow : Flow([])) }
    }
    let items = flow.items
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
    let own = columns.suffix(balance.lefts.count)
    var flow =
      own.dropFirst().allSatisfy(\.flow.isEmpty)
      ? own.first?.flow ?? Flow([]) : Flow(own.flatMap(\.flow.items))
    for left in balance.lefts {
      let taken = take(from: &flow, height: room, isFresh: isForced)
      guard taken.height > 0 || flow.isEmpty else { return nil }
      part.fragments += taken.fragments.map { $0.offset(x: item.x + left, y: 0) }
      part.height = max(part.height, taken.height)
      part.conflicts += taken.conflicts
    }
    let rest = balance.columns(of: flow, self)
    part.rest.content = .columns(rest)
    part.rest.height = rest.map { $0.flow.height(upTo: pageHeight) }.max() ?? 0
    return part
  }
}
