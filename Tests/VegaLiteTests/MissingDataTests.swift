import Diagnostics
import Testing

@testable import VegaLite

/// Views that ask for what their data don't have: drawn, with a word on what is missing.
@Suite struct MissingDataTests {
  static let data = #""data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 2}]}"#
  static let encoding =
    #""encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}"#

  private static func x(_ more: String) -> String {
    #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "a"}, \#(more)}}"#
  }

  static let cases: [VocabularyTests.Slip] = [
    .init(
      "tooltip", x(#""tooltip": [{"field": "a"}, {"field": "bb"}]"#),
      #""bb" ← warning: there is no field "bb" here (did you mean "b"?)"#),
    .init(
      "condition",
      x(#""color": {"condition": {"test": "datum.bb > 1", "value": "red"}, "value": "blue"}"#),
      #""datum.bb > 1" ← warning: there is no field "bb" here (did you mean "b"?)"#),
    .init(
      "test of a field",
      x(
        #""color": {"condition": {"test": {"and": [{"field": "bb", "gt": 1}]}, "value": "red"}, "value": "blue"}"#
      ),
      #""bb" ← warning: there is no field "bb" here (did you mean "b"?)"#),
    .init(
      "label", x(#""y": {"field": "b", "axis": {"labelExpr": "datum.lable + '!'"}}"#),
      #""datum.lable + '!'" ← warning: there is no field "lable" here (did you mean "label"?)"#),
    .init(
      "property",
      #"{\#(data), "mark": {"type": "bar", "tooltip": null, "opacity": {"expr": "datum.bb / 2"}}, \#(encoding)}"#,
      #""datum.bb / 2" ← warning: there is no field "bb" here (did you mean "b"?)"#),
    .init(
      "sort",
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "a", "sort": {"field": "bb"}}}}"#,
      #""bb" ← warning: there is no field "bb" here (did you mean "b"?)"#),
    .init(
      "no rows", #"{"data": {"values": []}, "mark": "bar", \#(encoding)}"#,
      #"{"values": []} ← warning: the data have no rows"#),
    .init(
      "no data", #"{"mark": "bar", \#(encoding)}"#,
      #""bar" ← warning: the view has no data (write "data": {"url": "FILE.csv"} or "data": {"values": [{…}, {…}]})"#
    ),
    .init(
      "nothing passes",
      #"{\#(data), "transform": [{"filter": "datum.b > 10"}], "mark": "bar", \#(encoding)}"#,
      #"{"filter": "datum.b > 10"} ← warning: no row is left after "filter""#),
    .init(
      "nulls", #"{"data": {"values": [{"a": 1, "b": null}]}, "mark": "bar", \#(encoding)}"#,
      #""b" ← warning: no row has a value of "b""#),
    .init(
      "texts", #"{"data": {"values": [{"a": 1, "b": "x"}]}, "mark": "bar", \#(encoding)}"#,
      #""b" ← warning: no row has a number in "b" ("x" is none; write "type": "nominal" for names)"#
    ),
    .init(
      "a sum of texts",
      #"{\#(data), "mark": "bar", "encoding": {"y": {"aggregate": "sum", "field": "a"}}}"#,
      #""a" ← warning: no row has a number in "a" ("A" is none; "aggregate": "count" counts rows)"#
    ),
    .init(
      "no dates",
      #"{"data": {"values": [{"a": "soon"}]}, "mark": "tick", "encoding": {"x": {"field": "a", "type": "temporal"}}}"#,
      #""a" ← warning: no row has a date in "a" (write dates as 2022-10-25 or 2022-10, or say how they are written: "format": {"parse": {"a": "date:'%Y년 %m월'"}})"#
    ),
    .init(
      "years",
      #"{"data": {"values": [{"a": 2020}, {"a": 2021}]}, "mark": "tick", "encoding": {"x": {"field": "a", "type": "temporal"}}}"#,
      #""a" ← warning: 2020 is read as milliseconds since 1970, not as a year (write "type": "ordinal" for years, or texts such as "2020")"#
    ),
    .init(
      "nothing to be seen",
      #"{\#(data), "mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"type": "pow", "exponent": -2}}}}"#,
      #""point" ← warning: nothing of the mark can be seen (look at its scales and rows: brief chart SPEC --explain)"#
    ),
    .init(
      "a map of no shapes", #"{\#(data), "mark": "geoshape"}"#,
      #""geoshape" ← warning: nothing of the mark can be seen (look at its scales and rows: brief chart SPEC --explain)"#
    ),
    .init(
      "a domain of one number",
      x(#""y": {"field": "b", "type": "quantitative", "scale": {"domain": [3, 3]}}"#),
      #"[3, 3] ← warning: the domain of "y" begins and ends at 3 (write the least and the greatest value: [0, 100])"#
    ),
    .init(
      "ticks that are no numbers",
      x(#""y": {"field": "b", "type": "quantitative", "axis": {"values": ["q"]}}"#),
      #"["q"] ← warning: none of the "values" is a number"#),
    .init(
      "domain", x(#""color": {"field": "a", "scale": {"domain": ["A"]}}"#),
      #"["A"] ← warning: the domain of "color" leaves out "B", which isn't drawn"#),
    .init(
      "a filter by what is selected",
      #"{\#(data), "params": [{"name": "p", "select": "interval"}], "transform": [{"filter": {"and": [{"param": "p"}, "false"]}}], "mark": "bar", \#(encoding)}"#
    ),
  ]

  @Test(arguments: cases)
  func `what is missing is said`(slip: VocabularyTests.Slip) throws {
    let chart = try chart(slip.spec)
    #expect(chart.warnings.map(RefusalTests.pointed) == slip.messages)
  }

  @Test func `a composite mark's own rows are none of its author's`() throws {
    let chart = try chart(
      #"{\#(Self.data), "mark": "boxplot", "encoding": {"y": {"field": "b", "type": "quantitative"}}}"#
    )
    #expect(chart.warnings.isEmpty)
  }
}
