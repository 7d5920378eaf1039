import Graphics

/// Cuts what has been projected to a rectangle.
struct RectangleClip: ClipEdge, Sendable {
  let box: Bounds
  private static let epsilon = 1e-6

  init(_ box: Bounds) {
    self.box = box
  }

  func isVisible(_ point: Point) -> Bool {
    box.x1 <= point.x && point.x <= box.x2 && box.y1 <= point.y && point.y <= box.y2
  }

  /// The visible pieces of a line.
  func cut(_ line: [Point]) -> CutLine {
    var result = CutLine()
    var piece: [ClipPoint] = []
    func add(_ point: Point) { piece.append(ClipPoint(x: point.x, y: point.y)) }
    func split() {
      if !piece.isEmpty { result.pieces.append(piece) }
      piece = []
    }
    var last: Point?
    var wasVisible = false
    for point in line {
      let visible = isVisible(point)
      if let from = last {
        if visible, wasVisible {
          add(point)
        } else if let (a, b) = crossing(from, point) {
          if !wasVisible {
            split()
            add(a)
          }
          add(b)
          if !visible { split() }
          result.isWhole = false
        } else if visible {
          split()
          add(point)
          result.isWhole = false
        }
      } else if visible {
        add(point)
      }
      (last, wasVisible) = (point, visible)
    }
    split()
    result.joinsEnds = wasVisible && (line.first.map(isVisible) ?? false)
    return result
  }

  /// The visible part of a straight line (Y. Liang and B. Barsky, 1984); nil where there is none.
  private func crossing(_ a: Point, _ b: Point) -> (Point, Point)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (low, high) = (0.0, 1.0)
    for (delta, distance) in [
      (dx, box.x1 - a.x), (-dx, a.x - box.x2), (dy, box.y1 - a.y), (-dy, a.y - box.y2),
    ] {
      // Points with delta · t ≥ distance are inside this side.
      if delta == 0 {
        if distance > 0 { return nil }
        continue
      }
      let t = distance / delta
      if delta > 0 { low = max(low, t) } else { high = min(high, t) }
      if low > high { return nil }
    }
    func at(_ t: Double) -> Point { Point(x: a.x + t * dx, y: a.y + t * dy) }
    return (low > 0 ? at(low) : a, high < 1 ? at(high) : b)
  }

  /// The visible rings of a polygon.
  func rings(_ polygon: [[Point]]) -> [[Point]] {
    var pieces: [[ClipPoint]] = []
    var isWhole = true
    for ring in polygon {
      guard let first = ring.first else { continue }
      var line = cut(ring + [first])
      isWhole = isWhole && line.isWhole
      if line.pieces.count > 1, line.joinsEnds {
        let last = line.pieces.removeLast()
        line.pieces[0] = last + line.pieces[0].dropFirst()
      }
      pieces += line.pieces
    }
    let startsInside = holdsCorner(polygon)
    var result: [[Point]] = []
    if isWhole, startsInside {
      var outline: [Point] = []
      trace(from: nil, to: nil, forwards: true, into: &outline)
      result.append(outline)
    }
    if !pieces.isEmpty {
      result += ClipRejoin(edge: self).rings(pieces, startsInside: startsInside)
    }
    return result
  }

  /// Whether the lower left corner lies in the polygon, by how often its rings wind about it.
  private func holdsCorner(_ polygon: [[Point]]) -> Bool {
    let (x, y) = (box.x1, box.y2)
    var winding = 0
    for ring in polygon {
      guard var a = ring.first else { continue }
      for b in ring.dropFirst() + [a] {
        let side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
        if a.y <= y {
          if b.y > y, side > 0 { winding += 1 }
        } else if b.y <= y, side < 0 {
          winding -= 1
        }
        a = b
      }
    }
    return winding != 0
  }

  // MARK: Edge

  /// The corner before a point on the edge: 0 lower left, 1 upper left, 2 upper right, 3 lower right.
  private func corner(_ point: ClipPoint, forwards: Bool) -> Int {
    if abs(point.x - box.x1) < Self.epsilon { return forwards ? 0 : 3 }
    if abs(point.x - box.x2) < Self.epsilon { return forwards ? 2 : 1 }
    if abs(point.y - box.y1) < Self.epsilon { return forwards ? 1 : 0 }
    return forwards ? 3 : 2
  }

  func order(_ point: ClipPoint) -> (Double, Double) {
    let corner = corner(point, forwards: true)
    let along: Double =
      switch corner {
      case 0: -point.y
      case 1: point.x
      case 2: point.y
      default: -point.x
      }
    return (Double(corner), along)
  }

  func trace(from: ClipPoint?, to: ClipPoint?, forwards: Bool, into ring: inout [Point]) {
    var (at, end) = (0, 0)
    if let from, let to {
      at = corner(from, forwards: forwards)
      end = corner(to, forwards: forwards)
      guard at != end || (order(from) < order(to)) != forwards else {
        ring.append(to.point)
        return
      }
    }
    repeat {
      ring.append(
        Point(x: at == 0 || at == 3 ? box.x1 : box.x2, y: at > 1 ? box.y2 : box.y1))
      at = (at + (forwards ? 1 : 3)) % 4
    } while at != end
  }
}
