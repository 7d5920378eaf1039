import Graphics

/// A point of a line that has been cut.
struct ClipPoint: Sendable, Hashable {
  var x: Double
  var y: Double
  /// Whether it lies on the edge by a hair: the cut falls together with a point of the line.
  var isDegenerate = false

  var point: Point { Point(x: x, y: y) }

  func coincides(with other: ClipPoint) -> Bool {
    abs(x - other.x) < 1e-6 && abs(y - other.y) < 1e-6
  }
}

/// What bounds the visible part: tells the order of points along it and the way between two of them.
protocol ClipEdge {
  /// Where along the edge a point lies; keys are compared part by part.
  func order(_ point: ClipPoint) -> (Double, Double)
  /// Adds the points of the edge from one to another, forwards or backwards; all of it where none are given.
  func trace(from: ClipPoint?, to: ClipPoint?, forwards: Bool, into ring: inout [Point])
}

/// Closes cut pieces of outlines to rings again, along the edge that cut them.
///
/// G. Greiner and K. Hormann, "Efficient clipping of arbitrary polygons" (1998): intersections are linked in the order
/// of the pieces and in the order of the edge; walking from one to the other gives the rings.
struct ClipRejoin {
  let edge: any ClipEdge

  private struct Crossing {
    var point: ClipPoint
    /// The piece that begins or ends here, in the list of the pieces.
    var piece: Int?
    /// The same crossing in the other list.
    var other = 0
    var next = 0
    var previous = 0
    /// Whether the visible part begins here.
    var isEntry: Bool
    var isVisited = false
  }

  /// `startsInside` says whether the beginning of the edge lies within the outlines.
  func rings(_ pieces: [[ClipPoint]], startsInside: Bool) -> [[Point]] {
    var rings: [[Point]] = []
    var crossings: [Crossing] = []
    var along: [Int] = []
    var across: [Int] = []
    for (index, piece) in pieces.enumerated() {
      guard piece.count > 1, let first = piece.first, var last = piece.last else { continue }
      if first.coincides(with: last) {
        if !first.isDegenerate, !last.isDegenerate {
          rings.append(piece.dropLast().map(\.point))
          continue
        }
        // Two ends in one place are told apart by a hair.
        last.x += 2e-6
      }
      for (point, isStart) in [(first, true), (last, false)] {
        let mine = crossings.count
        crossings.append(
          Crossing(
            point: point, piece: isStart ? index : nil, other: mine + 1, isEntry: isStart))
        crossings.append(Crossing(point: point, piece: nil, other: mine, isEntry: !isStart))
        along.append(mine)
        across.append(mine + 1)
      }
    }
    guard !along.isEmpty else { return rings }
    across = sorted(across, crossings)
    link(along, &crossings)
    link(across, &crossings)
    var isInside = startsInside
    for index in across {
      isInside.toggle()
      crossings[index].isEntry = isInside
    }
    for start in along where !crossings[start].isVisited {
      rings.append(walk(from: start, pieces, &crossings))
    }
    return rings
  }

  private func sorted(_ indices: [Int], _ crossings: [Crossing]) -> [Int] {
    indices.map { (key: edge.order(crossings[$0].point), index: $0) }.sorted { a, b in
      a.key != b.key ? a.key < b.key : a.index < b.index
    }.map(\.index)
  }

  private func link(_ indices: [Int], _ crossings: inout [Crossing]) {
    for (place, index) in indices.enumerated() {
      crossings[index].next = indices[(place + 1) % indices.count]
      crossings[index].previous = indices[(place + indices.count - 1) % indices.count]
    }
  }

  private func walk(
    from start: Int, _ pieces: [[ClipPoint]], _ crossings: inout [Crossing]
  ) -> [Point] {
    var ring: [Point] = []
    var current = start
    var isAlongPieces = true
    repeat {
      let here = crossings[current]
      crossings[current].isVisited = true
      crossings[here.other].isVisited = true
      let target = here.isEntry ? here.next : here.previous
      if isAlongPieces {
        if here.isEntry {
          ring += here.piece.map { pieces[$0].map(\.point) } ?? []
        } else {
          ring += crossings[here.previous].piece.map { pieces[$0].reversed().map(\.point) } ?? []
        }
      } else {
        edge.trace(
          from: here.point, to: crossings[target].point, forwards: here.isEntry, into: &ring)
      }
      current = crossings[target].other
      isAlongPieces.toggle()
    } while !crossings[current].isVisited
    return ring
  }
}
