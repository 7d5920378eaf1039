import Formats
import Inputs
import Tables

/// How the values of a column become one in a row of sums.
enum TotalOperation: String, Sendable, CaseIterable {
  case sum
  case mean
  case median
  case min
  case max
  case count
  case distinct

  /// Whether the result is a number of values, whatever these are.
  var counts: Bool { self == .count || self == .distinct }

  /// Over numbers as they are written; nil where there is nothing to say.
  func apply(_ numbers: [Decimal]) -> Number? {
    switch self {
    case .sum: return numbers.reduce(.zero, +).number
    case .min: return numbers.min()?.number
    case .max: return numbers.max()?.number
    case .mean:
      // The sum is exact, so only the division rounds.
      guard !numbers.isEmpty else { return nil }
      return Number(numbers.reduce(.zero, +).double / Double(numbers.count))
    case .median: return tables.over(numbers.map(\.double))
    case .count, .distinct: return nil
    }
  }

  /// Counts values, empty ones left out.
  func count(_ values: [Value]) -> Int {
    self == .distinct ? Set(values).count : values.count
  }

  /// The same operation of charts and derived tables.
  private var tables: AggregateOperation {
    switch self {
    case .sum: .sum
    case .mean: .mean
    case .median: .median
    case .min: .min
    case .max: .max
    case .count: .valid
    case .distinct: .distinct
    }
  }
}

extension AggregateOperation {
  fileprivate func over(_ numbers: [Double]) -> Number? {
    guard !numbers.isEmpty else { return nil }
    let cells = numbers.map { Datum.number($0) }
    return apply(cells, rows: cells.indices, frame: Frame(count: cells.count)).double
      .map { Number($0) }
  }
}

extension Decimal {
  var number: Number { Number(text: text, double: double) }
}
