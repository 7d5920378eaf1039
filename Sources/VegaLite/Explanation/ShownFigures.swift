import Tables

/// What one mark shows, column by column, or several marks that show figures of the same things.
struct ShownFigures {
  struct Column {
    /// The column of the data.
    var column: String
    /// What guides call it.
    var title: String
    /// Whether it names what the others are figures of.
    var isKey: Bool
    var cells: [Datum]
  }

  private(set) var columns: [Column] = []
  /// How many marks show them.
  private(set) var parts = 1

  mutating func add(_ column: Column) {
    guard !columns.contains(where: { $0.column == column.column }) else { return }
    columns.append(column)
  }

  private var keys: [[Datum]] { columns.filter(\.isKey).map(\.cells) }

  /// Whether two marks show figures of the same things, each once, such as the ends and the middle of boxes.
  func isJoined(with other: ShownFigures) -> Bool {
    guard let names = keys.first, keys == other.keys,
      columns.filter(\.isKey).map(\.column) == other.columns.filter(\.isKey).map(\.column)
    else { return false }
    let things = names.indices.map { row in keys.map { $0[row] } }
    return Set(things).count == things.count
  }

  mutating func join(_ other: ShownFigures) {
    let count = columns.count
    for column in other.columns { add(column) }
    if columns.count > count { parts += 1 }
  }

  /// The table, with titles where they tell columns apart, and keys in front where several marks show them.
  var table: Table {
    let ordered =
      parts > 1 ? columns.filter(\.isKey) + columns.filter { !$0.isKey } : columns
    var result: [(name: String, cells: [Datum])] = []
    for column in ordered {
      let isShared = parts > 1 && ordered.count(where: { $0.title == column.title }) > 1
      let title = isShared ? column.column : column.title
      var name = title
      var number = 2
      while result.contains(where: { $0.name == name }) {
        name = "\(title) \(number)"
        number += 1
      }
      result.append((name, column.cells))
    }
    return Table(Frame(result))
  }
}
