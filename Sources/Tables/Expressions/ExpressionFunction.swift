/// A function of the Vega expression language that needs no chart.
enum ExpressionFunction: Sendable {
  case choice
  case type(TypeFunction)
  case math(MathFunction)
  case distribution(DistributionFunction)
  case text(TextFunction)
  case list(ListFunction)
  case time(TimeFunction)
  case format(FormatFunction)

  init?(name: String) {
    if name == "if" {
      self = .choice
    } else if let function = TypeFunction(rawValue: name) {
      self = .type(function)
    } else if let function = MathFunction(rawValue: name) {
      self = .math(function)
    } else if let function = DistributionFunction(rawValue: name) {
      self = .distribution(function)
    } else if let function = TextFunction(rawValue: name) {
      self = .text(function)
    } else if let function = ListFunction(rawValue: name) {
      self = .list(function)
    } else if let function = TimeFunction(rawValue: name) {
      self = .time(function)
    } else if let function = FormatFunction(rawValue: name) {
      self = .format(function)
    } else {
      return nil
    }
  }

  static var names: [String] {
    ["if"] + TypeFunction.allCases.map(\.rawValue) + MathFunction.allCases.map(\.rawValue)
      + DistributionFunction.allCases.map(\.rawValue) + TextFunction.allCases.map(\.rawValue)
      + ListFunction.allCases.map(\.rawValue) + TimeFunction.allCases.map(\.rawValue)
      + FormatFunction.allCases.map(\.rawValue) + PatternFunction.names
      + HostFunction.allCases.map(\.rawValue)
  }

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .choice: 3...3
    case .type: 1...1
    case .math(let function): function.arity
    case .distribution: 0...3
    case .text(let function): function.arity
    case .list(let function): function.arity
    case .time(let function): function.arity
    case .format(let function): function.arity
    }
  }

  var arityText: String { arity.argumentsText }
}

extension ClosedRange<Int> {
  /// So many arguments, in words.
  var argumentsText: String {
    let most = upperBound == .max ? "" : " to \(upperBound)"
    return count == 1
      ? "\(lowerBound) argument\(lowerBound == 1 ? "" : "s")"
      : "\(lowerBound)\(most.isEmpty ? " or more" : most) arguments"
  }
}

/// A function that reaches into a chart: its scales, data sets, colours.
package enum HostFunction: String, Sendable, CaseIterable {
  case scale, invert, domain, range, bandwidth, bandspace, copy, gradient
  case data, indata
  case rgb, hsl, lab, hcl, luminance, contrast
  case containerSize, windowSize, screen
  case geoArea, geoBounds, geoCentroid, geoScale
}

/// What answers an expression's calls into a chart.
package protocol ExpressionHost {
  /// The function's value, or nil where it isn't to be had here.
  func call(_ function: HostFunction, _ arguments: [Datum]) -> Datum?
}
