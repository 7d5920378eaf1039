import Graphics
import Testing

@testable import VegaLite

@Suite struct ClipTests {
  private static let clip = RectangleClip(Bounds(0, 0, 10, 10))

  private func ring(_ points: [(Double, Double)]) -> [Point] {
    points.map { Point(x: $0.0, y: $0.1) }
  }

  private func area(_ rings: [[Point]]) -> Double {
    abs(
      rings.reduce(0) { sum, ring in
        sum
          + zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) {
            $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
          }
      })
  }

  /// A polygon and the area of it that is left.
  struct Cut: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let points: [(Double, Double)]
    let area: Double
  }

  static let cuts: [Cut] = [
    Cut(testDescription: "inside", points: [(2, 2), (2, 4), (4, 4), (4, 2)], area: 4),
    Cut(testDescription: "outside", points: [(20, 20), (20, 24), (24, 24), (24, 20)], area: 0),
    Cut(testDescription: "over a side", points: [(8, 4), (8, 6), (12, 6), (12, 4)], area: 4),
    Cut(testDescription: "over a corner", points: [(8, 8), (8, 12), (12, 12), (12, 8)], area: 4),
    Cut(testDescription: "around", points: [(-5, -5), (-5, 15), (15, 15), (15, -5)], area: 100),
    Cut(testDescription: "across", points: [(-5, 4), (-5, 6), (15, 6), (15, 4)], area: 20),
    Cut(testDescription: "beside", points: [(-5, -5), (-5, -1), (15, -1), (15, -5)], area: 0),
  ]

  @Test(arguments: cuts)
  func `what is left of a polygon`(cut: Cut) {
    for turned in [ring(cut.points), ring(cut.points).reversed()] {
      let result = Self.clip.rings([turned])
      #expect(abs(area(result) - cut.area) < 1e-6)
      #expect(result.joined().allSatisfy(Self.clip.isVisible))
    }
  }

  @Test func `a hole stays a hole`() {
    // Turning as the outlines of maps do, the hole the other way.
    let outer = ring([(-5, -5), (15, -5), (15, 15), (-5, 15)])
    let hole = ring([(2, 2), (2, 4), (4, 4), (4, 2)])
    #expect(abs(area(Self.clip.rings([outer, hole])) - 96) < 1e-6)
  }

  @Test func `a comb leaves its teeth`() {
    let comb = ring([(1, 5), (2, 12), (3, 5), (4, 12), (5, 5), (5, 1), (1, 1)])
    let result = Self.clip.rings([comb])
    #expect(result.joined().allSatisfy { $0.y <= 10.000001 })
    #expect(area(result) > 16 && area(result) < area([comb]))
  }

  @Test func `lines keep their visible pieces`() {
    let pieces = Self.clip.cut(ring([(-5, 5), (5, 5), (5, 20), (8, 20), (8, 5)])).pieces
    #expect(
      pieces.map { $0.map { [$0.x, $0.y] } } == [
        [[0, 5], [5, 5], [5, 10]], [[8, 10], [8, 5]],
      ])
    #expect(Self.clip.cut(ring([(-5, -5), (-5, 5)])).pieces.isEmpty)
  }

  @Test func `a cap that lies within the circle is whole`() {
    let clip = CircleClip(radius: .pi / 2)
    let small = (0..<12).map { index in
      let angle = -Double(index) / 12 * 2 * .pi
      return Point(x: 0.2 * Exact.cosine(angle), y: 0.2 * Exact.sine(angle))
    }
    #expect(clip.rings([small]).first?.count == 12)
    let behind = small.map { Point(x: $0.x + .pi, y: $0.y) }
    #expect(clip.rings([behind]).isEmpty)
  }
}
