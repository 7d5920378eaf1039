import Inputs
import Tables

/// A net of meridians and parallels.
struct Graticule {
  /// A box in degrees: its lower corner, then its upper one.
  struct Extent {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
  }

  private static let epsilon = 1e-6

  /// The lines drawn from pole to pole, and those between that end before it.
  var major = Extent(x0: -180, y0: -90 + epsilon, x1: 180, y1: 90 - epsilon)
  var minor = Extent(x0: -180, y0: -80 - epsilon, x1: 180, y1: 80 + epsilon)
  var majorStep = (x: 90.0, y: 360.0)
  var minorStep = (x: 10.0, y: 10.0)
  /// Degrees between the points of a parallel.
  var precision = 2.5

  init() {}

  /// Reads `true`, or an object with steps and extents.
  init(_ reader: ObjectReader) {
    reader.check(
      known: [
        "extent", "extentMajor", "extentMinor", "step", "stepMajor", "stepMinor", "precision",
      ], in: "a graticule")
    func pair(_ key: String) -> (x: Double, y: Double)? {
      reader.numbers(key).flatMap {
        $0.count == 2 && $0[0] > 0 && $0[1] > 0 ? (max($0[0], 0.1), max($0[1], 0.1)) : nil
      }
    }
    func extent(_ key: String) -> Extent? {
      let corners = reader.array(key)?.map { $0.array?.compactMap(\.double) ?? [] } ?? []
      guard corners.count == 2, corners.allSatisfy({ $0.count == 2 }) else { return nil }
      return Extent(
        x0: min(corners[0][0], corners[1][0]), y0: min(corners[0][1], corners[1][1]),
        x1: max(corners[0][0], corners[1][0]), y1: max(corners[0][1], corners[1][1]))
    }
    if let both = extent("extent") { (major, minor) = (both, both) }
    if let given = extent("extentMajor") { major = given }
    if let given = extent("extentMinor") { minor = given }
    if let both = pair("step") { (majorStep, minorStep) = (both, both) }
    if let given = pair("stepMajor") { majorStep = given }
    if let given = pair("stepMinor") { minorStep = given }
    if let given = reader.number("precision") { precision = max(given, 0.1) }
  }

  /// Numbers from one to before another.
  private static func steps(_ from: Double, _ to: Double, by step: Double) -> [Double] {
    let count = ((to - from) / step).rounded(.up)
    guard count > 0, count < 100_000 else { return [] }
    return (0..<Int(count)).map { from + Double($0) * step }
  }

  /// The net as one GeoJSON geometry.
  var geometry: Datum {
    func meridian(_ x: Double, _ extent: Extent) -> Datum {
      let ys = Self.steps(extent.y0, extent.y1 - Self.epsilon, by: 90) + [extent.y1]
      return .list(ys.map { [.number(x), .number($0)] })
    }
    func parallel(_ y: Double, _ extent: Extent) -> Datum {
      let xs = Self.steps(extent.x0, extent.x1 - Self.epsilon, by: precision) + [extent.x1]
      return .list(xs.map { [.number($0), .number(y)] })
    }
    func first(_ low: Double, _ step: Double) -> Double { (low / step).rounded(.up) * step }
    func isBetween(_ place: Double, _ step: Double) -> Bool {
      abs(place.truncatingRemainder(dividingBy: step)) > Self.epsilon
    }
    var lines = Self.steps(first(major.x0, majorStep.x), major.x1, by: majorStep.x)
      .map { meridian($0, major) }
    lines += Self.steps(first(major.y0, majorStep.y), major.y1, by: majorStep.y)
      .map { parallel($0, major) }
    lines += Self.steps(first(minor.x0, minorStep.x), minor.x1, by: minorStep.x)
      .filter { isBetween($0, majorStep.x) }.map { meridian($0, minor) }
    lines += Self.steps(first(minor.y0, minorStep.y), minor.y1, by: minorStep.y)
      .filter { isBetween($0, majorStep.y) }.map { parallel($0, minor) }
    return .record(.init([("type", "MultiLineString"), ("coordinates", .list(lines))]))
  }
}
