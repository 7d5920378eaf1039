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

  static let series =
    #"""
    {"data": {"values": [{"d": "2024-01-01", "c": "A", "n": 5}, {"d": "2024-02-01", "c": "A", "n": 9},
      {"d": "2024-01-01", "c": "B", "n": 4}, {"d": "2024-02-01", "c": "B", "n": 1}]}
    """#
  static let measures =
    #""x": {"field": "d", "type": "temporal"}, "y": {"field": "n", "type": "quantitative"}"#

  @Test(arguments: [
    (
      #", "mark": "line", "encoding": {\#(measures), "color": {"field": "c"}}}"#,
      "4 values in 2 series. Least 1 (Feb 01, 2024, B), greatest 9 (Feb 01, 2024, A)."
    ),
    (
      #", "mark": "line", "encoding": {\#(measures), "facet": {"field": "c"}}}"#,
      "4 values. Least 1 (Feb 01, 2024, B), greatest 9 (Feb 01, 2024, A). One for each c, 2 in all."
    ),
    (
      #", "mark": "line", "encoding": {\#(measures), "row": {"field": "c"}, "color": {"field": "c"}}}"#,
      "4 values. Least 1 (Feb 01, 2024, B), greatest 9 (Feb 01, 2024, A). One for each c, 2 in all."
    ),
    (
      #", "layer": [{"transform": [{"filter": "datum.c == 'A'"}], "mark": "line", "encoding": {\#(measures), "color": {"datum": "A"}}}, {"transform": [{"filter": "datum.c == 'B'"}], "mark": "line", "encoding": {\#(measures), "color": {"datum": "B"}}}]}"#,
      "4 values in 2 series. Least 1 (Feb 01, 2024, B), greatest 9 (Feb 01, 2024, A)."
    ),
    (
      #", "transform": [{"filter": "datum.c == 'A'"}], "mark": {"type": "line", "point": true}, "encoding": {\#(measures)}}"#,
      "2 values. Least 5 (Jan 01, 2024), greatest 9 (Feb 01, 2024). From 5 (Jan 01, 2024) to 9 (Feb 01, 2024): a rise."
    ),
    (
      #", "transform": [{"filter": "datum.c == 'A'"}, {"calculate": "20 - datum.n", "as": "m"}], "encoding": {"x": {"field": "d", "type": "temporal"}}, "layer": [{"mark": "line", "encoding": {"y": {"field": "n", "type": "quantitative"}}}, {"mark": "line", "encoding": {"y": {"field": "m", "type": "quantitative"}}}]}"#,
      "n: 2 values. Least 5 (Jan 01, 2024), greatest 9 (Feb 01, 2024). From 5 (Jan 01, 2024) to 9 (Feb 01, 2024): a rise. m: 2 values. Least 11 (Feb 01, 2024), greatest 15 (Jan 01, 2024). From 15 (Jan 01, 2024) to 11 (Feb 01, 2024): a fall."
    ),
  ])
  func `a trend is that of one series`(members: String, figures: String) throws {
    #expect(try chart(Self.series + members).words.hasSuffix(figures))
  }

  @Test(arguments: [
    ("boxplot", Language.en, "Box plot. Across: c, up: n. 2 groups."),
    ("errorbar", .en, "Error bars. Across: c, up: n. 2 groups."),
    ("errorband", .ko, "오차 띠. 가로: c, 세로: n. 집단 2개."),
    ("boxplot", .ko, "상자 그림. 가로: c, 세로: n. 집단 2개."),
  ])
  func `a composite mark is told as itself`(mark: String, language: Language, words: String) throws
  {
    let members =
      #", "mark": "\#(mark)", "encoding": {"x": {"field": "c"}, "y": {"field": "n", "type": "quantitative"}}}"#
    #expect(try chart(Self.series + members, in: environment(language: language)).words == words)
  }

  @Test func `a line over error bars is told first`() throws {
    let members =
      #", "encoding": {"x": {"field": "c"}}, "layer": [{"mark": "errorbar", "encoding": {"y": {"field": "n", "type": "quantitative"}}}, {"mark": "bar", "encoding": {"y": {"field": "n", "aggregate": "mean"}}}]}"#
    #expect(
      try chart(Self.series + members).words
        == "Bar chart. Across: c, up: Mean of n. 2 values. Least 2.5 (B), greatest 7 (A). Error bars. Across: c, up: n. 2 groups."
    )
  }

  @Test func `a Korean date is written as Koreans write it`() throws {
    #expect(
      try chart(Self.line, in: environment(language: .ko)).words
        == "선 차트. 가로: d, 세로: n. 값 2개. 최소 5 (2020년 1월 1일), 최대 9 (2021년 1월 1일). 처음 5 (2020년 1월 1일), 마지막 9 (2021년 1월 1일): 증가."
    )
  }

  @Test(arguments: [
    ("0.0000000654971481702, 45.8945833554", "Least 6.55e-8, greatest 45.89."),
    ("0.1, 1234567.891", "Least 0.1, greatest 1,234,568."), ("3, 3", "All are 3."),
  ])
  func `numbers have as many digits as can be kept`(values: String, told: String) throws {
    let words = try chart(
      #"{"data": {"values": [\#(values)]}, "mark": "tick", "encoding": {"x": {"field": "data", "type": "quantitative"}}}"#
    ).words
    #expect(words.hasSuffix(told))
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
