import Diagnostics

/// Keywords that apply schemas to the value itself (core, section 10.2).
extension Evaluation {
  mutating func accepts(
    _ applicator: InPlaceApplicator, _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    switch applicator {
    case .reference(let number):
      return try follow(schema.references[number].node, rule, value, &marks)
    case .dynamicReference(let number):
      return try follow(target(of: schema.references[number]), rule, value, &marks)
    case .allOf(let schemas): return try acceptsAll(schemas, value, &marks)
    case .anyOf(let schemas): return try acceptsAny(schemas, rule, value, &marks)
    case .oneOf(let schemas): return try acceptsOne(schemas, rule, value, &marks)
    case .not(let schema): return try acceptsNot(schema, rule, value)
    case .conditional(let test, let then, let otherwise):
      guard let next = try quietly(test, value, &marks) ? then : otherwise else { return true }
      return try accepts(next, value, &marks)
    case .dependentSchemas(let schemas): return try acceptsDependents(schemas, value, &marks)
    }
  }

  /// The schema of a dynamic reference: that of the outermost resource which has the name (core, section 8.2.3.2).
  private func target(of reference: SchemaReference) -> Int {
    guard let name = reference.dynamicAnchor else { return reference.node }
    for resource in scope.entered {
      if let node = schema.resources[resource].dynamicAnchors[name] { return node }
    }
    return reference.node
  }

  private mutating func follow(
    _ index: Int, _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard !isActive(index) else {
      throw EvaluationStop(
        diagnostic: .error(
          "schema-file.loop", "\"\(rule.keyword)\" leads back to itself without end",
          at: schema.location(rule.place),
          notes: [Diagnostic.Note("when this value is checked", at: location(value.range))]))
    }
    return try accepts(index, value, &marks)
  }

  private mutating func acceptsAll(
    _ schemas: [Int], _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    var isAccepted = true
    for index in schemas {
      if try accepts(index, value, &marks) { continue }
      isAccepted = false
      if violations == nil { return false }
    }
    return isAccepted
  }

  private mutating func acceptsDependents(
    _ schemas: [(key: String, schema: Int)], _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let object = value.object else { return true }
    var isAccepted = true
    for (key, index) in schemas where object.member(key) != nil {
      if try accepts(index, value, &marks) { continue }
      isAccepted = false
      if violations == nil { return false }
    }
    return isAccepted
  }

  private mutating func acceptsAny(
    _ schemas: [Int], _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    var isAccepted = false
    for index in schemas {
      if try quietly(index, value, &marks) { isAccepted = true }
      // Every branch that accepts the value may have looked at something.
      if isAccepted, marks == nil { return true }
    }
    if !isAccepted { try reportNearest(schemas, rule, value, &marks) }
    return isAccepted
  }

  private mutating func acceptsOne(
    _ schemas: [Int], _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    var accepting: [Int] = []
    for index in schemas {
      if try quietly(index, value, &marks) { accepting.append(index) }
      if accepting.count > 1, violations == nil { return false }
    }
    if accepting.isEmpty {
      try reportNearest(schemas, rule, value, &marks)
    } else if accepting.count > 1, wantsWords() {
      let titles = accepting.compactMap { schema.nodes[$0].title }
      let notes = accepting.prefix(4).map {
        Diagnostic.Note("one that fits", at: schema.location(schema.nodes[$0].place))
      }
      report(
        rule, at: value.range,
        "\(path.subject) fits \(accepting.count) of the schemas under \"oneOf\", where it must fit one",
        hints: titles.count == accepting.count
          ? ["it may be only one of \(titles.map(Shown.quoted).joined(separator: ", "))"] : [],
        notes: notes)
    }
    return accepting.count == 1
  }

  private mutating func acceptsNot(
    _ index: Int, _ rule: SchemaRule, _ value: Value
  ) throws(EvaluationStop) -> Bool {
    var marks: Marks?
    guard try quietly(index, value, &marks) else { return true }
    guard wantsWords() else { return false }
    let what = schema.nodes[index].title.map(Shown.quoted) ?? NegatedSchema(schema).words(of: index)
    report(
      rule, at: value.range,
      "\(path.subject) must not be \(what ?? "what the schema under \"not\" describes")")
    return false
  }
}
