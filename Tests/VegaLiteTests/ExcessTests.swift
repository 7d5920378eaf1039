import Diagnostics
import Graphics
import Testing

@testable import VegaLite

/// Specifications that ask for too much: refused within seconds, or drawn.
@Suite struct ExcessTests {
  /// A specification and what is said of it; nil where it is drawn.
  struct Excess: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let spec: String
    let message: String?

    init(_ name: String, _ spec: String, _ message: String? = nil) {
      testDescription = name
      self.spec = spec
      self.message = message
    }
  }

  static let data = #""data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 2}]}"#
  static let x = #""encoding": {"x": {"field": "b", "type": "quantitative"}}"#

  private static func rows(_ count: Int) -> String {
    #""data": {"sequence": {"start": 0, "stop": \#(count), "as": "b"}}"#
  }

  static let list: [Excess] = [
    Excess(
      "categories",
      #"{\#(rows(10_000)), "mark": "bar", "encoding": {"x": {"field": "b", "type": "nominal"}}}"#,
      "the chart would be 200"),
    Excess("width", #"{\#(data), "width": 1e9, "mark": "bar", \#(x)}"#, "the chart would be"),
    Excess(
      "no width", #"{\#(data), "width": 0, "height": 0, "mark": "bar", \#(x)}"#,
      "\"width\" must be above 0, not 0"),
    Excess(
      "padding", #"{\#(data), "padding": 1e12, "mark": "bar", \#(x)}"#, "the chart would be"),
    Excess(
      "outline",
      #"{\#(data), "mark": {"type": "bar", "stroke": "red", "strokeWidth": 1e12}, \#(x)}"#,
      "the chart would be"),
    Excess(
      "parameters of each other",
      #"{\#(data), "params": [{"name": "p", "expr": "q"}, {"name": "q", "expr": "p"}], "mark": "bar"}"#,
      "the parameter \"p\" refers to \"q\", which refers to \"p\""),
    Excess(
      "lists",
      #"{\#(rows(200)), "transform": [{"calculate": "length(sequence(1e6))", "as": "c"}], "mark": "bar", \#(x)}"#,
      "evaluating expressions passes the limit"),
    Excess(
      "facets",
      #"{\#(rows(9_000)), "mark": "point", "encoding": {"facet": {"field": "b"}, "x": {"field": "b"}}}"#,
      "the chart has more than 5000 views"),
    Excess(
      "facets both ways",
      #"{\#(rows(500)), "mark": "point", "encoding": {"row": {"field": "b"}, "column": {"field": "b"}, "x": {"field": "b"}}}"#,
      "the chart has more than 5000 views"),
    Excess(
      "repeats in repeats",
      #"""
      {\#(data), "repeat": [\#(Array(repeating: #""a""#, count: 99).joined(separator: ","))],
       "spec": {"repeat": [\#(Array(repeating: #""b""#, count: 99).joined(separator: ","))],
        "spec": {"mark": "bar", \#(x)}}}
      """#, "the chart has more than 5000 views"),
    Excess(
      "smoothing",
      #"{\#(rows(50_000)), "transform": [{"loess": "b", "on": "b", "bandwidth": 1}], "mark": "line", \#(x)}"#,
      "evaluating expressions passes the limit"),
    Excess(
      "steps of a curve",
      #"{\#(rows(3)), "transform": [{"density": "b", "steps": 1e12}], "mark": "line", "encoding": {"x": {"field": "value", "type": "quantitative"}}}"#,
      "what the transform makes passes the limit of 2000000 rows"
    ),
    Excess(
      "time",
      #"{\#(data), "transform": [{"calculate": "timeSequence('milliseconds', datetime(1, 0, 1), datetime(9999, 0, 1))", "as": "c"}], "mark": "bar", \#(x)}"#,
      "evaluating expressions passes the limit"
    ),
    Excess(
      "layers",
      #"{\#(data), "layer": [\#(Array(repeating: #"{"mark": "point", \#(x)}"#, count: 2000).joined(separator: ","))]}"#
    ),
    Excess(
      "columns of views",
      #"{\#(data), "columns": 1e9, "concat": [{"mark": "bar", \#(x)}, {"mark": "bar", \#(x)}]}"#),
    Excess(
      "columns of cells",
      #"{\#(data), "facet": {"field": "a"}, "columns": 1e9, "spec": {"mark": "bar", \#(x)}}"#),
    Excess(
      "multiples of a base",
      #"{\#(data), "mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"type": "log", "base": 1e9}}}}"#
    ),
    Excess(
      "columns of a legend",
      #"{\#(data), "mark": "bar", "encoding": {"color": {"field": "a", "legend": {"columns": 1e308, "symbolLimit": 1e308}}}}"#
    ),
    Excess(
      "quantiles",
      #"{\#(data), "config": {"scale": {"quantileCount": 1e308}}, "mark": "bar", "encoding": {"size": {"field": "b", "type": "quantitative", "scale": {"type": "quantile"}}}}"#
    ),
    Excess(
      "meridians",
      #"{"data": {"graticule": {"precision": 1e-9}}, "mark": "geoshape", "projection": {"type": "mercator"}}"#
    ),
    Excess(
      "a globe without end",
      #"{"data": {"sphere": true}, "mark": "geoshape", "projection": {"type": "orthographic", "scale": 1e308}}"#
    ),
    Excess(
      "ticks",
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative", "axis": {"tickCount": 1e12}}}}"#,
      "\"tickCount\" must be from 0 to 10000, not 1e12"
    ),
    Excess(
      "dashes",
      #"{\#(data), "mark": {"type": "rule", "strokeDash": [1e-9, 1e-9]}, \#(x)}"#),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: list)
  func `too much is drawn or refused in time`(excess: Excess) throws {
    do {
      let size = try chart(excess.spec).scene.size
      #expect(excess.message == nil && size.width <= 100_000 && size.height <= 100_000)
    } catch let error as DiagnosticError {
      let first = try #require(error.diagnostics.first { $0.severity == .error })
      #expect(first.message.hasPrefix(excess.message ?? "drawn"))
    }
  }
}
