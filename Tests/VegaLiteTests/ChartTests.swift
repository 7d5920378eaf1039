import Diagnostics
import Formats
import Graphics
import Inputs
import Tables
import Testing

@testable import VegaLite

@Suite struct ChartTests {
  static let rows = #"[{"a":"A","b":28},{"a":"B","b":55},{"a":"C","b":43}]"#

  @Test func `a bar chart stands where Vega-Lite puts it`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": \#(Self.rows)}, "mark": "bar", "height": 200,
       "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}
      """#)
    let drawn = Drawn(chart.scene)
    // 3 bands of 20; domain 0 to 55 over 200; the view begins right of a title, labels and ticks.
    let bars = drawn.fills("#4c78a8")
    let left = try #require(bars.first).x1 - 1
    let top = bars[1].y2 - 200
    #expect(bars.map { $0.width.rounded() } == [18, 18, 18])
    #expect(bars.map { ($0.x1 - left).rounded() } == [1, 21, 41])
    #expect(bars.map { (($0.y1 - top) * 100).rounded() / 100 } == [98.18, 0, 43.64])
    #expect(chart.markCount == 3)
    #expect(drawn.words.filter { ["A", "B", "C"].contains($0) } == ["A", "B", "C"])
    #expect(drawn.words.contains("50"))
    #expect(drawn.words.suffix(2).contains("b"))
    #expect(chart.warnings.isEmpty)
  }

  @Test func `the picture is as large as what stands in it`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": \#(Self.rows)}, "mark": "point", "width": 100, "height": 50, "padding": 0,
       "config": {"axis": {"labels": false, "ticks": false, "title": null, "domain": false}},
       "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"domain": [0, 100]}}}}
      """#)
    #expect(chart.scene.size == Size(width: 100, height: 50))
  }

  @Test(
    arguments: [
      ("zero", [[0.0, 100], [100, 200]]), ("normalize", [[0, 1.0 / 3 * 300], [100, 300]]),
    ] as [(String, [[Double]])])
  func `bars stack end to end`(stack: String, ends: [[Double]]) throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"k": "x", "s": "p", "v": 1}, {"k": "x", "s": "q", "v": 2}]},
       "mark": "bar", "width": 300, "encoding": {
         "x": {"field": "v", "type": "quantitative", "stack": "\#(stack)", "axis": null},
         "y": {"field": "k", "axis": null}, "color": {"field": "s", "legend": null}}}
      """#)
    let drawn = Drawn(chart.scene)
    let bars = drawn.fills("#4c78a8") + drawn.fills("#f58518")
    #expect(bars.count == 2)
    let scale = stack == "zero" ? 300.0 / 3 : 300
    #expect(abs(bars[0].width - scale * (stack == "zero" ? 1 : 1.0 / 3)) < 0.01)
    #expect(abs(bars[1].x1 - bars[0].x2) < 0.01)
  }

  @Test func `offsets stand side by side within a band`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"k": "x", "s": "p", "v": 1}, {"k": "x", "s": "q", "v": 2}]},
       "mark": "bar", "encoding": {"x": {"field": "k"}, "xOffset": {"field": "s"},
       "y": {"field": "v", "type": "quantitative"}, "color": {"field": "s", "legend": null}}}
      """#)
    let drawn = Drawn(chart.scene)
    let bars = drawn.fills("#4c78a8") + drawn.fills("#f58518")
    #expect(bars.map(\.width) == [20, 20])
    #expect(bars[1].x1 == bars[0].x2)
  }

  @Test func `pies go once round`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": \#(Self.rows)}, "mark": {"type": "arc", "innerRadius": 50},
       "width": 200, "height": 200, "padding": 0,
       "encoding": {"theta": {"field": "b", "type": "quantitative"}, "color": {"field": "a", "legend": null}}}
      """#)
    let drawn = Drawn(chart.scene)
    var all = Bounds()
    for shape in drawn.shapes where shape.item.fill?.hex != "#ffffff" { all.union(shape.bounds) }
    #expect(all.rounded == [0, 0, 200, 200])
    #expect(chart.scene.size == Size(width: 200, height: 200))
  }

  @Test func `layers share their scales`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": \#(Self.rows)}, "height": 100, "encoding": {"x": {"field": "a"}},
       "layer": [{"mark": "bar", "encoding": {"y": {"field": "b", "type": "quantitative"}}},
         {"mark": "rule", "encoding": {"x": null, "y": {"datum": 110}}}]}
      """#)
    #expect(Drawn(chart.scene).words.contains("100"))
  }

  @Test func `time axes name their years`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"d": "2019-01-01", "v": 1}, {"d": "2022-01-01", "v": 2}]}, "mark": "line",
       "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}}
      """#)
    #expect(["2019", "2020", "2021", "2022"].allSatisfy(Drawn(chart.scene).words.contains))
  }

  @Test func `Korean charts speak Korean`() throws {
    let spec = #"""
      {"title": {"ko": "분기별 매출", "en": "Sales by quarter"},
       "data": {"values": [{"d": "2022-01-01", "v": 1}, {"d": "2022-12-01", "v": 2}]}, "mark": "line",
       "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}}
      """#
    let korean = try chart(spec, in: environment(language: .ko))
    #expect(korean.title == "분기별 매출")
    #expect(Drawn(korean.scene).words.contains("3월"))
    #expect(try chart(spec).title == "Sales by quarter")
  }

  @Test(
    arguments: [
      (#""format": "억""#, .ko, "3억"), (#""format": "krw auto""#, .ko, "3억 원"),
      (#""format": "억""#, .en, "300m"),
      (#""format": "억", "formatType": "ko""#, .en, "3억"),
      (#""format": ",.0f", "formatType": "en""#, .ko, "300,000,000"),
      (#""format": ".2s""#, .ko, "300M"),
    ] as [(format: String, language: Language, label: String)])
  func `labels are written in the formats of report text`(
    format: String, language: Language, label: String
  ) throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"k": "x", "v": 300000000}]}, "mark": "bar", "encoding": {
       "y": {"field": "k"}, "x": {"field": "v", "type": "quantitative", "axis": {\#(format)}}}}
      """#, in: environment(language: language))
    #expect(Drawn(chart.scene).words.contains(label))
  }

  @Test func `the specification's config wins over the caller's`() throws {
    let spec = #"""
      {"data": {"values": \#(Self.rows)}, "mark": "bar", "config": {"axisX": {"labelFontSize": 14}},
       "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
      """#
    let themed = try environment(
      config:
        ##"{"axis": {"labelFontSize": 8}, "axisX": {"labelFontSize": 9}, "bar": {"color": "#123456"}}"##
    )
    let drawn = Drawn(try chart(spec, in: themed).scene)
    #expect(drawn.texts.first { $0.text == "A" }?.style.size == 14)
    #expect(drawn.texts.first { $0.text == "50" }?.style.size == 8)
    #expect(drawn.fills("#123456").count == 3)
  }

  @Test(arguments: [#""width": "container","#, ""])
  func `a container's width is that of the whole picture`(width: String) throws {
    let spec = #"""
      {\#(width) "data": {"values": \#(Self.rows)}, "mark": "bar",
       "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
      """#
    let chart = try chart(spec, in: environment(containerWidth: 480))
    #expect(chart.scene.size.width == 480)
    let bars = Drawn(chart.scene).fills("#4c78a8")
    #expect(bars.allSatisfy { $0.width > 100 })
  }

  @Test func `a chart too wide for its place is laid out anew, with a warning`() throws {
    let spec = #"""
      {"width": 900, "data": {"values": \#(Self.rows)}, "mark": "bar",
       "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
      """#
    let chart = try chart(spec, in: environment(containerWidth: 400))
    #expect(chart.scene.size.width == 400)
    #expect(chart.warnings.map(\.id) == ["chart.width"])
  }

  @Test func `named data and files are read through the environment`() throws {
    let table = Table(columns: [.init("a"), .init("b")], rows: [["A", 1], ["B", 2]])
    let named = try environment(
      data: ["analysis.sectors": table], files: ["sales.csv": "a,b\nC,3\nD,4\n"])
    for (data, label) in [(#"{"name": "analysis.sectors"}"#, "B"), (#"{"url": "sales.csv"}"#, "D")]
    {
      let chart = try chart(
        #"{"data": \#(data), "mark": "bar", "encoding": {"y": {"field": "a"}, "x": {"field": "b", "type": "quantitative"}}}"#,
        in: named)
      #expect(Drawn(chart.scene).words.contains(label))
    }
  }

  @Test func `conditions choose colours row by row`() throws {
    let chart = try chart(
      ##"""
      {"data": {"values": \##(Self.rows)}, "mark": "bar", "encoding": {
       "x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"},
       "color": {"condition": {"test": "datum.b > 50", "value": "#ff0000"}, "value": "#0000ff"}}}
      """##)
    let drawn = Drawn(chart.scene)
    #expect(drawn.fills("#ff0000").count == 1)
    #expect(drawn.fills("#0000ff").count == 2)
  }

  @Test(arguments: [
    (#""sort": "-y""#, ["B", "C", "A"]), (#""sort": "y""#, ["A", "C", "B"]),
    (#""sort": ["C", "A"]"#, ["C", "A", "B"]), (#""sort": "descending""#, ["C", "B", "A"]),
    (#""sort": {"field": "b", "order": "descending"}"#, ["B", "C", "A"]),
    (#""sort": null"#, ["A", "B", "C"]),
  ])
  func `categories are sorted as asked`(sort: String, expected: [String]) throws {
    let chart = try chart(
      #"""
      {"data": {"values": \#(Self.rows)}, "mark": "bar", "encoding": {
       "x": {"field": "a", \#(sort)}, "y": {"field": "b", "type": "quantitative"}}}
      """#)
    let labels = Drawn(chart.scene).texts.filter { expected.contains($0.text) }
    #expect(labels.map(\.text) == expected)
  }

  @Test func `long labels end in an ellipsis`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"a": "한국과학기술정보연구원 슈퍼컴퓨팅인프라센터", "b": 1}]}, "mark": "bar", "encoding": {
       "y": {"field": "a", "axis": {"labelLimit": 60}}, "x": {"field": "b", "type": "quantitative"}}}
      """#)
    let label = try #require(Drawn(chart.scene).words.first { $0.hasPrefix("한국") })
    #expect(label.hasSuffix("…"))
    #expect(label.count <= 12)
  }

  @Test func `the same specification gives the same picture`() throws {
    let spec = #"""
      {"data": {"values": \#(Self.rows)}, "mark": "bar", "encoding": {"x": {"field": "a"},
       "y": {"field": "b", "type": "quantitative"}, "color": {"field": "a"}}}
      """#
    let pictures = try (0..<3).map { _ in String(describing: try chart(spec).scene) }
    #expect(Set(pictures).count == 1)
  }
}

/// What Vega-Lite reads out of encodings and filters before it transforms anything.
struct ImplicitParseTests {
  private func rows(
    _ transform: String,
    data: String = #"[{"d": "2022-01-05", "v": "1"}, {"d": "2022-02-05", "v": "2"}]"#
  )
    throws -> Int
  {
    try chart(
      """
      {"data": {"values": \(data)}, "transform": [\(transform)], "mark": "point",
       "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}}
      """
    ).markCount
  }

  @Test(arguments: [
    #"{"filter": {"field": "d", "gt": {"year": 2022, "month": 1, "date": 20}}}"#,
    #"{"filter": "datum.d > datetime(2022, 0, 20)"}"#,
    #"{"filter": {"field": "d", "range": [{"year": 2022, "month": 2}, {"year": 2023}]}}"#,
    #"{"joinaggregate": [{"op": "max", "field": "d", "as": "last"}]}, {"filter": "+datum.last == +datum.d"}"#,
    #"{"filter": {"field": "v", "equal": 2}}"#,
    #"{"filter": {"field": "v", "oneOf": [2, 7]}}"#,
    #"{"filter": {"and": [{"field": "v", "gte": 2}, {"not": {"field": "v", "gt": 3}}]}}"#,
  ])
  func comparesDatesAndNumbers(transform: String) throws {
    #expect(try rows(transform) == 1)
  }

  @Test func aFiltersTypeReachesTheTransformsBeforeIt() throws {
    #expect(
      try rows(
        #"{"calculate": "isNumber(datum.v) ? 'n' : 't'", "as": "k"}, {"filter": {"field": "v", "gt": 0.5}}, {"filter": "datum.k == 'n'"}"#
      ) == 2)
  }

  @Test func aDateIsNoTextAnyMore() throws {
    #expect(try rows(#"{"filter": "datum.d == '2022-01-05'"}"#) == 0)
  }

  @Test func aColumnThatATransformMakesIsReadBehindIt() throws {
    #expect(
      try rows(#"{"calculate": "datum.d + 'T12:00'", "as": "d"}, {"filter": "isString(datum.d)"}"#)
        == 2)
  }

  @Test(arguments: [
    (
      #"["12,300", "7"]"#,
      #"1 of 2 values of "v" can't be read as numbers, such as "12,300", and aren't drawn"#,
      "write numbers without separators: 12300"
    ),
    (
      #"["n/a", 7]"#,
      #"1 of 2 values of "v" can't be read as numbers, such as "n/a", and aren't drawn"#,
      "leave a cell without a number empty"
    ),
  ])
  func whatCantBeReadIsToldOf(values: String, message: String, hint: String) throws {
    let made = try chart(
      #"{"data": {"values": \#(values)}, "mark": "point", "transform": [{"calculate": "datum.data", "as": "v"}], "encoding": {"x": {"field": "v", "type": "quantitative"}}}"#
    )
    let warning = try #require(made.warnings.first)
    #expect(warning.message == message)
    #expect(warning.hints.first?.hasPrefix(hint) == true)
  }

  @Test func aDateThatIsNoneIsToldOf() throws {
    let made = try chart(
      #"{"data": {"values": [{"d": "2024-01-05"}, {"d": "abc"}, {"d": "2024-03-05"}]}, "mark": "point", "encoding": {"x": {"field": "d", "type": "temporal"}}}"#
    )
    #expect(
      made.warnings.map(\.message) == [
        #"1 of 3 values of "d" can't be read as dates and aren't drawn"#
      ])
  }

  @Test(arguments: [
    (
      #"{"aggregate": [{"op": "sum", "field": "vv", "as": "v"}], "groupby": ["d"]}"#,
      #"no row has a "vv""#
    ),
    (
      #"{"joinaggregate": [{"op": "sum", "field": "v", "as": "s"}], "groupby": ["D"]}"#,
      #"no row has a "D""#
    ),
    (
      #"{"lookup": "v", "from": {"data": {"values": [{"k": 1}]}, "key": "kk", "fields": ["k"]}}"#,
      #"no row has a "kk""#
    ),
  ])
  func aMisspeltFieldOfATransformIsAnError(transform: String, message: String) throws {
    let error = #expect(throws: DiagnosticError.self) { try rows(transform) }
    #expect(error?.diagnostics.first?.message == message)
  }

  @Test func aConstantOfALayerKeepsTheScaleOfWhatItReplaces() throws {
    var environment = try VegaLiteTests.environment()
    environment.explains = true
    let text = try chart(
      """
      {"data": {"values": [{"a": "A", "b": 28}]},
       "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"type": "log", "domain": [1, 100]}}},
       "layer": [{"mark": "rule", "encoding": {"x": {"datum": 20}}}]}
      """, in: environment
    ).explanation
    #expect(text?.contains("scale x: log, 1 … 100 → ") == true, "\(text ?? "")")
  }
}
