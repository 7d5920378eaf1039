package import Diagnostics

/// One step that makes a table of a table: Vega-Lite's transforms.
package enum TableTransform: Sendable {
  case filter(Predicate)
  case calculate(Expression, as: String)
  case aggregate(AggregateTransform)
  case joinAggregate(JoinAggregateTransform)
  case window(WindowTransform)
  case bin(BinTransform)
  case timeUnit(TimeUnitTransform)
  case stack(StackTransform)
  case fold(FoldTransform)
  case flatten(FlattenTransform)
  case pivot(PivotTransform)
  case impute(ImputeTransform)
  case lookup(LookupTransform)
  case sample(SampleTransform)
  case sort(SortTransform)
  case density(DensityTransform)
  case quantile(QuantileTransform)
  case regression(RegressionTransform)
  case loess(LoessTransform)
  case extent(ExtentTransform)

  /// The table that the step makes; `location` is where it is written.
  package func apply(
    to frame: Frame, _ evaluation: Evaluation, at location: SourceLocation? = nil
  ) throws(DiagnosticError) -> Frame {
    try refuseExcess(frame, evaluation, at: location)
    switch self {
    case .filter(let predicate):
      var kept: [Int] = []
      for row in 0..<frame.count where try predicate.holds(frame, row, evaluation) {
        kept.append(row)
      }
      return frame.selecting(kept)
    case .calculate(let expression, let name):
      var result = frame
      result.set(name, try expression.evaluate(frame, evaluation))
      return result
    case .aggregate(let transform): return transform.apply(to: frame)
    case .joinAggregate(let transform): return transform.apply(to: frame)
    case .window(let transform): return transform.apply(to: frame)
    case .bin(var transform):
      transform.parameters = transform.parameters.resolved(evaluation)
      return transform.apply(to: frame)
    case .timeUnit(let transform): return transform.apply(to: frame)
    case .stack(let transform): return transform.apply(to: frame)
    case .fold(let transform): return transform.apply(to: frame)
    case .flatten(let transform): return transform.apply(to: frame)
    case .pivot(let transform): return transform.apply(to: frame)
    case .impute(let transform): return transform.apply(to: frame)
    case .lookup(let transform): return transform.apply(to: frame)
    case .sample(let transform): return transform.apply(to: frame, random: evaluation.random)
    case .sort(let transform): return transform.apply(to: frame)
    case .density(let transform): return transform.apply(to: frame)
    case .quantile(let transform): return transform.apply(to: frame)
    case .regression(let transform): return transform.apply(to: frame)
    case .loess(let transform): return transform.apply(to: frame)
    case .extent(let transform):
      evaluation.parameters[transform.parameter] = transform.value(of: frame)
      return frame
    }
  }

  /// The same step done within each of the parts that columns divide the rows into.
  package func within(_ columns: [String]) -> TableTransform {
    guard !columns.isEmpty else { return self }
    func joined(_ fields: [String]) -> [String] {
      fields + columns.map(FieldPath.escaped).filter { !fields.contains($0) }
    }
    switch self {
    case .aggregate(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .aggregate(transform)
    case .joinAggregate(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .joinAggregate(transform)
    case .window(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .window(transform)
    case .stack(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .stack(transform)
    case .pivot(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .pivot(transform)
    case .impute(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .impute(transform)
    case .density(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .density(transform)
    case .quantile(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .quantile(transform)
    case .regression(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .regression(transform)
    case .loess(var transform):
      transform.groupBy = joined(transform.groupBy)
      return .loess(transform)
    case .filter, .calculate, .bin, .timeUnit, .fold, .flatten, .lookup, .sample, .extent,
      .sort:
      return self
    }
  }
}
