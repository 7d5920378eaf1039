import Diagnostics
package import Inputs

/// The columns that a step reads, so that a misspelt one can be told before it silently gives nothing.
extension TableTransform {
  /// Whether the columns that a step names are there, in rows if there are any; those that expressions read may be missing,
  /// with a warning.
  package func findsItsFields(in frame: Frame, _ step: Located, _ findings: Findings) -> Bool {
    var isComplete = true
    func find(_ fields: [FieldPath], in frame: Frame) {
      guard frame.count > 0 else { return }
      for field in fields where !frame.has(field) {
        isComplete = false
        findings.error(
          "transform.field", "no row has a \"\(field.name)\"",
          at: step.place { $0 == field.name },
          hints: Suggestion.hints(for: field.name, in: frame.names))
      }
    }
    find(namedFields, in: frame)
    if case .lookup(let lookup) = self {
      find([lookup.key] + (lookup.fields ?? []), in: lookup.other)
    }
    guard frame.count > 0 else { return isComplete }
    for name in expressionFields where !frame.has(FieldPath(column: name)) {
      findings.warning(
        "transform.field", "no row has a \"\(name)\", so it is null here",
        at: step.place { $0.contains(name) },
        hints: Suggestion.hints(for: name, in: frame.names))
    }
    return isComplete
  }

  /// What is named as such: a step without it can't do its work.
  private var namedFields: [FieldPath] {
    switch self {
    case .filter(let predicate): predicate.fields
    case .calculate, .sample: []
    case .aggregate(let step): step.measures.compactMap(\.field) + paths(step.groupBy)
    case .joinAggregate(let step): step.measures.compactMap(\.field) + paths(step.groupBy)
    case .window(let step):
      step.measures.compactMap(\.field) + paths(step.groupBy) + step.sort.map(\.field)
    case .bin(let step): [step.field]
    case .timeUnit(let step): [step.field]
    case .stack(let step): [step.field] + paths(step.groupBy) + step.sort.map(\.field)
    case .fold(let step): step.fields
    case .flatten(let step): step.fields
    case .pivot(let step): [step.pivot, step.value] + paths(step.groupBy)
    case .impute(let step): [step.field, step.key] + paths(step.groupBy)
    case .lookup(let step): [step.field]
    case .sort(let step): step.fields.map(\.field)
    case .density(let step): [step.field] + paths(step.groupBy)
    case .quantile(let step): [step.field] + paths(step.groupBy)
    case .regression(let step): [step.x, step.y] + paths(step.groupBy)
    case .loess(let step): [step.x, step.y] + paths(step.groupBy)
    case .extent(let step): [step.field]
    }
  }

  /// What its expressions read of the row; they may ask for what isn't there.
  private var expressionFields: [String] {
    switch self {
    case .filter(let predicate): predicate.expressionFields
    case .calculate(let expression, _): expression.fields
    case .aggregate, .joinAggregate, .window, .bin, .timeUnit, .stack, .fold, .flatten, .pivot,
      .impute, .lookup, .sample, .sort, .density, .quantile, .regression, .loess, .extent:
      []
    }
  }

  private func paths(_ names: [String]) -> [FieldPath] { names.map { FieldPath($0) } }
}

extension Predicate {
  fileprivate var fields: [FieldPath] {
    switch self {
    case .field(let field, _, _): [field]
    case .and(let parts), .or(let parts): parts.flatMap(\.fields)
    case .not(let part): part.fields
    case .expression, .parameter: []
    }
  }

  fileprivate var expressionFields: [String] {
    switch self {
    case .expression(let expression): expression.fields
    case .and(let parts), .or(let parts): parts.flatMap(\.expressionFields)
    case .not(let part): part.expressionFields
    case .field, .parameter: []
    }
  }
}

extension Located {
  /// The place of the first text below that passes, else that of the whole.
  fileprivate func place(where passes: @escaping (String) -> Bool) -> SourceLocation {
    func find(_ value: Value) -> Value? {
      switch value.kind {
      case .null, .bool, .number: nil
      case .string(let text): passes(text) ? value : nil
      case .array(let items): items.lazy.compactMap(find).first
      case .object(let object): object.members.lazy.compactMap { find($0.value) }.first
      }
    }
    return find(value).map { SourceLocation(source, $0.range) } ?? location
  }
}
