import Diagnostics

extension Evaluation {
  mutating func accepts(
    _ assertion: Assertion, _ rule: SchemaRule, of index: Int, _ value: Value
  ) throws(EvaluationStop) -> Bool {
    if try isMet(assertion, rule, value) { return true }
    if wantsWords() { report(assertion, rule, of: index, value) }
    return false
  }

  private func isMet(
    _ assertion: Assertion, _ rule: SchemaRule, _ value: Value
  ) throws(EvaluationStop) -> Bool {
    switch assertion {
    case .type(let types): return types.admits(value)
    case .enumeration(let allowed): return allowed.contains(value)
    case .constant(let constant): return ExactValue.areEqual(constant, value)
    case .bound(let bound): return value.number.map(bound.admits) ?? true
    case .multipleOf(let divisor): return value.number.map(divisor.divides) ?? true
    case .count(let bound): return bound.admits(value)
    case .pattern(let pattern):
      guard let text = value.string else { return true }
      return try matches(pattern, text, at: value.range, rule.place)
    case .format(let format):
      guard assertsFormats, let text = value.string else { return true }
      return format.matches(text)
    case .uniqueItems: return value.array.map { Repeats.first(in: $0) == nil } ?? true
    case .required(let keys):
      guard let object = value.object else { return true }
      return keys.allSatisfy { object.member($0) != nil }
    case .dependentRequired(let dependents):
      guard let object = value.object else { return true }
      return dependents.allSatisfy { dependent in
        object.member(dependent.key) == nil
          || dependent.needed.allSatisfy { object.member($0) != nil }
      }
    }
  }

  /// Whether a pattern matches; one that takes too many steps ends the evaluation.
  func matches(
    _ pattern: Pattern, _ text: String, at range: Range<Int>, _ place: SchemaPlace
  ) throws(EvaluationStop) -> Bool {
    do throws(PatternStop) {
      return try pattern.matches(text)
    } catch {
      var diagnostic = schema.limits.exceeded(
        .regexSteps, by: "matching the pattern \(Shown.quoted(pattern.source))",
        at: location(range))
      diagnostic.notes = [
        Diagnostic.Note("the pattern stands here", at: schema.location(place))
      ]
      throw EvaluationStop(diagnostic: diagnostic)
    }
  }
}
