import Testing

@testable import VegaLite

/// Which legends Vega-Lite joins: those of scales with the same domain, unless their authors want them at different sides.
@Suite struct LegendMergingTests {
  static let data =
    #""data": {"values": [{"v": 1, "g": "P"}, {"v": 3, "g": "Q"}, {"v": 4, "g": "P"}, {"v": 9, "g": "Q"}]}"#

  /// How many legends a point chart has, each having the title "T".
  private func count(_ encoding: String) throws -> Int {
    let chart = try chart(
      #"{\#(Self.data), "config": {"legend": {"title": "T"}}, "mark": "point", "encoding": {\#(encoding)}}"#
    )
    return Drawn(chart.scene).words.count { $0 == "T" }
  }

  @Test(arguments: [
    (#""color": {"field": "g"}, "shape": {"field": "g"}"#, 1),
    (
      #""color": {"field": "g", "legend": {"orient": "top"}}, "shape": {"field": "g", "legend": {"orient": "right"}}"#,
      2
    ),
    (#""color": {"field": "g", "legend": {"orient": "top"}}, "shape": {"field": "g"}"#, 1),
    (#""color": {"field": "g", "scale": {"domain": ["P", "Q", "R"]}}, "shape": {"field": "g"}"#, 2),
    (
      #""color": {"field": "g", "scale": {"domain": ["P", "Q"]}}, "shape": {"field": "g", "scale": {"domain": ["P", "Q"]}}"#,
      1
    ),
    (#""color": {"field": "g", "sort": "descending"}, "shape": {"field": "g"}"#, 2),
    (
      #""color": {"field": "v", "type": "quantitative", "scale": {"type": "quantize"}}, "size": {"field": "v", "type": "quantitative"}"#,
      1
    ),
    (
      #""color": {"field": "v", "type": "quantitative", "scale": {"type": "quantile", "range": ["gray", "black"]}}, "size": {"field": "v", "type": "quantitative", "scale": {"type": "quantize", "domain": [0, 20], "range": [10, 50]}}"#,
      2
    ),
    (#""color": {"field": "v", "type": "ordinal"}, "size": {"field": "v", "type": "ordinal"}"#, 1),
    (
      #""color": {"field": "v", "type": "ordinal"}, "size": {"field": "v", "type": "quantitative"}"#,
      2
    ),
    (
      #""color": {"field": "v", "type": "quantitative", "bin": true}, "size": {"field": "v", "type": "quantitative", "bin": true}"#,
      2
    ),
  ])
  func `legends are joined where their domains are one`(encoding: String, count: Int) throws {
    #expect(try self.count(encoding) == count)
  }

  @Test func `a layer without the shape keeps the colour's legend apart`() throws {
    let color = #""color": {"field": "g"}"#
    let chart = try chart(
      #"""
      {\#(Self.data), "config": {"legend": {"title": "T"}}, "layer": [
       {"mark": "line", "encoding": {\#(color)}},
       {"mark": "point", "encoding": {\#(color), "shape": {"field": "g"}}}]}
      """#)
    #expect(Drawn(chart.scene).words.count { $0 == "T" } == 2)
  }

  @Test(arguments: [
    (#"{"mark": "point", "encoding": {\#(x), "color": {"field": "g"}}}"#, 1),
    (#"{"mark": "line", "encoding": {"x": {"field": "g"}, "color": {"field": "g"}}}"#, 2),
    (#"{"mark": "bar", "encoding": {"x": {"aggregate": "count"}, "color": {"field": "g"}}}"#, 2),
  ])
  func `views of the same rows have one legend`(other: String, count: Int) throws {
    let chart = try chart(
      #"""
      {\#(Self.data), "config": {"legend": {"title": "T"}},
       "hconcat": [\#(other), {"mark": "point", "encoding": {\#(Self.x), "shape": {"field": "g"}}}]}
      """#)
    #expect(Drawn(chart.scene).words.count { $0 == "T" } == count)
  }

  static let x = #""x": {"field": "v", "type": "quantitative"}"#
}
