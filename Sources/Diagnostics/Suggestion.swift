/// Finds the name that somebody meant: the nearest of those known.
package enum Suggestion {
  /// The known name nearest to `name`, or nil where none is near enough to be a slip of the hand.
  ///
  /// Distance is optimal string alignment (insert, delete, replace, swap neighbours) over Unicode scalars of the
  /// lower-cased names; near enough is a third of the longer name, at least one, but never all of it.
  package static func nearest(to name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known where candidate != name {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let longer = max(wanted.count, scalars.count)
      let most = min(max(1, longer / 3), longer - 1)
      guard abs(wanted.count - scalars.count) <= most else { continue }
      let distance = alignmentDistance(wanted, scalars)
      if distance <= most, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// The hint lines for an unknown name: "did you mean", else what is known if that is short enough to read.
  package static func hints(for name: String, in known: [String]) -> [String] {
    if let meant = nearest(to: name, in: known) ?? completion(of: name, in: known) {
      return ["did you mean \"\(meant)\"?"]
    }
    guard !known.isEmpty, known.count <= 24 else { return [] }
    return ["known here: \(known.joined(separator: ", "))"]
  }

  /// The only known name that begins with the name, which is no stray letter: `desc` for `descending`.
  private static func completion(of name: String, in known: [String]) -> String? {
    guard name.unicodeScalars.count >= 3 else { return nil }
    let begun = known.filter { $0.lowercased().hasPrefix(name.lowercased()) && $0 != name }
    return begun.count == 1 ? begun.first : nil
  }

  private static func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in a.indices {
      current[0] = i + 1
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        var distance = min(last[j + 1] + 1, current[j] + 1, last[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        current[j + 1] = distance
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
