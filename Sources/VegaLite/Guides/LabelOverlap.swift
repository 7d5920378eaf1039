import Graphics

/// Decides which of several labels are shown so that none overlap (vega-view-transforms' Overlap).
enum LabelOverlap: String, CaseIterable {
  /// Every other one goes, until there is room.
  case parity
  /// Each one goes that overlaps the last one kept.
  case greedy

  /// Whether each label is shown; `bounds` in the order of the axis.
  ///
  /// - Parameter keepsTwo: Whether two are shown even where they overlap, as Vega has it.
  func shown(_ bounds: [Bounds], separation: Double, keepsTwo: Bool = true) -> [Bool] {
    var shown = [Bool](repeating: true, count: bounds.count)
    let all = bounds.indices.filter { bounds[$0].width > 1 && bounds[$0].height > 1 }
    guard let last = all.last else { return shown }
    var kept = all
    func overlaps() -> Bool {
      zip(kept, kept.dropFirst()).contains { bounds[$0].isWithin(separation, of: bounds[$1]) }
    }
    guard overlaps(), kept.count >= 3 || !keepsTwo else { return shown }
    while kept.count >= 3 && overlaps() {
      switch self {
      case .parity:
        kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      case .greedy:
        var result: [Int] = []
        for index in kept {
          if let before = result.last, bounds[before].isWithin(separation, of: bounds[index]) {
            continue
          }
          result.append(index)
        }
        kept = result
      }
    }
    if kept.count < 3, !kept.contains(last) {
      // The last label is worth more than the one before it.
      if kept.count > 1 { kept.removeLast() }
      kept.append(last)
    }
    if !keepsTwo, overlaps() { kept = Array(kept.prefix(1)) }
    for index in all where !kept.contains(index) { shown[index] = false }
    return shown
  }
}
