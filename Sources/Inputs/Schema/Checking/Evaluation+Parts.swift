import Diagnostics

/// Keywords that apply schemas to members and items (core, section 10.3).
extension Evaluation {
  mutating func acceptsMembers(
    _ rules: MemberRules, _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let object = value.object else { return true }
    var isAccepted = true
    for (position, member) in object.members.enumerated() {
      var isKnown = false
      if let schema = rules.named[member.key] {
        isKnown = true
        if try !acceptsPart(schema, member.value, at: .key(member.key)) { isAccepted = false }
      }
      for (pattern, schema, place) in rules.patterns
      where try matches(pattern, member.key, at: member.keyRange, place) {
        isKnown = true
        if try !acceptsPart(schema, member.value, at: .key(member.key)) { isAccepted = false }
      }
      if !isKnown, let schema = rules.additional {
        isKnown = true
        if schemaForbids(schema) {
          isAccepted = false
          reportUnknown(member, among: rules.names, in: value, rules.additionalPlace ?? rule.place)
        } else if try !acceptsPart(schema, member.value, at: .key(member.key)) {
          isAccepted = false
        }
      }
      if isKnown { marks?.insert(position) }
      if !isAccepted, violations == nil { return false }
    }
    return isAccepted
  }

  private func schemaForbids(_ index: Int) -> Bool { schema.nodes[index].verdict == false }

  private mutating func reportUnknown(
    _ member: Object.Member, among names: [String], in value: Value, _ place: SchemaPlace
  ) {
    let rule = SchemaRule(
      keyword: "additionalProperties", place: place, kind: .unevaluatedMembers(0))
    reportUnknown(member, among: names, in: value, rule)
  }

  private mutating func reportUnknown(
    _ member: Object.Member, among names: [String], in value: Value, _ rule: SchemaRule
  ) {
    guard wantsWords() else { return }
    let unused = names.filter { value[$0] == nil }
    report(
      rule, at: member.keyRange, "\(path.subject) has an unknown key \(Shown.quoted(member.key))",
      hints: Suggestion.nearest(to: member.key, in: unused).map { ["did you mean \"\($0)\"?"] }
        ?? (unused.isEmpty ? ["leave it out"] : Suggestion.hints(for: member.key, in: names)))
  }

  mutating func acceptsNames(_ schema: Int, _ value: Value) throws(EvaluationStop) -> Bool {
    guard let object = value.object else { return true }
    var isAccepted = true
    for member in object.members {
      let name = Value(.string(member.key), range: member.keyRange)
      if try acceptsPart(schema, name, at: .name(member.key)) { continue }
      isAccepted = false
      if violations == nil { return false }
    }
    return isAccepted
  }

  mutating func acceptsItems(
    _ rules: ItemRules, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let items = value.array else { return true }
    var isAccepted = true
    for (index, item) in items.enumerated() {
      guard let schema = index < rules.prefix.count ? rules.prefix[index] : rules.rest else {
        break
      }
      if schemaForbids(schema), index >= rules.prefix.count, let place = rules.restPlace {
        // All that follow are too many, which is said once.
        reportSurplus(items, after: rules.prefix.count, place)
        marks?.insertAll()
        return false
      }
      marks?.insert(index)
      if try acceptsPart(schema, item, at: .item(index)) { continue }
      isAccepted = false
      if violations == nil { return false }
    }
    if rules.rest != nil { marks?.insertAll() }
    return isAccepted
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

  mutating func acceptsContained(
    _ contains: ContainsRule, _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let items = value.array else { return true }
    var found = 0
    let loud = violations
    violations = nil
    for (index, item) in items.enumerated() {
      if marks == nil, contains.most == nil, found >= contains.least { break }
      if try acceptsPart(contains.schema, item, at: .item(index)) {
        found += 1
        marks?.insert(index)
      }
    }
    violations = loud
    if found < contains.least {
      reportMissing(contains, found: found, rule, value)
      return false
    }
    if let most = contains.most, found > most {
      if wantsWords() {
        let wanted = "\(Counted.items(most)) that \(wanted(contains))"
        report(
          rule, at: value.range, "\(path.subject) may have at most \(wanted), not \(found)")
      }
      return false
    }
    return true
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

extension Evaluation {
  mutating func acceptsUnevaluatedMembers(
    _ schema: Int, _ rule: SchemaRule, of index: Int, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let object = value.object else { return true }
    var isAccepted = true
    for (position, member) in object.members.enumerated()
    where marks?.contains(position) != true {
      if schemaForbids(schema) {
        isAccepted = false
        if violations != nil {
          let names = KnownMembers(self.schema).names(of: index)
          reportUnknown(member, among: names, in: value, rule)
        }
      } else if try !acceptsPart(schema, member.value, at: .key(member.key)) {
        isAccepted = false
      }
      if !isAccepted, violations == nil { return false }
    }
    marks?.insertAll()
    return isAccepted
  }

  mutating func acceptsUnevaluatedItems(
    _ schema: Int, _ rule: SchemaRule, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    guard let items = value.array else { return true }
    var isAccepted = true
    for (index, item) in items.enumerated() where marks?.contains(index) != true {
      if schemaForbids(schema) {
        isAccepted = false
        if wantsWords() {
          report(
            rule, at: item.range, "\(path.subject(ofItem: index)) is an item that isn't expected",
            hints: ["leave it out"])
        }
      } else if try !acceptsPart(schema, item, at: .item(index)) {
        isAccepted = false
      }
      if !isAccepted, violations == nil { return false }
    }
    marks?.insertAll()
    return isAccepted
  }
}

/// Numbers of things in words.
enum Counted {
  static func items(_ count: Int) -> String { things(count, "item") }

  static func things(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
