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

  /// Schemas within each other; 10 MB of frames.
  private static let deepest = 30_000

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
      _ = try run(.inPlace(schema.root, value))
    } catch {
      stopped = [error.diagnostic]
    }
    return (violations?.sorted(in: source) ?? []) + stopped
  }

  private mutating func run(_ call: SchemaCall) throws(EvaluationStop) -> Bool {
    try count(call)
    // The frame under way is kept off the stack: a part without parts of its own then never moves.
    var frame = enter(call, isAsked: false)
    do throws(EvaluationStop) {
      var answer: Bool?
      while true {
        if let call = try nextCall(&frame, answer) {
          try count(call)
          answer = try answerAtOnce(call)
          guard answer == nil else { continue }
          let isAsked = call.passesMarks && frame.marks != nil
          frames.append(frame)
          frame = enter(call, isAsked: isAsked)
        } else {
          answer = frame.isAccepted
          guard var outer = frames.popLast() else { return frame.isAccepted }
          leave(frame, to: &outer)
          frame = outer
        }
      }
    } catch {
      // Back to the report itself, from wherever the evaluation was stopped.
      putBack(frame)
      while let frame = frames.popLast() { putBack(frame) }
      throw error
    }
  }

  /// The answer of a schema that applies no other one: it needs no frame.
  private mutating func answerAtOnce(_ call: SchemaCall) throws(EvaluationStop) -> Bool? {
    guard schema.nodes[call.schema].isSimple, call.mode != .collecting else { return nil }
    let outer = violations
    if call.mode == .quiet { violations = nil }
    if let step = call.step, violations != nil { path.push(step) }
    let isAccepted = try acceptsSimply(call)
    if call.step != nil, violations != nil { path.pop() }
    if call.mode == .quiet { violations = outer }
    return isAccepted
  }

  private mutating func acceptsSimply(_ call: SchemaCall) throws(EvaluationStop) -> Bool {
    if schema.nodes[call.schema].verdict == false {
      reportForbidden(call.schema, call.value)
      return false
    }
    var isAccepted = true
    for rule in schema.nodes[call.schema].rules {
      guard case .assertion(let assertion) = rule.kind,
        try !accepts(assertion, rule, of: call.schema, call.value)
      else { continue }
      isAccepted = false
      if violations == nil { return false }
    }
    return isAccepted
  }

  /// Goes on with a frame's rules up to the next schema that one asks for; nil when they are done.
  private mutating func nextCall(
    _ frame: inout EvaluationFrame, _ answer: Bool?
  ) throws(EvaluationStop) -> SchemaCall? {
    let node = frame.call.schema
    if schema.nodes[node].isSimple {
      frame.isAccepted = try acceptsSimply(frame.call)
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
      frame.isMet = try accepts(assertion, rule, of: frame.call.schema, frame.value)
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
  /// Makes a schema's frame.
  ///
  /// - Parameter isAsked: Whether the caller wants to know what the schema looks at.
  private mutating func enter(_ call: SchemaCall, isAsked: Bool) -> EvaluationFrame {
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
    if isAsked || schema.nodes[call.schema].tracksMarks { frame.marks = Marks() }
    return frame
  }

  /// Puts back what a schema's frame has changed.
  private mutating func leave(_ frame: EvaluationFrame, to outer: inout EvaluationFrame) {
    // A schema that refuses the value has looked at nothing (core, section 7.7.1). In a report its findings are kept:
    // what is wrong inside a member makes it no unknown one.
    if frame.call.passesMarks, let marks = frame.marks, frame.isAccepted || violations != nil {
      outer.marks?.formUnion(marks)
    }
    scope.leave(schema.nodes[frame.call.schema].resource)
    activations[frame.call.schema] = frame.outerActivation
    firstActive = frame.outerFirstActive
    if frame.hasPushedStep { path.pop() }
    putBack(frame)
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
