import Graphics

/// A cubic curve that rises and falls only where its points do (Steffen, 1990).
struct MonotoneCurve {
  let isVertical: Bool

  func trace(_ given: [Point], _ path: inout Path) {
    var points: [Point] = []
    for p in isVertical ? given.map(flipped) : given where p != points.last { points.append(p) }
    guard points.count > 2 else {
      for p in points.dropFirst() { line(p, &path) }
      return
    }
    let slopes = self.slopes(points)
    for index in 1..<points.count {
      let (a, b) = (points[index - 1], points[index])
      let third = (b.x - a.x) / 3
      curve(
        Point(x: a.x + third, y: a.y + third * slopes[index - 1]),
        Point(x: b.x - third, y: b.y - third * slopes[index]), b, &path)
    }
  }

  private func slopes(_ p: [Point]) -> [Double] {
    var slopes = [Double](repeating: 0, count: p.count)
    func secant(_ i: Int) -> Double {
      let h = p[i + 1].x - p[i].x
      return (p[i + 1].y - p[i].y) / (h == 0 ? -0.0 : h)
    }
    func sign(_ x: Double) -> Double { x < 0 ? -1 : 1 }
    for i in 1..<(p.count - 1) {
      let (h0, h1) = (p[i].x - p[i - 1].x, p[i + 1].x - p[i].x)
      let (s0, s1) = (secant(i - 1), secant(i))
      let mean = (s0 * h1 + s1 * h0) / (h0 + h1)
      let slope = (sign(s0) + sign(s1)) * min(abs(s0), abs(s1), 0.5 * abs(mean))
      slopes[i] = slope.isFinite ? slope : 0
    }
    let last = p.count - 1
    func end(_ i: Int, _ inner: Double) -> Double {
      let h = p[i + 1].x - p[i].x
      return h == 0 ? inner : (3 * (p[i + 1].y - p[i].y) / h - inner) / 2
    }
    slopes[0] = end(0, slopes[1])
    slopes[last] = end(last - 1, slopes[last - 1])
    return slopes
  }

  private func flipped(_ p: Point) -> Point { Point(x: p.y, y: p.x) }

  private func line(_ p: Point, _ path: inout Path) {
    let p = isVertical ? flipped(p) : p
    path.line(p.x, p.y)
  }

  private func curve(_ a: Point, _ b: Point, _ c: Point, _ path: inout Path) {
    let points = isVertical ? [a, b, c].map(flipped) : [a, b, c]
    path.curve(points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y)
  }
}

/// The natural cubic spline.
struct NaturalCurve {
  func trace(_ points: [Point], _ path: inout Path) {
    guard points.count > 2 else {
      for p in points.dropFirst() { path.line(p.x, p.y) }
      return
    }
    let (ax, bx) = controls(points.map(\.x))
    let (ay, by) = controls(points.map(\.y))
    for i in 1..<points.count {
      path.curve(ax[i - 1], ay[i - 1], bx[i - 1], by[i - 1], points[i].x, points[i].y)
    }
  }

  /// Solves the tridiagonal system for the control points.
  private func controls(_ x: [Double]) -> ([Double], [Double]) {
    let n = x.count - 1
    var a = [Double](repeating: 0, count: n)
    var b = a
    var r = a
    (a[0], b[0], r[0]) = (0, 2, x[0] + 2 * x[1])
    for i in stride(from: 1, to: n - 1, by: 1) {
      (a[i], b[i], r[i]) = (1, 4, 4 * x[i] + 2 * x[i + 1])
    }
    (a[n - 1], b[n - 1], r[n - 1]) = (2, 7, 8 * x[n - 1] + x[n])
    for i in 1..<n {
      let m = a[i] / b[i - 1]
      b[i] -= m
      r[i] -= m * r[i - 1]
    }
    a[n - 1] = r[n - 1] / b[n - 1]
    for i in stride(from: n - 2, through: 0, by: -1) { a[i] = (r[i] - a[i + 1]) / b[i] }
    b[n - 1] = (x[n] + a[n - 1]) / 2
    for i in 0..<(n - 1) { b[i] = 2 * x[i + 1] - a[i + 1] }
    return (a, b)
  }
}

/// A uniform cubic B-spline.
struct BasisCurve {
  let kind: Interpolation.Kind

  func trace(_ points: [Point], _ path: inout Path, joins: Bool) {
    switch kind {
    case .basisClosed: closed(points, &path, joins: joins)
    case .basisOpen: open(points, &path, joins: joins)
    default: through(points, &path, joins: joins)
    }
  }

  private func mean(_ a: Point, _ b: Point, _ c: Point) -> Point {
    Point(x: (a.x + 4 * b.x + c.x) / 6, y: (a.y + 4 * b.y + c.y) / 6)
  }

