import Diagnostics

/// What is said of a value that breaks an assertion.
extension Evaluation {
  mutating func report(_ assertion: Assertion, _ rule: SchemaRule, of index: Int, _ value: Value) {
    let subject = path.subject
    switch assertion {
    case .type(let types):
      let found =
        types.contains(.integer) && value.number != nil ? Shown.text(value) : Shown.kind(value)
      report(
        rule, at: value.range, "\(subject) must be \(types.words), not \(found)",
        hints: TypeHint.hints(types, value))
    case .enumeration(let allowed):
      report(
        rule, at: value.range, "\(subject) must be \(Choice.words(allowed.values, value))",
        hints: Choice.hints(allowed.values, value))
    case .constant(let constant):
      report(
        rule, at: value.range, "\(subject) must be \(Choice.words([constant], value))",
        hints: Choice.hints([constant], value))
    case .bound(let bound):
      report(rule, at: value.range, "\(subject) must be \(bound.words), not \(Shown.text(value))")
    case .multipleOf(let divisor):
      report(
        rule, at: value.range,
        "\(subject) must be a multiple of \(divisor.number.text), not \(Shown.text(value))")
    case .count(let bound): report(bound, rule, value)
    case .pattern(let pattern):
      report(
        rule, at: value.range,
        "\(subject) is \(Shown.text(value)), which doesn't match the pattern \(Shown.quoted(pattern.source))",
        hints: exampleHints(index))
    case .format(let format):
      report(
        rule, at: value.range, "\(subject) must be \(format.words), not \(Shown.text(value))",
        hints: ["write it as in \(Shown.quoted(format.example))"])
    case .uniqueItems: reportRepeats(rule, value)
    case .required(let keys): reportMissing(keys, because: nil, rule, of: index, value)
    case .dependentRequired(let dependents):
      for (key, needed) in dependents where value[key] != nil {
        reportMissing(needed, because: key, rule, of: index, value)
      }
    }
  }

  private mutating func report(_ bound: CountBound, _ rule: SchemaRule, _ value: Value) {
    guard let found = bound.count(in: value) else { return }
    let noun = bound.thing == .members ? "key" : bound.thing.rawValue
    let subject = path.subject
    if bound.isLeast, found == 0 {
      let one = "\(subject) is empty, and must have at least \(Counted.things(bound.count, noun))"
      report(rule, at: value.range, one)
    } else {
      report(
        rule, at: value.range,
        "\(subject) must have at \(bound.isLeast ? "least" : "most") \(Counted.things(bound.count, noun)), not \(found)"
      )
    }
  }

  private mutating func reportRepeats(_ rule: SchemaRule, _ value: Value) {
    guard let items = value.array else { return }
    for (item, before) in Repeats.all(in: items) {
      report(
        rule, at: items[item].range,
        "\(path.subject(ofItem: item)) is the same as \(path.subject(ofItem: before))",
        hints: ["leave one of them out"],
        notes: [Diagnostic.Note("the first one", at: location(items[before].range))])
    }
  }

  private mutating func reportMissing(
    _ keys: [String], because reason: String?, _ rule: SchemaRule, of index: Int, _ value: Value
  ) {
    guard let object = value.object else { return }
    let known = KnownMembers(schema)
    for key in keys where object.member(key) == nil {
      report(
        rule, at: value.range,
        reason.map {
          "\(path.subject) has \(Shown.quoted($0)), and so needs \(Shown.quoted(key)), too"
        } ?? "\(path.subject) has no \(Shown.quoted(key)), which is required",
        hints: missingHints(key, object, unknownTo: known.names(of: index), of: index))
    }
  }

  /// What to add; or the key that is a slip for the one that is missing.
  private func missingHints(
    _ key: String, _ object: Object, unknownTo names: [String], of index: Int
  ) -> [String] {
    let strangers = object.keys.filter { !names.contains($0) }
    if object.members.count <= 100, let slip = Suggestion.nearest(to: key, in: strangers) {
      return ["did you mean \(Shown.quoted(key)) where it says \(Shown.quoted(slip))?"]
    }
    let sample = KnownMembers(schema).schema(of: key, in: index).flatMap(Sample(schema).text)
    return ["add \(Shown.quoted(key)): \(sample ?? "…")"]
  }

  private func exampleHints(_ index: Int) -> [String] {
    guard let example = schema.nodes[index].example, example.string != nil else { return [] }
    return ["write it as in \(Shown.text(example))"]
  }
}

/// A value that must be one of several.
enum Choice {
  /// `"open", not "opne"`; or that the value isn't among many.
  static func words(_ allowed: [Value], _ value: Value) -> String {
    let found = Shown.text(value)
    if allowed.count == 1, let only = allowed.first { return "\(Shown.text(only)), not \(found)" }
    guard (2...6).contains(allowed.count) else {
      return "one of \(allowed.count) allowed values, not \(found)"
    }
    return "one of \(allowed.map(Shown.text).joined(separator: ", ")), not \(found)"
  }

  static func hints(_ allowed: [Value], _ value: Value) -> [String] {
    guard let text = value.string else {
      let same = allowed.first { $0.string == Shown.text(value) }
      return same.map { ["write it in quotes: \(Shown.text($0))"] } ?? []
    }
    if let bare = allowed.first(where: { $0.string == nil && Shown.text($0) == text }) {
      return ["write it without quotes: \(Shown.text(bare))"]
    }
    let texts = allowed.compactMap(\.string)
    if let same = texts.first(where: { $0.lowercased() == text.lowercased() }) {
      return ["did you mean \"\(same)\"?"]
    }
    if let meant = Suggestion.nearest(to: text, in: texts) { return ["did you mean \"\(meant)\"?"] }
    guard allowed.count > 6, allowed.count <= 24 else { return [] }
    return ["allowed here: \(allowed.map(Shown.text).joined(separator: ", "))"]
  }
}

/// How a value of the wrong type may be written.
enum TypeHint {
  static func hints(_ types: TypeSet, _ value: Value) -> [String] {
    switch value.kind {
    case .string(let text):
      let isNumber = !types.isDisjoint(with: [.number, .integer])
      if isNumber, let number = NumberGrammar.number(text),
        types.admits(Value(.number(number)))
      {
        return ["write it without quotes: \(text)"]
      }
      if types.contains(.boolean), text == "true" || text == "false" {
        return ["write it without quotes: \(text)"]
      }
      if types.contains(.array) { return ["write it as a list: [\(Shown.quoted(text))]"] }
      return []
    case .number, .bool:
      if types.contains(.string) { return ["write it in quotes: \"\(Shown.text(value))\""] }
      if types.contains(.array) { return ["write it as a list: [\(Shown.text(value))]"] }
      return []
    case .null: return ["give it a value, or leave it out"]
    case .object: return types.contains(.array) ? ["put it into a list: [{…}]"] : []
    case .array(let items):
      return items.count == 1 && types.admits(items[0]) ? ["take it out of the list"] : []
    }
  }
}
