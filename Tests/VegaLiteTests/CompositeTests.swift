import Graphics
import Testing

@testable import VegaLite

@Suite struct CompositeTests {
  /// 1 to 9 with an outlier at 30: quartiles 3.25 and 7.75, median 5.5.
  static let data =
    #""data": {"values": [1, 2, 3, 4, 5, 6, 7, 8, 9, 30]}, "width": 300, "height": 20"#
  static let x = #""x": {"field": "data", "type": "quantitative", "scale": {"domain": [0, 30]}}"#

  private func drawn(_ mark: String) throws -> (left: Double, drawn: Drawn) {
    let chart = try chart(#"{\#(Self.data), "mark": \#(mark), "encoding": {\#(Self.x)}}"#)
    let drawn = Drawn(chart.scene)
    // The view begins where the axis has its zero.
    let zero = try #require(drawn.texts.first { $0.text == "0" })
    return (zero.x, drawn)
  }

  @Test func `a box reaches from the first to the third quartile`() throws {
    let (left, drawn) = try drawn(#""boxplot""#)
    let box = try #require(drawn.fills("#4c78a8").first)
    #expect(abs(box.x1 - left - 32.5) < 0.6)
    #expect(abs(box.width - 45) < 1e-6)
    #expect(box.height == 14)
    let median = try #require(drawn.fills("#ffffff").last)
    #expect(abs((median.x1 + median.x2) / 2 - left - 55) < 1)
    // Whiskers end at the last values within one and a half box widths.
    #expect(drawn.lineWidths("#000000") == [12.5, 22.5])
  }

  @Test(arguments: [
    (#"{"type": "boxplot", "extent": "min-max"}"#, [22.5, 222.5]),
    (#"{"type": "boxplot", "extent": 0.1}"#, [2.5, 2.5]),
  ])
  func `whiskers reach as far as asked`(mark: String, widths: [Double]) throws {
    let drawn = try drawn(mark).drawn
    #expect(drawn.lineWidths("#000000") == widths)
  }

  @Test(arguments: [
    (#"{"type": "errorbar", "extent": "stdev"}"#, 166.3),
    (#"{"type": "errorbar", "extent": "iqr"}"#, 45),
    (#"{"type": "errorbar", "extent": "stderr"}"#, 52.6),
  ])
  func `an error bar spans its interval`(mark: String, width: Double) throws {
    let drawn = try drawn(mark).drawn
    #expect(drawn.lineWidths("#000000") == [width])
  }

  @Test func `parts are switched on and off`() throws {
    let off = try drawn(#"{"type": "boxplot", "rule": false, "outliers": false, "median": false}"#)
    #expect(off.drawn.shapes.allSatisfy { $0.item.stroke?.color.hex != "#000000" })
    let ticks = try drawn(##"{"type": "boxplot", "ticks": {"color": "#ff0000"}}"##)
    #expect(ticks.drawn.fills("#ff0000").count == 2)
  }

  @Test(arguments: ["errorband", "errorbar", "boxplot"])
  func `the months of a layer behind are named`(mark: String) throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"d": "2023-01-05", "v": 1}, {"d": "2023-01-15", "v": 3}, {"d": "2023-02-05", "v": 4}, {"d": "2023-02-15", "v": 9}]},
       "encoding": {"x": {"field": "d", "type": "ordinal", "timeUnit": "month"}},
       "layer": [{"mark": "\#(mark)", "encoding": {"y": {"field": "v", "type": "quantitative"}}},
        {"mark": "line", "encoding": {"y": {"field": "v", "type": "quantitative", "aggregate": "mean"}}}]}
      """#)
    let words = Drawn(chart.scene).words
    #expect(words.contains("Jan") && words.contains("Feb"))
  }
}
