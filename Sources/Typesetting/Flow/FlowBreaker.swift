import Diagnostics
import Graphics

/// Takes from a flow what fits into a height: the rule by which pages and columns are filled.
///
/// What fits on the next page waits for it. What fits on none is divided where it stands: columns between their items,
/// a box between its lines; only a single line or figure that is higher than a page is set all the same.
struct FlowBreaker {
  /// The fragments of a table's head, set again on each page that the table goes on.
  struct TableHead: Sendable {
    var fragments: [Fragment]
    var height: Double
  }

  /// A conflict, and what was done about it.
  struct Conflict: Sendable {
    enum Kind: Sendable {
      /// It is higher than a page and goes on on the next one.
      case divided
      /// It can't be divided; its end lies beyond the page's.
      case overflows
      /// Things that belong together stand on two pages.
      case parted
    }

    var kind: Kind
    var location: SourceLocation?
  }

  /// What was taken.
  struct Taken: Sendable {
    var fragments: [Fragment] = []
    var height = 0.0
    var conflicts: [Conflict] = []
  }

  /// By the numbers that rows carry.
  let heads: [TableHead]
  /// Of an empty page.
  let pageHeight: Double
  /// The height of a line or figure.
  let extent: (Fragment) -> Double
  /// Nothing is divided for less room than this.
  private static let leastRoom = 120.0
  /// Rounding in sums of heights must not move a line to the next page.
  private static let tolerance = 0.01

  /// Fills a height.
  ///
  /// - Parameter isFresh: Whether the room is a new page, so that what doesn't fit here fits nowhere.
  func take(from flow: inout Flow, height: Double, isFresh: Bool) -> Taken {
    var taken = Taken()
    /// The space wanted below the last item; nil while there is none.
    var after: Double?
    defer { if after != nil { repeatHead(in: &flow) } }
    while let first = flow.first {
      if first.isPageBreak {
        while flow.first?.isPageBreak == true { flow.removeFirst() }
        if after == nil { continue }
        return taken
      }
      let start = taken.height + (after.map { max($0, first.before) } ?? 0)
      let chain = flow.chain(upTo: max(pageHeight, height))
      if chain.height <= height - start + Self.tolerance {
        for _ in 0..<chain.count { place(&flow, &after, in: &taken) }
        continue
      }
      let isTop = after == nil && isFresh
      let waits = chain.height <= pageHeight && !(chain.count == 1 && first.isSplittable)
      if waits, !isTop { return taken }
      // How many of the chain can stand here, and whether the one behind them can begin here.
      let whole = fitting(flow, room: height - start, of: chain.count)
      var rest = flow
      for _ in 0..<whole.count { rest.removeFirst() }
      let room = height - start - whole.height
      let part = rest.first.flatMap {
        divide($0, room: room, isTop: isTop, isForced: isTop && whole.count == 0)
      }
      guard part != nil || isTop else { return taken }
      for _ in 0..<whole.count { place(&flow, &after, in: &taken) }
      if let part {
        place(part, &flow, &after, in: &taken)
      } else if whole.count > 0 {
        taken.conflicts.append(Conflict(kind: .parted, location: first.location))
      } else {
        taken.conflicts.append(Conflict(kind: .overflows, location: first.location))
        place(&flow, &after, in: &taken)
      }
      return taken
    }
    return taken
  }

  // MARK: Placing

  /// Sets the flow's first item.
  private func place(_ flow: inout Flow, _ after: inout Double?, in taken: inout Taken) {
    guard let item = flow.first else { return }
    if let after { taken.height += max(after, item.before) }
    let y = taken.height
    taken.fragments += item.fragments.map { $0.offset(x: 0, y: y) }
    taken.height += item.height
    after = item.after
    flow.removeFirst()
  }

  /// Sets a part of the flow's first item and leaves the rest in its place.
  private func place(
    _ part: Part, _ flow: inout Flow, _ after: inout Double?, in taken: inout Taken
  ) {
    let y = taken.height + (after.map { max($0, part.rest.before) } ?? 0)
    taken.fragments += part.fragments.map { $0.offset(x: 0, y: y) }
    taken.height = y + part.height
    taken.conflicts += part.conflicts
    after = part.rest.after
    flow.replaceFirst(with: part.rest)
  }

