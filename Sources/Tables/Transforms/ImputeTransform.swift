/// Vega-Lite's `impute`: adds rows for the keys a group lacks, and fills missing values.
package struct ImputeTransform: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case value, mean, median, max, min
  }

  package var field: FieldPath
  package var key: FieldPath
  /// Keys that must be there beside those in the data.
  package var keyValues: [Datum]
  package var groupBy: [String]
  package var method: Method
  package var value: Datum
  /// Rows before and after that count for the method; nil for all.
  package var frame: (before: Int?, after: Int?)

  package init(
    _ field: FieldPath, key: FieldPath, keyValues: [Datum] = [], groupBy: [String] = [],
    method: Method = .value, value: Datum = .null, frame: (before: Int?, after: Int?) = (nil, nil)
  ) {
    self.field = field
    self.key = key
    self.keyValues = keyValues
    self.groupBy = groupBy
    self.method = method
    self.value = value
    self.frame = frame
  }

  /// Vega-Lite fills added rows with a value; any other method also replaces nulls that were there.
  package func apply(to table: Frame) -> Frame {
    var result = completed(table)
    var filled = result.cells(field)
    if method == .value {
      for row in table.count..<max(table.count, result.count) { filled[row] = value }
    } else {
      let cells = filled
      for rows in Grouping(result, by: groupBy).groups {
        // Where all rows count, they give the same for each.
        let ofAll = hasFrame ? nil : replacement(cells, rows, at: 0, result)
        for (place, row) in rows.enumerated() where cells[row].isNull {
          filled[row] = ofAll ?? replacement(cells, rows, at: place, result)
        }
      }
    }
    result.set(field.name, filled)
    return result
  }

  private var hasFrame: Bool { frame.before != nil || frame.after != nil }

  /// How many cells are looked at to fill others.
  func steps(_ table: Frame) -> Double {
    guard method != .value, hasFrame else { return 0 }
    let rows = Double(table.count) * Double(1 + keyValues.count)
    func width(_ bound: Int?) -> Double { min(bound.map { Double($0) } ?? rows, rows) }
    return rows * (width(frame.before) + width(frame.after) + 1)
  }

  /// At least so many rows are made: every group gets every key.
  func rows(_ table: Frame) -> Double {
    let keys = Set(keyValues).union(table.cells(key)).count
    return Double(Grouping(table, by: groupBy).groups.count) * Double(keys)
  }

  /// The table with a row for every key in every group.
  private func completed(_ table: Frame) -> Frame {
    let keys = table.cells(key)
    var all = keyValues
    var known = Set(keyValues)
    for key in keys where known.insert(key).inserted { all.append(key) }
    let grouping = Grouping(table, by: groupBy)
    var added: [(group: Int, key: Datum)] = []
    for (index, rows) in grouping.groups.enumerated() {
      let present = Set(rows.map { keys[$0] })
      for key in all where !present.contains(key) { added.append((index, key)) }
    }
    guard !added.isEmpty else { return table }
    var columns: [(String, [Datum])] = []
    for name in groupBy {
      let cells = table.cells(FieldPath(name))
      columns.append(
        (FieldPath(name).name, added.map { cells[grouping.groups[$0.group][0]] }))
    }
    columns.append((key.name, added.map(\.key)))
    return table.appending(Frame(columns.map { (name: $0.0, cells: $0.1) }))
  }

  private func replacement(
    _ cells: [Datum], _ rows: [Int], at place: Int, _ table: Frame
  ) -> Datum {
    let operation: AggregateOperation
    switch method {
    case .value: return value
    case .mean: operation = .mean
    case .median: operation = .median
    case .max: operation = .max
    case .min: operation = .min
    }
    let low = frame.before.map { max(0, place - min($0, place)) } ?? 0
    let high = frame.after.map { min(rows.count, place + min($0, rows.count) + 1) } ?? rows.count
    return operation.apply(cells, rows: rows[low..<max(low, high)], frame: table)
  }
}
