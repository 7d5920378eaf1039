/// Vega-Lite's `density`: the curve of a field's distribution, a row for each of its points.
package struct DensityTransform: Sendable {
  package enum Resolve: String, Sendable, CaseIterable {
    case shared, independent
  }

  package var field: FieldPath
  package var groupBy: [String]
  /// Whether the curve tells how much lies below, not how much lies here.
  package var cumulative: Bool
  /// Whether the area under the curve is the number of values, not 1.
  package var counts: Bool
  package var bandwidth: Double?
  package var extent: [Double]?
  package var minSteps: Int
  package var maxSteps: Int
  /// Whether all groups are sampled at the same places, so that their curves can be stacked.
  package var resolve: Resolve
  package var value: String
  package var density: String

  package init(
    _ field: FieldPath, groupBy: [String] = [], cumulative: Bool = false, counts: Bool = false,
    bandwidth: Double? = nil, extent: [Double]? = nil, minSteps: Int = 25, maxSteps: Int = 200,
    resolve: Resolve = .shared, value: String = "value", density: String = "density"
  ) {
    self.field = field
    self.groupBy = groupBy
    self.cumulative = cumulative
    self.counts = counts
    self.bandwidth = bandwidth
    self.extent = extent
    self.minSteps = minSteps
    self.maxSteps = maxSteps
    self.resolve = resolve
    self.value = value
    self.density = density
  }

  private var mostPoints: Double { Double(max(minSteps, maxSteps)) + 1 }

  /// How much work it is, in steps of expressions: each point of a curve looks at all values.
  func steps(_ frame: Frame) -> Double { Double(frame.count) * mostPoints / 8 }

  func rows(_ frame: Frame) -> Double {
    Double(Grouping(frame, by: groupBy).groups.count) * mostPoints
  }

  package func apply(to frame: Frame) -> Frame {
    let column = FieldNumbers(frame, field)
    let grouping = Grouping(frame, by: groupBy)
    var made = GroupedRows(frame, grouping, by: groupBy, making: [value, density])
    var sampling = CurveSampling(least: minSteps, most: maxSteps)
    var common = extent.flatMap { $0.count == 2 ? (low: $0[0], high: $0[1]) : nil }
    if resolve == .shared {
      common = common ?? column.extent(0..<frame.count)
      sampling.least = max(minSteps, maxSteps)
      sampling.most = sampling.least
    }
    for (group, rows) in grouping.groups.enumerated() {
      // Nulls count as zeros here, as they do in Vega: they are values of the curve, not of its width.
      let numbers = rows.map { column.cells[$0].asNumber }.filter(\.isFinite)
      let valid = column.numbers(rows).filter(\.isFinite)
      guard !numbers.isEmpty, let domain = common ?? column.extent(rows) else { continue }
      let estimate = KernelDensity(
        numbers, bandwidth: bandwidth.flatMap { $0 > 0 ? $0 : nil } ?? KernelDensity.estimate(valid)
      )
      let scale = counts ? Double(rows.count) : 1
      let points = sampling.points(from: domain.low, to: domain.high) {
        cumulative ? estimate.cumulative($0) : estimate.density($0)
      }
      for point in points {
        made.add([.number(point.x), .number(point.y * scale)], inGroup: group)
      }
    }
    return made.frame
  }
}
