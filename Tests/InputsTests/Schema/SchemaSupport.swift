import Diagnostics
import Inputs

/// A schema from its text.
func compiled(_ text: String, limits: Limits = Limits()) throws -> JSONSchema {
  let source = Source(name: "schema.json", text: text)
  let value = try JSONReader.read(source, limits: limits)
  return try JSONSchema.compile(Located(value, in: source), limits: limits).schema
}

/// An input from its text, in the format of its name.
func located(
  _ text: String, in name: String = "data.json", limits: Limits = Limits()
) throws -> Located {
  let source = Source(name: name, text: text)
  return Located(try InputReader.read(source, limits: limits), in: source)
}

/// What a schema says of an input.
func violations(
  of data: String, in name: String = "data.json", by schema: String, assertsFormats: Bool = true,
  limits: Limits = Limits()
) throws -> [Diagnostic] {
  try compiled(schema, limits: limits)
    .violations(in: located(data, in: name, limits: limits), assertsFormats: assertsFormats)
}
