import Graphics

/// Cuts lines where they cross 180°, so that they don't run across the map from one side to the other.
struct AntimeridianClip: SphereClip {
  private static let epsilon = 1e-6

  var start: Point { Point(x: -.pi, y: -.pi / 2) }

  func isVisible(_ point: Point) -> Bool { true }

  func cut(_ line: [Point]) -> CutLine {
    var result = CutLine()
    var piece: [ClipPoint] = []
    var last: Point?
    var side = 0.0
    func add(_ x: Double, _ y: Double) { piece.append(ClipPoint(x: x, y: y)) }
    func split() {
      result.isWhole = false
      result.pieces.append(piece)
      piece = []
    }
    for point in line {
      let nextSide = point.x > 0 ? Double.pi : -Double.pi
      if let from = last {
        let distance = abs(point.x - from.x)
        if abs(distance - .pi) < Self.epsilon {
          // The line runs over a pole.
          let pole = (from.y + point.y) / 2 > 0 ? Double.pi / 2 : -Double.pi / 2
          add(from.x, pole)
          add(side, pole)
          split()
          add(nextSide, pole)
          add(point.x, pole)
        } else if side != nextSide, distance >= .pi {
          let latitude = crossing(nudged(from, side), nudged(point, nextSide))
          add(side, latitude)
          split()
          add(nextSide, latitude)
        }
      }
      add(point.x, point.y)
      last = point
      side = nextSide
    }
    if !piece.isEmpty { result.pieces.append(piece) }
    result.joinsEnds = !result.isWhole
    return result
  }

  /// A point on the antimeridian itself is moved off it by a hair.
  private func nudged(_ point: Point, _ side: Double) -> Point {
    abs(point.x - side) < Self.epsilon
      ? Point(x: point.x - side * Self.epsilon, y: point.y) : point
  }

  /// The latitude at which a great circle crosses the antimeridian.
  private func crossing(_ a: Point, _ b: Point) -> Double {
    let sine = Exact.sine(a.x - b.x)
    guard abs(sine) > Self.epsilon else { return (a.y + b.y) / 2 }
    let (cosA, cosB) = (Exact.cosine(a.y), Exact.cosine(b.y))
    let height =
      Exact.sine(a.y) * cosB * Exact.sine(b.x) - Exact.sine(b.y) * cosA * Exact.sine(a.x)
    return Exact.arctangent(height / (cosA * cosB * sine))
  }

  func trace(from: ClipPoint?, to: ClipPoint?, forwards: Bool, into ring: inout [Point]) {
    let direction: Double = forwards ? 1 : -1
    let half = Double.pi / 2
    guard let from, let to else {
      let top = direction * half
      ring += [
        Point(x: -.pi, y: top), Point(x: 0, y: top), Point(x: .pi, y: top), Point(x: .pi, y: 0),
        Point(x: .pi, y: -top), Point(x: 0, y: -top), Point(x: -.pi, y: -top),
        Point(x: -.pi, y: 0), Point(x: -.pi, y: top),
      ]
      return
    }
    guard abs(from.x - to.x) > Self.epsilon else {
      ring.append(to.point)
      return
    }
    // From one side to the other over a pole.
    let side = from.x < to.x ? Double.pi : -Double.pi
    let pole = direction * side / 2
    ring += [Point(x: -side, y: pole), Point(x: 0, y: pole), Point(x: side, y: pole)]
  }
}
