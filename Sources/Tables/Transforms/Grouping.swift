/// The rows of a frame that agree in some fields, groups in order of first appearance.
package struct Grouping {
  /// For each group, its rows in their order.
  package private(set) var groups: [[Int]] = []
  /// For each row, its group.
  package private(set) var groupOfRow: [Int] = []

  package init(_ frame: Frame, by fields: [String]) {
    guard !fields.isEmpty else {
      groups = frame.count == 0 ? [] : [Array(0..<frame.count)]
      groupOfRow = [Int](repeating: 0, count: frame.count)
      return
    }
    let columns = fields.map { frame.cells(FieldPath($0)) }
    var index: [[Datum]: Int] = [:]
    groupOfRow.reserveCapacity(frame.count)
    for row in 0..<frame.count {
      let key = columns.map { $0[row] }
      if let group = index[key] {
        groups[group].append(row)
        groupOfRow.append(group)
      } else {
        index[key] = groups.count
        groupOfRow.append(groups.count)
        groups.append([row])
      }
    }
  }
}
