import Diagnostics

/// Choosing which branch of `anyOf` or `oneOf` was meant, where none accepts the value.
extension Evaluation {
  /// Branches that fit equally well and are all tried, and how deep such choices may lie in each other.
  private static let mostTried = 4
  private static let mostOpenChoices = 3

  /// Reports what is wrong by the branch that comes nearest.
  mutating func reportNearest(
    _ schemas: [Int], _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) {
    guard wantsWords() else { return }
    let affinity = BranchAffinity(schema)
    let scores = schemas.map { affinity.score($0, value) }
    guard let best = scores.max() else { return }
    if best <= BranchAffinity.wrongType {
      let types = schemas.compactMap { affinity.types($0) }.reduce(TypeSet()) { $0.union($1) }
      report(
        rule, at: value.range,
        "\(path.subject) must be \(types.words), not \(Shown.kind(value))",
        hints: TypeHint.hints(types, value))
      return
    }
    if let allowed = affinity.allowedValues(schemas, value) {
      report(
        rule, at: value.range, "\(path.subject) must be \(Choice.words(allowed, value))",
        hints: Choice.hints(allowed, value))
      return
    }
    let tied = schemas.indices.filter { scores[$0] == best }.map { schemas[$0] }
    let tried = openChoices < Self.mostOpenChoices ? tied.prefix(Self.mostTried) : tied.prefix(1)
    var nearest: ViolationList?
    if tried.count > 1 { openChoices += 1 }
    for index in tried {
      let found = try violations(of: value, by: index, &marks)
      if nearest.map({ Self.isNearer(found, than: $0) }) ?? true { nearest = found }
    }
    if tried.count > 1 { openChoices -= 1 }
    if let nearest { violations?.add(nearest) }
  }

  /// The branch in which the first fault lies deepest has the most that fits; then that of fewest faults.
  private static func isNearer(_ a: ViolationList, than b: ViolationList) -> Bool {
    (-a.depth, a.count) < (-b.depth, b.count)
  }
}

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
