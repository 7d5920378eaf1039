import Diagnostics
import Tables
import Testing

@testable import VegaLite

@Suite struct RefusalTests {
  /// A specification that can't be drawn, and what is said of it.
  struct Refusal: CustomTestStringConvertible {
    let id: String
    let spec: String
    let message: String
    var testDescription: String { id }

    init(_ id: String, _ spec: String, _ message: String) {
      self.id = id
      self.spec = spec
      self.message = message
    }
  }

  static let data = #""data": {"values": [{"a": 1, "b": 2}]}"#

  @Test(arguments: [
    Refusal(
      "no mark", #"{\#(data)}"#,
      #"1:1: error: a view needs "mark", "layer", "facet", "repeat" or a concat (for example "mark": "bar")"#
    ),
    Refusal(
      "mark", #"{\#(data), "mark": "bat"}"#,
      #"1:50: error: unknown mark "bat" (did you mean "bar"?)"#),
    Refusal(
      "composite", #"{\#(data), "mark": {"type": "boxplot"}}"#,
      #"1:1: error: "boxplot" needs a quantitative "x" or "y""#),
    Refusal(
      "facet", #"{"facet": {"field": "a"}, "spec": {}}"#,
      #"1:35: error: a view needs "mark", "layer", "facet", "repeat" or a concat (for example "mark": "bar")"#
    ),
    Refusal(
      "facet field", #"{\#(data), "facet": {"row": {"field": "c"}}, "spec": {"mark": "bar"}}"#,
      #"1:69: error: no row has the field "c" (known here: a, b)"#),
    Refusal(
      "facet without field", #"{\#(data), "facet": {"row": {}}, "spec": {"mark": "bar"}}"#,
      #"1:51: error: a facet needs "field", or "row" or "column" with one"#),
    Refusal("concat", #"{"hconcat": []}"#, #"1:13: error: "hconcat" has no views"#),
    Refusal(
      "layered facet",
      #"{\#(data), "layer": [{"mark": "bar", "encoding": {"row": {"field": "a"}}}]}"#,
      #"1:80: error: a layer can't be a "facet" (put the layers into the views of the "facet")"#),
    Refusal(
      "repeat", #"{\#(data), "repeat": {"rows": ["a"]}, "spec": {"mark": "bar"}}"#,
      #"1:61: error: "repeat" can't have "rows": it takes lists under "row", "column" and "layer""#),
    Refusal(
      "repeated field",
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": {"repeat": "row"}}}}"#,
      #"1:85: error: nothing repeats "row" here"#),
    Refusal(
      "projection",
      #"{"data": {"sphere": true}, "mark": "geoshape", "projection": {"type": "mercatr"}}"#,
      #"1:71: error: unknown projection "mercatr" (did you mean "mercator"?)"#),
    Refusal(
      "topojson",
      #"{"data": {"values": {"type": "Topology", "objects": {"land": {}}}, "format": {"type": "topojson", "feature": "lnd"}}, "mark": "geoshape"}"#,
      #"1:78: error: the TopoJSON has no object "lnd" (did you mean "land"?)"#),
    Refusal(
      "aggregate", #"{"mark": "bar", "encoding": {"x": {"aggregate": "suma", "field": "a"}}}"#,
      #"1:49: error: unknown aggregate "suma" (did you mean "sum"?)"#),
    Refusal(
      "type", #"{"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitive"}}}"#,
      #"1:58: error: unknown type "quantitive" (did you mean "quantitative"?)"#),
    Refusal(
      "sort", #"{"mark": "bar", "encoding": {"x": {"field": "a", "sort": "desc"}}}"#,
      #"1:58: error: unknown sort "desc" (did you mean "descending"?)"#),
    Refusal(
      "colour",
      #"{\#(data), "mark": {"type": "point", "color": "bleu"}, "encoding": {"x": {"field": "a"}}}"#,
      #"1:77: error: unknown colour "bleu" (did you mean "blue"?)"#),
    Refusal(
      "scheme",
      #"{\#(data), "mark": "rect", "encoding": {"x": {"field": "a"}, "color": {"field": "b", "type": "quantitative", "scale": {"scheme": "virdis"}}}}"#,
      #"1:160: error: unknown colour scheme "virdis" (did you mean "viridis"?)"#),
    Refusal(
      "data name", #"{"data": {"name": "sectros"}, "mark": "bar"}"#,
      #"1:19: error: unknown data "sectros" (did you mean "sectors"?)"#),
    Refusal(
      "file", #"{"data": {"url": "none.csv"}, "mark": "bar"}"#, #"1:18: error: no file "none.csv""#),
    Refusal(
      "network", #"{"data": {"url": "https://example.com/data/cars.json?raw=1"}, "mark": "bar"}"#,
      #"1:18: error: "https://example.com/data/cars.json?raw=1" is on the network, which is never read (save the file beside the specification and write "cars.json")"#
    ),
    Refusal(
      "data", #"{"data": {}, "mark": "bar"}"#, #"1:10: error: data needs "values", "url" or "name""#
    ),
    Refusal(
      "data kind", #"{"data": {"values": 5}, "mark": "bar"}"#,
      #"1:21: error: the data must be a list of rows, not a number"#),
    Refusal(
      "config", #"{\#(data), "config": 3, "mark": "bar"}"#,
      #"1:52: error: "config" must be an object, not a number"#),
    Refusal(
      "datasets", #"{\#(data), "datasets": 3, "mark": "bar"}"#,
      #"1:54: error: "datasets" must be an object, not a number"#),
    Refusal(
      "title", #"{\#(data), "title": {}, "mark": "bar"}"#, #"1:51: error: a title needs "text""#),
    Refusal(
      "layer", #"{\#(data), "layer": 3}"#, #"1:51: error: "layer" must be a list, not a number"#),
    Refusal(
      "expression", #"{\#(data), "transform": [{"filter": "datum.a >"}], "mark": "bar"}"#,
      #"1:77: error: the expression ends too early"#),
    Refusal(
      "function", #"{\#(data), "transform": [{"calculate": "rond(1)", "as": "c"}], "mark": "bar"}"#,
      #"1:71: error: unknown function "rond" (did you mean "round"?)"#),
    Refusal(
      "format",
      #"{\#(data), "mark": "text", "encoding": {"text": {"field": "a", "type": "quantitative", "format": ".1q"}}}"#,
      #"1:128: error: format ".1q" ends in an unknown type "q" (the types are e f g r s % p b o d x X c n)"#
    ),
    Refusal(
      "log",
      #"{"data": {"values": [{"a": 0}, {"a": 5}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative", "scale": {"type": "log"}}}}"#,
      #"1:136: error: a log scale can't show zero or values of both signs ("symlog" can; or set a "domain" above zero)"#
    ),
    Refusal(
      "width", #"{\#(data), "mark": "bar", "width": "wide"}"#,
      #"1:66: error: "width" must be a number, "container" or an object, not "wide""#),
    Refusal(
      "field", #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "aa"}}}"#,
      #"1:85: error: no row has the field "aa" (did you mean "a"?)"#),
    Refusal("title", #"[]"#, #"1:1: error: a view must be an object, not a list"#),
    Refusal(
      "field", #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "aa"}}}"#,
      #"1:85: error: no row has the field "aa" (did you mean "a"?)"#),
  ])
  func `what can't be drawn is said at its place`(refusal: Refusal) throws {
    let known = try environment(data: ["sectors": .init(columns: [], rows: [])])
    do {
      _ = try chart(refusal.spec, in: known)
      Issue.record("drawn")
    } catch let error as DiagnosticError {
      let first = try #require(error.diagnostics.first { $0.severity == .error })
      #expect(Self.line(first) == refusal.message)
    }
  }

  /// What is said, behind the text that it is said of.
  static func pointed(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.flatMap { at in
      at.range.map { String(decoding: at.source.bytes[$0], as: UTF8.self) }
    }
    let hints = diagnostic.hints.isEmpty ? "" : " (\(diagnostic.hints.joined(separator: ", ")))"
    return "\(place ?? "-") ← \(diagnostic.severity): \(diagnostic.message)\(hints)"
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.flatMap { at in
      at.range.map { at.source.lineColumn(at: $0.lowerBound) }
    }
    let hints = diagnostic.hints.isEmpty ? "" : " (\(diagnostic.hints.joined(separator: ", ")))"
    return
      "\(place?.line ?? 0):\(place?.column ?? 0): \(diagnostic.severity): \(diagnostic.message)\(hints)"
  }

  @Test(arguments: [
    Refusal(
      "property", #"{\#(data), "mark": "bar", "widht": 5}"#,
      #"1:57: warning: unknown property "widht" in a view (did you mean "width"?)"#),
    Refusal(
      "mark property", #"{\#(data), "mark": {"type": "bar", "colour": "red"}}"#,
      #"1:66: warning: unknown property "colour" in mark "bar" (did you mean "color"?)"#),
    Refusal(
      "channel", #"{\#(data), "mark": "bar", "encoding": {"colour": {"field": "a"}}}"#,
      #"1:70: warning: unknown channel "colour" (did you mean "color"?)"#),
    Refusal(
      "axis",
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "a", "axis": {"labelAngel": 0}}}}"#,
      #"1:99: warning: unknown property "labelAngel" in an axis (did you mean "labelAngle"?)"#),
  ])
  func `slips are warnings with what was meant`(refusal: Refusal) throws {
    let warnings = try chart(refusal.spec).warnings
    #expect(warnings.map(Self.line).first == refusal.message)
  }

  @Test func `all faults are reported together`() throws {
    do {
      _ = try chart(
        #"{"mark": "bar", "encoding": {"x": {"aggregate": "suma", "field": "a"}, "y": {"field": "b", "type": "nope"}}}"#
      )
      Issue.record("drawn")
    } catch let error as DiagnosticError {
      #expect(error.diagnostics.count == 2)
    }
  }
}
