import Graphics
import Testing

@testable import VegaLite

@Suite struct GeometryTests {
  @Test func `a symbol has the extent of its size`() throws {
    for name in ["circle", "square", "cross", "diamond"] {
      let path = try #require(SymbolShape.path(name, size: 100))
      let bounds = path.tightBounds
      #expect(abs(bounds.width - 10) < 0.01, "\(name)")
      #expect(abs(bounds.height - 10) < 0.01, "\(name)")
    }
    #expect(SymbolShape.names.allSatisfy { SymbolShape.path($0, size: 30) != nil })
    #expect(SymbolShape.path("hexagon", size: 30) == nil)
  }

  @Test(arguments: [
    ("M0 0L10 0 10 10Z", [0.0, 0, 10, 10]), ("m1,1h4v4h-4z", [1, 1, 4, 4]),
    ("M0,0C0,10 10,10 10,0", [0, 0, 10, 7.5]), ("M0 5 A5 5 0 1 1 10 5", [0, 0, 10, 5]),
    ("M0,0Q5,10 10,0T20,0", [0, -5, 20, 10]), ("M-1-1l2e0.5", [-1, -1, 2, 0.5]),
  ])
  func `SVG paths are read`(text: String, bounds: [Double]) throws {
    let path = try #require(SVGPath.parse(text))
    #expect(path.tightBounds.rounded == bounds)
  }

  @Test(arguments: ["", "L", "M1", "M0 0X5", "hexagon", "M0 0 L a"])
  func `other texts are no paths`(text: String) {
    #expect(SVGPath.parse(text) == nil)
  }

  @Test func `round corners are held to half the shorter side`() {
    let shape = RectangleShape(
      rect: Rect(x: 0, y: 0, width: 10, height: 20), topLeft: 50, topRight: 50, bottomRight: 50,
      bottomLeft: 50)
    #expect(shape.path.tightBounds.rounded == [0, 0, 10, 20])
  }

  @Test(arguments: [
    (0.0, 10.0, 0.0, Double.pi / 2, [0.0, -10.0, 10.0, 10.0]), (5, 10, 0, .pi, [0, -10, 10, 20]),
    (0, 10, 0, 2 * .pi, [-10, -10, 20, 20]), (5, 10, 0, 2 * .pi, [-10, -10, 20, 20]),
  ])
  func `arcs run clockwise from the top`(
    inner: Double, outer: Double, start: Double, end: Double, bounds: [Double]
  ) {
    let arc = ArcShape(
      innerRadius: inner, outerRadius: outer, startAngle: start, endAngle: end)
    let rounded = arc.path(x: 0, y: 0).tightBounds.rounded
    #expect(zip(rounded, bounds).allSatisfy { abs($0 - $1) < 0.02 }, "\(rounded)")
  }

  @Test func `padded and rounded arcs stay inside plain ones`() {
    let plain = ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 0.3, endAngle: 1.2)
    var soft = plain
    soft.padAngle = 0.05
    soft.cornerRadius = 6
    let (a, b) = (plain.path(x: 0, y: 0).tightBounds, soft.path(x: 0, y: 0).tightBounds)
    #expect(a.expanded(0.01).encloses(b))
    #expect(b.width > a.width / 2)
  }

  @Test(arguments: Interpolation.Kind.allCases)
  func `every curve is finite through any points`(kind: Interpolation.Kind) {
    for points in [
      [], [Point(x: 1, y: 1)], [Point(x: 0, y: 0), Point(x: 1, y: 5)],
      [Point(x: 0, y: 0), Point(x: 0, y: 0), Point(x: 0, y: 3)],
      (0..<8).map { Point(x: Double($0), y: Double($0 * $0 % 5)) },
    ] {
      var path = Path()
      Interpolation(kind: kind, tension: nil, isVertical: false).trace(points, into: &path)
      for element in path.elements {
        let all: [Point] =
          switch element {
          case .move(let p), .line(let p): [p]
          case .curve(let p, let q, let r): [p, q, r]
          case .close: []
          }
        #expect(all.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      }
    }
  }

  @Test func `monotone curves don't overshoot`() {
    var path = Path()
    let points = [0, 0, 10, 10, 3].enumerated().map { Point(x: Double($0), y: Double($1)) }
    Interpolation(kind: .monotone, tension: nil, isVertical: false).trace(points, into: &path)
    let bounds = path.tightBounds
    #expect(bounds.y1 >= -1e-9)
    #expect(bounds.y2 <= 10 + 1e-9)
  }

  @Test(arguments: [(Interpolation.Kind.step, 5.0), (.stepBefore, 0), (.stepAfter, 10)])
  func `steps turn in the middle, before or after`(kind: Interpolation.Kind, x: Double) {
    var path = Path()
    Interpolation(kind: kind, tension: nil, isVertical: false)
      .trace([Point(x: 0, y: 0), Point(x: 10, y: 4)], into: &path)
    #expect(path.elements.contains(.line(Point(x: x, y: 4))))
  }
}

@Suite struct LayoutTests {
  @Test func `boxes in a grid line up`() {
    var grid = GridLayout(columns: 2)
    grid.columnPadding = 10
    grid.rowPadding = 5
    let places = grid.place([
      Bounds(0, 0, 20, 10), Bounds(-3, 0, 30, 10), Bounds(0, -2, 25, 10), Bounds(0, 0, 5, 5),
    ])
    #expect(places == [.zero, Point(x: 38, y: 0), Point(x: 0, y: 17), Point(x: 38, y: 17)])
  }

  @Test func `every other label goes until there is room`() {
    let boxes = (0..<9).map { Bounds(Double($0) * 10, 0, Double($0) * 10 + 15, 10) }
    #expect(
      LabelOverlap.parity.shown(boxes, separation: 0).map { $0 ? 1 : 0 }
        == [1, 0, 1, 0, 1, 0, 1, 0, 1])
    let wide = (0..<4).map { Bounds(Double($0) * 10, 0, Double($0) * 10 + 100, 10) }
    #expect(LabelOverlap.parity.shown(wide, separation: 0) == [true, false, false, true])
  }

  @Test func `greedy labels go where they hit the last one kept`() {
    let boxes = [0.0, 8, 16, 40].map { Bounds($0, 0, $0 + 10, 10) }
    #expect(LabelOverlap.greedy.shown(boxes, separation: 0) == [true, false, true, true])
  }

  @Test func `turned boxes hold their corners`() {
    let box = Bounds(0, 0, 10, 4).rotated(degrees: 270, aboutX: 0, y: 0)
    #expect(box.rounded == [0, -10, 4, 10])
  }
}
