import Graphics

/// How a line runs through its points (d3-shape's curves).
struct Interpolation {
  enum Kind: String, CaseIterable {
    case linear
    case linearClosed = "linear-closed"
    case step
    case stepBefore = "step-before"
    case stepAfter = "step-after"
    case basis
    case basisOpen = "basis-open"
    case basisClosed = "basis-closed"
    case bundle
    case cardinal
    case cardinalOpen = "cardinal-open"
    case cardinalClosed = "cardinal-closed"
    case catmullRom = "catmull-rom"
    case catmullRomOpen = "catmull-rom-open"
    case catmullRomClosed = "catmull-rom-closed"
    case monotone
    case natural
  }

  var kind: Kind
  /// Nil is the kind's own.
  var tension: Double?
  /// Whether the line runs from top to bottom.
  var isVertical: Bool

  init(kind: Kind, tension: Double?, isVertical: Bool) {
    self.kind = kind
    self.tension = tension
    self.isVertical = isVertical
  }

  init(_ mark: MarkDefinition) {
    self.init(
      kind: mark.properties.word("interpolate") ?? .linear,
      tension: mark.properties.number("tension"), isVertical: mark.orientation == .horizontal)
  }

  /// Whether the line leads back to its start.
  var isClosed: Bool {
    switch kind {
    case .linearClosed, .basisClosed, .cardinalClosed, .catmullRomClosed: true
    default: false
    }
  }

  /// Adds a line through points: from a new place, or joined to where the path is.
  func trace(_ points: [Point], into path: inout Path, joins: Bool = false) {
    guard let first = points.first else { return }
    switch kind {
    case .linear, .linearClosed:
      path.begin(first, joins: joins)
      for p in points.dropFirst() { path.line(p.x, p.y) }
      if kind == .linearClosed, !joins { path.close() }
    case .step, .stepBefore, .stepAfter:
      path.begin(first, joins: joins)
      steps(points, &path)
    case .monotone:
      path.begin(first, joins: joins)
      MonotoneCurve(isVertical: isVertical).trace(points, &path)
    case .natural:
      path.begin(first, joins: joins)
      NaturalCurve().trace(points, &path)
    case .basis, .basisOpen, .basisClosed:
      BasisCurve(kind: kind).trace(points, &path, joins: joins)
    case .bundle:
      BasisCurve(kind: .basis).trace(straightened(points), &path, joins: joins)
    case .cardinal, .cardinalOpen, .cardinalClosed, .catmullRom, .catmullRomOpen,
      .catmullRomClosed:
      CardinalCurve(kind: kind, tension: tension).trace(points, &path, joins: joins)
    }
  }

  private func steps(_ points: [Point], _ path: inout Path) {
    let share: Double = kind == .step ? 0.5 : kind == .stepBefore ? 0 : 1
    for (a, b) in zip(points, points.dropFirst()) {
      if share <= 0 {
        path.line(a.x, b.y)
        path.line(b.x, b.y)
      } else {
        let x = a.x * (1 - share) + b.x * share
        path.line(x, a.y)
        path.line(x, b.y)
      }
    }
    if share == 0.5, points.count > 1, let last = points.last { path.line(last.x, last.y) }
    if share == 1, points.count > 1, let last = points.last { path.line(last.x, last.y) }
  }

  private func straightened(_ points: [Point]) -> [Point] {
    guard let first = points.first, let last = points.last, points.count > 1 else { return points }
    let beta = tension ?? 0.85
    return points.enumerated().map { index, p in
      let t = Double(index) / Double(points.count - 1)
      return Point(
        x: beta * p.x + (1 - beta) * (first.x + t * (last.x - first.x)),
        y: beta * p.y + (1 - beta) * (first.y + t * (last.y - first.y)))
    }
  }
}

extension Path {
  /// Starts a line at a point: in a new place, or joined to where the path is.
  mutating func begin(_ point: Point, joins: Bool) {
    if joins { line(point.x, point.y) } else { move(point.x, point.y) }
  }
}
