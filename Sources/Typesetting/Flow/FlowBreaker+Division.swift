import Graphics

extension FlowBreaker {
  /// What of an item was set, and what goes on on the next page.
  struct Part {
    var fragments: [Fragment]
    var height: Double
    var rest: FlowItem
    var conflicts: [FlowConflict] = []
  }

  /// Nothing is divided for less room than this.
  private static let leastRoom = 120.0
  private static let mostTries = 8

  /// Divides an item where there is a place for it; nil where it should stand elsewhere or can't be divided.
  ///
  /// - Parameters:
  ///   - isTop: Whether the room is all that a page has for what must stand together with the item.
  ///   - isForced: Whether the room is a whole page, so that there is no better place.
  ///   - inserts: What its notes need room at the foot of.
  func divide(
    _ item: FlowItem, room: Double, isTop: Bool, isForced: Bool, _ inserts: PageInserts
  ) -> Part? {
    guard isTop || item.isDivisible || room >= min(Self.leastRoom, pageHeight / 4) else {
      return nil
    }
    switch item.content {
    case .columns(let columns):
      var part = divide(columns, of: item, room: room, isForced: isForced)
      // The notes of what stands here need room, and with less room there may be fewer of them.
      for _ in 0..<Self.mostTries {
        guard let divided = part else { return nil }
        let notes = inserts.leastRoom(for: [FlowItem(.box(divided.fragments), height: 0)])
        if notes == 0 || divided.height + notes <= room + Self.tolerance { return part }
        let smaller = min(room - notes, divided.height - 1)
        guard smaller > 0 else { return isForced ? part : nil }
        part =
          divide(columns, of: item, room: smaller, isForced: isForced) ?? (isForced ? part : nil)
      }
      return part
    case .box(let fragments):
      if isForced || item.height > pageHeight { return cut(fragments, of: item, room: room) }
      return item.isDivisible ? divide(fragments, of: item, room: room) : nil
    case .pageBreak: return nil
    }
  }

  private func divide(
    _ columns: [FlowColumn], of item: FlowItem, room: Double, isForced: Bool
  ) -> Part? {
    if let balance = item.balance {
      return divide(columns, by: balance, of: item, room: room, isForced: isForced)
    }
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

  /// Cuts a box with two lines at least on both pages.
  private func divide(_ fragments: [Fragment], of item: FlowItem, room: Double) -> Part? {
    func lines(_ fragments: [Fragment]) -> Int {
      Set(fragments.lazy.filter { !$0.isGround && !$0.isRepeated }.map(\.y)).count
    }
    var room = room
    while let part = cut(fragments, of: item, room: room), lines(part.fragments) >= 2 {
      if lines(part.rest.fragments) >= 2 { return part }
      room = part.height - 1
    }
    return nil
  }

  /// Cuts a box at the lowest place in the room where no line or figure lies across.
  private func cut(_ fragments: [Fragment], of item: FlowItem, room: Double) -> Part? {
    var line = room
    let solid = fragments.filter { !$0.isGround }
    for fragment in solid.sorted(by: { $0.y > $1.y })
    where fragment.y < line && fragment.y + extent(fragment) > line + Self.tolerance {
      line = fragment.y
    }
    guard line >= 1, line < item.height,
      solid.contains(where: { $0.y < line && !$0.isRepeated })
    else { return nil }
    var part = Part(fragments: [], height: line, rest: item)
    let halves = fragments.map { $0.cut(at: line) }
    part.fragments = halves.compactMap(\.above).map { $0.offset(x: item.x, y: 0) }
    let padding = item.divisionPadding ?? 0
    part.rest.content = .box(halves.compactMap { $0.below?.lowered(by: padding) })
    part.rest.height = item.height - line + padding
    part.rest.continuation = []
    part.rest.carried = nil
    if !item.isDivisible {
      part.conflicts = [FlowConflict(kind: .divided, location: item.location)]
    }
    return part
  }
}

extension Fragment {
  fileprivate var isGround: Bool {
    if case .rect = content { true } else { false }
  }

  /// Moved down, but a ground that begins at the top made higher.
  fileprivate func lowered(by padding: Double) -> Fragment {
    guard padding > 0, y == 0, case .rect(let size, let color, let radius) = content else {
      return offset(x: 0, y: padding)
    }
    let higher = Size(width: size.width, height: size.height + padding)
    return Fragment(x: x, y: 0, .rect(higher, color, radius: radius))
  }

  /// What of it lies above a line, and below it as seen from there. Only grounds are cut; all else is on one side.
  fileprivate func cut(at line: Double) -> (above: Fragment?, below: Fragment?) {
    guard case .rect(let size, let color, let radius) = content else {
      return y < line ? (self, nil) : (nil, offset(x: 0, y: -line))
    }
    func part(_ height: Double, y: Double) -> Fragment? {
      guard height > 0 else { return nil }
      let size = Size(width: size.width, height: height)
      return Fragment(x: x, y: y, .rect(size, color, radius: radius))
    }
    let above = min(size.height, max(line - y, 0))
    return (part(above, y: y), part(size.height - above, y: max(y - line, 0)))
  }
}
