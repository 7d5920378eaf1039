import Diagnostics

extension SchemaCompiler {
  /// Reports references that lead back to themselves before any part of a value has been reached (core, section 9.4.1).
  ///
  /// What depends on the value or on the dynamic scope is watched while a value is checked.
  mutating func findLoops(_ references: [SchemaReference]) {
    enum State { case new, open, closed }
    var states = [State](repeating: .new, count: nodes.count)
    for start in nodes.indices where states[start] == .new {
      // A stack of its own: a chain of references may be as long as the schema.
      var path: [(node: Int, left: [Int])] = [(start, targets(of: start, references))]
      states[start] = .open
      while let last = path.last {
        guard let target = last.left.last else {
          states[last.node] = .closed
          path.removeLast()
          continue
        }
        path[path.count - 1].left.removeLast()
        switch states[target] {
        case .closed: break
        case .open:
          let loop = path.map(\.node).drop { $0 != target }
          reportLoop(Array(loop))
        case .new:
          states[target] = .open
          path.append((target, targets(of: target, references)))
        }
      }
    }
  }

  private mutating func reportLoop(_ loop: [Int]) {
    for node in loop {
      for rule in nodes[node].rules {
        switch rule.kind {
        case .inPlace(.reference(let number)), .inPlace(.dynamicReference(let number)):
          let reference = pending[number]
          fault(
            "loop", "\(Shown.quoted(reference.text)) leads back to itself without end",
            at: reference.range, in: reference.context,
            hints: ["let it stand for a part of the value, as under \"properties\" or \"items\""])
          return
        default: continue
        }
      }
    }
  }

  /// The schemas that are always applied to the same value.
  private func targets(of node: Int, _ references: [SchemaReference]) -> [Int] {
    nodes[node].rules.flatMap { rule -> [Int] in
      guard case .inPlace(let applicator) = rule.kind else { return [] }
      switch applicator {
      case .reference(let number): return [references[number].node]
      case .dynamicReference(let number):
        return references[number].dynamicAnchor == nil ? [references[number].node] : []
      case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): return schemas
      case .not(let schema), .conditional(let schema, _, _): return [schema]
      case .dependentSchemas: return []
      }
    }
  }
}
