import Graphics

/// Reads the path data of SVG 1.1 (8.3).
struct SVGPath {
  private let bytes: [UInt8]
  private var position = 0
  private var path = Path()
  private var current = Point.zero
  private var start = Point.zero
  /// The second control point of the curve before, for smooth ones.
  private var lastControl: Point?

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path, or nil for a text that is none.
  static func parse(_ text: String) -> Path? {
    var reader = SVGPath(text)
    return reader.read() ? reader.path : nil
  }

  private mutating func read() -> Bool {
    var command: UInt8 = 0
    skipSpace()
    while position < bytes.count {
      let byte = bytes[position]
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20),
        byte | 0x20 != UInt8(ascii: "e")
      {
        command = byte
        position += 1
      } else if command == 0 {
        return false
      }
      guard step(command) else { return false }
      // More coordinates after a move are lines.
      if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
      if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
      skipSpace()
    }
    return !path.elements.isEmpty
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ",") {
      position += 1
    }
  }

  private mutating func number() -> Double? {
    skipSpace()
    let start = position
    func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }
    func digits() {
      while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek()) { position += 1 }
    }
    if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { position += 1 }
    digits()
    if peek() == UInt8(ascii: ".") {
      position += 1
      digits()
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { position += 1 }
      digits()
    }
    let number = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func numbers(_ count: Int) -> [Double]? {
    var result: [Double] = []
    for _ in 0..<count {
      guard let number = number() else { return nil }
      result.append(number)
    }
    return result
  }

  private mutating func step(_ command: UInt8) -> Bool {
    let relative = command >= UInt8(ascii: "a")
    let (ox, oy) = relative ? (current.x, current.y) : (0, 0)
    var control: Point?
    defer { lastControl = control }
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let n = numbers(2) else { return false }
      current = Point(x: ox + n[0], y: oy + n[1])
      start = current
      path.move(current.x, current.y)
    case UInt8(ascii: "l"):
      guard let n = numbers(2) else { return false }
      line(ox + n[0], oy + n[1])
    case UInt8(ascii: "h"):
      guard let n = numbers(1) else { return false }
      line(ox + n[0], current.y)
    case UInt8(ascii: "v"):
      guard let n = numbers(1) else { return false }
      line(current.x, oy + n[0])
    case UInt8(ascii: "c"):
      guard let n = numbers(6) else { return false }
      control = Point(x: ox + n[2], y: oy + n[3])
      curve(ox + n[0], oy + n[1], ox + n[2], oy + n[3], ox + n[4], oy + n[5])
    case UInt8(ascii: "s"):
      guard let n = numbers(4) else { return false }
      let first = mirrored
      control = Point(x: ox + n[0], y: oy + n[1])
      curve(first.x, first.y, ox + n[0], oy + n[1], ox + n[2], oy + n[3])
    case UInt8(ascii: "q"):
      guard let n = numbers(4) else { return false }
      control = Point(x: ox + n[0], y: oy + n[1])
      quadratic(ox + n[0], oy + n[1], ox + n[2], oy + n[3])
    case UInt8(ascii: "t"):
      guard let n = numbers(2) else { return false }
      let first = mirrored
      control = first
      quadratic(first.x, first.y, ox + n[0], oy + n[1])
    case UInt8(ascii: "a"):
      guard let n = numbers(7) else { return false }
      arc(n, to: Point(x: ox + n[5], y: oy + n[6]))
    case UInt8(ascii: "z"):
      path.close()
      current = start
    default: return false
    }
    return true
  }

  private var mirrored: Point {
    guard let lastControl else { return current }
    return Point(x: 2 * current.x - lastControl.x, y: 2 * current.y - lastControl.y)
  }

  private mutating func line(_ x: Double, _ y: Double) {
    path.line(x, y)
    current = Point(x: x, y: y)
  }

  private mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    path.curve(x1, y1, x2, y2, x, y)
    current = Point(x: x, y: y)
  }

  private mutating func quadratic(_ x1: Double, _ y1: Double, _ x: Double, _ y: Double) {
    let (x0, y0) = (current.x, current.y)
    curve(
      x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3,
      x, y)
  }

  /// SVG 1.1, F.6.5: from endpoints to a centre.
  private mutating func arc(_ n: [Double], to end: Point) {
    var (rx, ry) = (abs(n[0]), abs(n[1]))
    guard rx > 0, ry > 0, end != current else { return line(end.x, end.y) }
    let (sine, cosine) = Angle.sineAndCosine(n[2])
    let (dx, dy) = ((current.x - end.x) / 2, (current.y - end.y) / 2)
    let (x1, y1) = (cosine * dx + sine * dy, -sine * dx + cosine * dy)
    let excess = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry)
    if excess > 1 {
      rx *= excess.squareRoot()
      ry *= excess.squareRoot()
    }
    let (a, b) = (rx * rx * y1 * y1, ry * ry * x1 * x1)
    let root = max(0, (rx * rx * ry * ry - a - b) / (a + b)).squareRoot()
    let sign: Double = (n[3] != 0) == (n[4] != 0) ? -1 : 1
    let (cx1, cy1) = (sign * root * rx * y1 / ry, -sign * root * ry * x1 / rx)
    let cx = cosine * cx1 - sine * cy1 + (current.x + end.x) / 2
    let cy = sine * cx1 + cosine * cy1 + (current.y + end.y) / 2
    let from = Exact.arctangent(y: (y1 - cy1) / ry, x: (x1 - cx1) / rx)
    var turn = Exact.arctangent(y: (-y1 - cy1) / ry, x: (-x1 - cx1) / rx) - from
    if n[4] != 0, turn < 0 { turn += 2 * .pi }
    if n[4] == 0, turn > 0 { turn -= 2 * .pi }
    var unit = Path()
    unit.arc(x: 0, y: 0, radius: 1, from: from, to: from + turn, moves: true)
    let map = Transform(
      a: rx * cosine, b: rx * sine, c: -ry * sine, d: ry * cosine, tx: cx, ty: cy)
    for element in unit.elements.dropFirst() {
      if case .curve(let p, let q, let r) = element {
        let (p, q, r) = (map.apply(p), map.apply(q), map.apply(r))
        path.curve(p.x, p.y, q.x, q.y, r.x, r.y)
      }
    }
    current = end
  }
}

