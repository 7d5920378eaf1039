import Inputs

/// A table laid out by column, while transforms work on it.
///
/// It remembers which row of its table each row came from, so that cells nobody has changed go back into a `Table`
/// as they were read: with their place in the input and the number as it was written.
package struct Frame: Sendable {
  package private(set) var names: [String] = []
  package private(set) var count: Int
  private var columns: [[Datum]] = []
  private var index: [String: Int] = [:]
  /// For each column, the column of `table` it still is.
  private var originals: [Int?] = []
  private var table: Table?
  /// For each row, its row in `table`.
  private var rows: [Int] = []

  /// A frame without columns.
  package init(count: Int = 0) {
    self.count = count
  }

  package init(_ table: Table) {
    count = table.rows.count
    self.table = table
    rows = Array(table.rows.indices)
    for (position, column) in table.columns.enumerated() {
      append(column.name, table.rows.map { Datum($0[position]) })
      originals[position] = position
    }
  }

  package init(_ columns: [(name: String, cells: [Datum])]) {
    count = columns.map(\.cells.count).min() ?? 0
    for column in columns { append(column.name, Array(column.cells.prefix(count))) }
  }

  private mutating func append(_ name: String, _ cells: [Datum]) {
    index[name] = names.count
    names.append(name)
    columns.append(cells)
    originals.append(nil)
  }

  package func has(_ name: String) -> Bool { index[name] != nil }

  package subscript(name: String) -> [Datum]? {
    index[name].map { columns[$0] }
  }

  package func position(of name: String) -> Int? { index[name] }

  package func cell(_ position: Int, _ row: Int) -> Datum { columns[position][row] }

  /// Adds a column, or puts it in the place of the one of that name.
  package mutating func set(_ name: String, _ cells: [Datum]) {
    precondition(cells.count == count, "a column is as long as its frame")
    if let position = index[name] {
      columns[position] = cells
      originals[position] = nil
    } else {
      append(name, cells)
    }
  }

  /// The rows at the given positions, in that order; a position may stand more than once.
  package func selecting(_ positions: [Int]) -> Frame {
    var result = self
    result.count = positions.count
    for column in columns.indices {
      let cells = columns[column]
      result.columns[column] = positions.map { cells[$0] }
    }
    if table != nil { result.rows = positions.map { rows[$0] } }
    return result
  }

  /// Only the columns of the given names, in that order.
  package func keeping(_ kept: [String]) -> Frame {
    var result = Frame(count: count)
    result.table = table
    result.rows = rows
    for name in kept {
      guard let position = index[name], result.index[name] == nil else { continue }
      result.append(name, columns[position])
      result.originals[result.names.count - 1] = originals[position]
    }
    return result
  }

  /// Both frames' rows; a column one of them lacks is null there.
  package func appending(_ other: Frame) -> Frame {
    var result = Frame(count: count + other.count)
    for name in names + other.names.filter({ !has($0) }) {
      let mine = self[name] ?? [Datum](repeating: .null, count: count)
      let theirs = other[name] ?? [Datum](repeating: .null, count: other.count)
      result.append(name, mine + theirs)
    }
    return result
  }

  /// A row as a record.
  package func record(_ row: Int) -> Datum {
    var record = Datum.Record()
    record.names = names
    record.values = columns.map { $0[row] }
    return .record(record)
  }

  /// The cells of a field, which may lie inside the cells of a column; nulls where there is no such column.
  package func cells(_ path: FieldPath) -> [Datum] {
    if let cells = self[path.name] { return cells }
    guard let cells = self[path.column] else { return [Datum](repeating: .null, count: count) }
    return path.steps.isEmpty ? cells : cells.map(path.resolve)
  }

  package func has(_ path: FieldPath) -> Bool {
    has(path.name) || has(path.column)
  }
}

extension Table {
  /// The table of a frame; columns keep the titles they had.
  package init(_ frame: Frame) {
    self = frame.makeTable()
  }
}

extension Frame {
  fileprivate func makeTable() -> Table {
    var made: [[Value]] = []
    made.reserveCapacity(count)
    for row in 0..<count {
      made.append(
        columns.indices.map { column in
          if let table, let original = originals[column] {
            return table.rows[rows[row]][original]
          }
          return columns[column][row].value
        })
    }
    let heads = names.enumerated().map { position, name in
      Table.Column(name, title: originals[position].flatMap { table?.columns[$0].title })
    }
    return Table(columns: heads, rows: made)
  }
}
