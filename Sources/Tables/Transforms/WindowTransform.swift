/// Vega-Lite's `window`: figures over the rows around each row.
package struct WindowTransform: Sendable {
  package struct Measure: Sendable {
    package enum Operation: Sendable {
      case window(WindowOperation)
      case aggregate(AggregateOperation)
    }

    package var operation: Operation
    package var field: FieldPath?
    package var parameter: Double?
    package var name: String

    package init(
      _ operation: Operation, of field: FieldPath?, parameter: Double?, as name: String
    ) {
      self.operation = operation
      self.field = field
      self.parameter = parameter
      self.name = name
    }
  }

  package var measures: [Measure]
  package var groupBy: [String]
  package var sort: [SortField]
  /// How many rows before and after a row count; nil is all of them.
  package var frame: (before: Int?, after: Int?)
  /// Rows that compare equal to the frame's ends are in it too.
  package var includesPeers: Bool

  package init(
    measures: [Measure], groupBy: [String] = [], sort: [SortField] = [],
    frame: (before: Int?, after: Int?) = (nil, 0), includesPeers: Bool = true
  ) {
    self.measures = measures
    self.groupBy = groupBy
    self.sort = sort
    self.frame = frame
    self.includesPeers = includesPeers
  }

  /// How much work it is, in steps of expressions: each row looks at the rows of its window, where what the last one has seen
  /// can't be carried along.
  func steps(_ table: Frame) -> Double {
    let rows = Double(table.count)
    func width(_ bound: Int?) -> Double { min(bound.map { Double($0) } ?? rows, rows) }
    let seen = min(rows, width(frame.before) + width(frame.after) + 1)
    return measures.reduce(0) { work, measure in
      guard case .aggregate(let operation) = measure.operation, operation != .count,
        !(frame.before == nil && (frame.after == nil || operation == .sum))
      else { return work }
      // Rows that are listed are made anew for each window.
      return work + rows * seen * (operation == .values ? Double(table.names.count) * 4 : 1 / 8)
    }
  }

  package func apply(to table: Frame) -> Frame {
    var result = table
    let grouping = Grouping(table, by: groupBy)
    let compare = sort.comparator(table)
    let groups = grouping.groups.map { sort.sorted($0, in: table) }
    let bounds = groups.map { windows(over: $0, compare) }
    for measure in measures {
      let cells = measure.field.map(table.cells) ?? [Datum](repeating: .null, count: table.count)
      var column = [Datum](repeating: .null, count: table.count)
      for (group, windows) in zip(groups, bounds) {
        let values: [Datum] =
          switch measure.operation {
          case .aggregate(let operation):
            aggregate(operation, measure.parameter, cells, group, windows, table)
          case .window(let operation):
            WindowValues(
              operation: operation, parameter: measure.parameter, cells: cells, rows: group,
              windows: windows,
              differs: { sort.isEmpty || compare(group[$0], group[$1]) != .same }
            ).values
          }
        for (row, value) in zip(group, values) { column[row] = value }
      }
      result.set(measure.name, column)
    }
    return result
  }

  /// For each place in a sorted group, the places its window covers.
  private func windows(
    over rows: [Int], _ compare: (Int, Int) -> Datum.Ordering
  ) -> [Range<Int>] {
    let count = rows.count
    var windows: [Range<Int>] = []
    windows.reserveCapacity(count)
    // Peers lie side by side, so one pass finds where each row's run begins and ends.
    var runStart = [Int](repeating: 0, count: count)
    var runEnd = [Int](repeating: count, count: count)
    if includesPeers, !sort.isEmpty {
      for place in rows.indices.dropFirst() {
        runStart[place] =
          compare(rows[place - 1], rows[place]) == .same ? runStart[place - 1] : place
      }
      for place in rows.indices.dropLast().reversed() {
        runEnd[place] =
          compare(rows[place], rows[place + 1]) == .same ? runEnd[place + 1] : place + 1
      }
    } else {
      for place in rows.indices { (runStart[place], runEnd[place]) = (place, place + 1) }
    }
    for place in 0..<count {
      var low = frame.before.map { max(0, place - min($0, count)) } ?? 0
      var high = frame.after.map { min(count, place + min($0, count) + 1) } ?? count
      if includesPeers, !sort.isEmpty {
        if frame.before != nil { low = runStart[low] }
        if frame.after != nil, high > 0 { high = runEnd[high - 1] }
      }
      windows.append(min(low, high)..<high)
    }
    return windows
  }

  private func aggregate(
    _ operation: AggregateOperation, _ parameter: Double?, _ cells: [Datum], _ rows: [Int],
    _ windows: [Range<Int>], _ table: Frame
  ) -> [Datum] {
    // Sums and counts over growing windows are carried along; others are computed afresh.
    let grows =
      windows.allSatisfy { $0.lowerBound == 0 }
      && zip(windows, windows.dropFirst()).allSatisfy { $0.upperBound <= $1.upperBound }
    if grows, operation == .sum {
      var (sum, valid, end) = (0.0, false, 0)
      return windows.map { window in
        while end < window.upperBound {
          let cell = cells[rows[end]]
          let number = cell.asNumber
          if !cell.isNull, !number.isNaN {
            sum += number
            valid = true
          }
          end += 1
        }
        return valid ? .number(sum) : .null
      }
    }
    if operation == .count { return windows.map { .number(Double($0.count)) } }
    var last: (window: Range<Int>, value: Datum)?
    return windows.map { window in
      if let last, last.window == window { return last.value }
      let value = operation.apply(cells, rows: rows[window], frame: table, parameter: parameter)
      last = (window, value)
      return value
    }
  }
}