extension Path {
  func scaled(by factor: Double) -> Path { mapped(.scale(factor, factor)) }

  func mapped(_ map: Transform) -> Path {
    var result = Path()
    result.elements = elements.map { element in
      switch element {
      case .move(let p): .move(map.apply(p))
      case .line(let p): .line(map.apply(p))
      case .curve(let p, let q, let r): .curve(map.apply(p), map.apply(q), map.apply(r))
      case .close: .close
      }
    }
    return result
  }

  /// The box of what is drawn: curves by their own extremes, not their control points.
  var tightBounds: Bounds {
    var bounds = Bounds()
    var current = Point.zero
    for element in elements {
      switch element {
      case .move(let p), .line(let p):
        bounds.add(p.x, p.y)
        current = p
      case .curve(let p, let q, let r):
        bounds.add(r.x, r.y)
        let turns = (
          Self.extremes(current.x, p.x, q.x, r.x), Self.extremes(current.y, p.y, q.y, r.y)
        )
        for t in [turns.0.0, turns.0.1, turns.1.0, turns.1.1] where t > 0 && t < 1 {
          bounds.add(
            Self.cubic(current.x, p.x, q.x, r.x, t), Self.cubic(current.y, p.y, q.y, r.y, t))
        }
        current = r
      case .close: break
      }
    }
    return bounds
  }

  private static func cubic(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double
  ) -> Double {
    let s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  }

  /// Where a cubic Bézier curve turns back in one dimension; what isn't between 0 and 1, or no number, is nowhere.
  private static func extremes(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double
  ) -> (Double, Double) {
    let q2 = -a + 3 * b - 3 * c + d
    let q1 = 2 * (a - 2 * b + c)
    let q0 = b - a
    if abs(q2) < 1e-12 { return (abs(q1) < 1e-12 ? .nan : -q0 / q1, .nan) }
    let inner = q1 * q1 - 4 * q2 * q0
    guard inner >= 0 else { return (.nan, .nan) }
    return ((-q1 + inner.squareRoot()) / (2 * q2), (-q1 - inner.squareRoot()) / (2 * q2))
  }
}
