import Inputs

/// A data table as a `*.table.yaml` file describes it.
struct DataTableSpecification: Sendable {
  struct Text: Sendable {
    var text: String
    var range: Range<Int>
  }

  struct Column: Sendable {
    var field: Text
    var title: Text?
    var format: Text?
    var alignment: TableBlock.Alignment?
    var width: TableBlock.Width
    /// A text style that the theme declares.
    var style: Text?
    /// The field that names the colour of a square before the text.
    var key: Text?
  }

  /// The name of the list of rows.
  var data: Text
  var columns: [Column]
  /// The field of the column whose equal neighbours are printed once.
  var group: Text?
  var note: Text?

  static let shape = Shape<DataTableSpecification>.object(
    "table", "A table of data.",
    Field("data", text, "The name of the list of rows."),
    Field("columns", Shape.list(of: column), "The columns, from left to right."),
    .optional("group", text, "The column whose equal neighbours are printed once."),
    .optional("note", text, "What stands below the table."),
    make: DataTableSpecification.init
  ).refusing(["subtotal", "total", "carry", "head", "unit"])

  private static let column = Shape<Column>.object(
    "column", "A column of a table.",
    Field("field", text, "The name of the value in a row."),
    .optional("title", text, "What stands above the column."),
    .optional("format", text, "How its values are printed."),
    .optional("align", .code("alignment"), "left, center, right or decimal."),
    Field("width", .columnWidth, default: .auto, "A length, or a share such as 30%."),
    .optional("style", text, "A text style of the theme."),
    .optional("key", text, "The field that names the colour of a square before the text."),
    make: Column.init
  ).refusing(["unit", "bar", "sparkline", "when"])

  private static let text = Shape<String>.text.map { text, value, _ in
    Text(text: text, range: value.range)
  }
}

extension Shape where Output == TableBlock.Width {
  /// A length, a percentage, or `auto`.
  static var columnWidth: Shape {
    Shape(
      schema: SchemaFragment([("type", .array(["number", "string"]))]), example: "30%"
    ) { value, decoding in
      if value.string == "auto" { return .auto }
      if let share = value.string.flatMap(Length.share) { return .fraction(share) }
      return Shape<Double>.length(in: 1...Length.most).read(value, &decoding).map {
        .points($0)
      }
    }
  }
}
