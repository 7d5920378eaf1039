import Graphics

extension Path {
  /// Adds part of a circle in pieces of at most a quarter turn; angles in radians, clockwise from three o'clock.
  mutating func arc(
    x: Double, y: Double, radius: Double, from given: Double, to givenEnd: Double, moves: Bool
  ) {
    // Beyond a full turn, and counted from within one, an arc is the same and quicker drawn.
    let start = given.truncatingRemainder(dividingBy: 2 * .pi)
    let end = start + min(max(givenEnd - given, -2 * .pi), 2 * .pi)
    let (x0, y0) = (x + radius * Exact.cosine(start), y + radius * Exact.sine(start))
    if moves { move(x0, y0) } else { line(x0, y0) }
    let turn = end - start
    guard radius > 0, turn != 0, turn.isFinite else { return }
    // Pieces end where the circle crosses an axis, so that its extremes are exact.
    let quarter = Double.pi / 2
    let direction: Double = turn > 0 ? 1 : -1
    var a = start
    while (end - a) * direction > 1e-12 {
      var next = ((a * direction / quarter + 1e-9).rounded(.down) + 1) * quarter * direction
      if (end - next) * direction < 1e-12 { next = end }
      piece(x, y, radius, a, next)
      a = next
    }
  }

  private mutating func piece(
    _ x: Double, _ y: Double, _ radius: Double, _ a: Double, _ b: Double
  ) {
    // Control points at 4/3 tan(turn / 4) of the radius.
    let quarter = (b - a) / 4
    let k = 4.0 / 3 * Exact.sine(quarter) / Exact.cosine(quarter) * radius
    let (ca, sa, cb, sb) = (Exact.cosine(a), Exact.sine(a), Exact.cosine(b), Exact.sine(b))
    curve(
      x + radius * ca - k * sa, y + radius * sa + k * ca,
      x + radius * cb + k * sb, y + radius * sb - k * cb,
      x + radius * cb, y + radius * sb)
  }
}
