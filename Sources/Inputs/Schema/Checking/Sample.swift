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
