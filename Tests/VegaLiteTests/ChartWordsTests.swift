import Formats
import Inputs
import Testing

@testable import VegaLite

@Suite struct ChartWordsTests {
  static let bars =
    #"""
    {"title": "Sales", "data": {"values": [{"city": "Seoul", "n": 1200}, {"city": "Busan", "n": 300}]},
     "mark": "bar", "encoding": {"x": {"field": "city"}, "y": {"field": "n", "type": "quantitative", "title": "Units"}}}
    """#

  static let line =
    #"""
    {"data": {"values": [{"d": "2020-01-01", "n": 5}, {"d": "2021-01-01", "n": 9}]},
     "mark": "line", "encoding": {"x": {"field": "d", "type": "temporal", "axis": {"format": "%Y"}},
     "y": {"field": "n", "type": "quantitative"}}}
    """#

  @Test(arguments: [
    (
      bars, Language.en,
      "Bar chart. Across: city, up: Units. 2 values. Least 300 (Busan), greatest 1,200 (Seoul)."
    ),
    (
      bars, .ko,
      "막대 차트. 가로: city, 세로: Units. 값 2개. 최소 300 (Busan), 최대 1,200 (Seoul)."
    ),
    (
      line, .en,
      "Line chart. Across: d, up: n. 2 values. Least 5 (Jan 01, 2020), greatest 9 (Jan 01, 2021). From 5 (Jan 01, 2020) to 9 (Jan 01, 2021): a rise."
    ),
    (
      #"{"data": {"values": []}, "mark": "point", "encoding": {"x": {"field": "a"}}}"#, .en,
      "Scatter plot. Across: a. No values."
    ),
  ])
  func `a chart says what it shows`(spec: String, language: Language, words: String) throws {
    #expect(try chart(spec, in: environment(language: language)).words == words)
  }

  @Test func `a facet says how many there are`() throws {
    let words = try chart(
      #"""
      {"data": {"values": [{"g": 1, "v": 1}, {"g": 2, "v": 2}]}, "mark": "bar",
       "encoding": {"row": {"field": "g"}, "x": {"field": "v", "type": "quantitative"}}}
      """#
    ).words
    #expect(words.hasSuffix("One for each g, 2 in all."))
  }

  @Test func `a specification's use is listed`() throws {
    let use = SpecificationUse([
      "data": ["url": "a.csv"], "transform": [["filter": "datum.a"]],
      "layer": [
        ["mark": "bar", "encoding": ["x": ["field": "a", "bin": true, "scale": ["type": "log"]]]],
        ["mark": ["type": "text"], "encoding": ["y": ["aggregate": "mean", "field": "b"]]],
      ],
    ])
    #expect(
      use.text == """
        compositions: layer
        data: a.csv
        transforms: filter, bin
        marks: bar, text
        channels: x, y
        scales: log
        operations: mean

        """)
  }
}
