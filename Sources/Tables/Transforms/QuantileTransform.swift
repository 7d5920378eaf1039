/// Vega-Lite's `quantile`: the values below which given shares of a field lie.
package struct QuantileTransform: Sendable {
  package var field: FieldPath
  package var groupBy: [String]
  /// The shares, from 0 to 1; nil for the middles of steps.
  package var shares: [Double]?
  package var step: Double
  package var share: String
  package var value: String

  package init(
    _ field: FieldPath, groupBy: [String] = [], shares: [Double]? = nil, step: Double = 0.01,
    share: String = "prob", value: String = "value"
  ) {
    self.field = field
    self.groupBy = groupBy
    self.shares = shares
    self.step = step
    self.share = share
    self.value = value
  }

  func rows(_ frame: Frame) -> Double {
    Double(Grouping(frame, by: groupBy).groups.count)
      * (shares.map { Double($0.count) } ?? 1 / step)
  }

  package func apply(to frame: Frame) -> Frame {
    let column = FieldNumbers(frame, field)
    let grouping = Grouping(frame, by: groupBy)
    var made = GroupedRows(frame, grouping, by: groupBy, making: [share, value])
    // Without rows there is nothing that the number of shares was held against.
    guard !grouping.groups.isEmpty else { return made.frame }
    let shares =
      shares ?? Array(stride(from: step / 2, to: 1 - 1e-14, by: step))
    for (group, rows) in grouping.groups.enumerated() {
      let sorted = column.numbers(rows).sorted()
      for share in shares {
        guard let value = Statistics.quantile(sorted, share) else { continue }
        made.add([.number(share), .number(value)], inGroup: group)
      }
    }
    return made.frame
  }
}
