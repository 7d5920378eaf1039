import Formats
import Graphics

/// The ticks of a logarithmic scale: powers of the base, and multiples of them where there is room (d3-scale).
struct LogTicks {
  let base: Double

  func values(
    from start: Double, to stop: Double, count: Double, logarithm: (Double) -> Double
  ) -> [Double] {
    let falls = stop < start
    let (low, high) = falls ? (stop, start) : (start, stop)
    let negative = low < 0
    let logs = negative ? (-logarithm(-low), -logarithm(-high)) : (logarithm(low), logarithm(high))
    guard logs.0.isFinite, logs.1.isFinite, high > low else { return [] }
    var ticks: [Double] = []
    if base.truncatingRemainder(dividingBy: 1) == 0, logs.1 - logs.0 < count, logs.1 - logs.0 < 1000
    {
      let (first, last) = (Int(logs.0.rounded(.down)), Int(logs.1.rounded(.up)))
      for power in first...max(first, last) {
        let multiples = (1..<Int(clamping: base, to: 1...Ticks.limit)).map(Double.init)
        for multiple in negative ? multiples.reversed() : multiples {
          let tick =
            negative
            ? -(power > 0 ? multiple / pow(-power) : multiple * pow(-power))
            : power < 0 ? multiple / pow(-power) : multiple * pow(power)
          if tick < low { continue }
          if tick > high { break }
          ticks.append(tick)
        }
      }
      if Double(ticks.count) * 2 < count {
        ticks = Ticks.values(from: low, to: high, count: count)
      }
    } else {
      ticks = Ticks.values(from: logs.0, to: logs.1, count: min(logs.1 - logs.0, count)).map {
        negative ? -Exact.pow(base, -$0) : Exact.pow(base, $0)
      }
    }
    return falls ? ticks.reversed() : ticks
  }

  private func pow(_ power: Int) -> Double { Exact.pow(base, Double(power)) }
}
