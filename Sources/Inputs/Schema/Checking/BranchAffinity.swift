/// How well a value fits a schema at first sight: its type, its telling members, its keys.
struct BranchAffinity {
  /// The score of a value of another type.
  static let wrongType = -1000
  private static let wrongValue = 100
  private static let tellingValue = 40

  private let schema: JSONSchema

  init(_ schema: JSONSchema) {
    self.schema = schema
  }

  func score(_ index: Int, _ value: Value) -> Int {
    guard schema.nodes[index].verdict != false else { return Self.wrongType - 1 }
    var score = 0
    for rule in rules(of: index) {
      switch rule.kind {
      case .assertion(.type(let types)):
        if !types.admits(value) { return Self.wrongType }
      case .assertion(.constant(let constant)):
        if !ExactValue.areEqual(constant, value) { score -= Self.wrongValue }
      case .assertion(.enumeration(let allowed)):
        if !allowed.contains(value) { score -= Self.wrongValue }
      case .assertion(.required(let keys)):
        guard let object = value.object else { continue }
        for key in keys { score += object.member(key) == nil ? -2 : 2 }
      case .members(let members):
        score += self.score(members, value)
      default: continue
      }
    }
    return score
  }

  private func score(_ rules: MemberRules, _ value: Value) -> Int {
    guard let object = value.object else { return 0 }
    var score = 0
    let isClosed = rules.additional.map { schema.nodes[$0].verdict == false } ?? false
    for member in object.members {
      guard let index = rules.named[member.key] else {
        if isClosed { score -= 1 }
        continue
      }
      score += 1
      guard let allowed = values(index) else { continue }
      score += allowed.contains(member.value) ? Self.tellingValue : -Self.tellingValue
    }
    return score
  }

  /// The types that a schema asks for, if it does.
  func types(_ index: Int) -> TypeSet? {
    for rule in rules(of: index) {
      if case .assertion(.type(let types)) = rule.kind { return types }
    }
    return nil
  }

  /// All values that branches allow which list theirs, where none does otherwise and the value is of no other type.
  func allowedValues(_ schemas: [Int], _ value: Value) -> [Value]? {
    var allowed: [Value] = []
    for index in schemas where types(index)?.admits(value) ?? true {
      guard let values = values(index) else { return nil }
      allowed += values.values
    }
    return allowed.isEmpty ? nil : allowed
  }

  /// A member by which all branches tell what they are for, where its value is that of none.
  func wrongTellingMember(
    _ schemas: [Int], _ value: Value
  ) -> (member: Object.Member, allowed: [Value])? {
    guard let object = value.object, schemas.count > 1 else { return nil }
    let members = schemas.map { index in
      rules(of: index).compactMap { rule -> MemberRules? in
        if case .members(let rules) = rule.kind { rules } else { nil }
      }
    }
    for member in object.members {
      var allowed: [Value] = []
      let tells = members.allSatisfy { rules in
        let values = rules.lazy.compactMap { $0.named[member.key] }.first.flatMap(self.values)
        allowed += values?.values ?? []
        return values != nil && values?.contains(member.value) == false
      }
      if tells { return (member, allowed) }
    }
    return nil
  }

  private func values(_ index: Int) -> Enumeration? {
    for rule in rules(of: index) {
      switch rule.kind {
      case .assertion(.constant(let value)): return Enumeration([value])
      case .assertion(.enumeration(let allowed)): return allowed
      default: continue
      }
    }
    return nil
  }

  /// The rules of a schema and of those that it always applies, as far as they are easily seen.
  private func rules(of index: Int) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    var next = [index]
    var seen: Set<Int> = []
    while let index = next.popLast(), seen.count < 16 {
      guard seen.insert(index).inserted else { continue }
      for rule in schema.nodes[index].rules {
        switch rule.kind {
        case .inPlace(.reference(let number)), .inPlace(.dynamicReference(let number)):
          next.append(schema.references[number].node)
        case .inPlace(.allOf(let schemas)): next += schemas
        default: rules.append(rule)
        }
      }
    }
    return rules
  }
}
