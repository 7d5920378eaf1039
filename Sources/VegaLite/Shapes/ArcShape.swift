import Graphics

/// A piece of a ring (d3-shape's arc); angles in radians, clockwise from twelve o'clock.
struct ArcShape {
  var innerRadius: Double
  var outerRadius: Double
  var startAngle: Double
  var endAngle: Double
  var padAngle = 0.0
  var cornerRadius = 0.0

  private static let epsilon = 1e-12

  func path(x: Double, y: Double) -> Path {
    var path = Path()
    var (r0, r1) = (max(0, innerRadius), max(0, outerRadius))
    if r1 < r0 { swap(&r0, &r1) }
    let (a0, a1) = (startAngle - .pi / 2, endAngle - .pi / 2)
    let turn = abs(a1 - a0)
    guard r1 > Self.epsilon else {
      path.move(x, y)
      path.close()
      return path
    }
    if turn > 2 * .pi - Self.epsilon {
      path.arc(x: x, y: y, radius: r1, from: a0, to: a0 + 2 * .pi, moves: true)
      path.close()
      if r0 > Self.epsilon {
        path.arc(x: x, y: y, radius: r0, from: a1, to: a1 - 2 * .pi, moves: true)
        path.close()
      }
      return path
    }
    let clockwise: Double = a1 > a0 ? 1 : -1
    // Padding is the same distance along both edges.
    let pad = padAngle / 2
    let padRadius = pad > Self.epsilon ? (r0 * r0 + r1 * r1).squareRoot() : 0
    var (outer0, outer1, inner0, inner1) = (a0, a1, a0, a1)
    var (outerTurn, innerTurn) = (turn, turn)
    if padRadius > Self.epsilon {
      func shift(_ radius: Double) -> Double {
        radius > 0 ? arcsine(min(1, padRadius / radius * Exact.sine(pad))) : 0
      }
      let (p0, p1) = (shift(r0), shift(r1))
      innerTurn -= 2 * p0
      if r0 > 0, innerTurn > Self.epsilon {
        inner0 += p0 * clockwise
        inner1 -= p0 * clockwise
      } else {
        innerTurn = 0
        inner0 = (a0 + a1) / 2
        inner1 = inner0
      }
      outerTurn -= 2 * p1
      if outerTurn > Self.epsilon {
        outer0 += p1 * clockwise
        outer1 -= p1 * clockwise
      } else {
        outerTurn = 0
        outer0 = (a0 + a1) / 2
        outer1 = outer0
      }
    }
    let corner = min(cornerRadius, (r1 - r0) / 2)
    if corner > Self.epsilon, outerTurn > Self.epsilon {
      rounded(
        &path, x, y, r0, r1, (outer0, outer1), (inner0, inner1), corner, clockwise, innerTurn)
    } else {
      path.arc(x: x, y: y, radius: r1, from: outer0, to: outer1, moves: true)
      if r0 > Self.epsilon, innerTurn > Self.epsilon {
        path.arc(x: x, y: y, radius: r0, from: inner1, to: inner0, moves: false)
      } else if r0 > Self.epsilon {
        path.line(x + r0 * Exact.cosine(inner0), y + r0 * Exact.sine(inner0))
      } else if padRadius > Self.epsilon {
        let middle = (a0 + a1) / 2
        let depth = padRadius * Exact.sine(pad) / max(Self.epsilon, Exact.sine(turn / 2))
        path.line(
          x + min(depth, r1) * Exact.cosine(middle), y + min(depth, r1) * Exact.sine(middle))
      } else {
        path.line(x, y)
      }
    }
    path.close()
    return path
  }

  private func arcsine(_ x: Double) -> Double {
    Exact.arctangent(y: x, x: max(0, 1 - x * x).squareRoot())
  }

  /// Rounds the corners by circles that touch the edge and the arc.
  private func rounded(
    _ path: inout Path, _ x: Double, _ y: Double, _ r0: Double, _ r1: Double,
    _ outer: (Double, Double), _ inner: (Double, Double), _ corner: Double, _ clockwise: Double,
    _ innerTurn: Double
  ) {
    // On the outer arc the circle's centre lies at r1 − c, an angle asin(c / (r1 − c)) from the edge.
    let turn = abs(outer.1 - outer.0)
    let c1 = min(
      corner, r1 * Exact.sine(min(turn, .pi) / 2) / (1 + Exact.sine(min(turn, .pi) / 2)))
    let t1 = arcsine(min(1, c1 / max(Self.epsilon, r1 - c1)))
    func point(_ radius: Double, _ angle: Double) -> (Double, Double) {
      (x + radius * Exact.cosine(angle), y + radius * Exact.sine(angle))
    }
    let start = outer.0 + clockwise * t1
    let end = outer.1 - clockwise * t1
    let edge1 = (max(0, (r1 - c1) * (r1 - c1) - c1 * c1)).squareRoot()
    let (sx, sy) = point(r1 - c1, start)
    let (ex, ey) = point(r1 - c1, end)
    let first = point(edge1, outer.0)
    path.move(first.0, first.1)
    path.arc(
      x: sx, y: sy, radius: c1, from: outer.0 - clockwise * .pi / 2, to: start, moves: false)
    path.arc(x: x, y: y, radius: r1, from: start, to: end, moves: false)
    path.arc(
      x: ex, y: ey, radius: c1, from: end, to: outer.1 + clockwise * .pi / 2, moves: false)
    guard r0 > Self.epsilon, innerTurn > Self.epsilon else { return path.line(x, y) }
    let half = Exact.sine(min(innerTurn, .pi) / 2)
    let c0 = min(corner, half < 1 ? r0 * half / (1 - half) : corner)
    let t0 = arcsine(min(1, c0 / (r0 + c0)))
    let edge0 = ((r0 + c0) * (r0 + c0) - c0 * c0).squareRoot()
    let innerEnd = inner.1 - clockwise * t0
    let innerStart = inner.0 + clockwise * t0
    let (ix, iy) = point(r0 + c0, innerEnd)
    let (jx, jy) = point(r0 + c0, innerStart)
    let corner1 = point(edge0, inner.1)
    path.line(corner1.0, corner1.1)
    path.arc(
      x: ix, y: iy, radius: c0, from: inner.1 + clockwise * .pi / 2,
      to: innerEnd + clockwise * .pi, moves: false)
    path.arc(x: x, y: y, radius: r0, from: innerEnd, to: innerStart, moves: false)
    path.arc(
      x: jx, y: jy, radius: c0, from: innerStart + .pi * clockwise,
      to: inner.0 + clockwise * 1.5 * .pi, moves: false)
  }
}
