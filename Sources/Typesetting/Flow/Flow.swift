/// What is still to be set: items in order, the first of which may be the rest of one that was split.
struct Flow: Sendable {
  private var rest: ArraySlice<FlowItem>
  /// Stands in the place of the first item.
  private var carried: FlowItem?

  init(_ items: [FlowItem]) {
    rest = items[...]
  }

  var isEmpty: Bool { rest.isEmpty }
  var first: FlowItem? { carried ?? rest.first }

  /// All items, the carried one in its place.
  var items: [FlowItem] {
    guard let carried else { return Array(rest) }
    return [carried] + rest.dropFirst()
  }

  /// The first items, as many as there are.
  func first(_ count: Int) -> [FlowItem] {
    guard count > 0, let carried else { return Array(rest.prefix(count)) }
    return [carried] + rest.dropFirst().prefix(count - 1)
  }

  /// The item at a position, the first one's being 0.
  func item(at position: Int) -> FlowItem? {
    if position == 0 { return first }
    let index = rest.startIndex + position
    return index < rest.endIndex ? rest[index] : nil
  }

  mutating func removeFirst() {
    carried = nil
    rest = rest.dropFirst()
  }

  mutating func replaceFirst(with item: FlowItem) {
    carried = item
  }

  /// The height of all items, or some height beyond the limit.
  func height(upTo limit: Double = .infinity) -> Double {
    height(upTo: limit) { _ in true }.height
  }

  /// The items from the first on that must stand together; of what is higher than the limit, the beginning.
  func chain(upTo limit: Double) -> (count: Int, height: Double) {
    height(upTo: limit, while: \.keepsWithNext)
  }

  private func height(
    upTo limit: Double, while goesOn: (FlowItem) -> Bool
  ) -> (count: Int, height: Double) {
    guard var last = first else { return (0, 0) }
    var height = last.height
    var count = 1
    for next in rest.dropFirst() {
      guard height <= limit, goesOn(last), !next.isPageBreak else { break }
      height += max(last.after, next.before) + next.height
      count += 1
      last = next
    }
    return (count, height)
  }
}
