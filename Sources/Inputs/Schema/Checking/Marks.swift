/// Which members of an object, or items of a list, some keyword has looked at: what `unevaluated…` leaves alone.
struct Marks {
  private var isAll = false
  private var flags: [Bool] = []

  mutating func insert(_ position: Int) {
    if position >= flags.count {
      flags.append(contentsOf: repeatElement(false, count: position + 1 - flags.count))
    }
    flags[position] = true
  }

  mutating func insertAll() {
    isAll = true
  }

  func contains(_ position: Int) -> Bool {
    isAll || position < flags.count && flags[position]
  }

  mutating func formUnion(_ other: Marks) {
    isAll = isAll || other.isAll
    if isAll { return }
    if flags.isEmpty {
      flags = other.flags
    } else {
      for position in other.flags.indices where other.flags[position] { insert(position) }
    }
  }
}
