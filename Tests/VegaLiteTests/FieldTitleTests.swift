import Testing

@testable import VegaLite

@Suite struct FieldTitleTests {
  private func words(_ style: String) throws -> [String] {
    let chart = try chart(
      #"""
      {"config": {"fieldTitle": "\#(style)"}, "data": {"values": [{"v": 1, "w": 5}, {"v": 2, "w": 7}]}, "layer": [
       {"mark": "bar", "encoding": {"x": {"field": "v", "bin": true, "type": "quantitative"}, "y": {"aggregate": "mean", "field": "w"}}},
       {"mark": "point", "encoding": {"y": {"aggregate": {"argmax": "v"}, "field": "w", "type": "quantitative"}}}]}
      """#)
    return Drawn(chart.scene).words
  }

  @Test(arguments: [
    ("verbal", ["v (binned)", "Mean of w, w for max v"]),
    ("functional", ["BIN(v)", "MEAN(w), w for argmax(v)"]),
    ("plain", ["v", "w"]),
  ])
  func `fields are named as the config says`(style: String, titles: [String]) throws {
    let words = try words(style)
    #expect(titles.allSatisfy(words.contains))
  }

  @Test func `another word is refused`() {
    #expect(throws: (any Error).self) { try words("short") }
  }
}
