/// The resources that an evaluation has entered and not left (core, section 7.1), the outermost first.
struct DynamicScope {
  private(set) var entered: [Int] = []
  private var counts: [Int]

  init(resourceCount: Int) {
    counts = [Int](repeating: 0, count: resourceCount)
  }

  mutating func enter(_ resource: Int) {
    if counts[resource] == 0 { entered.append(resource) }
    counts[resource] += 1
  }

  /// Leaves the resource that was entered last.
  mutating func leave(_ resource: Int) {
    counts[resource] -= 1
    if counts[resource] == 0 { entered.removeLast() }
  }
}
