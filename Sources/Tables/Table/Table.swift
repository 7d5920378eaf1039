package import Formats
package import Inputs

/// Rows under named columns: what charts draw, data tables print and analyses give.
///
/// A row reads like a JSON object; a cell that a row lacks is null.
package struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    /// The field's name, unique in the table.
    package var name: String
    /// What a reader sees above the column, where its maker says so.
    package var title: LocalizedText?

    package init(_ name: String, title: LocalizedText? = nil) {
      self.name = name
      self.title = title
    }
  }

  package var columns: [Column]
  /// Each as long as `columns`.
  package var rows: [[Value]]

  package init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  package func columnIndex(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The table as a list of objects.
  package var value: Value {
    .array(
      rows.map { row in
        Value(
          .object(
            Object(
              zip(columns, row).map { column, cell in
                Object.Member(key: column.name, value: cell)
              })))
      })
  }

  /// A table from a list: objects give columns in order of first appearance, any other item is a row of the one
  /// column `data`, as in Vega-Lite. Nil for a value that is no list.
  package init?(_ value: Value) {
    guard let items = value.array else { return nil }
    var columns: [Column] = []
    var index: [String: Int] = [:]
    for item in items {
      for key in item.object?.members.lazy.map(\.key) ?? [] where index[key] == nil {
        index[key] = columns.count
        columns.append(Column(key))
      }
      if item.object == nil, index["data"] == nil {
        index["data"] = columns.count
        columns.append(Column("data"))
      }
    }
    self.columns = columns
    rows = items.map { item in
      var row = [Value](repeating: Value(.null, range: item.range), count: columns.count)
      if let object = item.object {
        for member in object.members {
          if let position = index[member.key] { row[position] = member.value }
        }
      } else if let position = index["data"] {
        row[position] = item
      }
      return row
    }
  }
}
