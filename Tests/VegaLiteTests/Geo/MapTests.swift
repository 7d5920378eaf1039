import Diagnostics
import Graphics
import Inputs
import Tables
import Testing

@testable import VegaLite

@Suite struct MapTests {
  /// Two squares that share a side.
  static let topology = #"""
    {"type": "Topology", "transform": {"scale": [1, 1], "translate": [0, 0]},
     "objects": {"land": {"type": "GeometryCollection", "geometries": [
       {"type": "Polygon", "id": 1, "arcs": [[0, 1]], "properties": {"name": "west"}},
       {"type": "Polygon", "id": 2, "arcs": [[2, -1]], "properties": {"name": "east"}}]}},
     "arcs": [[[10, 10], [0, -10]], [[10, 0], [-10, 0], [0, 10], [10, 0]],
              [[10, 10], [10, 0], [0, -10], [-10, 0]]]}
    """#

  private func topology() throws -> TopoJSON {
    let value = try JSONReader.read(Source(name: "t", text: Self.topology))
    return try #require(TopoJSON(value))
  }

  @Test func `features are put together from their arcs`() throws {
    let features = try #require(try topology().features("land"))
    #expect(features.count == 2)
    #expect(features[1].record?["properties"]?.record?["name"] == "east")
    guard case .polygons(let polygons)? = GeoGeometry(features[1]) else {
      Issue.record("no polygon")
      return
    }
    let ring = polygons[0][0]
    #expect(ring.first == ring.last)
    #expect(Set(ring.map { [$0.x, $0.y] }) == [[10, 10], [20, 10], [20, 0], [10, 0]])
  }

  @Test(
    arguments: [
      (nil, 3), (.interior, 1), (.exterior, 2),
    ] as [(TopoJSON.Filter?, Int)])
  func `a mesh has each border once`(filter: TopoJSON.Filter?, count: Int) throws {
    let mesh = try #require(try topology().mesh("land", filter))
    guard case .lines(let lines)? = GeoGeometry(mesh) else {
      Issue.record("no lines")
      return
    }
    #expect(lines.count == count)
  }

  @Test func `a map fills its view and is coloured by the data`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"width": 200, "height": 100, "data": {"values": \#(Self.topology),
          "format": {"type": "topojson", "feature": "land"}}, "projection": {"type": "equirectangular"},
         "mark": "geoshape", "encoding": {"color": {"field": "properties.name", "type": "nominal",
          "scale": {"range": ["#ff0000", "#0000ff"]}, "legend": null}}}
        """#
      ).scene)
    let (east, west) = (drawn.fills("#ff0000"), drawn.fills("#0000ff"))
    #expect(east.count == 1 && west.count == 1)
    #expect(abs(west[0].x2 - east[0].x1) < 0.5)
    #expect(abs(east[0].x2 - west[0].x1 - 200) < 0.5)
  }

  @Test func `points lie on the map below them`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"width": 200, "height": 100, "projection": {"type": "equirectangular"}, "layer": [
          {"data": {"values": \#(Self.topology), "format": {"type": "topojson", "feature": "land"}},
           "mark": {"type": "geoshape", "fill": "#eeeeee"}},
          {"data": {"values": [{"lon": 10, "lat": 5}]}, "mark": {"type": "circle", "color": "#ff0000"},
           "encoding": {"longitude": {"field": "lon"}, "latitude": {"field": "lat"}}}]}
        """#
      ).scene)
    let point = try #require(drawn.fills("#ff0000").first)
    let land = drawn.fills("#eeeeee")
    #expect(abs((point.x1 + point.x2) / 2 - land[0].x2) < 0.5)
    #expect(abs((point.y1 + point.y2) / 2 - (land[0].y1 + land[0].y2) / 2) < 1)
  }

  @Test func `a graticule has lines every ten degrees`() {
    guard case .lines(let lines)? = GeoGeometry(Graticule().geometry) else {
      Issue.record("no lines")
      return
    }
    #expect(lines.count == 4 + 1 + 32 + 16)
  }

  @Test func `a map that isn't fitted is cut off at its view`() throws {
    let scene = try chart(
      #"""
      {"width": 50, "height": 50, "data": {"sphere": true}, "mark": "geoshape",
       "projection": {"type": "orthographic", "scale": 100}}
      """#
    ).scene
    #expect(scene.size.width <= 62)
  }
}
