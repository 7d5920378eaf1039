import Graphics

/// Decides which of several labels are shown so that none overlap (vega-view-transforms' Overlap).
enum LabelOverlap: String, CaseIterable {
  /// Every other one goes, until there is room.
  case parity
  /// Each one goes that overlaps the last one kept.
  case greedy

  /// Whether each label is shown; `bounds` in the order of the axis.
  func shown(_ bounds: [Bounds], separation: Double) -> [Bool] {
    var shown = [Bool](repeating: true, count: bounds.count)
    let all = bounds.indices.filter { bounds[$0].width > 1 && bounds[$0].height > 1 }
    guard let last = all.last else { return shown }
    var kept = all
    func overlaps() -> Bool {
      zip(kept, kept.dropFirst()).contains { bounds[$0].isWithin(separation, of: bounds[$1]) }
    }
    guard kept.count >= 3, overlaps() else { return shown }
    repeat {
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
    } while kept.count >= 3 && overlaps()
    if kept.count < 3, !kept.contains(last) {
      // The last label is worth more than the one before it.
      if kept.count > 1 { kept.removeLast() }
      kept.append(last)
    }
    for index in all where !kept.contains(index) { shown[index] = false }
    return shown
  }
}
