import Graphics

/// The pieces of a line that are visible on the globe.
struct CutLine {
  var pieces: [[ClipPoint]] = []
  /// Whether the line was cut nowhere.
  var isWhole = true
  /// Whether the last piece goes on in the first, where the line is a ring.
  var joinsEnds = false
}

/// Cuts geometry on the globe: along the antimeridian, or to a circle.
protocol SphereClip: ClipEdge, Sendable {
  func isVisible(_ point: Point) -> Bool
  func cut(_ line: [Point]) -> CutLine
  /// The point at which the edge begins.
  var start: Point { get }
}

extension SphereClip {
  /// Crossings in their order along the edge, beginning at the South Pole of the antimeridian.
  func order(_ point: ClipPoint) -> (Double, Double) {
    let half = Double.pi / 2
    return (point.x < 0 ? point.y - half - 1e-6 : half - point.y, 0)
  }

  /// The rings of a polygon that are visible.
  func rings(_ polygon: [[Point]]) -> [[Point]] {
    var result: [[Point]] = []
    var pieces: [[ClipPoint]] = []
    let open = polygon.map(Self.opened).filter { !$0.isEmpty }
    for ring in open {
      var line = cut(ring + [ring[0]])
      guard !line.pieces.isEmpty else { continue }
      if line.isWhole {
        let points = line.pieces[0].dropLast().map(\.point)
        if points.count > 0 { result.append(points) }
        continue
      }
      if line.pieces.count > 1, line.joinsEnds {
        let last = line.pieces.removeLast()
        line.pieces[0] = last + line.pieces[0]
      }
      pieces += line.pieces.filter { $0.count > 1 }
    }
    let startsInside = SpherePolygon(open).contains(start)
    if !pieces.isEmpty {
      result += ClipRejoin(edge: self).rings(pieces, startsInside: startsInside)
    } else if startsInside {
      result.append(outline)
    }
    return result
  }

  /// The edge as a ring: what is seen of the whole globe.
  var outline: [Point] {
    var ring: [Point] = []
    trace(from: nil, to: nil, forwards: true, into: &ring)
    return ring
  }

  /// A ring without its closing point.
  private static func opened(_ ring: [Point]) -> [Point] {
    guard ring.count > 1, let first = ring.first, let last = ring.last else { return ring }
    return first == last ? Array(ring.dropLast()) : ring
  }
}
