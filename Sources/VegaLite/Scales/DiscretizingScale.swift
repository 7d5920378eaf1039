/// Cuts numbers at thresholds into classes (d3-scale's threshold, quantize and quantile scales).
struct DiscretizingScale: Sendable, Hashable {
  /// Rising; one fewer than classes.
  var thresholds: [Double]

  /// The class of a number: how many thresholds it reaches.
  func callAsFunction(_ value: Double) -> Int? {
    guard !value.isNaN else { return nil }
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Classes of equal width.
  static func quantize(_ low: Double, _ high: Double, classes: Int) -> DiscretizingScale {
    let count = Double(max(1, classes))
    return DiscretizingScale(
      thresholds: (1..<max(2, classes)).map { index in
        let share = Double(index) / count
        return low * (1 - share) + high * share
      })
  }
}
