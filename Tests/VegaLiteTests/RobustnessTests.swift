import Diagnostics
import Graphics
import Testing

@testable import VegaLite

@Suite struct RobustnessTests {
  static let marks = [
    "bar", "line", "area", "point", "circle", "square", "text", "rule", "tick", "rect", "arc",
    "trail", "image", "geoshape", "boxplot", "errorband",
  ]

  /// Draws; a refusal by diagnostic is as good as a picture.
  private func survives(_ spec: String) throws {
    do {
      let chart = try chart(spec)
      let size = chart.scene.size
      #expect(size.width.isFinite && size.height.isFinite && size.width > 0 && size.height > 0)
      for shape in Drawn(chart.scene).shapes {
        #expect(shape.bounds.isEmpty || shape.bounds.width.isFinite && shape.bounds.height.isFinite)
      }
    } catch let error as DiagnosticError {
      #expect(error.diagnostics.hasErrors)
    }
  }

  @Test(
    arguments: marks,
    [
      "[]", #"[{"a": "A", "b": 1}]"#, #"[{"a": null, "b": null}]"#, "[{}]", "[null, 1, []]",
      #"[{"a": "A", "b": 1e308}, {"a": "B", "b": -1e308}]"#,
      #"[{"a": "A", "b": 0}, {"a": "A", "b": 0}]"#,
      #"[{"a": "A", "b": "x"}, {"a": 5, "b": true}, {"a": [1], "b": {"c": 2}}]"#,
      #"[{"a": "A", "b": 5e-324}, {"a": "B", "b": 1e-300}]"#,
    ])
  func `any data is drawn or refused`(mark: String, values: String) throws {
    for type in ["quantitative", "temporal", "ordinal"] {
      try survives(
        #"""
        {"data": {"values": \#(values)}, "mark": "\#(mark)", "encoding": {"x": {"field": "a"},
         "y": {"field": "b", "type": "\#(type)"}, "color": {"field": "b", "type": "\#(type)"},
         "size": {"field": "b", "type": "\#(type)"}, "text": {"field": "b"}, "theta": {"field": "b", "type": "quantitative"}}}
        """#)
    }
  }

  @Test(arguments: marks)
  func `odd sizes are drawn or refused`(mark: String) throws {
    for (width, height) in [
      ("0", "0"), ("1", "1e6"), ("0.001", "5"), ("1e300", "10"),
      (#"{"step": 0}"#, #"{"step": 1e9}"#),
    ] {
      try survives(
        #"""
        {"data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 2}]}, "mark": "\#(mark)", "width": \#(width),
         "height": \#(height), "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
        """#)
    }
  }

  @Test(arguments: [
    #""type": "log""#, #""type": "pow", "exponent": 0"#, #""type": "pow", "exponent": 1e9"#,
    #""type": "symlog", "constant": 0"#,
    #""domain": []"#, #""domain": [5]"#, #""domain": [5, 5]"#, #""domain": ["x", null]"#,
    #""domain": [10, 0]"#, #""domain": [0, 1e308, -1e308]"#,
    #""range": []"#, #""range": [5]"#, #""padding": 1e9"#, #""nice": 1e9"#, #""nice": -5"#,
    #""domainMin": 1e400"#, #""zero": "yes""#,
    #""type": "time""#, #""type": "band""#, #""type": "quantile""#,
  ])
  func `odd scales are drawn or refused`(scale: String) throws {
    for values in [#"[{"b": 1}, {"b": 100}]"#, #"[{"b": -1}, {"b": 0}]"#, "[]"] {
      try survives(
        #"""
        {"data": {"values": \#(values)}, "mark": "point", "encoding": {
         "x": {"field": "b", "type": "quantitative", "scale": {\#(scale)}},
         "color": {"field": "b", "type": "quantitative", "scale": {\#(scale)}}}}
        """#)
    }
  }

  @Test(arguments: [
    #""axis": {"tickCount": 1e12}"#, #""axis": {"tickCount": -3}"#,
    #""axis": {"tickMinStep": 1e-12}"#, #""axis": {"values": [1, null, "x"]}"#,
    #""axis": {"labelAngle": 1e9}"#, #""axis": {"labelFontSize": 0}"#,
    #""axis": {"labelLimit": 0.5}"#, #""axis": {"format": "%Q"}"#,
    #""axis": {"labelExpr": "datum.label[99]"}"#, #""axis": {"maxExtent": -5}"#,
    #""bin": {"maxbins": 1e9}"#, #""bin": {"step": 1e-9}"#,
    #""bin": {"extent": [5, 5]}"#, #""bin": {"steps": []}"#, #""timeUnit": "yearmonth""#,
    #""aggregate": {"argmax": "none"}"#,
  ])
  func `odd axes and bins are drawn or refused`(property: String) throws {
    try survives(
      #"""
      {"data": {"values": [{"b": 1}, {"b": 1000}]}, "mark": "bar", "encoding": {
       "x": {"field": "b", "type": "quantitative", \#(property)}, "y": {"aggregate": "count"}}}
      """#)
  }

  @Test func `ten thousand categories are a picture or a diagnostic, soon`() throws {
    let values = (0..<10_000).map { #"{"a": "항목 \#($0)", "b": \#($0 % 97)}"# }.joined(
      separator: ",")
    for size in ["", #""width": 600,"#] {
      try survives(
        #"""
        {\#(size) "data": {"values": [\#(values)]}, "mark": "bar",
         "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
        """#)
    }
  }

  @Test func `a fixed small frame keeps a chart within it`() throws {
    var small = try environment()
    small.fixedSize = Size(width: 60, height: 70)
    let chart = try chart(
      #"{"data": {"values": [{"a": "A", "b": 1}]}, "mark": "bar", "title": "긴 제목입니다", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}"#,
      in: small)
    #expect(chart.scene.size == Size(width: 60, height: 70))
  }
}