  private func segment(_ a: Point, _ b: Point, _ c: Point, _ path: inout Path) {
    path.curve(
      (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3, (a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3,
      (a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6)
  }

  private func through(_ p: [Point], _ path: inout Path, joins: Bool) {
    path.begin(p[0], joins: joins)
    guard p.count > 2, let last = p.last else {
      for point in p.dropFirst() { path.line(point.x, point.y) }
      return
    }
    path.line((5 * p[0].x + p[1].x) / 6, (5 * p[0].y + p[1].y) / 6)
    for i in 2..<p.count { segment(p[i - 2], p[i - 1], p[i], &path) }
    segment(p[p.count - 2], last, last, &path)
    path.line(last.x, last.y)
  }

  private func open(_ p: [Point], _ path: inout Path, joins: Bool) {
    guard p.count > 2 else { return }
    path.begin(mean(p[0], p[1], p[2]), joins: joins)
    for i in 3..<max(3, p.count) { segment(p[i - 2], p[i - 1], p[i], &path) }
    if p.count == 3 { path.close() }
  }

  private func closed(_ p: [Point], _ path: inout Path, joins: Bool) {
    guard p.count > 2 else {
      path.begin(p[0], joins: joins)
      for point in p.dropFirst() { path.line(point.x, point.y) }
      path.close()
      return
    }
    path.begin(mean(p[0], p[1], p[2]), joins: joins)
    for i in 3..<(p.count + 3) {
      segment(p[(i - 2) % p.count], p[(i - 1) % p.count], p[i % p.count], &path)
    }
  }
}

/// Cardinal splines and Catmull–Rom splines.
struct CardinalCurve {
  let kind: Interpolation.Kind
  let tension: Double?

  private var alpha: Double {
    switch kind {
    case .catmullRom, .catmullRomOpen, .catmullRomClosed: tension ?? 0.5
    default: 0
    }
  }

  private var k: Double {
    switch kind {
    case .cardinal, .cardinalOpen, .cardinalClosed: (1 - (tension ?? 0)) / 6
    default: 1.0 / 6
    }
  }

  func trace(_ p: [Point], _ path: inout Path, joins: Bool) {
    let n = p.count
    switch kind {
    case .cardinalOpen, .catmullRomOpen:
      guard n > 2 else { return }
      path.begin(p[1], joins: joins)
      for i in 1..<max(1, n - 2) { segment(p[i - 1], p[i], p[i + 1], p[i + 2], &path) }
    case .cardinalClosed, .catmullRomClosed:
      path.begin(p[0], joins: joins)
      guard n > 2 else {
        for point in p.dropFirst() { path.line(point.x, point.y) }
        path.close()
        return
      }
      for i in 0..<n {
        segment(p[(i + n - 1) % n], p[i], p[(i + 1) % n], p[(i + 2) % n], &path)
      }
    default:
      path.begin(p[0], joins: joins)
      guard n > 2 else {
        for point in p.dropFirst() { path.line(point.x, point.y) }
        return
      }
      for i in 0..<(n - 1) {
        segment(p[max(0, i - 1)], p[i], p[i + 1], p[min(n - 1, i + 2)], &path)
      }
    }
  }

  /// From the second to the third of four points.
  private func segment(_ a: Point, _ b: Point, _ c: Point, _ d: Point, _ path: inout Path) {
    guard alpha > 0 else {
      return path.curve(
        b.x + k * (c.x - a.x), b.y + k * (c.y - a.y), c.x + k * (b.x - d.x),
        c.y + k * (b.y - d.y), c.x, c.y)
    }
    func power(_ p: Point, _ q: Point) -> (alpha: Double, double: Double) {
      let square = (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)
      let double = Exact.pow(square, alpha)
      return (double.squareRoot(), double)
    }
    let (l01, l12, l23) = (power(a, b), power(b, c), power(c, d))
    var (first, second) = (b, c)
    if l01.alpha > 1e-12 {
      let m = 2 * l01.double + 3 * l01.alpha * l12.alpha + l12.double
      let n = 3 * l01.alpha * (l01.alpha + l12.alpha)
      first = Point(
        x: (b.x * m - a.x * l12.double + c.x * l01.double) / n,
        y: (b.y * m - a.y * l12.double + c.y * l01.double) / n)
    }
    if l23.alpha > 1e-12 {
      let m = 2 * l23.double + 3 * l23.alpha * l12.alpha + l12.double
      let n = 3 * l23.alpha * (l23.alpha + l12.alpha)
      second = Point(
        x: (c.x * m + b.x * l23.double - d.x * l12.double) / n,
        y: (c.y * m + b.y * l23.double - d.y * l12.double) / n)
    }
    path.curve(first.x, first.y, second.x, second.y, c.x, c.y)
  }
}
