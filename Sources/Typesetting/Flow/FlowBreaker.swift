/// Takes from a flow what fits into a height: the rule by which pages and columns are filled.
struct FlowBreaker {
  /// The fragments of a table's head, set again on each page that the table goes on.
  struct TableHead: Sendable {
    var fragments: [Fragment]
    var height: Double
  }

  /// What was taken, and where the flow goes on.
  struct Taken {
    var fragments: [Fragment] = []
    var height = 0.0
    /// The next item; `rest` stands in its place where it was split.
    var next: Int
    var rest: FlowItem?
    /// Whether an item higher than the room was set all the same.
    var overflows = false
  }

  let heads: [Int: TableHead]
  /// Below this, columns are not split but moved to the next page as a whole.
  private static let leastSplit = 120.0

  /// Fills a height from `items[start...]`; `carried` replaces the first item.
  ///
  /// - Parameter isFresh: Whether the room is a new page, so that what doesn't fit here fits nowhere.
  func take(
    from items: [FlowItem], at start: Int, carried: FlowItem? = nil, height: Double, isFresh: Bool
  ) -> Taken {
    var taken = Taken(next: start)
    var pen = 0.0
    var after: Double?
    var isEmpty = true
    func item(_ index: Int) -> FlowItem {
      if index == start, let carried { return carried }
      return items[index]
    }
    while taken.next < items.count {
      let chain = self.chain(from: taken.next, in: items, upTo: height)
      let first = item(taken.next)
      if first.startsPage, !isEmpty { break }
      let head = isEmpty ? self.head(for: first, at: taken.next, in: items) : nil
      let gap = isEmpty ? 0 : max(after ?? 0, first.before)
      let room = height - pen - gap - (head?.height ?? 0)
      let needed = (chain.lowerBound == start && carried != nil)
        ? first.height + stackedRest(of: chain, in: items, after: first) : items[chain].stackedHeight
      let fits = needed <= room + 0.01
      if !fits {
        if !isEmpty || !isFresh {
          if let split = split(first, of: chain, room: room, isEmpty: isEmpty) {
            place(split.taken, at: pen + gap, in: &taken, &pen)
            taken.rest = split.rest
          }
          taken.height = pen
          return taken
        }
        // A fresh page: take what fits of the chain, or force its first item.
        if let head { place(head, before: first, in: &taken, &pen) }
        if let split = split(first, of: chain.lowerBound..<chain.lowerBound + 1, room: room, isEmpty: true) {
          place(split.taken, at: pen, in: &taken, &pen)
          taken.rest = split.rest
          taken.height = pen
          return taken
        }
        place(first.boxed, at: pen, in: &taken, &pen)
        taken.overflows = taken.overflows || first.height > room + 0.01
        after = first.after
        isEmpty = false
        taken.next += 1
        continue
      }
      if let head { place(head, before: first, in: &taken, &pen) }
      for index in chain {
        let current = item(index)
        if !isEmpty { pen += max(after ?? 0, current.before) }
        place(current.boxed, at: pen, in: &taken, &pen)
        after = current.after
        isEmpty = false
      }
      taken.next = chain.upperBound
    }
    taken.height = pen
    return taken
  }

  /// The items from `start` that must stand together; what is higher than the room need not be known to its end.
  private func chain(
    from start: Int, in items: [FlowItem], upTo height: Double
  ) -> Range<Int> {
    var end = start
    var chained = items[start].height
    while end + 1 < items.count, items[end].keepsWithNext, !items[end + 1].startsPage,
      chained <= height
    {
      end += 1
      chained += items[end].height
    }
    return start..<end + 1
  }

  private func stackedRest(
    of chain: Range<Int>, in items: [FlowItem], after first: FlowItem
  ) -> Double {
    guard chain.count > 1 else { return 0 }
    let rest = items[chain.dropFirst()]
    return max(first.after, rest.first?.before ?? 0) + rest.stackedHeight
  }

  /// The head that a table's row brings along where it begins a page; its first row has the head before it.
  private func head(for item: FlowItem, at index: Int, in items: [FlowItem]) -> TableHead? {
    guard let table = item.table, index > 0, items[index - 1].table == table else { return nil }
    return heads[table]
  }

  /// Sets a table's head again, and what its first row here repeats.
  private func place(
    _ head: TableHead, before item: FlowItem, in taken: inout Taken, _ pen: inout Double
  ) {
    taken.fragments += head.fragments.map { $0.offset(x: 0, y: pen) }
    pen += head.height
    taken.fragments += item.continuation.map { $0.offset(x: 0, y: pen) }
  }

  private func place(
    _ box: (fragments: [Fragment], height: Double), at y: Double, in taken: inout Taken,
    _ pen: inout Double
  ) {
    taken.fragments += box.fragments.map { $0.offset(x: 0, y: y) }
    pen = y + box.height
  }

  /// Splits columns at a height; nil for what can't be split there.
  private func split(
    _ item: FlowItem, of chain: Range<Int>, room: Double, isEmpty: Bool
  ) -> (taken: (fragments: [Fragment], height: Double), rest: FlowItem)? {
    guard chain.count == 1, case .columns(let columns) = item.content,
      room >= Self.leastSplit || isEmpty
    else { return nil }
    var fragments: [Fragment] = []
    var height = 0.0
    var rest: [FlowColumn] = []
    for column in columns {
      let part = take(from: column.items, at: 0, height: room, isFresh: isEmpty)
      fragments += part.fragments.map { $0.offset(x: column.x, y: 0) }
      height = max(height, part.height)
      var left = Array(column.items[part.next...])
      if let split = part.rest, !left.isEmpty { left[0] = split }
      rest.append(FlowColumn(x: column.x, width: column.width, items: left))
    }
    guard height > 0 else { return nil }
    var remaining = FlowItem(columns: rest, before: item.before, after: item.after)
    remaining.keepsWithNext = item.keepsWithNext
    return ((fragments, height), remaining)
  }
}

extension FlowItem {
  /// The item as fragments, columns laid side by side.
  var boxed: (fragments: [Fragment], height: Double) {
    switch content {
    case .box(let fragments): return (fragments, height)
    case .columns(let columns):
      let fragments = columns.flatMap { column in
        column.items.stacked.map { $0.offset(x: column.x, y: 0) }
      }
      return (fragments, height)
    }
  }
}

extension [FlowItem] {
  /// The fragments of the items one below the other.
  var stacked: [Fragment] {
    var fragments: [Fragment] = []
    var pen = 0.0
    var after: Double?
    for item in self {
      if let after { pen += Swift.max(after, item.before) }
      fragments += item.boxed.fragments.map { $0.offset(x: 0, y: pen) }
      pen += item.height
      after = item.after
    }
    return fragments
  }
}
