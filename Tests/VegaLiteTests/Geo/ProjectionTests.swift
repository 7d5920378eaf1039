import Graphics
import Testing

@testable import VegaLite

@Suite struct ProjectionTests {
  /// A place and where the projection's formula puts it at its own scale, about the origin.
  struct Place: Sendable {
    let type: ProjectionType
    let longitude: Double
    let latitude: Double
    let x: Double
    let y: Double
  }

  static let places: [Place] = [
    Place(type: .equirectangular, longitude: 90, latitude: 45, x: 239.7506, y: -119.8753),
    Place(type: .mercator, longitude: 90, latitude: 45, x: 240.25, y: -134.8046),
    Place(type: .orthographic, longitude: 30, latitude: 30, x: 108.0367, y: -124.75),
    Place(type: .gnomonic, longitude: 30, latitude: 30, x: 83.1667, y: -96.0327),
    Place(type: .stereographic, longitude: 30, latitude: 30, x: 61.8590, y: -71.4286),
  ]

  @Test(arguments: places.indices)
  func `places lie where the formulas put them`(index: Int) throws {
    let place = Self.places[index]
    let standard = place.type.standard(parallels: nil)
    let map = standard.placed(scale: standard.scale, x: 0, y: 0)
    let point = try #require(
      map.point(longitude: place.longitude, latitude: place.latitude))
    #expect(abs(point.x - place.x) < 0.05)
    #expect(abs(point.y - place.y) < 0.05)
  }

  @Test(arguments: ProjectionType.allCases)
  func `the middle of a map lies in its middle`(type: ProjectionType) throws {
    let standard = type.standard(parallels: nil)
    let map = standard.placed(scale: 100, x: 7, y: 9)
    let middle = standard.middle
    let point = try #require(map.point(longitude: middle.x, latitude: middle.y))
    #expect(abs(point.x - 7) < 1)
    #expect(abs(point.y - 9) < 1)
  }

  @Test(arguments: ProjectionType.allCases)
  func `places are found again from their points`(type: ProjectionType) throws {
    let standard = type.standard(parallels: nil)
    let map = standard.placed(scale: 100, x: 0, y: 0)
    let (longitude, latitude) = (standard.middle.x + 12, standard.middle.y + 8)
    let point = try #require(map.point(longitude: longitude, latitude: latitude))
    let back = try #require(map.place(at: point))
    #expect(abs(back.x - longitude) < 1e-3)
    #expect(abs(back.y - latitude) < 1e-3)
  }

  @Test(arguments: ProjectionType.allCases)
  func `the globe fits into its view`(type: ProjectionType) {
    let map = type.standard(parallels: nil).fitted(.sphere, width: 300, height: 200)
    let box = map.shape(.sphere).bounds
    #expect(box.x1 > -0.5 && box.y1 > -0.5 && box.x2 < 300.5 && box.y2 < 200.5)
    #expect(box.width > 299 || box.height > 199)
  }

  @Test func `a line over the antimeridian is cut in two`() {
    let map = SphericalProjection(
      raw: .equirectangular, scale: 180 / .pi, translate: Point(x: 0, y: 0))
    let shape = map.shape(.lines([[Point(x: 170, y: 0), Point(x: -170, y: 0)]]))
    #expect(shape.lines.count == 2)
    #expect(shape.lines.allSatisfy { line in abs((line.first?.x ?? 0) - (line.last?.x ?? 0)) < 11 })
  }

  @Test func `a polygon over the antimeridian becomes one on either side`() {
    let map = SphericalProjection(
      raw: .equirectangular, scale: 180 / .pi, translate: Point(x: 0, y: 0))
    // Clockwise as seen from above, as d3-geo wants it.
    let ring = [(170.0, -10.0), (170, 10), (-170, 10), (-170, -10), (170, -10)]
    let shape = map.shape(.polygons([[ring.map { Point(x: $0.0, y: $0.1) }]]))
    #expect(shape.rings.count == 2)
    #expect(shape.bounds.x1 < -179.9 && shape.bounds.x2 > 179.9)
  }

  @Test func `a polygon about a pole holds the pole`() {
    let ring = [0.0, -90, -180, 90].map { Point(x: $0 * .pi / 180, y: 1.2) }
    let polygon = SpherePolygon([ring.reversed()])
    #expect(
      polygon.contains(Point(x: 0, y: .pi / 2))
        != SpherePolygon([ring]).contains(
          Point(x: 0, y: .pi / 2)))
  }

  @Test func `the far side of a globe is not seen`() {
    let map = ProjectionType.orthographic.standard(parallels: nil)
    #expect(map.shape(.points([Point(x: 180, y: 0)])).points.isEmpty)
    #expect(map.shape(.points([Point(x: 10, y: 0)])).points.count == 1)
    let equator = (0..<36).map { Point(x: Double($0) * 10 - 180, y: 0) }
    let box = map.shape(.lines([equator])).bounds
    #expect(abs(box.width - 2 * 249.5) < 0.1)
  }

  @Test func `a line within a hemisphere's rim is cut at the rim`() throws {
    let map = ProjectionType.orthographic.standard(parallels: nil)
      .placed(scale: 100, x: 0, y: 0)
    let shape = map.shape(.lines([[Point(x: 0, y: 0), Point(x: 120, y: 0)]]))
    let end = try #require(shape.lines.first?.last)
    #expect(abs(end.x - 100) < 1e-3)
  }

  @Test func `long stretches bend`() {
    let map = ProjectionType.orthographic.standard(parallels: nil)
    let shape = map.shape(.lines([[Point(x: -60, y: 50), Point(x: 60, y: 50)]]))
    #expect((shape.lines.first?.count ?? 0) > 8)
  }

  @Test func `the poles of a cylinder lie far away, but not at infinity`() {
    let map = ProjectionType.mercator.standard(parallels: nil)
    let box = map.shape(.sphere).bounds
    #expect(abs(box.width - 961) < 1)
    #expect(abs(box.height - 961) < 1)
  }

  @Test func `Alaska and Hawaii lie below the others`() throws {
    let map = AlbersUSA(scale: 1000, translate: Point(x: 0, y: 0))
    let anchorage = try #require(map.point(longitude: -149.9, latitude: 61.2))
    let honolulu = try #require(map.point(longitude: -157.9, latitude: 21.3))
    let denver = try #require(map.point(longitude: -105, latitude: 39.7))
    #expect(anchorage.x < -200 && anchorage.y > 100)
    #expect(honolulu.x < -100 && honolulu.y > 150)
    #expect(abs(denver.x) < 150 && abs(denver.y) < 50)
    #expect(map.point(longitude: 0, latitude: 51) == nil)
  }
}
