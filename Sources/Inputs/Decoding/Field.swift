import Diagnostics

/// One member of an object: its name, its shape and whether it may be left out.
package struct Field<Output: Sendable>: Sendable {
  /// Nil for the object itself, which is no member.
  let key: String?
  let isRequired: Bool
  /// The schema of the member, with what it means.
  let schema: SchemaFragment
  /// Reads the member of an object, given the value that holds it; nil where a fault was reported.
  let read: @Sendable (Object, Value, inout Decoding) -> Output?

  private init(
    _ key: String?, _ schema: SchemaFragment, _ summary: String, isRequired: Bool,
    read: @escaping @Sendable (Object, Value, inout Decoding) -> Output?
  ) {
    self.key = key
    self.isRequired = isRequired
    self.schema = SchemaFragment(
      [("description", .string(summary))] + schema.keywords.map { ($0.key, $0.value) },
      definitions: schema.definitions)
    self.read = read
  }

  /// A member that must be there.
  package init(_ key: String, _ shape: Shape<Output>, _ summary: String) {
    let subject = "\"\(key)\""
    self.init(key, shape.schema, summary, isRequired: true) { object, value, decoding in
      guard let member = object[key] else {
        let holder = decoding.subject
        decoding.error(
          "data.missing", "\(holder) has no \"\(key)\"", at: value.range,
          hints: ["add \"\(key)\": \(shape.example)"])
        return nil
      }
      return decoding.within(subject) { shape.read(member, &$0) }
    }
  }

  /// A member that may be left out, with what stands for it then.
  package init(
    _ key: String, _ shape: Shape<Output>, default absent: Output, _ summary: String
  ) {
    let subject = "\"\(key)\""
    self.init(key, shape.schema, summary, isRequired: false) { object, _, decoding in
      guard let member = object[key] else { return absent }
      return decoding.within(subject) { shape.read(member, &$0) }
    }
  }

  /// A member that may be left out.
  package static func optional<Wrapped>(
    _ key: String, _ shape: Shape<Wrapped>, _ summary: String
  ) -> Field where Output == Wrapped? {
    Field(key, shape.map { output, _, _ in .some(.some(output)) }, default: nil, summary)
  }
}

extension Field where Output == Value {
  /// The object itself as it stands, for a model that keeps what it was read from.
  package static var itself: Field {
    Field(nil, SchemaFragment([]), "", isRequired: false) { _, value, _ in value }
  }
}
