import Diagnostics
import Inputs

/// What a report says of its data: the main input, more inputs, tables made of them.
extension FrontMatter {
  private static let kind = Shape<Input.Kind>.code("kind of input")

  private static let columns = Shape.dictionary(of: Shape<CSVType>.code("type of a column"))

  static let input = Shape<Input>.object(
    "input", "An input that the report declares.",
    Field("type", kind, default: Input.Kind.any, "summit, [summit] or any."),
    Field("optional", .bool, default: false, "Whether it may be left out."),
    Field("columns", columns, default: [], "What the columns of CSV hold: text, number, boolean."),
    make: { kind, isOptional, columns in
      Input(
        kind: kind, isOptional: isOptional,
        columns: Dictionary(columns.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
        location: nil)
    }
  ).map { input, value, decoding in
    var input = input
    input.location = decoding.location(value.range)
    return input
  }

  static let anyInput = Input(kind: .any, isOptional: true, columns: [:], location: nil)

  /// The main input: its kind alone, or an object like that of any other input.
  static let mainInput = Shape<Input>(
    schema: SchemaFragment([("anyOf", .array([kind.schema.value, input.schema.value]))]),
    example: "summit"
  ) { value, decoding in
    if value.object != nil { return input.read(value, &decoding) }
    return kind.read(value, &decoding).map { kind in
      Input(kind: kind, isOptional: kind == .any, columns: [:], location: nil)
    }
  }

  static let table = Shape<DerivedTable>.object(
    "table", "A table made of data.",
    Field("data", text, "The name of the list of rows that it is made of."),
    Field("transform", transforms, default: Value.array([]), "Transforms as in Vega-Lite."),
    make: { data, transform in
      DerivedTable(name: "", data: data, transform: transform, location: data.location)
    }
  ).map { table, value, decoding in
    var table = table
    table.location = decoding.location(value.range)
    return table
  }

  /// A list of transforms, which are read when the tables are made.
  private static let transforms = Shape<Value>(
    schema: SchemaFragment([("type", "array"), ("items", .object([("type", "object")]))]),
    example: "[{filter: \"datum.amount > 0\"}]"
  ) { value, decoding in
    guard value.array != nil else {
      decoding.mismatch("a list of transforms", value)
      return nil
    }
    return value
  }
}
