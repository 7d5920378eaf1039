import Diagnostics
import Formats
import Inputs

extension DataTableSpecification {
  static let shape = Shape<DataTableSpecification>.object(
    "table", "A table of data.",
    Field("data", text, "The name of the list of rows."),
    Field("columns", Shape.list(of: column), "The columns, from left to right."),
    Field("head", Shape.list(of: level), default: [], "Titles above several columns, by level."),
    .optional("group", text, "The column whose equal neighbours are printed once."),
    Field("subtotal", Shape.oneOrMore(of: total), default: [], "The rows below each group."),
    Field("total", Shape.oneOrMore(of: total), default: [], "The rows below all others."),
    Field("carry", Shape.oneOrMore(of: text), default: [], "Fields summed up from page to page."),
    Field("when", Shape.list(of: condition), default: [], "How rows look that pass a test."),
    .optional("rules", Shape<TableBlock.Rules>.code("kind of rules"), "rows, columns or none."),
    .optional("zebra", .bool, "Whether every second row is tinted."),
    Field("split", .bool, default: false, "Whether rows go on on the next page."),
    Field(
      "wide", Shape<TableBlock.TooWide>.code("policy"), default: .shrink,
      "What is done where the table is too wide."),
    .optional("unit", unit, "The unit that its amounts are counted in: auto, 만, 억 …"),
    .optional("currency", Shape<Currency>.code("currency"), "The currency of its amounts."),
    .optional("note", text, "What stands below the table."),
    make: DataTableSpecification.init
  ).checked { table, value, decoding in
    if table.currency != nil, table.unit == nil {
      decoding.error(
        "table.unit", "\"currency\" stands without \"unit\"",
        at: value["currency"]?.range ?? value.range, hints: ["add \"unit\": auto"])
    }
  }

  private static let column = Shape<Column>.object(
    "column", "A column of a table.",
    Field("field", text, "The name of the value in a row."),
    .optional("title", text, "What stands above the column."),
    .optional("unit", text, "The unit of its values, behind the title."),
    .optional("format", text, "How its values are printed."),
    .optional("align", .code("alignment"), "left, center, right or decimal."),
    Field("width", .columnWidth, default: .auto, "A length, or a share such as 30%."),
    .optional("min", .length(in: 1...Length.most), "The least width."),
    .optional("max", .length(in: 1...Length.most), "The greatest width."),
    .optional("style", text, "A text style of the theme."),
    .optional("key", text, "The field that names the colour of a square before the text."),
    Field("when", Shape.list(of: condition), default: [], "How cells look that pass a test."),
    .optional("bar", bar, "A bar beside the number."),
    .optional("sparkline", sparkline, "A list of numbers drawn as a line."),
    make: Column.init
  ).checked { column, value, decoding in
    if let least = column.least, let most = column.most, most < least {
      decoding.error(
        "table.width", "\"max\" is less than \"min\"", at: value["max"]?.range ?? value.range)
    }
  }

  private static let condition = Shape<Condition>.object(
    "condition", "A look for what passes a test.",
    Field("test", text, "An expression over the row, such as datum.rate < 1."),
    .optional("style", text, "A text style or a colour of the theme."),
    .optional("ground", text, "The colour of the theme that it stands on."),
    make: Condition.init
  ).checked { condition, value, decoding in
    if condition.style == nil, condition.ground == nil {
      decoding.error(
        "table.when", "this condition changes nothing", at: value.range,
        hints: ["add \"style\": \"…\" or \"ground\": \"…\""])
    }
  }

  // MARK: Drawings

  private static let bar = Shape<Bar>.object(
    "bar", "A bar beside the number.",
    .optional("domain", domain, "The values at both ends."),
    .optional("color", text, "A colour of the theme."),
    .optional("negative", text, "The colour of what is below zero."),
    make: Bar.init
  ).orTrue(Bar())

  private static let sparkline = Shape<Sparkline>.object(
    "sparkline", "A list of numbers drawn as a line.",
    Field("form", form, default: .line, "line or bars."),
    .optional("domain", domain, "The values at the bottom and at the top."),
    .optional("color", text, "A colour of the theme."),
    make: Sparkline.init
  ).orTrue(Sparkline(form: .line))

  private static let form = Shape<TableGraphic.Sparkline.Form>.code("form")

  private static let domain = Shape.list(of: Shape<Double>.number)
    .map { ends, value, decoding -> ClosedRange<Double>? in
      guard ends.count == 2, ends[0] < ends[1] else {
        decoding.error(
          "table.domain", "\"domain\" must hold two numbers, the smaller first", at: value.range,
          hints: ["write [0, 100]"])
        return nil
      }
      return ends[0]...ends[1]
    }

  // MARK: Heads and sums

  private static let level = Shape.list(of: spanner).map { spanners, value, _ in
    Level(spanners: spanners, range: value.range)
  }

  private static let spannerObject = Shape<Spanner>.object(
    "title", "A title above several columns.",
    .optional("title", text, "What it says; without it the titles below reach up."),
    Field("span", .integer(in: 1...1000), default: 1, "How many columns it stands above."),
    make: { Spanner(title: $0, span: $1, range: 0..<0) })

  private static let spanner = Shape<Spanner>(
    schema: spannerObject.schema, example: spannerObject.example
  ) { value, decoding in
    var spanner: Spanner?
    switch value.kind {
    case .null, .string(""): spanner = Spanner(span: 1, range: value.range)
    case .string(let title):
      spanner = Spanner(
        title: Text(text: title, range: value.range), span: 1, range: value.range)
    default: spanner = spannerObject.read(value, &decoding)
    }
    spanner?.range = value.range
    return spanner
  }

  private static let total = Shape<Total>.object(
    "total", "A row that sums up others.",
    .optional("label", text, "What stands at its left."),
    Field("columns", measures, "How each column is summed up."), .itself,
    make: { Total(label: $0, measures: $1, range: $2.range) })

  private static let measures = Shape<[Total.Measure]>(
    schema: SchemaFragment([("type", "object")]), example: "{\"…\": \"sum\"}"
  ) { value, decoding in
    guard let object = value.object else {
      decoding.mismatch("an object", value, hints: ["write {amount: sum}"])
      return nil
    }
    guard !object.members.isEmpty else {
      decoding.error(
        "data.empty", "\(decoding.subject) is empty", at: value.range,
        hints: ["write {amount: sum}"])
      return nil
    }
    let operation = Shape<TotalOperation>.code("operation")
    let measures = object.members.map { member in
      decoding.within("\"\(member.key)\"") { operation.read(member.value, &$0) }.map {
        Total.Measure(field: Text(text: member.key, range: member.keyRange), operation: $0)
      }
    }
    return measures.contains { $0 == nil } ? nil : measures.compactMap(\.self)
  }

  private static let unit = Shape<String>.text.checked { unit, value, decoding in
    let known = UnitRequest.units
    guard !known.contains(unit) else { return }
    decoding.error(
      "table.unit", "\"\(unit)\" is no unit that amounts are counted in", at: value.range,
      hints: Suggestion.hints(for: unit, in: known))
  }

  private static let text = Shape<String>.text.map { text, value, _ in
    Text(text: text, range: value.range)
  }
}

extension Shape {
  /// The shape, or `true` for what it says where nothing more is said.
  fileprivate func orTrue(_ plain: Output) -> Shape {
    Shape(schema: schema, example: "true") { value, decoding in
      switch value.kind {
      case .bool(true): return plain
      case .object: return read(value, &decoding)
      case .null, .bool(false), .number, .string, .array:
        decoding.mismatch("true or an object", value)
        return nil
      }
    }
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
