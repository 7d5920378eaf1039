package import Diagnostics

/// What a value must look like: how it is read into an `Output`, and the JSON Schema that says the same.
///
/// Both stand in one place, so that reading and schema can't drift apart. Shapes are built from smaller ones:
///
///     static let shape = Shape.object(
///       "place", "A town.",
///       Field("name", .text, "Its name."),
///       .optional("people", .integer(in: 0...Int.max), "Who live there."),
///       make: Place.init)
///
///     let (place, warnings) = try Place.shape.decode(Located(value, in: source))
package struct Shape<Output: Sendable>: Sendable {
  package var schema: SchemaFragment
  /// What somebody would type, for hints: `"…"`, `{"ko": "…", "en": "…"}`.
  package var example: String
  private let reading: @Sendable (Value, inout Decoding) -> Output?

  /// - Parameter reading: Reads a value; where it answers nil it has reported why.
  package init(
    schema: SchemaFragment, example: String,
    reading: @escaping @Sendable (Value, inout Decoding) -> Output?
  ) {
    self.schema = schema
    self.example = example
    self.reading = reading
  }

  package func read(_ value: Value, _ decoding: inout Decoding) -> Output? {
    reading(value, &decoding)
  }

  /// Reads a whole input: all its faults at once, or its value with the warnings.
  package func decode(_ input: Located) throws(DiagnosticError) -> (
    value: Output, warnings: [Diagnostic]
  ) {
    var decoding = Decoding(input.source)
    let output = read(input.value, &decoding)
    let diagnostics = decoding.finish()
    guard let output, !diagnostics.hasErrors else { throw DiagnosticError(diagnostics) }
    return (output, diagnostics)
  }
}

extension Shape {
  /// The same shape read into another type; the closure reports why where it answers nil.
  package func map<Mapped: Sendable>(
    _ transform: @escaping @Sendable (Output, Value, inout Decoding) -> Mapped?
  ) -> Shape<Mapped> {
    Shape<Mapped>(schema: schema, example: example) { value, decoding in
      read(value, &decoding).flatMap { transform($0, value, &decoding) }
    }
  }

  /// The same shape, with faults reported that no schema can tell.
  package func checked(
    _ check: @escaping @Sendable (Output, Value, inout Decoding) -> Void
  ) -> Shape {
    map { output, value, decoding in
      check(output, value, &decoding)
      return output
    }
  }

  /// The same shape with these keywords in its schema, instead of those of the same names.
  package func describing(_ keywords: [(String, Value)], example: String? = nil) -> Shape {
    let members = SchemaFragment(keywords).keywords
    var copy = self
    copy.schema.keywords.removeAll { old in members.contains { $0.key == old.key } }
    copy.schema.keywords += members
    copy.example = example ?? self.example
    return copy
  }

  /// The same shape, defined under a name in the schema.
  package func named(_ name: String) -> Shape {
    var copy = self
    copy.schema = schema.named(name)
    return copy
  }
}
