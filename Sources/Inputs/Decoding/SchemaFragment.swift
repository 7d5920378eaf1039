/// A piece of JSON Schema (2020-12) and the definitions that it refers to.
package struct SchemaFragment: Sendable {
  package var keywords: [Object.Member]
  /// Named definitions in order of first use.
  package var definitions: [Object.Member]

  package init(_ keywords: [(String, Value)], definitions: [Object.Member] = []) {
    self.keywords = keywords.map { Object.Member(key: $0.0, value: $0.1) }
    self.definitions = definitions
  }

  package var value: Value { Value(.object(Object(keywords))) }

  /// The fragment as a definition of its own, referred to by name.
  package func named(_ name: String) -> SchemaFragment {
    SchemaFragment(
      [("$ref", .string("#/$defs/\(name)"))],
      definitions: [Object.Member(key: name, value: value)].merging(definitions))
  }

  /// A whole schema document.
  package func document(id: String) -> Value {
    let head = [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", id)].map {
      Object.Member(key: $0.0, value: .string($0.1))
    }
    let definitions = Object.Member(key: "$defs", value: Value(.object(Object(definitions))))
    return Value(.object(Object(head + keywords + [definitions])))
  }
}

extension [Object.Member] {
  /// These members and those of `others` that none here is named like.
  func merging(_ others: [Object.Member]) -> [Object.Member] {
    var known = Set(map(\.key))
    return self + others.filter { known.insert($0.key).inserted }
  }
}
