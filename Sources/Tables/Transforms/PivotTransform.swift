/// Vega-Lite's `pivot`: values of a field become columns.
package struct PivotTransform: Sendable {
  package var pivot: FieldPath
  package var value: FieldPath
  package var groupBy: [String]
  /// The most columns made; 0 is no limit.
  package var limit: Int
  package var operation: AggregateOperation

  package func apply(to frame: Frame) -> Frame {
    let keys = keys(of: frame)
    let grouping = Grouping(frame, by: groupBy)
    let cells = frame.cells(value)
    var result = frame.selecting(grouping.groups.compactMap(\.first)).keeping(
      groupBy.map { FieldPath($0).name })
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    // For each column and group, the rows that are summed up there.
    var parts = [[[Int]]](
      repeating: [[Int]](repeating: [], count: grouping.groups.count), count: keys.count)
    for (row, key) in frame.cells(pivot).enumerated() {
      if let place = places[key] { parts[place][grouping.groupOfRow[row]].append(row) }
    }
    for (key, groups) in zip(keys, parts) {
      result.set(key.asText, groups.map { operation.apply(cells, rows: $0, frame: frame) })
    }
    return result
  }

  /// The keys that become columns.
  private func keys(of frame: Frame) -> [Datum] {
    var seen: Set<Datum> = []
    let keys = frame.cells(pivot).filter { seen.insert($0).inserted }
      .sorted { Datum.ascending($0, $1) == .before }
    return limit > 0 ? Array(keys.prefix(limit)) : keys
  }

  /// The cells made, which are what takes room here.
  func cells(_ frame: Frame) -> Double {
    Double(keys(of: frame).count) * Double(Grouping(frame, by: groupBy).groups.count)
  }
}
