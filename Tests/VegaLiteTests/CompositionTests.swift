import Diagnostics
import Graphics
import Testing

@testable import VegaLite

@Suite struct CompositionTests {
  static let data = #"""
    "data": {"values": [{"k": "x", "s": "p", "t": "u", "v": 1}, {"k": "x", "s": "q", "t": "u", "v": 2},
      {"k": "y", "s": "p", "t": "w", "v": 3}, {"k": "y", "s": "q", "t": "w", "v": 4}]}
    """#
  /// Bars without axes or frames, so that only the views' sizes and gaps count.
  static let bare = #""config": {"view": {"stroke": null}, "padding": 0}, "padding": 0"#
  static let bar = #"""
    {"mark": "bar", "width": 100, "height": 50, "encoding": {
      "x": {"field": "v", "aggregate": "sum", "type": "quantitative", "axis": null}}}
    """#

  @Test(arguments: [
    (#""hconcat": [\#(bar), \#(bar), \#(bar)]"#, Size(width: 340, height: 50)),
    (#""vconcat": [\#(bar), \#(bar)], "spacing": 5"#, Size(width: 100, height: 105)),
    (#""concat": [\#(bar), \#(bar), \#(bar)], "columns": 2"#, Size(width: 220, height: 120)),
    (#""hconcat": [\#(bar), {"vconcat": [\#(bar), \#(bar)]}]"#, Size(width: 220, height: 120)),
  ])
  func `views stand beside each other`(views: String, size: Size) throws {
    let chart = try chart(#"{\#(Self.data), \#(Self.bare), \#(views)}"#)
    #expect(chart.scene.size == size)
  }

  @Test func `a facet names its rows and columns and draws the axes once`() throws {
    let chart = try chart(
      #"""
      {\#(Self.data), "mark": "bar", "width": 60, "height": 40, "encoding": {
       "row": {"field": "k"}, "column": {"field": "s", "title": "side"},
       "x": {"field": "t"}, "y": {"field": "v", "type": "quantitative", "title": "value"}}}
      """#)
    let drawn = Drawn(chart.scene)
    #expect(drawn.words.filter { ["x", "y", "p", "q"].contains($0) }.count == 4)
    #expect(drawn.words.filter { $0 == "side" || $0 == "k" } == ["k", "side"])
    // One axis at each row, one under each column.
    #expect(drawn.words.filter { $0 == "value" }.count == 2)
    #expect(drawn.words.filter { $0 == "t" }.count == 2)
    let bars = drawn.fills("#4c78a8")
    #expect(bars.count == 4)
    // The scale is that of all cells: 4 fills the height.
    #expect(bars.map { $0.height.rounded() }.sorted() == [10, 20, 30, 40])
  }

  @Test func `cells have scales of their own where that is asked for`() throws {
    let chart = try chart(
      #"""
      {\#(Self.data), "facet": {"field": "k", "columns": 1}, "resolve": {"scale": {"y": "independent"}},
       "spec": {"mark": "bar", "height": 40, "encoding": {"x": {"field": "s"},
       "y": {"field": "v", "type": "quantitative"}}}}
      """#)
    // 1 and 2 of 2, 3 and 4 of 4.
    let bars = Drawn(chart.scene).fills("#4c78a8")
    #expect(bars.map { $0.height.rounded() } == [20, 40, 30, 40])
  }

  @Test(arguments: [
    ("", ["x", "y"]), (#""sort": "descending""#, ["y", "x"]), (#""sort": ["y", "x"]"#, ["y", "x"]),
    (#""sort": {"field": "v", "op": "max", "order": "descending"}"#, ["y", "x"]),
    (#""header": null"#, []),
    (#""header": {"labelExpr": "'<' + datum.label + '>'"}"#, ["<x>", "<y>"]),
  ])
  func `cells are sorted and named as asked`(property: String, labels: [String]) throws {
    let facet = [#""field": "k""#, property].filter { !$0.isEmpty }.joined(separator: ", ")
    let chart = try chart(
      #"""
      {\#(Self.data), "facet": {"row": {\#(facet)}}, "spec": {"mark": "bar", "encoding": {
       "x": {"field": "v", "type": "quantitative"}, "y": {"field": "s"}}}}
      """#)
    let words = Drawn(chart.scene).words
    #expect(words.filter { ["x", "y", "<x>", "<y>"].contains($0) } == labels)
  }

  @Test func `layers within layers say how large their view is`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"a": 1, "b": 2}]}, "repeat": {"layer": ["a", "b"]}, "spec": {
       "width": 500, "height": 120, "mark": {"type": "line", "point": true}, "encoding": {
       "x": {"field": {"repeat": "layer"}, "type": "quantitative"}}}}
      """#)
    #expect(chart.scene.size.width > 500 && chart.scene.size.width < 560)
    #expect(chart.scene.size.height < 200)
  }

  @Test func `a repeated view shows each field in turn`() throws {
    let chart = try chart(
      #"""
      {\#(Self.data), "repeat": {"row": ["v"], "column": ["k", "s"]}, "spec": {"mark": "bar",
       "encoding": {"x": {"field": {"repeat": "column"}}, "y": {"field": {"repeat": "row"},
       "aggregate": "sum", "type": "quantitative"}}}}
      """#)
    let words = Drawn(chart.scene).words
    #expect(
      words.filter { ["k", "s", "Sum of v"].contains($0) } == ["k", "Sum of v", "s", "Sum of v"])
  }

  @Test(arguments: [(#""color": "shared""#, 1), (#""color": "independent""#, 2)])
  func `views share a legend unless told not to`(resolve: String, count: Int) throws {
    let view =
      #"{"mark": "bar", "encoding": {"x": {"field": "v", "type": "quantitative"}, "color": {"field": "s"}}}"#
    for kind in ["scale", "legend"] {
      let chart = try chart(
        #"{\#(Self.data), "resolve": {"\#(kind)": {\#(resolve)}}, "hconcat": [\#(view), \#(view)]}"#
      )
      #expect(Drawn(chart.scene).words.filter { $0 == "s" }.count == count)
    }
  }

  @Test(arguments: [
    #""hconcat": [\#(flexible), \#(flexible)]"#,
    #""facet": {"column": {"field": "k"}}, "spec": \#(flexible)"#,
    #""vconcat": [\#(flexible), {"hconcat": [\#(flexible), \#(bar)]}]"#,
  ])
  func `views without a width share the room there is`(views: String) throws {
    let chart = try chart(#"{\#(Self.data), \#(views)}"#, in: environment(containerWidth: 400))
    #expect((398...400).contains(chart.scene.size.width))
    #expect(chart.warnings.isEmpty)
  }

  static let flexible =
    #"{"mark": "bar", "encoding": {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "s"}}}"#

  @Test func `views too wide for their place are made smaller, with a warning`() throws {
    let chart = try chart(
      #"{\#(Self.data), \#(Self.bare), "hconcat": [\#(Self.bar), \#(Self.bar)]}"#,
      in: environment(containerWidth: 110))
    #expect(chart.scene.size == Size(width: 110, height: 50))
    #expect(chart.warnings.map(\.id) == ["chart.width"])
  }

  @Test(arguments: [
    (#"{"name": "b", "select": "interval", "value": {"x": [2, 3]}}"#, 2),
    (#"{"name": "b", "select": {"type": "point", "fields": ["s"]}, "value": [{"s": "q"}]}"#, 2),
    (#"{"name": "b", "select": {"type": "point", "encodings": ["color"]}, "value": "q"}"#, 2),
    (#"{"name": "b", "select": "point"}"#, 4),
  ])
  func `what is selected at first is seen`(parameter: String, count: Int) throws {
    let chart = try chart(
      ##"""
      {\##(Self.data), "params": [\##(parameter)], "mark": {"type": "point", "opacity": 1}, "encoding": {
       "x": {"field": "v", "type": "quantitative"}, "shape": {"value": "square"},
       "color": {"condition": {"param": "b", "value": "#ff0000"}, "value": "#0000ff", "field": "s"}}}
      """##)
    let red = Drawn(chart.scene).shapes.filter { $0.item.stroke?.color.hex == "#ff0000" }
    #expect(red.count == count)
  }
}

/// Several views in a picture of a given size.
struct FixedSizeTests {
  @Test(arguments: ["hconcat", "vconcat"], [(900.0, 500.0), (240.0, 150.0)])
  func viewsOfAnySizeFillThePicture(key: String, size: (Double, Double)) throws {
    let view =
      #"{"mark": "bar", "width": 120, "height": 80, "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}"#
    var environment = try VegaLiteTests.environment()
    environment.fixedSize = Size(width: size.0, height: size.1)
    let drawn = try chart(
      #"{"data": {"values": [{"a": "p", "b": 2}, {"a": "q", "b": 3}]}, "\#(key)": [\#(view), \#(view)]}"#,
      in: environment)
    #expect(drawn.scene.size == Size(width: size.0, height: size.1))
    let bars = Drawn(drawn.scene).fills("#4c78a8")
    let right = try #require(bars.map(\.x2).max())
    let bottom = try #require(bars.map(\.y2).max())
    #expect(bars.allSatisfy { $0.x1 >= 0 && $0.y1 >= 0 })
    #expect(right <= size.0 && right > size.0 * 0.85)
    #expect(bottom <= size.1 && bottom > size.1 * 0.65)
  }

  @Test func `titles of neighbours stand on one line where a theme is used`() throws {
    let spec = #"""
      {"data": {"values": [{"a": "A", "b": 2}]}, "hconcat": [
        {"title": "One", "mark": "bar", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}},
        {"title": {"text": "Two", "subtitle": "sub"}, "mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative"}}},
        {"title": {"text": "Three", "orient": "bottom"}, "mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative"}}}
      ]}
      """#
    func heights(_ environment: ChartEnvironment) throws -> [Double] {
      let texts = Drawn(try chart(spec, in: environment).scene).texts
      return ["One", "Two", "Three"].map { word in texts.first { $0.text == word }?.y ?? .nan }
    }
    var surroundings = try environment()
    let plain = try heights(surroundings)
    #expect(plain[0] != plain[1])
    surroundings.labelInk = .black
    let themed = try heights(surroundings)
    #expect(themed[0] == themed[1])
    #expect(themed[2] > themed[0] + 50)
  }

  @Test(arguments: [
    #""columns": 1, "spec": {"hconcat": [\#(tiny), \#(tiny)]}"#,
    #""spec": {"vconcat": [\#(tiny), \#(tiny)]}"#,
    #""spec": {"repeat": ["v", "w"], "spec": {"mark": "bar", "encoding": {"x": {"field": {"repeat": "repeat"}, "type": "nominal"}}}}"#,
  ])
  func `the cells of a wrapped facet are named whatever is in them`(members: String) throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"g": "P", "v": 1, "w": 2}, {"g": "Q", "v": 3, "w": 4}]}, "facet": {"field": "g"}, \#(members)}
      """#)
    let words = Drawn(chart.scene).words
    #expect(["g", "P", "Q"].allSatisfy { name in words.count { $0 == name } == 1 })
  }

  static let tiny = #"{"mark": "bar", "encoding": {"x": {"field": "v", "type": "quantitative"}}}"#
}
