import Diagnostics

/// Keywords that apply schemas to the value itself (core, section 10.2).
extension Evaluation {
  mutating func next(
    _ applicator: InPlaceApplicator, _ rule: SchemaRule, _ frame: inout EvaluationFrame,
    _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    switch applicator {
    case .reference(let number):
      return try follow(schema.references[number].node, rule, &frame, answer)
    case .dynamicReference(let number):
      return try follow(target(of: schema.references[number]), rule, &frame, answer)
    case .allOf(let schemas): return nextOfAll(schemas, &frame, answer)
    case .anyOf(let schemas): return nextBranch(schemas, rule, isOne: false, &frame, answer)
    case .oneOf(let schemas): return nextBranch(schemas, rule, isOne: true, &frame, answer)
    case .not(let schema): return negated(schema, rule, &frame, answer)
    case .conditional(let test, let then, let otherwise):
      return condition(test, then, otherwise, &frame, answer)
    case .dependentSchemas(let schemas): return nextDependent(schemas, &frame, answer)
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

  private func follow(
    _ index: Int, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    if let answer {
      frame.isMet = answer
      return nil
    }
    guard !isActive(index) else {
      throw EvaluationStop(
        diagnostic: .error(
          "schema-file.loop", "\"\(rule.keyword)\" leads back to itself without end",
          at: schema.location(rule.place),
          notes: [Diagnostic.Note("when this value is checked", at: location(frame.value.range))]))
    }
    return .inPlace(index, frame.value)
  }

  private func nextOfAll(
    _ schemas: [Int], _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    if answer == false {
      frame.isMet = false
      if violations == nil { return nil }
    }
    guard frame.position < schemas.count else { return nil }
    frame.position += 1
    return .inPlace(schemas[frame.position - 1], frame.value)
  }

  private func nextDependent(
    _ schemas: [(key: String, schema: Int)], _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let object = frame.value.object else { return nil }
    if answer == false {
      frame.isMet = false
      if violations == nil { return nil }
    }
    while frame.position < schemas.count {
      let (key, index) = schemas[frame.position]
      frame.position += 1
      if object.member(key) != nil { return .inPlace(index, frame.value) }
    }
    return nil
  }

  private func condition(
    _ test: Int, _ then: Int?, _ otherwise: Int?, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let answer else { return .inPlace(test, frame.value, .quiet) }
    guard frame.stage == 0 else {
      frame.isMet = answer
      return nil
    }
    frame.stage = 1
    return (answer ? then : otherwise).map { .inPlace($0, frame.value) }
  }

  private mutating func negated(
    _ index: Int, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let answer else {
      return .inPlace(index, frame.value, .quiet, passesMarks: false)
    }
    frame.isMet = !answer
    guard answer, wantsWords() else { return nil }
    let what = schema.nodes[index].title.map(Shown.quoted) ?? NegatedSchema(schema).words(of: index)
    report(
      rule, at: frame.value.range,
      "\(path.subject) must not be \(what ?? "what the schema under \"not\" describes")")
    return nil
  }
}
