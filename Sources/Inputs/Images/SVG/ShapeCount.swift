/// How many shapes a drawing draws, with all that it repeats: a few lines of `use` make billions.
struct ShapeCount {
  /// How much an element draws: shapes of its own, and how often those of others, by their ids.
  struct Weight {
    var shapes = 0
    var uses: [String: Int] = [:]

    mutating func add(_ other: Weight) {
      shapes += other.shapes
      for (id, count) in other.uses { uses[id, default: 0] += count }
    }
  }

  let weights: [String: Weight]
  /// Counting ends there.
  let most: Int
  private var known: [String: Int] = [:]
  private static let deepest = 100

  init(weights: [String: Weight], most: Int) {
    self.weights = weights
    self.most = most
  }

  /// The shapes, or one more than are allowed.
  mutating func count(_ weight: Weight) throws(SVGFault) -> Int {
    try count(weight, inside: [])
  }

  private mutating func count(
    _ weight: Weight, inside path: Set<String>
  ) throws(SVGFault) -> Int {
    var sum = min(weight.shapes, most + 1)
    for (id, times) in weight.uses.sorted(by: { $0.key < $1.key }) {
      guard !path.contains(id), path.count < Self.deepest else {
        throw SVGFault("the drawing uses \"\(id)\" inside itself", 0..<0, hint: SVGFault.export)
      }
      guard let used = weights[id] else { continue }
      let shapes: Int
      if let found = known[id] {
        shapes = found
      } else {
        shapes = try count(used, inside: path.union([id]))
        known[id] = shapes
      }
      let (product, overflow) = shapes.multipliedReportingOverflow(by: times)
      sum = overflow || product > most ? most + 1 : min(sum + product, most + 1)
    }
    return sum
  }
}
