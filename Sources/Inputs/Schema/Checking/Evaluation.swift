import Diagnostics

/// Ends an evaluation that would take too long or go too deep.
struct EvaluationStop: Error {
  var diagnostic: Diagnostic
}

/// One input held against a schema.
///
/// While `violations` is nil only the answer is wanted, and the first thing that is wrong gives it.
struct Evaluation {
  let schema: JSONSchema
  let source: Source
  let assertsFormats: Bool
  var violations: ViolationList? = ViolationList()
  var path = InstancePath()
  var scope: DynamicScope
  /// Choices under way between branches that fit equally well.
  var openChoices = 0
  private var steps = 0
  private var depth = 0
  /// The schemas under way, and the first of them that is applied to the value under way.
  private var active: [Int] = []
  private var firstActive = 0

  /// Schemas under way at once for each level of data: a reference to a schema and its parts.
  private static let depthFactor = 4
  /// What a thread's stack has room for.
  private static let deepest = 3000

  init(_ schema: JSONSchema, _ source: Source, assertsFormats: Bool) {
    self.schema = schema
    self.source = source
    self.assertsFormats = assertsFormats
    scope = DynamicScope(resourceCount: schema.resources.count)
  }

  mutating func violations(in value: Value) -> [Diagnostic] {
    var stopped: [Diagnostic] = []
    do throws(EvaluationStop) {
      var marks: Marks?
      _ = try accepts(schema.root, value, &marks)
    } catch {
      stopped = [error.diagnostic]
    }
    return (violations?.sorted(in: source) ?? []) + stopped
  }

  /// Whether a schema accepts a value; what it looked at is added to `marks` if any are wanted.
  mutating func accepts(
    _ index: Int, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    if let verdict = schema.nodes[index].verdict {
      if !verdict { reportForbidden(index, value) }
      return verdict
    }
    try begin(index, value)
    let isAccepted = try acceptsRules(of: index, value, &marks)
    depth -= 1
    active.removeLast()
    scope.leave(schema.nodes[index].resource)
    return isAccepted
  }

  private mutating func acceptsRules(
    of index: Int, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    var own: Marks? = marks != nil || schema.nodes[index].tracksMarks ? Marks() : nil
    var isAccepted = true
    for rule in schema.nodes[index].rules {
      if try accepts(rule, of: index, value, &own) { continue }
      isAccepted = false
      if violations == nil { break }
    }
    // A schema that refuses the value has looked at nothing (core, section 7.7.1). In a report its findings are kept:
    // what is wrong inside a member makes it no unknown one.
    if let own, isAccepted || violations != nil { marks?.formUnion(own) }
    return isAccepted
  }

  private mutating func accepts(
    _ rule: SchemaRule, of index: Int, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    switch rule.kind {
    case .assertion(let assertion): try accepts(assertion, rule, of: index, value)
    case .inPlace(let applicator): try accepts(applicator, rule, value, &marks)
    case .members(let rules): try acceptsMembers(rules, rule, value, &marks)
    case .memberNames(let schema): try acceptsNames(schema, value)
    case .items(let rules): try acceptsItems(rules, value, &marks)
    case .contains(let contains): try acceptsContained(contains, rule, value, &marks)
    case .unevaluatedMembers(let schema):
      try acceptsUnevaluatedMembers(schema, rule, of: index, value, &marks)
    case .unevaluatedItems(let schema): try acceptsUnevaluatedItems(schema, rule, value, &marks)
    }
  }

  /// Counts a schema that is about to be applied.
  private mutating func begin(_ index: Int, _ value: Value) throws(EvaluationStop) {
    steps += 1
    guard steps <= schema.limits[.schemaSteps] else {
      throw EvaluationStop(
        diagnostic: schema.limits.exceeded(
          .schemaSteps, by: "checking the input against its schema", at: location(value.range)))
    }
    let most = min(Self.depthFactor * schema.limits[.inputDepth], Self.deepest)
    guard depth < most else {
      let place = schema.location(schema.nodes[index].place)
      throw EvaluationStop(
        diagnostic: .error(
          "schema.depth", "checking this value takes more than \(most) schemas within each other",
          at: location(value.range), notes: [Diagnostic.Note("the last of them", at: place)]))
    }
    depth += 1
    active.append(index)
    scope.enter(schema.nodes[index].resource)
  }

  func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }
}

extension Evaluation {
  /// Whether a schema accepts a part of the value under way.
  mutating func acceptsPart(
    _ index: Int, _ value: Value, at step: @autoclosure () -> InstancePath.Step
  ) throws(EvaluationStop) -> Bool {
    let outer = firstActive
    firstActive = active.count
    if violations != nil { path.push(step()) }
    var marks: Marks?
    let isAccepted = try accepts(index, value, &marks)
    if violations != nil { path.pop() }
    firstActive = outer
    return isAccepted
  }

  /// The same without a word of what is wrong.
  mutating func quietly(
    _ index: Int, _ value: Value, _ marks: inout Marks?
  ) throws(EvaluationStop) -> Bool {
    let loud = violations
    violations = nil
    let isAccepted = try accepts(index, value, &marks)
    violations = loud
    return isAccepted
  }

  /// What is wrong with a value by a schema, kept apart from what else is wrong.
  mutating func violations(
    of value: Value, by index: Int, _ marks: inout Marks?
  ) throws(EvaluationStop) -> ViolationList {
    let outer = violations
    violations = ViolationList()
    _ = try accepts(index, value, &marks)
    let found = violations ?? ViolationList()
    violations = outer
    return found
  }

  /// Whether a schema is under way on this same value already: going on would never end.
  func isActive(_ index: Int) -> Bool {
    active[firstActive...].contains(index)
  }
}

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
  private mutating func reportForbidden(_ index: Int, _ value: Value) {
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
