import Diagnostics

extension Shape {
  /// A list of items of one shape.
  package static func list<Item>(of item: Shape<Item>) -> Shape where Output == [Item] {
    Shape(
      schema: SchemaFragment(
        [("type", "array"), ("items", item.schema.value)], definitions: item.schema.definitions),
      example: "[\(item.example)]"
    ) { value, decoding in
      guard let values = value.array else {
        decoding.mismatch("a list", value)
        return nil
      }
      var items: [Item] = []
      var isWhole = true
      decoding.within("an item of \(decoding.subject)") { decoding in
        for value in values {
          if let item = item.read(value, &decoding) {
            items.append(item)
          } else {
            isWhole = false
          }
        }
      }
      return isWhole ? items : nil
    }
  }

  /// One item, or a list of at least one.
  package static func oneOrMore<Item>(of item: Shape<Item>) -> Shape where Output == [Item] {
    let list = Shape.list(of: item)
    let listSchema = SchemaFragment(
      list.schema.keywords.map { ($0.key, $0.value) } + [("minItems", 1)])
    return Shape(
      schema: SchemaFragment(
        [("anyOf", .array([item.schema.value, listSchema.value]))],
        definitions: item.schema.definitions),
      example: item.example
    ) { value, decoding in
      guard let values = value.array else { return item.read(value, &decoding).map { [$0] } }
      guard !values.isEmpty else {
        decoding.error("data.empty", "\(decoding.subject) is empty", at: value.range)
        return nil
      }
      return list.read(value, &decoding)
    }
  }

  /// An object whose keys are free and whose members all have one shape, in their order of writing.
  package static func dictionary<Item>(of item: Shape<Item>) -> Shape
  where Output == [(key: String, value: Item)] {
    Shape(
      schema: SchemaFragment(
        [("type", "object"), ("additionalProperties", item.schema.value)],
        definitions: item.schema.definitions),
      example: "{\"…\": \(item.example)}"
    ) { value, decoding in
      guard let object = value.object else {
        decoding.mismatch("an object", value)
        return nil
      }
      var members: [(key: String, value: Item)] = []
      for member in object.members {
        let item = decoding.within("\"\(member.key)\"") { item.read(member.value, &$0) }
        if let item { members.append((member.key, item)) }
      }
      return members.count == object.members.count ? members : nil
    }
  }
}
