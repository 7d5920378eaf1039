import Graphics
import Testing

@testable import VegaLite

@Suite struct MarkTests {
  @Test func `a trail is as wide as its sizes`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"data": {"values": [{"x": 0, "s": 10}, {"x": 10, "s": 10}]}, "width": 100, "height": 50,
         "mark": {"type": "trail", "color": "#ff0000"}, "encoding": {
          "x": {"field": "x", "type": "quantitative"},
          "size": {"field": "s", "type": "quantitative", "scale": null}}}
        """#
      ).scene)
    let trail = try #require(drawn.fills("#ff0000").first)
    #expect(abs(trail.height - 10) < 1e-6)
    #expect(abs(trail.width - 110) < 1e-6)
  }

  @Test func `a gradient runs over the box of its mark`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"data": {"values": [{"a": "A", "b": 10}]}, "height": 80, "mark": {"type": "bar", "color":
          {"gradient": "linear", "stops": [{"offset": 0, "color": "red"}, {"offset": 1, "color": "blue"}]}},
         "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
        """#
      ).scene)
    let bar = try #require(drawn.shapes.first { $0.item.fillGradient != nil })
    let gradient = try #require(bar.item.fillGradient)
    #expect(gradient.stops.map(\.color.hex) == ["#ff0000", "#0000ff"])
    #expect(abs(gradient.transform.a - bar.bounds.width) < 1e-6)
    #expect(abs(gradient.transform.d - 80) < 1e-6)
  }

  @Test func `expressions reach the scales of their view`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"data": {"values": [{"b": 0}, {"b": 50}, {"b": 100}]}, "width": 200, "height": 50,
         "transform": [{"extent": "b", "param": "span"}], "layer": [
          {"mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative"}}},
          {"mark": {"type": "rule", "stroke": "#ff0000"}, "encoding": {"x": {"value": {"expr": "scale('x', span[1] / 2)"}}}}]}
        """#
      ).scene)
    let rules = drawn.shapes.filter { $0.item.stroke?.color.hex == "#ff0000" }
    let points = drawn.shapes.filter { $0.item.stroke?.color.hex.hasPrefix("#4c78a8") ?? false }
    #expect(rules.count == 3)
    try #require(points.count == 3)
    #expect(
      abs((rules.first?.bounds.x1 ?? 0) - (points[1].bounds.x1 + points[1].bounds.x2) / 2) < 0.5)
  }

  @Test func `marks of nothing but constants are drawn for each row, as in Vega-Lite`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"data": {"values": [1, 2, 3]}, "mark": {"type": "rule", "color": "#ff0000"},
         "encoding": {"y": {"datum": 5}}}
        """#
      ).scene)
    #expect(drawn.shapes.filter { $0.item.stroke?.color.hex == "#ff0000" }.count == 3)
  }

  @Test func `a view looks up what another has selected`() throws {
    let drawn = try Drawn(
      chart(
        #"""
        {"data": {"values": [{"k": "A", "t": 0, "v": 10}, {"k": "A", "t": 1, "v": 30}]}, "layer": [
          {"params": [{"name": "base", "select": {"type": "point", "encodings": ["x"]}, "value": [{"x": 0}]}],
           "mark": "point", "encoding": {"x": {"field": "t", "type": "quantitative"}, "opacity": {"value": 0}}},
          {"transform": [{"lookup": "k", "from": {"param": "base", "key": "k"}},
             {"calculate": "'' + datum.v / datum.base.v", "as": "share"}],
           "mark": "text", "encoding": {"x": {"field": "t", "type": "quantitative"}, "text": {"field": "share"}}}]}
        """#
      ).scene)
    #expect(drawn.words.contains("3"))
  }
}

/// The mark's own fill or stroke does away with the channel "color", as in Vega-Lite.
struct OwnPaintTests {
  @Test(arguments: [
    (#"{"type": "bar", "fill": "black"}"#, #"{"field": "a"}"#),
    (#"{"type": "bar", "fill": "black"}"#, #"{"value": "orange"}"#),
  ])
  func aFillOfTheMarkWins(mark: String, color: String) throws {
    let scene = try chart(
      """
      {"data": {"values": [{"a": "A", "b": 2}, {"a": "B", "b": 3}]}, "mark": \(mark),
       "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}, "color": \(color)}}
      """
    ).scene
    #expect(Drawn(scene).fills("#000000").count >= 2)
  }

  @Test(arguments: ["boxplot", "errorbar", "errorband"])
  func aCompositeMayStandAtTheTop(mark: String) throws {
    let drawn = try chart(
      """
      {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "description": "d", "config": {},
       "data": {"values": [{"a": "A", "b": 2}, {"a": "A", "b": 3}, {"a": "A", "b": 5}]}, "mark": "\(mark)",
       "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
      """)
    #expect(drawn.warnings.isEmpty)
  }
}
