/// Takes from a flow what fits into a height: the rule by which pages and columns are filled.
///
/// What fits on the next page waits for it. What fits on none is divided where it stands: columns between their items,
/// a box between its lines; only a single line or figure that is higher than a page is set all the same.
struct FlowBreaker {
  /// The fragments of a table's head, set again on each page that the table goes on.
  struct TableHead: Sendable {
    var fragments: [Fragment]
    var height: Double
    /// Of the row that says what the rows above come to; 0 where the table has none.
    var carryHeight = 0.0
  }

  /// What was taken.
  struct Taken: Sendable {
    var fragments: [Fragment] = []
    var height = 0.0
    var conflicts: [FlowConflict] = []
    /// Why no more was taken.
    var reason = BreakReason.end
  }

  /// By the numbers that rows carry.
  let heads: [TableHead]
  /// Of an empty page.
  let pageHeight: Double
  /// The height of a line or figure.
  let extent: (Fragment) -> Double
  /// What the rows of a table above one come to: at a page's foot where it is true, else at the next one's head.
  var carry: (_ table: Int, _ row: Int, _ isForward: Bool) -> [Fragment] = { _, _, _ in [] }
  /// Rounding in sums of heights must not move a line to the next page.
  static let tolerance = 0.01

  /// Fills a height with what has neither notes nor floats, such as a column.
  func take(from flow: inout Flow, height: Double, isFresh: Bool) -> Taken {
    var none = PageInserts.none
    return take(from: &flow, height: height, isFresh: isFresh, &none)
  }

  /// Fills a height.
  ///
  /// - Parameters:
  ///   - isFresh: Whether the room is a new page, so that what doesn't fit here fits nowhere.
  ///   - inserts: What stands on the page beside the flow; it takes in what belongs to what is placed.
  func take(
    from flow: inout Flow, height: Double, isFresh: Bool, _ inserts: inout PageInserts
  ) -> Taken {
    var taken = fill(from: &flow, height: height, isFresh: isFresh, &inserts)
    addCarry(of: flow, height: height - inserts.height, to: &taken)
    return taken
  }

  private func fill(
    from flow: inout Flow, height: Double, isFresh: Bool, _ inserts: inout PageInserts
  ) -> Taken {
    var taken = Taken()
    /// The space wanted below the last item; nil while there is none.
    var after: Double?
    defer { if after != nil { repeatHead(in: &flow) } }
    while let first = flow.first {
      if first.isPageBreak {
        while flow.first?.isPageBreak == true { flow.removeFirst() }
        if after == nil { continue }
        taken.reason = .asked
        return taken
      }
      if let section = first.section {
        inserts.endSections(before: section, used: taken.height)
        if inserts.hasWaitingFloat {
          taken.reason = .floats
          return taken
        }
      }
      let start = taken.height + (after.map { max($0, first.before) } ?? 0)
      let chain = flow.chain(upTo: max(pageHeight, height))
      let notes = inserts.leastRoom(for: flow.first(chain.count))
      let carryRoom = carryRoom(in: flow, behind: chain.count)
      let room = height - inserts.height - start
      if chain.height + notes + carryRoom <= room + Self.tolerance {
        for _ in 0..<chain.count { place(&flow, &after, in: &taken, &inserts) }
        continue
      }
      let isTop = after == nil && isFresh && inserts.isEmpty
      let waits = chain.height + notes <= pageHeight && !isSplittable(flow, chain.count)
      taken.reason = .full(needed: chain.height + (notes.isFinite ? notes : 0), left: max(room, 0))
      if waits, !isTop { return taken }
      // How many of the chain can stand here, and whether the one behind them can begin here.
      let whole = fitting(flow, room: room, of: chain.count)
      var rest = flow
      for _ in 0..<whole.count { rest.removeFirst() }
      let part = rest.first.flatMap {
        divide(
          $0, room: room - whole.height, isTop: isTop, isForced: isTop && whole.count == 0,
          inserts)
      }
      guard part != nil || isTop else { return taken }
      for _ in 0..<whole.count { place(&flow, &after, in: &taken, &inserts) }
      if let part {
        place(part, &flow, &after, in: &taken, &inserts)
        taken.reason = .divided
      } else if whole.count > 0 {
        taken.conflicts.append(FlowConflict(kind: .parted, location: first.location))
      } else {
        taken.conflicts.append(FlowConflict(kind: .overflows, location: first.location))
        place(&flow, &after, in: &taken, &inserts)
      }
      return taken
    }
    return taken
  }

  /// Whether things that stand together may end on the next page.
  private func isSplittable(_ flow: Flow, _ count: Int) -> Bool {
    flow.item(at: count - 1)?.isDivisible == true
      || count == 1 && flow.first?.isSplittable == true
  }

  // MARK: Placing

  /// Sets the flow's first item.
  private func place(
    _ flow: inout Flow, _ after: inout Double?, in taken: inout Taken,
    _ inserts: inout PageInserts
  ) {
    guard let item = flow.first else { return }
    if let after { taken.height += max(after, item.before) }
    let y = taken.height
    let fragments = item.fragments.map { $0.offset(x: 0, y: y) }
    taken.fragments += fragments
    taken.height += item.height
    after = item.after
    flow.removeFirst()
    inserts.add(fragments, used: taken.height)
  }

  /// Sets a part of the flow's first item and leaves the rest in its place.
  private func place(
    _ part: Part, _ flow: inout Flow, _ after: inout Double?, in taken: inout Taken,
    _ inserts: inout PageInserts
  ) {
    let y = taken.height + (after.map { max($0, part.rest.before) } ?? 0)
    taken.fragments += part.fragments.map { $0.offset(x: 0, y: y) }
    taken.height = y + part.height
    taken.conflicts += part.conflicts
    after = part.rest.after
    flow.replaceFirst(with: part.rest)
    inserts.add(part.fragments, used: taken.height)
  }

  /// Puts a table's head before the row that goes on on the next page, and what the row repeats.
  private func repeatHead(in flow: inout Flow) {
    guard var row = flow.first, let table = row.table, heads.indices.contains(table),
      case .box(let fragments) = row.content
    else { return }
    let head = heads[table]
    let brought = broughtForward(before: row, of: table)
    let top = head.height + brought.height
    row.content = .box(
      head.fragments.map(\.repeated)
        + brought.fragments.map { $0.offset(x: 0, y: head.height).repeated }
        + row.continuation.map { $0.offset(x: 0, y: top).repeated }
        + fragments.map { $0.offset(x: 0, y: top) })
    row.height += top
    flow.replaceFirst(with: row)
  }

  /// How many of the first items fit, and their height with the gap behind them.
  private func fitting(_ flow: Flow, room: Double, of count: Int) -> (count: Int, height: Double) {
    var flow = flow
    var height = 0.0
    var fitting = 0
    while fitting < count, let item = flow.first, height + item.height <= room + Self.tolerance {
      flow.removeFirst()
      fitting += 1
      height += item.height + max(item.after, flow.first?.before ?? 0)
    }
    return (fitting, height)
  }
}

extension FlowItem {
  fileprivate var isSplittable: Bool {
    if case .columns = content { true } else { false }
  }
}
