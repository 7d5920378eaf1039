/// Equal items of a list.
enum Repeats {
  /// The first item that equals one before it, with that one; found in one walk.
  static func first(in items: [Value]) -> (item: Int, before: Int)? {
    guard items.count > 1 else { return nil }
    var seen: [ExactValue: Int] = [:]
    seen.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      if let before = seen.updateValue(index, forKey: ExactValue(item)) { return (index, before) }
    }
    return nil
  }

  /// Each item that equals one before it, with the first of its like.
  static func all(in items: [Value]) -> [(item: Int, before: Int)] {
    var seen: [ExactValue: Int] = [:]
    var repeats: [(item: Int, before: Int)] = []
    for (index, item) in items.enumerated() {
      let key = ExactValue(item)
      if let before = seen[key] {
        repeats.append((index, before))
      } else {
        seen[key] = index
      }
    }
    return repeats
  }
}
