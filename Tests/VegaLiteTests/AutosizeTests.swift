import Diagnostics
import Graphics
import Testing

@testable import VegaLite

/// What is as long as its values make it can't be fitted to a size.
@Suite struct AutosizeTests {
  private func drawn(_ members: String, x: String = #""field": "a""#) throws -> (Chart, [Double]) {
    let chart = try chart(
      #"""
      {"data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}, {"a": "C", "b": 43}]}, \#(members),
       "mark": "bar", "encoding": {"x": {\#(x)}, "y": {"field": "b", "type": "quantitative"}}}
      """#)
    return (chart, Drawn(chart.scene).fills("#4c78a8").map { ($0.width * 100).rounded() / 100 })
  }

  @Test(arguments: [
    #""autosize": "fit""#, #""autosize": "fit-x""#,
    #""autosize": {"type": "fit", "contains": "padding"}"#,
    #""config": {"autosize": "fit"}"#,
    #""autosize": "fit", "width": {"step": 20}"#,
  ])
  func `steps stay as wide as they are`(members: String) throws {
    let (chart, widths) = try drawn(members)
    #expect(widths == [18, 18, 18])
    #expect(chart.warnings.map(\.id) == ["chart.autosize"])
  }

  @Test func `the other dimension is fitted`() throws {
    let (chart, _) = try drawn(#""autosize": "fit""#)
    // 300 as a whole, with the padding of 5 points.
    #expect(chart.scene.size.height == 310)
  }

  @Test func `a width that is given is fitted without a word`() throws {
    let (chart, _) = try drawn(#""autosize": "fit", "width": 200"#)
    #expect(chart.scene.size.width == 210)
    #expect(chart.warnings.isEmpty)
  }
}
