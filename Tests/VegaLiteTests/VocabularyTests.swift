import Diagnostics
import Inputs
import Testing

@testable import VegaLite

/// What is written where Vega-Lite takes something else: said at its place, whether or not anything drawn depends on it.
@Suite struct VocabularyTests {
  struct Slip: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let spec: String
    /// In order.
    let messages: [String]

    init(_ name: String, _ spec: String, _ messages: String...) {
      testDescription = name
      self.spec = spec
      self.messages = messages
    }
  }

  static let data = #""data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 2}]}"#
  static let y = #""y": {"field": "b", "type": "quantitative"}"#

  private static func mark(_ properties: String) -> String {
    #"{\#(data), "mark": {"type": "point", \#(properties)}, "encoding": {\#(y)}}"#
  }

  private static func x(_ properties: String) -> String {
    #"{\#(data), "mark": "bar", "encoding": {\#(y), "x": {"field": "a", \#(properties)}}}"#
  }

  private static func top(_ properties: String) -> String {
    #"{\#(data), \#(properties), "mark": "bar", "encoding": {\#(y)}}"#
  }

  static let slips: [Slip] = [
    Slip(
      "a field and a value", x(#""value": 3"#),
      #"3 ← warning: "value" means nothing beside "field" (leave one of them out)"#),
    Slip(
      "sorted by a channel that isn't there", x(#""sort": "-color""#),
      #""-color" ← warning: the view has no channel "color" to sort by (sort by one it has: "y", "x")"#
    ),
    Slip(
      "a channel that the mark doesn't show", x(#""axis": null}, "text": {"field": "a""#),
      #"{"field": "a"} ← warning: a "bar" shows nothing of the channel "text" (marks that do: "text")"#
    ),
    Slip(
      "a condition",
      x(
        #""axis": null}, "color": {"condition": {"test": "datum.b > 1", "valeu": "red"}, "value": "blue""#
      ),
      #""valeu" ← warning: unknown property "valeu" in a condition (did you mean "value"?)"#),
    Slip(
      "a config's axis", top(#""config": {"axis": {"labelFontsize": 12}}"#),
      #""labelFontsize" ← warning: unknown property "labelFontsize" in "config.axis" (did you mean "labelFontSize"?)"#
    ),
    Slip(
      "a config's range", top(#""config": {"range": {"categry": ["red"]}}"#),
      #""categry" ← warning: unknown property "categry" in "config.range" (did you mean "category"?)"#
    ),
    Slip(
      "padding", top(#""padding": {"letf": 3}"#),
      #""letf" ← warning: unknown property "letf" in a padding (did you mean "left"?)"#),
    Slip(
      "columns in a facet",
      #"{\#(data), "facet": {"field": "a", "columns": 2}, "spec": {"mark": "bar", "encoding": {\#(y)}}}"#,
      #"2 ← warning: "columns" of a facet of its own stands beside "facet", not in it"#),
    Slip(
      "a sort with a capital", x(#""sort": "-Y""#),
      #""-Y" ← error: unknown sort "-Y" (did you mean "-y"?)"#),
    Slip(
      "selection", top(#""selection": {"a": {"type": "interval"}}"#),
      #""selection" ← warning: unknown property "selection" in a view (it is called "params" now)"#),
    Slip(
      "words of marks",
      mark(#""align": "centre", "baseline": "mid", "strokeCap": "rund", "strokeJoin": "mitre""#),
      #""centre" ← error: unknown align "centre" (did you mean "center"?)"#,
      #""mid" ← error: unknown baseline "mid" (did you mean "middle"?)"#,
      #""rund" ← error: unknown strokeCap "rund" (did you mean "round"?)"#,
      #""mitre" ← error: unknown strokeJoin "mitre" (did you mean "miter"?)"#),
    Slip(
      "more words of marks",
      mark(#""interpolate": "spline", "fontWeight": "blod", "orient": "up", "shape": "star""#),
      #""up" ← error: unknown orient "up" (known here: horizontal, vertical)"#,
      #""spline" ← error: unknown interpolation "spline" (did you mean "monotone"?)"#,
      #""blod" ← error: unknown fontWeight "blod" (did you mean "bold"?)"#,
      #""star" ← error: unknown shape "star" (known here: circle, square, cross, diamond, triangle-up, triangle-down, triangle-right, triangle-left, triangle, stroke, arrow, wedge)"#
    ),
    Slip(
      "kinds", mark(#""filled": "yes", "strokeDash": 4, "fontSize": "12", "color": 5"#),
      #""yes" ← error: "filled" must be true or false, not a text"#,
      #"4 ← error: "strokeDash" must be a list, not a number"#,
      #""12" ← error: "fontSize" must be a number, not a text"#,
      #"5 ← error: "color" must be a colour, not a number"#),
    Slip(
      "ranges", mark(#""size": -5, "opacity": 7, "fillOpacity": 1.5, "strokeWidth": -1"#),
      #"-5 ← warning: "size" should be 0 or more, not -5"#,
      #"7 ← warning: "opacity" should be from 0 to 1, not 7"#,
      #"1.5 ← error: "fillOpacity" must be from 0 to 1, not 1.5"#,
      #"-1 ← error: "strokeWidth" must be 0 or more, not -1"#),
    Slip(
      "values of channels",
      #"{\#(data), "mark": "point", "encoding": {"size": {"value": -4}, "color": {"condition": {"test": "datum.b > 1", "value": "rde"}, "value": "blue"}}}"#,
      #"-4 ← warning: "size" should be 0 or more, not -4"#,
      #""rde" ← error: unknown colour "rde" (did you mean "red"?)"#),
    Slip(
      "scales", x(#""scale": {"type": "lgo", "zero": "yes", "nice": "fortnight"}"#),
      #""lgo" ← error: unknown scale type "lgo" (did you mean "log"?)"#,
      #""yes" ← error: "zero" must be true or false, not a text"#,
      #""fortnight" ← error: "nice" must be a number, true or false, "millisecond", "second", "minute" … or an object, not "fortnight""#
    ),
    Slip(
      "axes",
      x(
        #""axis": {"orient": "botom", "tickCount": 1e8, "grid": 1, "labelAlign": "rihgt", "gridOpacity": 2}"#
      ),
      #""botom" ← error: unknown orient "botom" (did you mean "bottom"?)"#,
      #"1e8 ← error: "tickCount" must be from 0 to 10000, not 1e8"#,
      #"1 ← error: "grid" must be true or false, not a number"#,
      #""rihgt" ← error: unknown labelAlign "rihgt" (did you mean "right"?)"#,
      #"2 ← error: "gridOpacity" must be from 0 to 1, not 2"#),
    Slip(
      "bins", x(#""bin": {"step": 0, "maxbins": 1, "maxbin": 5}"#),
      #""maxbin" ← warning: unknown property "maxbin" in bin (did you mean "maxbins"?)"#,
      #"0 ← error: "step" must be above 0, not 0"#,
      #"1 ← error: "maxbins" must be 2 or more, not 1"#),
    Slip(
      "words of channels",
      x(#""aggregate": "avg", "type": "category", "sort": "asc", "stack": "zeor""#),
      #""category" ← error: unknown type "category" (did you mean "nominal"?)"#,
      #""zeor" ← error: unknown stack "zeor" (did you mean "zero"?)"#,
      #""avg" ← error: unknown aggregate "avg" (did you mean "mean"?)"#,
      #""asc" ← error: unknown sort "asc" (did you mean "ascending"?)"#),
    Slip(
      "extents of boxes",
      #"{\#(data), "mark": {"type": "boxplot", "extent": "iqr"}, "encoding": {\#(y)}}"#,
      #""iqr" ← error: "extent" must be a number or "min-max", not "iqr""#),
    Slip(
      "extents of bars",
      #"{\#(data), "mark": {"type": "errorbar", "extent": "cii"}, "encoding": {\#(y)}}"#,
      #""cii" ← error: unknown extent "cii" (did you mean "ci"?)"#),
    Slip(
      "guides that are no objects",
      x(#""axis": "none", "scale": "log", "legend": 5"#),
      #""none" ← error: "axis" must be true or false or an object, not a text (null switches it off)"#,
      #""log" ← error: "scale" must be true or false or an object, not a text (write {"type": "log"})"#,
      #"5 ← error: "legend" must be true or false or an object, not a number"#),
    Slip(
      "projections", top(#""projection": {"type": "mercatr", "scale": "1"}"#),
      #""mercatr" ← error: unknown projection "mercatr" (did you mean "mercator"?)"#,
      #""1" ← error: "scale" must be a number, not a text"#),
    Slip(
      "parameters that there aren't",
      #"{\#(data), "params": [{"name": "brush", "select": "interval"}], "mark": "bar", "encoding": {\#(y), "color": {"condition": {"param": "brsh", "value": "red"}}}}"#,
      #""brsh" ← error: unknown parameter "brsh" (did you mean "brush"?)"#),
    Slip(
      "a parameter where there is none",
      #"{\#(data), "transform": [{"filter": {"not": {"param": "p"}}}], "mark": "bar", "encoding": {\#(y)}}"#,
      #""p" ← error: unknown parameter "p" (write "params": [{"name": "p", …}])"#),
    Slip(
      "no layers", #"{\#(data), "layer": []}"#, #"[] ← error: "layer" has no views"#),
    Slip(
      "domains",
      #"{\#(data), "mark": "bar", "encoding": {"y": {"field": "b", "type": "quantitative", "scale": {"domain": [0, "x"], "domainMax": "y"}}}}"#,
      #"[0, "x"] ← error: the domain of a linear scale has no place for "x""#,
      #""y" ← error: "domainMax" of a linear scale can't be "y""#),
    Slip(
      "types in one letter", x(#""type": "Q""#),
      #""Q" ← error: unknown type "Q" (did you mean "quantitative"?)"#),
    Slip(
      "orders",
      x(
        #""sort": {"field": "b", "op": "avg", "order": "desc"}, "scale": {"domain": "unagregated"}"#
      ),
      #""avg" ← error: unknown aggregate "avg" (did you mean "mean"?)"#,
      #""desc" ← error: unknown order "desc" (did you mean "descending"?)"#,
      #""unagregated" ← error: unknown domain "unagregated" (did you mean "unaggregated"?)"#),
    Slip(
      "lists", top(#""params": {"name": "p"}"#),
      #"{"name": "p"} ← error: "params" must be a list, not an object"#),
    Slip(
      "overlays", mark(#""point": "transparnt""#),
      #""transparnt" ← error: unknown point "transparnt" (did you mean "transparent"?)"#),
    Slip(
      "resolve", top(#""resolve": {"scale": {"y": "independant", "z": "shared"}}"#),
      #""z" ← warning: unknown property "z" in a scale (known here: x, y, xOffset, yOffset, theta, radius, color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash, size, angle, shape, time)"#,
      #""independant" ← error: unknown resolution "independant" (did you mean "independent"?)"#),
    Slip(
      "autosize", top(#""autosize": {"type": "fitt", "contains": "pad"}"#),
      #""fitt" ← error: unknown autosize "fitt" (did you mean "fit"?)"#,
      #""pad" ← error: unknown contains "pad" (did you mean "padding"?)"#),
    Slip(
      "autosize in a word", top(#""autosize": "fitt""#),
      #""fitt" ← error: unknown autosize "fitt" (did you mean "fit"?)"#),
    Slip(
      "sizes", top(#""width": 0, "height": -20"#), #"0 ← error: "width" must be above 0, not 0"#,
      #"-20 ← error: "height" must be above 0, not -20"#),
    Slip(
      "titles",
      top(#""title": {"text": "T", "anchor": "left", "frame": "grup", "fontWeight": 350}"#),
      #""left" ← error: unknown anchor "left" (known here: start, middle, end)"#,
      #""grup" ← error: unknown frame "grup" (did you mean "group"?)"#,
      #"350 ← error: unknown fontWeight "350" (did you mean "300"?)"#
    ),
    Slip(
      "configs",
      top(
        #""config": {"axsi": {}, "axisX": {"labelAlign": "centre"}, "background": "bleu", "style": {"s": {"align": "rite"}}}"#
      ),
      #""axsi" ← warning: unknown property "axsi" in a config (did you mean "axis"?)"#,
      #""centre" ← error: unknown labelAlign "centre" (did you mean "center"?)"#,
      #""bleu" ← error: unknown colour "bleu" (did you mean "blue"?)"#,
      #""rite" ← error: unknown align "rite" (known here: left, center, right)"#),
    Slip(
      "selections",
      top(#""params": [{"name": "p", "select": {"type": "pont", "nearest": "yes"}}]"#),
      #""pont" ← error: unknown selection "pont" (did you mean "point"?)"#,
      #""yes" ← error: "nearest" must be true or false, not a text"#),
    Slip(
      "two of a name", top(#""params": [{"name": "p", "value": 1}, {"name": "p", "value": 2}]"#),
      #""p" ← error: two parameters are called "p" (give one of them another name)"#),
    Slip(
      "rows and a wrapped facet",
      #"{\#(data), "mark": "bar", "encoding": {\#(y), "row": {"field": "a"}, "facet": {"field": "a"}}}"#,
      #"{"field": "a"} ← warning: "facet" isn't drawn, since the view has "row" too (keep one of them)"#
    ),
    Slip(
      "channels written short",
      #"{\#(data), "mark": "bar", "encoding": {"x": "a", "y": "b", "color": "red", "size": 4}}"#,
      #""a" ← error: channel "x" must be an object, not a text (write {"field": "a"}, for amounts with "type": "quantitative")"#,
      #""b" ← error: channel "y" must be an object, not a text (write {"field": "b"}, for amounts with "type": "quantitative")"#,
      #""red" ← error: channel "color" must be an object, not a text (write {"value": "red"})"#,
      #"4 ← error: channel "size" must be an object, not a number (write {"value": 4})"#),
    Slip(
      "marks by other names", #"{\#(data), "mark": "donut", "encoding": {\#(y)}}"#,
      #""donut" ← error: unknown mark "donut" (did you mean "arc"?)"#),
    Slip(
      "Vega", #"{"$schema": "https://vega.github.io/schema/vega/v5.json", "marks": []}"#,
      #""https://vega.github.io/schema/vega/v5.json" ← error: this is a specification of Vega, not of Vega-Lite (a Vega-Lite specification has "mark" and "encoding")"#
    ),
    Slip(
      "Vega without a schema", #"{"data": [], "marks": [{"type": "rect"}]}"#,
      #"[{"type": "rect"}] ← error: this is a specification of Vega, not of Vega-Lite (a Vega-Lite specification has "mark" and "encoding")"#
    ),
    Slip(
      "data for a specification", #"[{"a": 1}]"#,
      #"[{"a": 1}] ← error: these are rows of data, not a specification (write {"data": {"url": "chart.vl.json"}, "mark": "bar", …})"#
    ),
  ]

  /// All that is said of a specification.
  private static func messages(_ spec: String, _ fonts: [String] = []) throws -> [String] {
    var surroundings = try environment()
    surroundings.fontFamilies = fonts
    do {
      return try chart(spec, in: surroundings).warnings.map(RefusalTests.pointed)
    } catch let error as DiagnosticError {
      return error.diagnostics.map(RefusalTests.pointed)
    }
  }

  @Test(arguments: slips)
  func `each slip is said once at its place`(slip: Slip) throws {
    let messages = try Self.messages(slip.spec)
    #expect(messages == slip.messages)
  }

  @Test(arguments: [
    mark(
      #""align": {"expr": "'left'"}, "fontWeight": 700, "cornerRadius": null, "shape": "M0,0L1,1""#),
    mark(
      #""interpolate": "monotone", "invalid": "break-paths-show-path-domains", "tooltip": true"#),
    x(
      #""axis": {"labelFontWeight": "bold", "labelOverlap": "greedy", "tickCount": {"interval": "month", "step": 3}}"#
    ),
    x(
      #""axis": {"labelColor": {"condition": {"test": "datum.index > 1", "value": "red"}, "value": "blue"}}"#
    ),
    x(#""axis": null"#),
    #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative", "scale": null}}}"#,
    x(#""sort": "-y", "axis": {"labelBound": 3}"#),
    top(
      #""width": {"step": 12}, "height": "container", "autosize": {"type": "fit", "resize": true}"#),
    top(#""background": null, "title": ["two", "lines"], "padding": {"left": 3}"#),
    top(#""view": {"stroke": "transparent", "style": ["cell"]}, "bounds": "flush""#),
    mark(
      ##""color": {"gradient": "linear", "stops": [{"offset": 0, "color": "#fff"}, {"offset": 1, "color": "red"}]}"##
    ),
  ])
  func `what Vega-Lite takes is taken`(spec: String) throws {
    #expect(try Self.messages(spec) == [])
  }

  @Test func `a family that isn't there is a warning that names those that are`() throws {
    #expect(
      try Self.messages(Self.mark(#""font": "Comic Sans, Papyrus""#), ["Brief Sans KR"]) == [
        #""Comic Sans, Papyrus" ← warning: no font has the family name "Comic Sans" (known here: Brief Sans KR, put its files into the report's folder fonts/, or name their folder: --fonts DIR)"#
      ])
    #expect(
      try Self.messages(Self.mark(#""font": "Comic Sans, 'brief sans kr'""#), ["Brief Sans KR"])
        == [])
    #expect(try Self.messages(Self.mark(#""font": "monospace""#), ["Brief Sans KR"]) == [])
  }

  @Test func `bins too narrow to be seen are refused`() throws {
    let spec =
      #"{\#(Self.data), "mark": "bar", "encoding": {"x": {"field": "b", "bin": {"step": 1e-9}}, "y": {"aggregate": "count"}}}"#
    #expect(
      try Self.messages(spec) == [
        #"1e-9 ← error: the data would be cut into more than 10000 bins (write a larger "step", or "maxbins")"#
      ])
  }

  @Test func `slips are found without drawing`() throws {
    let spec = Self.x(#""axis": {"orient": "botom"}"#)
    let source = Source(name: "chart.vl.json", text: spec)
    let located = try located(source)
    let findings = ChartRenderer.check(located, in: try environment()).findings
    #expect(
      findings.map(RefusalTests.pointed) == [
        #""botom" ← error: unknown orient "botom" (did you mean "bottom"?)"#
      ])
  }
}
