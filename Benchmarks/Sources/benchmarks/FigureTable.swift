/// Figures beside what they may be at most.
struct FigureTable {
  private struct Row {
    var name: String
    var figure: Double
    var unit: String
    var most: Double?
  }

  private var rows: [Row] = []

  mutating func add(_ name: String, _ figure: Double, _ unit: String, most: Double? = nil) {
    rows.append(Row(name: name, figure: figure, unit: unit, most: most))
  }

  /// Whether a figure is above what it may be.
  var isExceeded: Bool { rows.contains { $0.figure > $0.most ?? .infinity } }

  var text: String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let figure = Self.tenths(row.figure)
      var line = row.name + Self.spaces(width - row.name.count + 10 - figure.count) + figure
      line += " " + row.unit
      if let most = row.most {
        line += Self.spaces(8 - row.unit.count) + "at most \(Self.tenths(most))"
        if row.figure > most { line += "   EXCEEDED" }
      }
      return line + "\n"
    }.joined()
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(1, count))
  }

  private static func tenths(_ figure: Double) -> String {
    let tenths = Int((figure * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
