/// The precision that tells neighbouring values apart, after d3-format's three helpers.
package enum Precision {
  /// Places after the point for values a step apart, in fixed notation; nil for steps that have no exponent.
  package static func fixed(step: Double) -> Int? {
    guard let exponent = exponent(step) else { return nil }
    return max(0, -exponent)
  }

  /// Places after the point for values a step apart, shown in the SI prefix of a reference value.
  package static func prefix(step: Double, value: Double) -> Int? {
    guard let stepExponent = exponent(step), let exponent = exponent(value) else { return nil }
    return max(0, SIPrefix(exponent: exponent).exponent - stepExponent)
  }

  /// Significant digits for values a step apart, up to a greatest one.
  package static func round(step: Double, max greatest: Double) -> Int? {
    guard let stepExponent = exponent(step), let exponent = exponent(abs(greatest) - abs(step))
    else { return nil }
    return Swift.max(0, exponent - stepExponent) + 1
  }

  private static func exponent(_ number: Double) -> Int? {
    guard let decimal = Decimal(shortest: number), !decimal.isZero else { return nil }
    return decimal.exponent
  }
}

extension NumberFormat {
  /// The format for the ticks of a linear scale: a specifier without precision gets the one the ticks need (d3-scale).
  package static func ticks(
    from start: Double, to stop: Double, count: Double, specifier text: String? = nil
  ) throws(FormatError) -> NumberFormat {
    var specifier = try FormatSpecifier(text ?? ",f")
    let step = Ticks.step(from: start, to: stop, count: count)
    let greatest = max(abs(start), abs(stop))
    // With a precision of its own each number has its own prefix (vega-format's `formatSpan`).
    if specifier.kind == .prefixed, specifier.precision == nil {
      specifier.precision = Precision.prefix(step: step, value: greatest)
      return NumberFormat(specifier, prefixOf: greatest)
    }
    if specifier.precision == nil {
      switch specifier.kind {
      case .exponent:
        specifier.precision = Precision.round(step: step, max: greatest).map { max(0, $0 - 1) }
      case .general, .roundedPercent, .rounded, nil:
        specifier.precision = Precision.round(step: step, max: greatest)
      case .fixed: specifier.precision = Precision.fixed(step: step)
      case .percent: specifier.precision = Precision.fixed(step: step).map { max(0, $0 - 2) }
      case .prefixed, .integer, .binary, .octal, .hexadecimal, .upperHexadecimal, .character,
        .number:
        break
      }
    }
    return NumberFormat(specifier)
  }
}
