/// Samples a curve where it bends: as often as the eye needs, at least and at most so many times.
///
/// Halves a stretch while its ends and its middle differ by more than half a degree in direction, seen with both
/// axes of equal length, as vega-statistics does.
struct CurveSampling {
  var least = 25
  var most = 200

  private static let straight = 0.5 * Double.pi / 180

  func points(from low: Double, to high: Double, _ curve: (Double) -> Double) -> [(
    x: Double, y: Double
  )] {
    func point(_ x: Double) -> (x: Double, y: Double) { (x, curve(x)) }
    let steps = max(1, least)
    let span = high - low
    guard span > 0, span.isFinite else { return [point(low), point(high)] }
    let even = (1...steps).map { step in
      point(step == steps ? high : low + Double(step) / Double(steps) * span)
    }
    var result = [point(low)]
    let most = max(steps, self.most)
    if steps == most { return result + even }
    var waiting = Array(even.reversed())
    let heights = ([result[0]] + even).map(\.y)
    let rise = (heights.max() ?? 0) - (heights.min() ?? 0)
    let shortest = span / Double(most)
    func direction(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
      Transcendental.arctangent(y: (b.y - a.y) / rise, x: (b.x - a.x) / span)
    }
    while let next = waiting.last {
      let last = result[result.count - 1]
      let middle = point((last.x + next.x) / 2)
      let bend = abs(direction(last, next) - direction(last, middle))
      if middle.x - last.x >= shortest, bend > Self.straight {
        waiting.append(middle)
      } else {
        result.append(next)
        waiting.removeLast()
      }
    }
    return result
  }
}
