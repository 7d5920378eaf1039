import Diagnostics

extension Evaluation {
  /// Whether what is wrong is to be put into words; where there are too many violations to keep, they are counted.
  mutating func wantsWords() -> Bool {
    guard let violations else { return false }
    if violations.isFull { self.violations?.skip() }
    return !violations.isFull
  }

  /// Notes that a rule is broken.
  mutating func report(
    _ rule: SchemaRule, at range: Range<Int>, _ message: String, hints: [String] = [],
    notes: [Diagnostic.Note] = []
  ) {
    let note = Diagnostic.Note(
      "\"\(rule.keyword)\" of the schema stands here", at: schema.location(rule.place))
    let violation = Diagnostic.error(
      "schema.\(rule.keyword)", message, at: location(range), notes: notes + [note], hints: hints)
    let depth = path.steps.count
    violations?.add(violation, depth: depth)
  }

  /// Notes a value where the schema is `false`.
  mutating func reportForbidden(_ index: Int, _ value: Value) {
    guard wantsWords() else { return }
    let note = Diagnostic.Note(
      "the schema allows nothing here", at: schema.location(schema.nodes[index].place))
    let violation = Diagnostic.error(
      "schema.false", "\(path.subject) is not allowed here", at: location(value.range),
      notes: [note], hints: path.steps.isEmpty ? [] : ["leave it out"])
    let depth = path.steps.count
    violations?.add(violation, depth: depth)
  }
}