  /// Puts a table's head before the row that goes on on the next page, and what the row repeats.
  private func repeatHead(in flow: inout Flow) {
    guard var row = flow.first, let table = row.table, heads.indices.contains(table),
      case .box(let fragments) = row.content
    else { return }
    let head = heads[table]
    row.content = .box(
      head.fragments.map(\.repeated)
        + row.continuation.map { $0.offset(x: 0, y: head.height).repeated }
        + fragments.map { $0.offset(x: 0, y: head.height) })
    row.height += head.height
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

  // MARK: Dividing

  private struct Part {
    var fragments: [Fragment]
    var height: Double
    var rest: FlowItem
    var conflicts: [Conflict] = []
  }

  /// Divides an item where there is a place for it; nil where it should stand elsewhere or can't be divided.
  ///
  /// - Parameters:
  ///   - isTop: Whether the room is all that a page has for what must stand together with the item.
  ///   - isForced: Whether the room is a whole page, so that there is no better place.
  private func divide(_ item: FlowItem, room: Double, isTop: Bool, isForced: Bool) -> Part? {
    guard isTop || room >= min(Self.leastRoom, pageHeight / 4) else { return nil }
    switch item.content {
    case .columns(let columns): return divide(columns, of: item, room: room, isForced: isForced)
    case .box(let fragments):
      return isForced || item.height > pageHeight ? cut(fragments, of: item, room: room) : nil
    case .pageBreak: return nil
    }
  }

  private func divide(
    _ columns: [FlowColumn], of item: FlowItem, room: Double, isForced: Bool
  ) -> Part? {
    var part = Part(fragments: [], height: 0, rest: item)
    var rest = columns
    for index in rest.indices {
      let taken = take(from: &rest[index].flow, height: room, isFresh: isForced)
      // A column that would begin on the next page beside one that ends there: better all of them there.
      if !isForced, taken.height == 0, !rest[index].flow.isEmpty { return nil }
      part.fragments += taken.fragments.map { $0.offset(x: item.x + rest[index].x, y: 0) }
      part.height = max(part.height, taken.height)
      part.conflicts += taken.conflicts
    }
    guard part.height > 0 else { return nil }
    part.rest.content = .columns(rest)
    part.rest.height = rest.map { $0.flow.height(upTo: pageHeight) }.max() ?? 0
    return part
  }

  /// Cuts a box at the lowest place in the room where no line or figure lies across.
  private func cut(_ fragments: [Fragment], of item: FlowItem, room: Double) -> Part? {
    var line = room
    let solid = fragments.filter { if case .rect = $0.content { false } else { true } }
    for fragment in solid.sorted(by: { $0.y > $1.y })
    where fragment.y < line && fragment.y + extent(fragment) > line + Self.tolerance {
      line = fragment.y
    }
    guard line >= 1, line < item.height,
      solid.contains(where: { $0.y < line && !$0.isRepeated })
    else { return nil }
    var part = Part(fragments: [], height: line, rest: item)
    var rest: [Fragment] = []
    for fragment in fragments {
      if case .rect(let size, let color, let radius) = fragment.content {
        let above = min(size.height, line - fragment.y)
        if above > 0 {
          var top = fragment
          top.content = .rect(Size(width: size.width, height: above), color, radius: radius)
          part.fragments.append(top)
        }
        if above < size.height {
          var bottom = fragment
          let height = size.height - max(above, 0)
          bottom.content = .rect(Size(width: size.width, height: height), color, radius: radius)
          bottom.y = max(fragment.y, line)
          rest.append(bottom.offset(x: 0, y: -line))
        }
      } else if fragment.y < line {
        part.fragments.append(fragment)
      } else {
        rest.append(fragment.offset(x: 0, y: -line))
      }
    }
    part.fragments = part.fragments.map { $0.offset(x: item.x, y: 0) }
    part.rest.content = .box(rest)
    part.rest.height = item.height - line
    part.rest.continuation = []
    part.conflicts = [Conflict(kind: .divided, location: item.location)]
    return part
  }
}

extension FlowItem {
  fileprivate var isSplittable: Bool {
    if case .columns = content { true } else { false }
  }
}
