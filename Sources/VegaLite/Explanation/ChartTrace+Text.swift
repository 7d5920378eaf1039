import Formats
import Inputs
import Tables

extension ChartTrace {
  /// The stages of the data with their first rows, then each view with its scales, axes and legends.
  var text: String {
    let data = stages.map { stage in
      let rows = stage.count == 1 ? "1 row" : "\(stage.count) rows"
      let table = TableText.text(shortened(ShownNumber.rounded(Table(stage.head))), language: .en)
      return "\(stage.name): \(rows)\n" + (stage.count > 0 ? indented(table) : "")
    }
    let views = self.views.map { view in
      "\(view.name)\n" + indented(view.lines.map { $0 + "\n" }.joined())
    }
    return (data + views + legends.map { $0 + "\n" }).joined()
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  /// A cell as wide as a terminal shows nothing beside it: a country's outline, say.
  private static let longestCell = 32

  private func shortened(_ table: Table) -> Table {
    var table = table
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        let cell = table.rows[row][column]
        let text = cell.string ?? JSONWriter.compact(cell)
        guard cell.number == nil, text.count > Self.longestCell else { continue }
        table.rows[row][column] = .string(text.prefix(Self.longestCell) + "…")
      }
    }
    return table
  }
}
