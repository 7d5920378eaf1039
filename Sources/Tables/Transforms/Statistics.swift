/// Figures over lists of valid numbers.
package enum Statistics {
  /// The running mean, which stays exact where a sum would overflow.
  package static func mean(_ numbers: [Double]) -> Double {
    var mean = 0.0
    for (index, number) in numbers.enumerated() { mean += (number - mean) / Double(index + 1) }
    return mean
  }

  /// The sum of squared distances from the mean (Welford's method).
  package static func squares(_ numbers: [Double]) -> Double {
    var (mean, sum) = (0.0, 0.0)
    for (index, number) in numbers.enumerated() {
      let distance = number - mean
      mean += distance / Double(index + 1)
      sum += distance * (number - mean)
    }
    return max(0, sum)
  }

  /// The sample variance; nil for fewer than two numbers.
  package static func variance(_ numbers: [Double]) -> Double? {
    numbers.count > 1 ? squares(numbers) / Double(numbers.count - 1) : nil
  }

  /// The quantile of sorted numbers, interpolated between neighbours (type 7 of Hyndman and Fan).
  package static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let place = Double(sorted.count - 1) * share
    guard place > 0 else { return first }
    guard place < Double(sorted.count - 1) else { return last }
    let index = Int(place)
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }

  /// The 95 % interval of the mean over 1,000 resamples, drawn from a fixed sequence.
  package static func bootstrapInterval(_ numbers: [Double]) -> (low: Double, high: Double) {
    guard numbers.count > 1 else { return (numbers.first ?? .nan, numbers.first ?? .nan) }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let samples = 1000
    var means: [Double] = []
    means.reserveCapacity(samples)
    for _ in 0..<samples {
      var sum = 0.0
      for _ in numbers {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        sum += numbers[Int(state % UInt64(numbers.count))]
      }
      means.append(sum / Double(numbers.count))
    }
    means.sort()
    return (
      quantile(means, 0.025) ?? .nan, quantile(means, 0.975) ?? .nan
    )
  }
}
