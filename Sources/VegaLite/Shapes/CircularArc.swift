import Graphics

extension Path {
  /// Adds part of a circle in pieces of at most a quarter turn; angles in radians, clockwise from three o'clock.
  mutating func arc(
    x: Double, y: Double, radius: Double, from start: Double, to end: Double, moves: Bool
  ) {
    let (x0, y0) = (x + radius * Exact.cosine(start), y + radius * Exact.sine(start))
    if moves { move(x0, y0) } else { line(x0, y0) }
    let turn = end - start
    guard radius > 0, turn != 0, turn.isFinite else { return }
    let pieces = max(1, Int((abs(turn) / (.pi / 2) - 1e-9).rounded(.up)))
    let step = turn / Double(pieces)
    // Control points at 4/3 tan(step / 4) of the radius.
    let quarter = step / 4
    let k = 4.0 / 3 * Exact.sine(quarter) / Exact.cosine(quarter) * radius
    for piece in 0..<pieces {
      let a = start + Double(piece) * step
      let b = a + step
      let (ca, sa, cb, sb) = (Exact.cosine(a), Exact.sine(a), Exact.cosine(b), Exact.sine(b))
      curve(
        x + radius * ca - k * sa, y + radius * sa + k * ca,
        x + radius * cb + k * sb, y + radius * sb - k * cb,
        x + radius * cb, y + radius * sb)
    }
  }
}
