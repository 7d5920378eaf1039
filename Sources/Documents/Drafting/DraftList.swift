import Formats
import Inputs

/// A list of objects in the data: the part of a draft with its chart, its table and the tables derived for them.
struct DraftList {
  /// Longer lists show their first rows.
  static let mostRows = 20
  private static let mostColumns = 6
  /// The name in reach of the report, such as `rows` or `company.sales`.
  let path: String
  /// A name for files and derived tables.
  let stem: String
  let title: String
  let columns: [DraftColumn]
  let count: Int
  /// How many cards show sums or means of it.
  let cardCount: Int
  let words: DraftWords

  init(
    path: String, stem: String, title: String, shape: DataShape, cardCount: Int, words: DraftWords
  ) {
    self.cardCount = cardCount
    self.path = path
    self.stem = stem
    self.title = title
    self.words = words
    count = shape.count
    columns = shape.keys.filter(DraftText.isWritable).compactMap { key in
      shape.member(key).map { DraftColumn(name: key, shape: $0, rowCount: shape.count) }
    }
  }

  var isLong: Bool { count > Self.mostRows }
  var summary: String { "\(stem)_summary" }
  private var shown: String { isLong ? "\(stem)_first" : path }

  /// The columns that a card sums up.
  var measures: [DraftColumn] {
    Array(columns.filter { $0.isMeasure && $0.coverage > 0.5 }.prefix(cardCount))
  }

  /// What the sum or mean of a measure is called in the summary.
  func figure(_ index: Int) -> String { "\(measures[index].operation)_\(index + 1)" }

  // MARK: Derived tables

  /// The entries of `tables:` in the front matter, as YAML.
  var derivedTables: String {
    var yaml = """
        \(stem)_summary:
          data: \(DraftText.yaml(path))
          transform:
            - aggregate:
                - {op: count, as: count}

      """
    for (index, column) in measures.enumerated() {
      let field = DraftText.yaml(DraftText.vegaField(column.name))
      yaml += "          - {op: \(column.operation), field: \(field), as: \(figure(index))}\n"
    }
    if isLong {
      yaml += """
          \(stem)_first:
            data: \(DraftText.yaml(path))
            transform:
              - window: [{op: row_number, as: row_number}]
              - filter: datum.row_number <= \(Self.mostRows)

        """
    }
    return yaml
  }

  // MARK: Table

  /// The columns that the table shows: those that have something to show, the emptier ones last.
  var tableColumns: [DraftColumn] {
    let printable = columns.filter(\.isPrintable)
    guard printable.count > Self.mostColumns else { return printable }
    let full = printable.filter { $0.coverage >= 0.5 && $0.shape.longestText <= 80 }
    return Array((full.count >= 2 ? full : printable).prefix(Self.mostColumns))
  }

  /// The specification of the table, or nil where no column can be printed.
  var table: String? {
    let shownColumns = tableColumns
    guard !shownColumns.isEmpty else { return nil }
    var yaml = "data: \(DraftText.yaml(shown))\ncolumns:\n"
    for column in columns where column.isPrintable {
      let isShown = shownColumns.contains { $0.name == column.name }
      yaml += (isShown ? "  - " : "  # - ") + line(of: column) + "\n"
    }
    return yaml
  }

  private func line(of column: DraftColumn) -> String {
    let name = NamePath(segments: [column.name]).text
    var members = ["field: \(DraftText.yaml(name))"]
    if !column.name.isEmpty { members.append("title: \(DraftText.yaml(column.name))") }
    if let format = column.format { members.append("format: \(DraftText.yaml(format))") }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// The lines of report.md for this list.
  ///
  /// - Parameter isAlone: Whether the report is about nothing else, so that its title is heading enough.
  func text(chart: DraftChart?, isAlone: Bool) -> String {
    var text = isAlone ? "" : "\n# \(DraftText.markdown(title))\n"
    if let chart {
      let unit = chart.countsAmounts ? " unit=auto" : ""
      text +=
        "\n![\(DraftText.markdown(chart.caption))](charts/\(stem).vl.json){#fig-\(stem)\(unit)}\n"
    }
    if table != nil {
      let note = isLong ? " note=\"\(words.first(Self.mostRows, of: summary))\"" : ""
      text += "\n![](tables/\(stem).table.yaml){#tbl-\(stem)\(note)}\n"
    }
    return text
  }
}
