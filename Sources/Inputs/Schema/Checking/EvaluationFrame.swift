/// A schema that is to be applied, as a rule asks for it.
struct SchemaCall {
  /// What becomes of the violations that are found.
  enum Mode {
    /// They are reported where the caller's are.
    case reporting
    /// Only the answer is wanted.
    case quiet
    /// They are kept apart, for the caller to choose from.
    case collecting
  }

  var schema: Int
  var value: Value
  var mode = Mode.reporting
  /// From the caller's value to this one; nil for the same value.
  var step: InstancePath.Step?
  /// Whether what the schema has looked at counts for the caller.
  var passesMarks = true

  /// The same value held against another schema.
  static func inPlace(
    _ schema: Int, _ value: Value, _ mode: Mode = .reporting, passesMarks: Bool = true
  ) -> SchemaCall {
    SchemaCall(schema: schema, value: value, mode: mode, passesMarks: passesMarks)
  }

  /// A part of the value held against a schema.
  static func part(
    _ schema: Int, _ value: Value, at step: InstancePath.Step, _ mode: Mode = .reporting
  ) -> SchemaCall {
    SchemaCall(schema: schema, value: value, mode: mode, step: step, passesMarks: false)
  }
}

/// A schema under way: how far its rules have come.
///
/// Frames lie on a stack of the evaluation's own, so that no data and no schema is too deep for the thread's.
struct EvaluationFrame {
  let call: SchemaCall
  var isAccepted = true
  /// What has been looked at, where anybody asks for it.
  var marks: Marks?

  /// The rule under way, by its number in the schema.
  var rule = 0
  var isMet = true
  /// The rule's own counts: the next member, item or branch; its stage; how many were accepted.
  var position = 0
  var stage = 0
  var accepted: [Int] = []
  /// Whether the member under way is one that some keyword names.
  var isKnown = false
  /// Branches to choose from, where none was accepted, and what is wrong by the nearest so far.
  var candidates: [Int] = []
  var nearest: ViolationList?

  /// What is put back when the schema is done.
  var outerViolations: ViolationList?
  var outerFirstActive = 0
  var outerActivation = -1
  var hasPushedStep = false

  init(_ call: SchemaCall) {
    self.call = call
  }

  var value: Value { call.value }

  mutating func beginNextRule() {
    rule += 1
    isMet = true
    position = 0
    stage = 0
    accepted = []
    candidates = []
    nearest = nil
  }
}
