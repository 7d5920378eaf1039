import Diagnostics

/// Choosing which branch of `anyOf` or `oneOf` was meant, where none accepts the value.
extension Evaluation {
  /// Branches that fit equally well and are all tried, and how deep such choices may lie in each other.
  private static let mostTried = 4
  private static let mostOpenChoices = 3

  /// `anyOf` and `oneOf`: all branches without a word; then, if none accepts the value, the nearest again.
  mutating func nextBranch(
    _ schemas: [Int], _ rule: SchemaRule, isOne: Bool, _ frame: inout EvaluationFrame,
    _ answer: Bool?
  ) -> SchemaCall? {
    guard frame.stage == 0 else { return nextCandidate(schemas, rule, &frame, answer) }
    if answer == true { frame.accepted.append(schemas[frame.position - 1]) }
    let count = frame.accepted.count
    // Every branch of `anyOf` that accepts the value may have looked at something.
    let isDecided = isOne ? count > 1 && violations == nil : count > 0 && frame.marks == nil
    if !isDecided, frame.position < schemas.count {
      frame.position += 1
      return .inPlace(schemas[frame.position - 1], frame.value, .quiet)
    }
    frame.isMet = isOne ? count == 1 : count > 0
    if count == 0, wantsWords() {
      frame.stage = 1
      frame.candidates = candidates(schemas, rule, frame.value)
      if frame.candidates.count > 1 { openChoices += 1 }
      return nextCandidate(schemas, rule, &frame, nil)
    }
    if !frame.isMet, count > 1, wantsWords() { reportSeveral(frame.accepted, rule, frame.value) }
    return nil
  }

  private mutating func nextCandidate(
    _ schemas: [Int], _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    if answer != nil, frame.nearest.map({ Self.isNearer(collected, than: $0) }) ?? true {
      frame.nearest = collected
    }
    if frame.stage <= frame.candidates.count {
      frame.stage += 1
      return .inPlace(frame.candidates[frame.stage - 2], frame.value, .collecting)
    }
    if frame.candidates.count > 1 { openChoices -= 1 }
    let note = Diagnostic.Note(
      "the nearest of \(schemas.count) schemas under \"\(rule.keyword)\"",
      at: schema.location(rule.place))
    if let nearest = frame.nearest {
      violations?.add(schemas.count > 1 ? nearest.adding(note) : nearest)
    }
    return nil
  }

  /// The branches that come nearest at first sight; none where that has said already what is wrong.
  private mutating func candidates(
    _ schemas: [Int], _ rule: SchemaRule, _ value: Value
  ) -> [Int] {
    let affinity = BranchAffinity(schema)
    let scores = schemas.map { affinity.score($0, value) }
    guard let best = scores.max() else { return [] }
    if best <= BranchAffinity.wrongType {
      let types = schemas.compactMap { affinity.types($0) }.reduce(TypeSet()) { $0.union($1) }
      report(
        rule, at: value.range,
        types.isEmpty
          ? "\(path.subject) is not allowed here"
          : "\(path.subject) must be \(types.words), not \(Shown.kind(value))",
        hints: TypeHint.hints(types, value))
      return []
    }
    if let allowed = affinity.allowedValues(schemas, value) {
      report(
        rule, at: value.range, "\(path.subject) must be \(Choice.words(allowed, value))",
        hints: Choice.hints(allowed, value))
      return []
    }
    if let telling = affinity.wrongTellingMember(schemas, value) {
      path.push(.key(telling.member.key))
      report(
        rule, at: telling.member.value.range,
        "\(path.subject) must be \(Choice.words(telling.allowed, telling.member.value))",
        hints: Choice.hints(telling.allowed, telling.member.value))
      path.pop()
      return []
    }
    let tied = schemas.indices.filter { scores[$0] == best }.map { schemas[$0] }
    return Array(tied.prefix(openChoices < Self.mostOpenChoices ? Self.mostTried : 1))
  }

  private mutating func reportSeveral(_ accepting: [Int], _ rule: SchemaRule, _ value: Value) {
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

  /// The branch in which the first fault lies deepest has the most that fits; then that of fewest faults.
  private static func isNearer(_ a: ViolationList, than b: ViolationList) -> Bool {
    (-a.depth, a.count) < (-b.depth, b.count)
  }
}
