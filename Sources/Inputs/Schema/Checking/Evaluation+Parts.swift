import Diagnostics

/// Keywords that apply schemas to members and items (core, section 10.3).
extension Evaluation {
  /// Takes the answer to the last call: one refusal breaks the rule. Answers whether the rule goes on.
  func goesOn(_ frame: inout EvaluationFrame, _ answer: Bool?) -> Bool {
    guard answer == false else { return true }
    frame.isMet = false
    return violations != nil
  }

  mutating func nextMember(
    _ rules: MemberRules, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    guard let object = frame.value.object, goesOn(&frame, answer) else { return nil }
    while frame.position < object.members.count {
      let member = object.members[frame.position]
      if let schema = try nextSchema(of: member, rules, &frame) {
        if schema != rules.additional || !schemaForbids(schema) {
          return .part(schema, member.value, at: .key(member.key))
        }
        frame.isMet = false
        guard violations != nil else { return nil }
        let place = rules.additionalPlace ?? rule.place
        reportUnknown(member, among: rules.names, in: frame.value, place)
      }
      if frame.isKnown { frame.marks?.insert(frame.position) }
      frame.position += 1
      frame.stage = 0
    }
    return nil
  }

  /// The next of the schemas that apply to a member: by its name, by patterns, or else as an additional one.
  private func nextSchema(
    of member: Object.Member, _ rules: MemberRules, _ frame: inout EvaluationFrame
  ) throws(EvaluationStop) -> Int? {
    if frame.stage == 0 {
      frame.stage = 1
      let schema = rules.named[member.key]
      frame.isKnown = schema != nil
      if let schema { return schema }
    }
    while frame.stage <= rules.patterns.count {
      let (pattern, schema, place) = rules.patterns[frame.stage - 1]
      frame.stage += 1
      guard try matches(pattern, member.key, at: member.keyRange, place) else { continue }
      frame.isKnown = true
      return schema
    }
    guard !frame.isKnown, let schema = rules.additional else { return nil }
    frame.isKnown = true
    return schema
  }

  func schemaForbids(_ index: Int) -> Bool { schema.nodes[index].verdict == false }

  private mutating func reportUnknown(
    _ member: Object.Member, among names: [String], in value: Value, _ place: SchemaPlace
  ) {
    let rule = SchemaRule(
      keyword: "additionalProperties", place: place, kind: .unevaluatedMembers(0))
    reportUnknown(member, among: names, in: value, rule)
  }

  mutating func reportUnknown(
    _ member: Object.Member, among names: [String], in value: Value, _ rule: SchemaRule
  ) {
    guard wantsWords() else { return }
    let unused = names.filter { value[$0] == nil }
    report(
      rule, at: member.keyRange, "\(path.subject) has an unknown key \(Shown.quoted(member.key))",
      hints: Suggestion.nearest(to: member.key, in: unused).map { ["did you mean \"\($0)\"?"] }
        ?? (unused.isEmpty ? ["leave it out"] : Suggestion.hints(for: member.key, in: names)))
  }

  func nextName(
    _ schema: Int, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let object = frame.value.object, goesOn(&frame, answer),
      frame.position < object.members.count
    else { return nil }
    let member = object.members[frame.position]
    frame.position += 1
    return .part(
      schema, Value(.string(member.key), range: member.keyRange), at: .name(member.key))
  }

  mutating func nextItem(
    _ rules: ItemRules, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let items = frame.value.array, goesOn(&frame, answer) else { return nil }
    let index = frame.position
    guard index < items.count else {
      if rules.rest != nil { frame.marks?.insertAll() }
      return nil
    }
    guard let schema = index < rules.prefix.count ? rules.prefix[index] : rules.rest else {
      return nil
    }
    if index >= rules.prefix.count, schemaForbids(schema), let place = rules.restPlace {
      // All that follow are too many, which is said once.
      frame.isMet = false
      frame.marks?.insertAll()
      reportSurplus(items, after: index, place)
      return nil
    }
    frame.marks?.insert(index)
    frame.position += 1
    return .part(schema, items[index], at: .item(index))
  }

  private mutating func reportSurplus(_ items: [Value], after count: Int, _ place: SchemaPlace) {
    guard wantsWords() else { return }
    let rule = SchemaRule(keyword: "items", place: place, kind: .unevaluatedItems(0))
    report(
      rule, at: items[count].range,
      count == 0
        ? "\(path.subject) must be an empty list, and has \(Counted.items(items.count))"
        : "\(path.subject) may have at most \(Counted.items(count)), not \(items.count)",
      hints: ["leave out what follows"])
  }

  mutating func nextContained(
    _ contains: ContainsRule, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let items = frame.value.array else { return nil }
    if answer == true {
      frame.accepted.append(frame.position - 1)
      frame.marks?.insert(frame.position - 1)
    }
    let found = frame.accepted.count
    let isDecided = frame.marks == nil && contains.most == nil && found >= contains.least
    if !isDecided, frame.position < items.count {
      frame.position += 1
      let index = frame.position - 1
      return .part(contains.schema, items[index], at: .item(index), .quiet)
    }
    if found < contains.least {
      frame.isMet = false
      reportMissing(contains, found: found, rule, frame.value)
    } else if let most = contains.most, found > most {
      frame.isMet = false
      if wantsWords() {
        let wanted = "\(Counted.items(most)) that \(wanted(contains))"
        report(
          rule, at: frame.value.range, "\(path.subject) may have at most \(wanted), not \(found)")
      }
    }
    return nil
  }

  private mutating func reportMissing(
    _ contains: ContainsRule, found: Int, _ rule: SchemaRule, _ value: Value
  ) {
    guard wantsWords() else { return }
    let count = Counted.items(contains.least)
    let example = Sample(schema).text(of: contains.schema)
    report(
      rule, at: value.range,
      "\(path.subject) must have at least \(count) that \(wanted(contains)), and has \(found == 0 ? "none" : String(found))",
      hints: example.map { ["add one such as \($0)"] } ?? [])
  }

  private func wanted(_ contains: ContainsRule) -> String {
    schema.nodes[contains.schema].title.map { "is \(Shown.quoted($0))" }
      ?? "\"contains\" describes"
  }
}
