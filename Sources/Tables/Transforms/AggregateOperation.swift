import Diagnostics

/// How the values of a group become one.
package enum AggregateOperation: String, Sendable, CaseIterable {
  case count, valid, missing, distinct, values
  case sum, product, mean, average, variance, variancep, stdev, stdevp, stderr
  case median, q1, q3, ci0, ci1, min, max, argmin, argmax
  case exponential, exponentialb

  /// What other programs call some of them.
  private static let otherNames: [String: AggregateOperation] = [
    "avg": .mean, "std": .stdev, "stddev": .stdev, "var": .variance, "total": .sum, "maximum": .max,
    "minimum": .min, "nunique": .distinct, "number": .count, "size": .count,
  ]

  /// What may be meant by a name that none of `known` has.
  package static func hints(for name: String, in known: [String] = allCases.map(\.rawValue))
    -> [String]
  {
    if let other = otherNames[name.lowercased()] { return ["did you mean \"\(other.rawValue)\"?"] }
    return Suggestion.hints(for: name, in: known)
  }

  /// Counting gives a number for any field, and zero for no rows.
  package var counts: Bool {
    switch self {
    case .count, .valid, .missing, .distinct: true
    default: false
    }
  }

  /// Over the cells of a field at some rows of a frame; `parameter` is the weight of `exponential`.
  package func apply(
    _ cells: [Datum], rows: some Collection<Int>, frame: Frame, parameter: Double? = nil
  ) -> Datum {
    switch self {
    case .count: return .number(Double(rows.count))
    case .values: return .list(rows.map { frame.record($0) })
    case .missing:
      return .number(Double(rows.lazy.filter { Self.isMissing(cells[$0]) }.count))
    case .distinct: return .number(Double(Set(rows.lazy.map { cells[$0] }).count))
    case .argmin, .argmax: return extreme(cells, rows, frame)
    default: break
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    for row in rows where !Self.isMissing(cells[row]) {
      let number = cells[row].asNumber
      if !number.isNaN { numbers.append(number) }
    }
    if self == .valid { return .number(Double(numbers.count)) }
    let result = apply(numbers, parameter: parameter)
    // The least and greatest of dates are dates.
    if self == .min || self == .max, let first = rows.first(where: { !cells[$0].isNull }),
      case .date = cells[first]
    {
      return result.map { .date($0) } ?? .null
    }
    // Not null, which expressions would count as zero.
    return .number(result ?? .nan)
  }

  private static func isMissing(_ cell: Datum) -> Bool {
    switch cell {
    case .null, .string(""): true
    default: false
    }
  }

  /// Over numbers that are all valid; nil where there are too few.
  private func apply(_ numbers: [Double], parameter: Double?) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let count = Double(numbers.count)
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .product: return numbers.reduce(1, *)
    case .mean, .average: return Statistics.mean(numbers)
    case .variance: return Statistics.variance(numbers)
    case .variancep: return Statistics.squares(numbers) / count
    case .stdev: return Statistics.variance(numbers)?.squareRoot()
    case .stdevp: return (Statistics.squares(numbers) / count).squareRoot()
    case .stderr: return Statistics.variance(numbers).map { ($0 / count).squareRoot() }
    case .median: return Statistics.quantile(numbers.sorted(), 0.5)
    case .q1: return Statistics.quantile(numbers.sorted(), 0.25)
    case .q3: return Statistics.quantile(numbers.sorted(), 0.75)
    case .ci0: return Statistics.bootstrapInterval(numbers).low
    case .ci1: return Statistics.bootstrapInterval(numbers).high
    case .min: return numbers.min()
    case .max: return numbers.max()
    case .exponential, .exponentialb:
      let weight = parameter ?? 0.5
      let sum = numbers.reduce(0) { weight * $0 + $1 } * (1 - weight)
      return self == .exponentialb ? sum : sum / (1 - Transcendental.power(weight, count))
    case .count, .valid, .missing, .distinct, .values, .argmin, .argmax: return nil
    }
  }

  /// The row with the least or greatest cell, as a record.
  private func extreme(_ cells: [Datum], _ rows: some Collection<Int>, _ frame: Frame) -> Datum {
    var best: Int?
    for row in rows where !Self.isMissing(cells[row]) && !cells[row].asNumber.isNaN {
      guard let current = best else {
        best = row
        continue
      }
      let (new, old) = (cells[row].asNumber, cells[current].asNumber)
      if self == .argmin ? new < old : new > old { best = row }
    }
    return best.map { frame.record($0) } ?? .null
  }
}
