import Formats
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

  @Test func `a Korean chart names them in Korean`() throws {
    let chart = try chart(
      #"""
      {"data": {"values": [{"v": "2022-10-25", "w": 5}]}, "layer": [
       {"mark": "bar", "encoding": {"x": {"field": "v", "timeUnit": "yearmonth"}, "y": {"aggregate": "mean", "field": "w"}}},
       {"mark": "point", "encoding": {"y": {"aggregate": {"argmax": "v"}, "field": "w", "type": "quantitative"}}},
       {"mark": "point", "encoding": {"y": {"aggregate": "count"}}}]}
      """#, in: environment(language: .ko))
    let words = Drawn(chart.scene).words
    #expect(words.contains("v(연·월)"))
    #expect(words.contains("w 평균, w(v 최대), 건수"))
  }

  @Test func `another word is refused`() {
    #expect(throws: (any Error).self) { try words("short") }
  }
}
