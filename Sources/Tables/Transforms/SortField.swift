/// Fields to sort rows by, the first one first.
package struct SortField: Sendable, Hashable {
  package var field: FieldPath
  package var descending: Bool

  package init(_ field: FieldPath, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}

extension [SortField] {
  /// Whether row `a` comes before row `b`, compared by these fields of a frame.
  func comparator(_ frame: Frame) -> (Int, Int) -> Datum.Ordering {
    let columns = map { (frame.cells($0.field), $0.descending) }
    return { a, b in
      for (cells, descending) in columns {
        let order = Datum.ascending(cells[a], cells[b])
        if order != .same { return descending ? order.reversed : order }
      }
      return .same
    }
  }

  /// The rows in sorted order; equal ones keep theirs.
  package func sorted(_ rows: [Int], in frame: Frame) -> [Int] {
    if isEmpty { return rows }
    let compare = comparator(frame)
    return rows.sorted { compare($0, $1) == .before }
  }
}
