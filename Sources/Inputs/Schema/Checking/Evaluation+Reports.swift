import Diagnostics

/// What is said of a value that breaks an assertion.
extension Evaluation {
  mutating func report(_ assertion: Assertion, _ rule: SchemaRule, of index: Int, _ value: Value) {
    let subject = path.subject
    switch assertion {
    case .type(let types):
      let isFraction = types.contains(.integer) && value.number != nil
      report(
        rule, at: value.range,
        "\(subject) must be \(types.words), not \(isFraction ? Shown.text(value) : Shown.kind(value))",
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
      let what =
        path.endsInName ? "\(subject) doesn't" : "\(subject) is \(Shown.text(value)), which doesn't"
      report(
        rule, at: value.range, "\(what) match the pattern \(Shown.quoted(pattern.source))",
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
