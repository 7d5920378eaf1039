/// How numbers are cut into intervals: Vega-Lite's bin parameters.
package struct BinParameters: Sendable, Hashable {
  package var maxBins: Double
  package var base: Double
  package var divide: [Double]
  package var extent: [Double]?
  /// The selection whose interval is the extent, where it has one.
  package var extentParameter: ExtentParameter?
  package var step: Double?
  package var steps: [Double]?
  package var minStep: Double
  package var nice: Bool
  package var anchor: Double?

  package struct ExtentParameter: Sendable, Hashable {
    package var name: String
    /// Which of the selection's intervals; nil for the only one.
    package var field: String?
  }

  package init(
    maxBins: Double = 20, base: Double = 10, divide: [Double] = [5, 2], extent: [Double]? = nil,
    step: Double? = nil, steps: [Double]? = nil, minStep: Double = 0, nice: Bool = true,
    anchor: Double? = nil
  ) {
    self.maxBins = maxBins
    self.base = base
    self.divide = divide
    self.extent = extent
    self.step = step
    self.steps = steps
    self.minStep = minStep
    self.nice = nice
    self.anchor = anchor
  }

  /// The same parameters with the extent that a selection holds now.
  package func resolved(_ evaluation: Evaluation) -> BinParameters {
    guard let extentParameter, let value = evaluation.parameters[extentParameter.name] else {
      return self
    }
    let interval =
      value.list
      ?? value.record.flatMap { record in
        (extentParameter.field.flatMap { record[$0] } ?? record.values.first)?.list
      }
    guard let ends = interval?.map(\.asNumber), ends.count == 2, ends.allSatisfy(\.isFinite) else {
      return self
    }
    var result = self
    result.extent = [min(ends[0], ends[1]), max(ends[0], ends[1])]
    return result
  }
}

/// Intervals of equal width.
package struct Bins: Sendable, Hashable {
  package var start: Double
  package var stop: Double
  package var step: Double

  package init(start: Double, stop: Double, step: Double) {
    (self.start, self.stop, self.step) = (start, stop, step)
  }

  /// Chooses the intervals for numbers within an extent, after vega-statistics' `bin`.
  package init(_ parameters: BinParameters, extent: (low: Double, high: Double)) {
    var (low, high) = extent
    if let given = parameters.extent, given.count == 2 { (low, high) = (given[0], given[1]) }
    if !low.isFinite || !high.isFinite { (low, high) = (0, 0) }
    let span = high - low != 0 ? high - low : low != 0 ? abs(low) : 1
    let most = max(1, parameters.maxBins)
    let base = parameters.base > 1 ? parameters.base : 10
    let logBase = Transcendental.logarithm(base)
    var step: Double
    if let given = parameters.step, given > 0 {
      step = given
    } else if let steps = parameters.steps, let first = steps.first {
      let wanted = span / most
      let index = steps.firstIndex { $0 >= wanted } ?? steps.count
      step = index == 0 ? first : steps[index - 1]
    } else {
      let level = (Transcendental.logarithm(most) / logBase).rounded(.up)
      let exponent =
        MathFunction.round.apply([Transcendental.logarithm(span) / logBase]) { 0 } - level
      step = max(parameters.minStep, Transcendental.power(base, exponent))
      while (span / step).rounded(.up) > most { step *= base }
      for divisor in parameters.divide {
        let finer = step / divisor
        if finer >= parameters.minStep, span / finer <= most { step = finer }
      }
    }
    if !step.isFinite || step <= 0 { step = 1 }
    let logStep = Transcendental.logarithm(step)
    let precision = logStep >= 0 ? 0 : (-logStep / logBase).rounded(.towardZero) + 1
    let epsilon = Transcendental.power(base, -precision - 1)
    if parameters.nice {
      let floor = (low / step + epsilon).rounded(.down) * step
      low = low < floor ? floor - step : floor
      high = (high / step).rounded(.up) * step
    }
    start = low
    self.step = step
    stop = high == low ? low + step : low + ((high - low) / step).rounded(.up) * step
    if let anchor = parameters.anchor {
      let shift = anchor - (start + step * ((anchor - start) / step).rounded(.down))
      start += shift
      stop += shift
    }
  }

  /// The interval a number falls into; infinite below and above all of them.
  package func interval(of number: Double) -> (start: Double, end: Double) {
    let low: Double
    if number < start {
      low = -.infinity
    } else if number > stop {
      low = .infinity
    } else {
      let inside = max(start, min(number, stop - step))
      // The bias offsets rounding (vega #1737).
      low = start + step * (1e-14 + (inside - start) / step).rounded(.down)
    }
    return (low, start + step * (1 + (low - start) / step))
  }
}

/// Vega-Lite's `bin`: two columns for where a number's interval starts and ends.
package struct BinTransform: Sendable {
  package var field: FieldPath
  package var parameters: BinParameters
  package var start: String
  package var end: String

  package init(_ field: FieldPath, _ parameters: BinParameters, start: String, end: String) {
    self.field = field
    self.parameters = parameters
    self.start = start
    self.end = end
  }

  /// The intervals chosen for a frame.
  package func bins(for frame: Frame) -> Bins {
    var (low, high) = (Double.infinity, -Double.infinity)
    for cell in frame.cells(field) where cell.isValid {
      let number = cell.asNumber
      if number.isFinite {
        low = min(low, number)
        high = max(high, number)
      }
    }
    return Bins(parameters, extent: (low, high))
  }

  package func apply(to frame: Frame) -> Frame {
    let bins = bins(for: frame)
    var (starts, ends) = ([Datum](), [Datum]())
    for cell in frame.cells(field) {
      let number = cell.asNumber
      if case .null = cell {
        starts.append(.null)
        ends.append(.null)
      } else if case .string("") = cell {
        starts.append(.null)
        ends.append(.null)
      } else {
        let interval = bins.interval(of: number)
        starts.append(.number(number.isNaN ? .nan : interval.start))
        ends.append(.number(number.isNaN ? .nan : interval.end))
      }
    }
    var result = frame
    result.set(start, starts)
    result.set(end, ends)
    return result
  }
}
