/// Vega-Lite's `pivot`: values of a field become columns.
package struct PivotTransform: Sendable {
  package var pivot: FieldPath
  package var value: FieldPath
  package var groupBy: [String]
  /// The most columns made; 0 is no limit.
  package var limit: Int
  package var operation: AggregateOperation

  package func apply(to frame: Frame) -> Frame {
    let keys = frame.cells(pivot)
    var columns: [(name: String, key: Datum)] = []
    var seen: Set<Datum> = []
    for key in keys.sorted(by: { Datum.ascending($0, $1) == .before })
    where seen.insert(key).inserted {
      columns.append((key.asText, key))
    }
    if limit > 0 { columns = Array(columns.prefix(limit)) }
    let grouping = Grouping(frame, by: groupBy)
    let cells = frame.cells(value)
    var result = frame.selecting(grouping.groups.compactMap(\.first)).keeping(
      groupBy.map { FieldPath($0).name })
    for column in columns {
      result.set(
        column.name,
        grouping.groups.map { rows in
          operation.apply(cells, rows: rows.filter { keys[$0] == column.key }, frame: frame)
        })
    }
    return result
  }
}
