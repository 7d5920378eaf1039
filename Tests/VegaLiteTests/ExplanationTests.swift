import Tables
import Testing

@testable import VegaLite

/// What `brief chart --explain` and `--csv` tell of a chart.
struct ExplanationTests {
  private static let bars = """
    {
      "data": {"values": [
        {"group": "a", "year": "2021-05-01", "n": 3}, {"group": "a", "year": "2022-05-01", "n": 5},
        {"group": "b", "year": "2021-05-01", "n": 8}, {"group": "c", "year": "2021-05-01", "n": -1}
      ]},
      "transform": [{"filter": "datum.n > 0"}, {"calculate": "datum.n * 2", "as": "twice"}],
      "width": 100, "height": 50,
      "encoding": {
        "x": {"field": "group", "title": "Group"},
        "y": {"aggregate": "sum", "field": "twice", "type": "quantitative"},
        "color": {"field": "group", "scale": {"range": ["#010203", "#040506"]}}
      },
      "layer": [
        {"mark": "bar"},
        {"mark": "text", "encoding": {"text": {"aggregate": "sum", "field": "twice"}}}
      ]
    }
    """

  private func explained(_ json: String) throws -> Chart {
    var environment = try VegaLiteTests.environment()
    environment.explains = true
    environment.tabulates = true
    return try chart(json, in: environment)
  }

  @Test func tellsRowsAfterEachStageThenScalesAndGuides() throws {
    let text = try #require(try explained(Self.bars).explanation)
    let lines = text.split(separator: "\n").map(String.init)
    for line in [
      "data, values: 4 rows", "filter: 3 rows", "calculate: 3 rows", "view 1, bar: 2 rows",
      "view 2, text: 2 rows", "view 1, bar + view 2, text", "  size 100 × 50",
      "  scale x: band, [\"a\", \"b\"] → 0 … 100, step 50",
      "  scale y: linear, 0 … 16 → 50 … 0",
      "  scale color: ordinal, [\"a\", \"b\"] → #010203, #040506",
      "  axis bottom \"Group\": a, b",
      "legend color \"group\": a, b",
    ] {
      #expect(lines.contains(line), "\(line) is missing in\n\(text)")
    }
    #expect(text.contains("  a      2021-05-01  3      6\n"))
  }

  @Test func aPictureDrawnTwiceToFitIsToldOnce() throws {
    var environment = try VegaLiteTests.environment(containerWidth: 400)
    environment.explains = true
    let text = try chart(
      Self.bars.replacing("\"width\": 100", with: "\"width\": \"container\""), in: environment
    ).explanation
    #expect(text?.split(separator: "view 1, bar + view 2, text\n").count == 2)
  }

  @Test func longCellsAreCutAndLongDomainsCounted() throws {
    let rows = (0..<20).map { "{\"name\": \"\(String(repeating: "x", count: 40))\($0)\"}" }
    let text = try explained(
      """
      {"data": {"values": [\(rows.joined(separator: ","))]}, "mark": "point",
       "encoding": {"x": {"field": "name"}}}
      """
    ).explanation
    #expect(text?.contains("\(String(repeating: "x", count: 32))…\n") == true)
    #expect(text?.contains("… 12 more]") == true)
  }

  @Test func nothingIsNotedUnlessAskedFor() throws {
    let plain = try chart(Self.bars)
    #expect(plain.explanation == nil)
    #expect(plain.tables.isEmpty)
  }

  @Test func barsAndTheirLabelsShareATable() throws {
    let tables = try explained(Self.bars).tables
    #expect(tables.map { TableCSV.text($0) } == ["Group,Sum of twice\na,16\nb,16\n"])
  }

  @Test func facetsAndPartsOfDatesAreColumns() throws {
    let tables = try explained(
      """
      {"data": {"values": [{"g": "p", "d": "2022-03-09", "n": 1}, {"g": "q", "d": "2022-04-09", "n": 2}]},
       "mark": "bar", "encoding": {
         "row": {"field": "g", "title": "Part"},
         "x": {"timeUnit": "month", "field": "d", "title": "Month"},
         "y": {"field": "n", "type": "quantitative"}}}
      """
    ).tables
    #expect(tables.map { TableCSV.text($0) } == ["Part,Month,n\np,Mar,1\nq,Apr,2\n"])
  }

  @Test func viewsOfDifferentDataHaveTablesOfTheirOwn() throws {
    let tables = try explained(
      """
      {"data": {"values": [{"a": 1, "b": 2}]}, "hconcat": [
        {"mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}},
        {"mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative"}}}]}
      """
    ).tables
    #expect(tables.map { TableCSV.text($0) } == ["a\n1\n", "b\n2\n"])
  }

  @Test func theFiguresOfABoxPlotAreOneTableAndItsOutliersAnother() throws {
    let rows = [("a", 1.1), ("a", 2.2), ("a", 2.6), ("a", 3.3), ("a", 30), ("b", 5), ("b", 9)]
      .map { #"{"g": "\#($0)", "v": \#($1)}"# }.joined(separator: ",")
    let tables = try explained(
      #"{"data": {"values": [\#(rows)]}, "mark": "boxplot", "encoding": {"x": {"field": "g"}, "y": {"field": "v", "type": "quantitative"}}}"#
    ).tables
    #expect(
      tables.map { TableCSV.text($0) } == [
        """
        g,lower_whisker_v,lower_box_v,upper_box_v,upper_whisker_v,mid_box_v
        a,1.1,2.2,3.3,3.3,2.6
        b,5,6,8,9,7

        """,
        "v,g\n30,a\n",
      ])
  }

  @Test func barsAndPointsOfTheSameThingsAreOneTable() throws {
    let tables = try explained(
      """
      {"data": {"values": [{"g": "a", "v": 1, "w": 2}, {"g": "b", "v": 3, "w": 4}]},
       "encoding": {"x": {"field": "g"}},
       "layer": [{"mark": "bar", "encoding": {"y": {"field": "v", "type": "quantitative"}}},
                 {"mark": "point", "encoding": {"y": {"field": "w", "type": "quantitative"}}}]}
      """
    ).tables
    #expect(tables.map { TableCSV.text($0) } == ["g,v,w\na,1,2\nb,3,4\n"])
  }

  @Test func fractionsAreShownWithoutTheirBinaryTails() throws {
    let chart = try explained(
      """
      {"data": {"values": [{"g": "a", "v": 0.1, "id": 1234567890123456}]},
       "transform": [{"calculate": "datum.v + 0.2", "as": "sum"}, {"calculate": "datum.v / 7e8", "as": "tiny"}],
       "mark": "point",
       "encoding": {"x": {"field": "sum", "type": "quantitative"}, "y": {"field": "tiny", "type": "quantitative"},
                    "detail": {"field": "id", "type": "quantitative"}}}
      """)
    #expect(
      chart.tables.map { TableCSV.text($0) } == [
        "sum,tiny,id\n0.3,1.42857142857e-10,1234567890123456\n"
      ])
    #expect(chart.explanation?.contains("0.30000000000000004") == false)
  }
}
