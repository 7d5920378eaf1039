package import Inputs

extension Frame {
  /// The rows of a list, read as `Table` reads them but without a way back to where they stand and how they are written.
  package init(rows: [Value]) {
    var columns: [(name: String, cells: [Datum])] = []
    var places: [String: Int] = [:]
    func place(of name: String) -> Int {
      if let known = places[name] { return known }
      places[name] = columns.count
      columns.append((name, [Datum](repeating: .null, count: rows.count)))
      return columns.count - 1
    }
    for (row, value) in rows.enumerated() {
      guard let object = value.object else {
        columns[place(of: "data")].cells[row] = Datum(value)
        continue
      }
      for (position, member) in object.members.enumerated() {
        // Rows are mostly alike, and a member stands where its column does.
        let isLikeOthers = position < columns.count && columns[position].name == member.key
        columns[isLikeOthers ? position : place(of: member.key)].cells[row] = Datum(member.value)
      }
    }
    // Rows without any columns are rows all the same.
    self.init(count: rows.count)
    for column in columns { set(column.name, column.cells) }
  }
}
