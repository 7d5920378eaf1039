import Graphics

/// Projects lines on the globe, whose straight stretches may bend in the plane.
///
/// A stretch is halved while its middle strays from the straight line by more than the precision, lies far from the
/// middle of it, or the stretch is longer than 30°.
struct Resampling {
  let raw: RawProjection
  let plane: Transform
  private let tolerance: Double

  private static let deepest = 16
  private static let cosLongest = Exact.cosine(30 * Double.pi / 180)

  init(raw: RawProjection, plane: Transform, precision: Double) {
    self.raw = raw
    self.plane = plane
    tolerance = precision * precision
  }

  /// A place on the globe and where it comes to lie.
  private struct Stop {
    var place: Point
    var space: Cartesian
    var point: Point
  }

  /// A pole of a cylinder lies at infinity; this is as far as a drawing goes.
  private static let farthest = 1e9

  func project(_ place: Point) -> Point {
    let point = plane.apply(raw(place.x, place.y))
    func held(_ x: Double) -> Double {
      x.isNaN ? 0 : min(max(x, -Self.farthest), Self.farthest)
    }
    return Point(x: held(point.x), y: held(point.y))
  }

  private func stop(_ place: Point) -> Stop {
    Stop(place: place, space: Cartesian(place), point: project(place))
  }

  func line(_ places: [Point]) -> [Point] {
    guard let first = places.first else { return [] }
    guard tolerance > 0 else { return places.map(project) }
    var last = stop(first)
    var result = [last.point]
    for place in places.dropFirst() {
      let next = stop(place)
      bend(last, next, Self.deepest, into: &result)
      result.append(next.point)
      last = next
    }
    return result
  }

  /// A ring without its closing point, which the stretch back to the start may bend towards.
  func ring(_ places: [Point]) -> [Point] {
    guard let first = places.first else { return [] }
    return Array(line(places + [first]).dropLast())
  }

  /// Adds the points between two stops.
  private func bend(_ a: Stop, _ b: Stop, _ depth: Int, into result: inout [Point]) {
    let (dx, dy) = (b.point.x - a.point.x, b.point.y - a.point.y)
    let square = dx * dx + dy * dy
    guard square > 4 * tolerance, depth > 0 else { return }
    let sum = a.space + b.space
    let length = sum.dot(sum).squareRoot()
    let space = sum * (1 / length)
    let isPole = abs(abs(space.z) - 1) < 1e-6
    let isMeridian = abs(a.place.x - b.place.x) < 1e-6
    let longitude =
      isPole || isMeridian
      ? (a.place.x + b.place.x) / 2 : Exact.arctangent(y: sum.y, x: sum.x)
    let place = Point(x: longitude, y: Exact.arcsine(space.z))
    let middle = Stop(place: place, space: space, point: project(place))
    let (mx, my) = (middle.point.x - a.point.x, middle.point.y - a.point.y)
    let stray = dy * mx - dx * my
    let share = (dx * mx + dy * my) / square
    guard
      stray * stray / square > tolerance || abs(share - 0.5) > 0.3
        || a.space.dot(b.space) < Self.cosLongest
    else { return }
    bend(a, middle, depth - 1, into: &result)
    result.append(middle.point)
    bend(middle, b, depth - 1, into: &result)
  }
}
