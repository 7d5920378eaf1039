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

/// A value that somebody could type to satisfy a schema, as far as that is easily seen.
struct Sample {
  private let schema: JSONSchema

  init(_ schema: JSONSchema) {
    self.schema = schema
  }

  func text(of index: Int) -> String? {
    text(of: index, depth: 0)
  }

  private func text(of index: Int, depth: Int) -> String? {
    let node = schema.nodes[index]
    if let example = node.example, example.array == nil, example.object == nil {
      return Shown.text(example)
    }
    var type: TypeSet?
    for rule in node.rules {
      switch rule.kind {
      case .assertion(.constant(let value)): return scalar(value)
      case .assertion(.enumeration(let allowed)):
        return allowed.values.first.flatMap(scalar)
      case .assertion(.format(let format)): return Shown.quoted(format.example)
      case .assertion(.type(let types)): type = types
      case .inPlace(.reference(let number)) where depth < 8:
        if let text = text(of: schema.references[number].node, depth: depth + 1) { return text }
      default: continue
      }
    }
    return type.flatMap(text)
  }

  private func scalar(_ value: Value) -> String? {
    value.array == nil && value.object == nil ? Shown.text(value) : nil
  }

  private func text(_ type: TypeSet) -> String? {
    let texts: [(TypeSet, String)] = [
      (.string, "\"…\""), (.integer, "0"), (.number, "0"), (.boolean, "true"), (.array, "[…]"),
      (.object, "{…}"), (.null, "null"),
    ]
    return texts.first { type.contains($0.0) }?.1
  }
}

/// What `not` forbids, where it is easily said.
struct NegatedSchema {
  private let schema: JSONSchema

  init(_ schema: JSONSchema) {
    self.schema = schema
  }

  func words(of index: Int) -> String? {
    let node = schema.nodes[index]
    guard node.verdict == nil, node.rules.count == 1, let rule = node.rules.first else {
      return node.verdict == true ? "there" : nil
    }
    switch rule.kind {
    case .assertion(.constant(let value)): return Shown.text(value)
    case .assertion(.type(let types)): return types.words
    case .assertion(.enumeration(let allowed)) where allowed.values.count <= 6:
      return "any of " + allowed.values.map(Shown.text).joined(separator: ", ")
    case .assertion(.required(let keys)) where keys.count == 1:
      return "an object with \(Shown.quoted(keys[0]))"
    case .assertion(.pattern(let pattern)):
      return "a text that matches the pattern \(Shown.quoted(pattern.source))"
    case .assertion(.format(let format)): return format.words
    default: return nil
    }
  }
}
