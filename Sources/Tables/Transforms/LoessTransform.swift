import Formats

/// Vega-Lite's `loess`: points smoothed by a line through the neighbours of each.
package struct LoessTransform: Sendable {
  package var y: FieldPath
  package var x: FieldPath
  package var groupBy: [String]
  /// The share of all points that count as neighbours.
  package var bandwidth: Double
  package var names: (x: String, y: String)

  package init(
    _ y: FieldPath, on x: FieldPath, groupBy: [String] = [], bandwidth: Double = 0.3,
    as names: (x: String, y: String)? = nil
  ) {
    self.y = y
    self.x = x
    self.groupBy = groupBy
    self.bandwidth = bandwidth
    self.names = names ?? (x.name, y.name)
  }

  /// How much work it is, in steps of expressions: each point looks at its neighbours three times.
  func steps(_ frame: Frame) -> Double {
    let share = min(max(bandwidth, 0), 1)
    return Grouping(frame, by: groupBy).groups.reduce(0.0) { sum, rows in
      sum + Double(rows.count) * max(2, Double(rows.count) * share) * 3 / 20
    }
  }

  package func apply(to frame: Frame) -> Frame {
    let (xs, ys) = (FieldNumbers(frame, x), FieldNumbers(frame, y))
    let grouping = Grouping(frame, by: groupBy)
    var made = GroupedRows(frame, grouping, by: groupBy, making: [names.x, names.y])
    for (group, rows) in grouping.groups.enumerated() {
      let points = rows.compactMap { row in
        xs.number(row).flatMap { x in ys.number(row).map { (x: x, y: $0) } }
      }
      for point in LocalRegression(points, bandwidth: bandwidth).smoothed {
        made.add([.number(point.x), .number(point.y)], inGroup: group)
      }
    }
    return made.frame
  }
}

/// W. S. Cleveland, "Robust Locally Weighted Regression and Smoothing Scatterplots" (1979): lines through
/// tricube-weighted neighbours, twice again with less weight for outliers.
struct LocalRegression {
  private var points: [(x: Double, y: Double)]
  private let count: Int

  init(_ points: [(x: Double, y: Double)], bandwidth: Double) {
    self.points = points.enumerated().sorted {
      $0.element.x != $1.element.x ? $0.element.x < $1.element.x : $0.offset < $1.offset
    }.map(\.element)
    let share = Double(points.count) * bandwidth
    count = min(
      points.count, max(2, share.isFinite ? Int(clamping: share, to: 0...1_000_000_000) : 2))
  }

  /// One point for each x, in order.
  var smoothed: [(x: Double, y: Double)] {
    guard points.count > 1 else { return points }
    var trust = [Double](repeating: 1, count: points.count)
    var heights = fitted(trust)
    for _ in 0..<2 {
      let distances = zip(points, heights).map { abs($0.y - $1) }
      let median = Statistics.quantile(distances.sorted(), 0.5) ?? 0
      guard median > 1e-12 else { break }
      trust = distances.map { distance in
        let share = distance / (6 * median)
        // Not quite nothing, so that a stretch of outliers still has a line.
        return share >= 1 ? 1e-12 : (1 - share * share) * (1 - share * share)
      }
      heights = fitted(trust)
    }
    return merged(heights)
  }

  private func fitted(_ trust: [Double]) -> [Double] {
    // Distances are taken from the mean, where numbers such as dates would lose their digits.
    let center = Statistics.mean(points.map(\.x))
    let xs = points.map { $0.x - center }
    var first = 0
    return points.indices.map { index in
      // The window moves on while the next point is nearer than the first.
      while first + count < xs.count, first < index,
        xs[first + count] - xs[index] <= xs[index] - xs[first]
      {
        first += 1
      }
      let last = first + count - 1
      let reach = max(xs[index] - xs[first], xs[last] - xs[index])
      let scale = reach == 0 ? 1 : 1 / reach
      var (w, wx, wy, wxy, wxx) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for place in first...last {
        let near = abs(xs[index] - xs[place]) * scale
        let core = 1 - near * near * near
        let weight = core * core * core * trust[place]
        w += weight
        wx += weight * xs[place]
        wy += weight * points[place].y
        wxy += weight * xs[place] * points[place].y
        wxx += weight * xs[place] * xs[place]
      }
      let (x, y) = (wx / w, wy / w)
      let spread = wxx / w - x * x
      let slope = abs(spread) < 1e-24 ? 0 : (wxy / w - x * y) / spread
      return y + slope * (xs[index] - x)
    }
  }

  /// The mean height where several points share an x.
  private func merged(_ heights: [Double]) -> [(x: Double, y: Double)] {
    var result: [(x: Double, y: Double)] = []
    var same = 0.0
    for (point, height) in zip(points, heights) {
      if let last = result.last, last.x == point.x {
        same += 1
        result[result.count - 1].y += (height - last.y) / (same + 1)
      } else {
        same = 0
        result.append((point.x, height))
      }
    }
    return result
  }
}
