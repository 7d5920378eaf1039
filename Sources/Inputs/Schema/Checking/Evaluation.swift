import Diagnostics

/// Ends an evaluation that would take too long or go too deep.
struct EvaluationStop: Error {
  var diagnostic: Diagnostic
}

/// One input held against a schema.
///
/// A machine with a stack of frames: a rule asks for one schema after the other to be applied, and takes the answers.
/// While `violations` is nil only the answer is wanted, and the first thing that is wrong gives it.
struct Evaluation {
  let schema: JSONSchema
  let source: Source
  let assertsFormats: Bool
  var violations: ViolationList? = ViolationList()
  /// What the schema that has just been left found, where it was to be kept apart.
  private(set) var collected = ViolationList()
  var path = InstancePath()
  private(set) var scope: DynamicScope
  /// Choices under way between branches that fit equally well.
  var openChoices = 0
  private var frames: [EvaluationFrame] = []
  private var steps = 0
  /// For each schema the number of its last frame, or −1; the first frame that belongs to the value under way.
  private var activations: [Int]
  private var firstActive = 0

  /// Schemas within each other; 25 MB of frames.
  private static let deepest = 100_000

  init(_ schema: JSONSchema, _ source: Source, assertsFormats: Bool) {
    self.schema = schema
    self.source = source
    self.assertsFormats = assertsFormats
    scope = DynamicScope(resourceCount: schema.resources.count)
    activations = [Int](repeating: -1, count: schema.nodes.count)
  }

  /// All that is wrong with the input, in order of place.
  mutating func violations(in value: Value) -> [Diagnostic] {
    var stopped: [Diagnostic] = []
    do throws(EvaluationStop) {
      try run(.inPlace(schema.root, value))
    } catch {
      stopped = [error.diagnostic]
      restoreReport()
    }
    return (violations?.sorted(in: source) ?? []) + stopped
  }

  private mutating func run(_ call: SchemaCall) throws(EvaluationStop) {
    var answer = try enter(call)
    while var frame = frames.popLast() {
      if let call = try nextCall(&frame, answer) {
        frames.append(frame)
        answer = try enter(call)
      } else {
        answer = leave(frame)
      }
    }
  }

  /// Goes on with a frame's rules up to the next schema that one asks for; nil when they are done.
  private mutating func nextCall(
    _ frame: inout EvaluationFrame, _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    let node = frame.call.schema
    if schema.nodes[node].verdict == false {
      frame.isAccepted = false
      reportForbidden(node, frame.value)
      return nil
    }
    var answer = answer
    while frame.rule < schema.nodes[node].rules.count {
      if let call = try nextCall(schema.nodes[node].rules[frame.rule], &frame, answer) {
        return call
      }
      if !frame.isMet {
        frame.isAccepted = false
        if violations == nil { return nil }
      }
      frame.beginNextRule()
      answer = nil
    }
    return nil
  }

  private mutating func nextCall(
    _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    switch rule.kind {
    case .assertion(let assertion):
      try check(assertion, rule, &frame)
      return nil
    case .inPlace(let applicator): return try next(applicator, rule, &frame, answer)
    case .members(let rules): return try nextMember(rules, rule, &frame, answer)
    case .memberNames(let schema): return nextName(schema, &frame, answer)
    case .items(let rules): return nextItem(rules, &frame, answer)
    case .contains(let contains): return nextContained(contains, rule, &frame, answer)
    case .unevaluatedMembers(let schema):
      return nextUnevaluatedMember(schema, rule, &frame, answer)
    case .unevaluatedItems(let schema): return nextUnevaluatedItem(schema, rule, &frame, answer)
    }
  }
}

extension Evaluation {
  /// Puts a schema's frame on the stack; nil where its answer is not yet known.
  private mutating func enter(_ call: SchemaCall) throws(EvaluationStop) -> Bool? {
    try count(call)
    if schema.nodes[call.schema].verdict == true, call.mode != .collecting { return true }
    var frame = EvaluationFrame(call)
    frame.outerFirstActive = firstActive
    frame.outerActivation = activations[call.schema]
    switch call.mode {
    case .reporting: break
    case .quiet:
      frame.outerViolations = violations
      violations = nil
    case .collecting:
      frame.outerViolations = violations
      violations = ViolationList()
    }
    if let step = call.step {
      firstActive = frames.count
      if violations != nil {
        path.push(step)
        frame.hasPushedStep = true
      }
    }
    activations[call.schema] = frames.count
    scope.enter(schema.nodes[call.schema].resource)
    let isAsked = call.passesMarks && frames.last?.marks != nil
    if isAsked || schema.nodes[call.schema].tracksMarks { frame.marks = Marks() }
    frames.append(frame)
    return nil
  }

  /// Puts back what a schema's frame has changed, and gives its answer.
  private mutating func leave(_ frame: EvaluationFrame) -> Bool {
    // A schema that refuses the value has looked at nothing (core, section 7.7.1). In a report its findings are kept:
    // what is wrong inside a member makes it no unknown one.
    if frame.call.passesMarks, !frames.isEmpty, let marks = frame.marks,
      frame.isAccepted || violations != nil
    {
      frames[frames.count - 1].marks?.formUnion(marks)
    }
    scope.leave(schema.nodes[frame.call.schema].resource)
    activations[frame.call.schema] = frame.outerActivation
    firstActive = frame.outerFirstActive
    if frame.hasPushedStep { path.pop() }
    putBack(frame)
    return frame.isAccepted
  }

  private mutating func putBack(_ frame: EvaluationFrame) {
    switch frame.call.mode {
    case .reporting: break
    case .quiet: violations = frame.outerViolations
    case .collecting:
      collected = violations ?? ViolationList()
      violations = frame.outerViolations
    }
  }

  /// Comes back to the report itself from wherever the evaluation was stopped.
  private mutating func restoreReport() {
    while let frame = frames.popLast() { putBack(frame) }
  }

  /// Counts a schema that is about to be applied.
  private mutating func count(_ call: SchemaCall) throws(EvaluationStop) {
    steps += 1
    guard steps <= schema.limits[.schemaSteps] else {
      throw EvaluationStop(
        diagnostic: schema.limits.exceeded(
          .schemaSteps, by: "checking the input against its schema", at: location(call.value.range))
      )
    }
    guard frames.count < Self.deepest else {
      let place = schema.location(schema.nodes[call.schema].place)
      throw EvaluationStop(
        diagnostic: .error(
          "schema.depth",
          "checking this value takes more than \(Self.deepest) schemas within each other",
          at: location(call.value.range), notes: [Diagnostic.Note("the last of them", at: place)]))
    }
  }

  /// Whether a schema is under way on this same value already: going on would never end.
  func isActive(_ index: Int) -> Bool {
    activations[index] >= firstActive
  }

  func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }
}
