/// The density of a distribution of which only some values are known: a normal kernel over each of them.
package struct KernelDensity: Sendable {
  package let values: [Double]
  package let bandwidth: Double

  /// Without a bandwidth, or with one of 0, Scott's rule chooses it.
  package init(_ values: [Double], bandwidth: Double? = nil) {
    self.values = values
    if let bandwidth, bandwidth > 0 {
      self.bandwidth = bandwidth
    } else {
      self.bandwidth = Self.estimate(values)
    }
  }

  package func density(_ x: Double) -> Double {
    let kernel = Normal(mean: 0, deviation: 1)
    let sum = values.reduce(0) { $0 + kernel.density((x - $1) / bandwidth) }
    return sum / bandwidth / Double(values.count)
  }

  package func cumulative(_ x: Double) -> Double {
    let kernel = Normal(mean: 0, deviation: 1)
    let sum = values.reduce(0) { $0 + kernel.cumulative((x - $1) / bandwidth) }
    return sum / Double(values.count)
  }

  /// Scott's normal reference rule with the spread of the quartiles where it is the smaller one: D. W. Scott,
  /// "Multivariate Density Estimation" (1992), equation 6.44.
  static func estimate(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let low = Statistics.quantile(sorted, 0.25) ?? 0
    let high = Statistics.quantile(sorted, 0.75) ?? 0
    let deviation = Statistics.variance(values)?.squareRoot() ?? 0
    let narrow = min(deviation, (high - low) / 1.34)
    let spread =
      narrow > 0 ? narrow : deviation > 0 ? deviation : low != 0 ? abs(low) : 1
    return 1.06 * spread * Transcendental.power(Double(max(1, values.count)), -0.2)
  }
}
