/// The members that a schema knows, its own and those of the schemas it applies to the same value.
struct KnownMembers {
  private let schema: JSONSchema

  init(_ schema: JSONSchema) {
    self.schema = schema
  }

  /// Their names, in the order of the schema's text.
  func names(of index: Int) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for rules in memberRules(of: index) {
      names += rules.names.filter { seen.insert($0).inserted }
    }
    return names
  }

  /// The schema of a member.
  func schema(of name: String, in index: Int) -> Int? {
    memberRules(of: index).lazy.compactMap { $0.named[name] }.first
  }

  private func memberRules(of index: Int) -> [MemberRules] {
    var found: [MemberRules] = []
    var next = [index]
    var seen: Set<Int> = []
    while !next.isEmpty, seen.count < 64 {
      let index = next.removeFirst()
      guard seen.insert(index).inserted else { continue }
      for rule in schema.nodes[index].rules {
        switch rule.kind {
        case .members(let rules): found.append(rules)
        case .inPlace(let applicator): next += schemas(of: applicator)
        default: continue
        }
      }
    }
    return found
  }

  private func schemas(of applicator: InPlaceApplicator) -> [Int] {
    switch applicator {
    case .reference(let number), .dynamicReference(let number): [schema.references[number].node]
    case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): schemas
    case .not: []
    case .conditional(_, let then, let otherwise): [then, otherwise].compactMap { $0 }
    case .dependentSchemas(let schemas): schemas.map(\.schema)
    }
  }
}
