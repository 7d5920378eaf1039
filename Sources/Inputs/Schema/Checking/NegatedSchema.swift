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
