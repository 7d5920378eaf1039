import Diagnostics
import Formats

/// What a step would make and how much work that is, told before it is done.
extension TableTransform {
  func refuseExcess(
    _ frame: Frame, _ evaluation: Evaluation, at location: SourceLocation?
  ) throws(DiagnosticError) {
    guard rows(frame) <= Double(evaluation.limits[.rows]) else {
      throw DiagnosticError(
        evaluation.limits.exceeded(.rows, by: "what the transform makes", at: location))
    }
    guard evaluation.step(Int(clamping: steps(frame), to: 0...1_000_000_000_000_000)) else {
      throw evaluation.exceeded(at: location)
    }
  }

  /// The rows made, by those that make more than they are given.
  private func rows(_ frame: Frame) -> Double {
    switch self {
    case .fold(let step): Double(frame.count) * Double(step.fields.count)
    case .flatten(let step): step.rows(frame)
    case .impute(let step): step.rows(frame)
    case .density(let step): step.rows(frame)
    case .quantile(let step): step.rows(frame)
    case .pivot(let step): step.cells(frame)
    case .regression(let step): step.rows(frame)
    case .filter, .calculate, .aggregate, .joinAggregate, .window, .bin, .timeUnit, .stack, .lookup,
      .sample, .loess, .extent, .sort:
      0
    }
  }

  /// The work of those that look at some rows again and again, in steps of expressions.
  private func steps(_ frame: Frame) -> Double {
    switch self {
    case .impute(let step): step.steps(frame)
    case .density(let step): step.steps(frame)
    case .loess(let step): step.steps(frame)
    case .window(let step): step.steps(frame)
    case .filter, .calculate, .aggregate, .joinAggregate, .bin, .timeUnit, .stack, .fold, .flatten,
      .pivot, .lookup, .sample, .quantile, .regression, .extent, .sort:
      0
    }
  }
}
