/// The columns that a step reads, so that a misspelt one can be told before it silently gives nothing.
extension TableTransform {
  /// What is named as such: a step without it can't do its work.
  package var namedFields: [FieldPath] {
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
  package var expressionFields: [String] {
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
