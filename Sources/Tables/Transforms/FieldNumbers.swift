/// The numbers of a field at some rows, as the statistical transforms take them: nulls, empty texts and what is no
/// number are left out.
struct FieldNumbers {
  let cells: [Datum]

  init(_ frame: Frame, _ field: FieldPath) {
    cells = frame.cells(field)
  }

  /// The number of a row; nil where there is none.
  func number(_ row: Int) -> Double? {
    switch cells[row] {
    case .null, .string(""): return nil
    default:
      let number = cells[row].asNumber
      return number.isNaN ? nil : number
    }
  }

  func numbers(_ rows: some Sequence<Int>) -> [Double] {
    rows.compactMap(number)
  }

  /// The least and greatest number of some rows; nil where there is none that is finite.
  func extent(_ rows: some Sequence<Int>) -> (low: Double, high: Double)? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for row in rows {
      guard let number = number(row), number.isFinite else { continue }
      low = min(low, number)
      high = max(high, number)
    }
    return low <= high ? (low, high) : nil
  }
}

/// Rows that a statistical transform makes, each beside the values of the group it belongs to.
struct GroupedRows {
  private let groupBy: [String]
  private let keys: [[Datum]]
  private var rows: [Int] = []
  private var columns: [[Datum]]
  private let names: [String]

  /// `names` are the columns made.
  init(_ frame: Frame, _ grouping: Grouping, by groupBy: [String], making names: [String]) {
    self.groupBy = groupBy.map { FieldPath($0).name }
    let cells = groupBy.map { frame.cells(FieldPath($0)) }
    keys = grouping.groups.map { rows in rows.first.map { row in cells.map { $0[row] } } ?? [] }
    self.names = names
    columns = names.map { _ in [] }
  }

  mutating func add(_ values: [Datum], inGroup group: Int) {
    rows.append(group)
    for (position, value) in values.enumerated() { columns[position].append(value) }
  }

  var frame: Frame {
    var result: [(name: String, cells: [Datum])] = []
    for (position, name) in groupBy.enumerated() {
      result.append((name, rows.map { keys[$0][position] }))
    }
    for (name, cells) in zip(names, columns) {
      if let place = result.firstIndex(where: { $0.name == name }) {
        result[place].cells = cells
      } else {
        result.append((name, cells))
      }
    }
    return Frame(result)
  }
}
