import Diagnostics

extension Shape {
  /// An object with these members and no others.
  ///
  /// - Parameters:
  ///   - noun: What one of them is called in messages and in the schema, such as `organization`.
  ///   - make: Puts the members' values together, in the order of the fields.
  package static func object<each Member: Sendable>(
    _ noun: String, _ summary: String, _ fields: repeat Field<each Member>,
    make: @escaping @Sendable (repeat each Member) -> Output
  ) -> Shape {
    var members: [ObjectMember] = []
    for field in repeat each fields {
      if let member = ObjectMember(field) { members.append(member) }
    }
    let keys = members.map(\.key)
    let known = Set(keys)
    let subject = "this \(noun)"
    return Shape(
      schema: objectSchema(noun, summary, members), example: "{…}"
    ) { value, decoding in
      guard let object = value.object else {
        decoding.mismatch("an object", value)
        return nil
      }
      for member in object.members where !known.contains(member.key) {
        decoding.error(
          "data.unknown-member", "unknown member \"\(member.key)\" in \(noun)",
          at: member.keyRange, hints: Suggestion.hints(for: member.key, in: keys))
      }
      return decoding.within(subject) { decoding in
        let values = (repeat (each fields).read(object, value, &decoding))
        do throws(Absent) {
          return make(repeat try present(each values))
        } catch {
          return nil
        }
      }
    }
  }

  private static func objectSchema(
    _ noun: String, _ summary: String, _ members: [ObjectMember]
  ) -> SchemaFragment {
    var fragment = SchemaFragment([
      ("type", "object"), ("description", .string(summary)),
      ("properties", .object(members.map { ($0.key, $0.schema.value) })),
      ("required", .array(members.filter(\.isRequired).map { .string($0.key) })),
      ("additionalProperties", false),
    ])
    for member in members {
      fragment.definitions = fragment.definitions.merging(member.schema.definitions)
    }
    return fragment
  }
}

/// A field without its type, as the schema needs it.
private struct ObjectMember {
  var key: String
  var isRequired: Bool
  var schema: SchemaFragment

  init?<Output>(_ field: Field<Output>) {
    guard let key = field.key else { return nil }
    self.key = key
    isRequired = field.isRequired
    schema = field.schema
  }
}

/// A member could not be read; why has been reported.
private struct Absent: Error {}

private func present<T>(_ value: T?) throws(Absent) -> T {
  guard let value else { throw Absent() }
  return value
}
