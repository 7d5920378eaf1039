import Graphics

/// Keeps what lies within an angle of the projection's centre: a hemisphere, or a cap of another size.
struct CircleClip: SphereClip {
  private static let epsilon = 1e-6
  private let radius: Double
  private let cosRadius: Double
  private let isSmall: Bool
  private let isHemisphere: Bool

  /// `radius` in radians.
  init(radius: Double) {
    self.radius = radius
    cosRadius = Exact.cosine(radius)
    isSmall = cosRadius > 0
    isHemisphere = abs(cosRadius) <= Self.epsilon
  }

  var start: Point {
    isSmall ? Point(x: 0, y: -radius) : Point(x: -.pi, y: radius - .pi)
  }

  func isVisible(_ point: Point) -> Bool {
    Exact.cosine(point.x) * Exact.cosine(point.y) > cosRadius
  }

  func cut(_ line: [Point]) -> CutLine {
    var result = CutLine()
    var piece: [ClipPoint] = []
    var last: ClipPoint?
    var (wasVisible, startedVisible) = (false, false)
    var lastSides = 0
    func add(_ point: ClipPoint) { piece.append(point) }
    func split() {
      if !piece.isEmpty { result.pieces.append(piece) }
      piece = []
    }
    for given in line {
      let point = ClipPoint(x: given.x, y: given.y)
      let visible = isVisible(given)
      let sides = self.sides(given, visible)
      if last == nil {
        startedVisible = visible
        wasVisible = visible
      }
      if visible != wasVisible, let from = last {
        result.isWhole = false
        if visible {
          split()
          let entry = crossings(point, from).first ?? point
          add(entry)
          last = entry
        } else {
          var exit = crossings(from, point).first ?? from
          exit.isDegenerate = true
          add(exit)
          split()
          last = exit
        }
      } else if !isHemisphere, let from = last, isSmall != visible, sides & lastSides == 0,
        let (a, b) = passage(point, from)
      {
        // Both ends on one side, but the line between them passes over to the other.
        result.isWhole = false
        if isSmall {
          split()
          piece = [a, b]
          split()
        } else {
          add(b)
          split()
          var entry = a
          entry.isDegenerate = true
          add(entry)
        }
      }
      if visible, !(last.map { $0.coincides(with: point) } ?? false) { add(point) }
      last = point
      wasVisible = visible
      lastSides = sides
    }
    split()
    result.joinsEnds = startedVisible && wasVisible
    return result
  }

  /// On which sides of the circle's box a hidden point lies, as bits; points that share one can't be joined over it.
  private func sides(_ point: Point, _ visible: Bool) -> Int {
    guard isSmall != visible else { return 0 }
    let reach = isSmall ? radius : .pi - radius
    let x = isSmall ? point.x : point.x + (point.x < 0 ? .pi : -.pi)
    var sides = 0
    if x < -reach { sides |= 1 } else if x > reach { sides |= 2 }
    if point.y < -reach { sides |= 4 } else if point.y > reach { sides |= 8 }
    return sides
  }

  // MARK: Crossings

  /// Where the great circle through two points meets the clip circle, nearer to the first one first.
  private func crossings(_ a: ClipPoint, _ b: ClipPoint) -> [ClipPoint] {
    let (pa, pb) = (Cartesian(a.point), Cartesian(b.point))
    // The planes of the two circles: n · p = c.
    let normal = pa.cross(pb)
    let square = normal.dot(normal)
    let slant = normal.x
    let determinant = square - slant * slant
    guard determinant != 0 else { return [a] }
    let (c1, c2) = (cosRadius * square / determinant, -cosRadius * slant / determinant)
    let line = Cartesian(x: 1, y: 0, z: 0).cross(normal)
    let base = Cartesian(x: c1 + normal.x * c2, y: normal.y * c2, z: normal.z * c2)
    let (w, uu) = (base.dot(line), line.dot(line))
    let under = w * w - uu * (base.dot(base) - 1)
    guard under >= 0 else { return [] }
    let root = under.squareRoot()
    return [(-w - root) / uu, (-w + root) / uu].map { share in
      let point = (base + line * share).spherical
      return ClipPoint(x: point.x, y: point.y)
    }
  }

  /// The two points at which a line between two points on one side passes over the other side.
  private func passage(_ a: ClipPoint, _ b: ClipPoint) -> (ClipPoint, ClipPoint)? {
    let found = crossings(a, b)
    guard found.count == 2 else { return nil }
    let q = found[0]
    let (x0, x1) = (min(a.x, b.x), max(a.x, b.x))
    let width = x1 - x0
    let isPolar = abs(width - .pi) < Self.epsilon
    var (y0, y1) = a.x <= b.x ? (a.y, b.y) : (b.y, a.y)
    if !isPolar, y1 < y0 { swap(&y0, &y1) }
    let isBetween: Bool
    if isPolar {
      isBetween = (y0 + y1 > 0) != (q.y < (abs(q.x - x0) < Self.epsilon ? y0 : y1))
    } else if width < Self.epsilon {
      isBetween = y0 <= q.y && q.y <= y1
    } else {
      isBetween = (width > .pi) != (x0 <= q.x && q.x <= x1)
    }
    return isBetween ? (found[0], found[1]) : nil
  }

  // MARK: Edge

  func trace(from: ClipPoint?, to: ClipPoint?, forwards: Bool, into ring: inout [Point]) {
    let direction: Double = forwards ? 1 : -1
    let step = direction * 2 * .pi / 180
    let sine = Exact.sine(radius)
    var angle: Double
    let end: Double
    if let from, let to {
      angle = turn(from)
      end = turn(to)
      if forwards ? angle < end : angle > end { angle += direction * 2 * .pi }
    } else {
      angle = radius + direction * 2 * .pi
      end = radius - step / 2
    }
    while forwards ? angle > end : angle < end {
      ring.append(
        Cartesian(
          x: cosRadius, y: -sine * Exact.cosine(angle), z: -sine * Exact.sine(angle)
        ).spherical)
      angle -= step
    }
  }

  /// The angle of a point about the circle's centre, 0 to a full turn.
  private func turn(_ point: ClipPoint) -> Double {
    var place = Cartesian(point.point)
    place.x -= cosRadius
    let unit = place.normalized
    let angle = Exact.arccosine(-unit.y)
    let signed = -unit.z < 0 ? -angle : angle
    return (signed + 2 * .pi - Self.epsilon).truncatingRemainder(dividingBy: 2 * .pi)
  }
}
