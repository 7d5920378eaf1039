import Graphics

/// A rectangle that grows with what is put into it; empty at first.
struct Bounds: Sendable, Hashable {
  var x1 = Double.infinity
  var y1 = Double.infinity
  var x2 = -Double.infinity
  var y2 = -Double.infinity

  init() {}

  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    add(x1, y1)
    add(x2, y2)
  }

  var isEmpty: Bool { x1 > x2 || y1 > y2 }
  var width: Double { isEmpty ? 0 : x2 - x1 }
  var height: Double { isEmpty ? 0 : y2 - y1 }

  /// Whether any point is in both.
  func meets(_ other: Bounds) -> Bool {
    !isEmpty && !other.isEmpty && x1 <= other.x2 && x2 >= other.x1 && y1 <= other.y2
      && y2 >= other.y1
  }

  mutating func add(_ x: Double, _ y: Double) {
    guard x.isFinite, y.isFinite else { return }
    x1 = min(x1, x)
    y1 = min(y1, y)
    x2 = max(x2, x)
    y2 = max(y2, y)
  }

  mutating func union(_ other: Bounds) {
    guard !other.isEmpty else { return }
    add(other.x1, other.y1)
    add(other.x2, other.y2)
  }

  func joined(_ other: Bounds) -> Bounds {
    var result = self
    result.union(other)
    return result
  }

  func translated(_ dx: Double, _ dy: Double) -> Bounds {
    var result = self
    result.x1 += dx
    result.x2 += dx
    result.y1 += dy
    result.y2 += dy
    return result
  }

  func expanded(_ margin: Double) -> Bounds {
    guard !isEmpty else { return self }
    var result = self
    result.x1 -= margin
    result.y1 -= margin
    result.x2 += margin
    result.y2 += margin
    return result
  }

  /// The box of the four corners turned about a point.
  func rotated(degrees: Double, aboutX x: Double, y: Double) -> Bounds {
    guard !isEmpty, degrees != 0 else { return self }
    let (sine, cosine) = Angle.sineAndCosine(degrees)
    var result = Bounds()
    for (cx, cy) in [(x1, y1), (x2, y1), (x1, y2), (x2, y2)] {
      let (dx, dy) = (cx - x, cy - y)
      result.add(x + dx * cosine - dy * sine, y + dx * sine + dy * cosine)
    }
    return result
  }

  /// Whether two boxes are less than a distance apart.
  func isWithin(_ separation: Double, of other: Bounds) -> Bool {
    separation > max(other.x1 - x2, x1 - other.x2, other.y1 - y2, y1 - other.y2)
  }

  /// Whether a box lies inside this one.
  func encloses(_ other: Bounds) -> Bool {
    x1 <= other.x1 && y1 <= other.y1 && x2 >= other.x2 && y2 >= other.y2
  }
}

/// Angles in degrees, clockwise.
enum Angle {
  /// Exact for right angles.
  static func sineAndCosine(_ degrees: Double) -> (sine: Double, cosine: Double) {
    var turn = degrees.truncatingRemainder(dividingBy: 360)
    if turn < 0 { turn += 360 }
    switch turn {
    case 0: return (0, 1)
    case 90: return (1, 0)
    case 180: return (0, -1)
    case 270: return (-1, 0)
    default:
      let radians = turn * .pi / 180
      return (Exact.sine(radians), Exact.cosine(radians))
    }
  }
}
