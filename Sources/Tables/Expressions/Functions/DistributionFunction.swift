/// Densities, cumulative probabilities, quantiles and samples of three distributions.
enum DistributionFunction: String, Sendable, CaseIterable {
  case densityNormal, cumulativeNormal, quantileNormal, sampleNormal
  case densityLogNormal, cumulativeLogNormal, quantileLogNormal, sampleLogNormal
  case densityUniform, cumulativeUniform, quantileUniform, sampleUniform

  func apply(_ x: [Double], draw: () -> Double) -> Double {
    func argument(_ index: Int, _ standard: Double) -> Double {
      index < x.count ? x[index] : standard
    }
    let value = argument(0, .nan)
    switch self {
    case .densityNormal:
      return Normal(mean: argument(1, 0), deviation: argument(2, 1)).density(value)
    case .cumulativeNormal:
      return Normal(mean: argument(1, 0), deviation: argument(2, 1)).cumulative(value)
    case .quantileNormal:
      return Normal(mean: argument(1, 0), deviation: argument(2, 1)).quantile(value)
    case .sampleNormal:
      return Normal(mean: argument(0, 0), deviation: argument(1, 1)).quantile(draw())
    case .densityLogNormal:
      return value <= 0
        ? 0
        : Normal(mean: argument(1, 0), deviation: argument(2, 1))
          .density(Transcendental.logarithm(value)) / value
    case .cumulativeLogNormal:
      return value <= 0
        ? 0
        : Normal(mean: argument(1, 0), deviation: argument(2, 1))
          .cumulative(Transcendental.logarithm(value))
    case .quantileLogNormal:
      return Transcendental.exponential(
        Normal(mean: argument(1, 0), deviation: argument(2, 1)).quantile(value))
    case .sampleLogNormal:
      return Transcendental.exponential(
        Normal(mean: argument(0, 0), deviation: argument(1, 1)).quantile(draw()))
    case .densityUniform:
      let (low, high) = bounds(argument(1, .nan), argument(2, .nan))
      return value >= low && value <= high ? 1 / (high - low) : 0
    case .cumulativeUniform:
      let (low, high) = bounds(argument(1, .nan), argument(2, .nan))
      return value < low ? 0 : value > high ? 1 : (value - low) / (high - low)
    case .quantileUniform:
      let (low, high) = bounds(argument(1, .nan), argument(2, .nan))
      return value >= 0 && value <= 1 ? low + value * (high - low) : .nan
    case .sampleUniform:
      let (low, high) = bounds(argument(0, .nan), argument(1, .nan))
      return low + draw() * (high - low)
    }
  }

  /// One bound alone is the upper one; none means 0 to 1.
  private func bounds(_ first: Double, _ second: Double) -> (Double, Double) {
    if first.isNaN { return (0, 1) }
    return second.isNaN ? (0, first) : (first, second)
  }
}

/// The normal distribution.
struct Normal {
  var mean: Double
  var deviation: Double

  func density(_ value: Double) -> Double {
    let z = (value - mean) / deviation
    return Transcendental.exponential(-0.5 * z * z) / (deviation * (2 * Double.pi).squareRoot())
  }

  /// Graeme West, "Better approximations to cumulative normal functions" (2005).
  func cumulative(_ value: Double) -> Double {
    let z = (value - mean) / deviation
    let distance = abs(z)
    guard distance <= 37 else { return z > 0 ? 1 : 0 }
    let tail = Transcendental.exponential(-distance * distance / 2)
    var probability: Double
    if distance < 7.07106781186547 {
      func polynomial(_ coefficients: [Double]) -> Double {
        coefficients.reduce(0) { $0 * distance + $1 }
      }
      let above = polynomial([
        3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
        112.079291497871, 221.213596169931, 220.206867912376,
      ])
      let below = polynomial([
        8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
        296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
      ])
      probability = tail * above / below
    } else {
      var fraction = distance + 0.65
      for step in stride(from: 4.0, through: 1.0, by: -1) { fraction = distance + step / fraction }
      probability = tail / fraction / 2.506628274631
    }
    return z > 0 ? 1 - probability : probability
  }

  /// Peter Acklam's rational approximation, refined by one step of Halley's method.
  func quantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
      return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
    }
    let standard = Normal(mean: 0, deviation: 1)
    let low = 0.02425
    var z: Double
    if probability < low || probability > 1 - low {
      let p = min(probability, 1 - probability)
      let q = (-2 * Transcendental.logarithm(p)).squareRoot()
      let above = [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734,
        4.374664141464968, 2.938163982698783,
      ].reduce(0) { $0 * q + $1 }
      let below = [
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1,
      ].reduce(0) { $0 * q + $1 }
      z = probability < low ? above / below : -above / below
    } else {
      let q = probability - 0.5
      let r = q * q
      let above = [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
        1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239,
      ].reduce(0) { $0 * r + $1 }
      let below = [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
        6.680131188771972e+01, -1.328068155288572e+01, 1,
      ].reduce(0) { $0 * r + $1 }
      z = q * above / below
    }
    let error = standard.cumulative(z) - probability
    let step =
      error * (2 * Double.pi).squareRoot() * Transcendental.exponential(z * z / 2)
    z -= step / (1 + z * step / 2)
    return mean + z * deviation
  }
}
