import Diagnostics
import Graphics
import Testing

@testable import VegaLite

struct TextMarkTests {
  private func runs(_ mark: String, _ more: String = "") throws -> [GlyphRun] {
    let scene = try chart(
      #"{"data": {"values": [{"a": "x"}]}, "mark": {"type": "text", "text": "label", \#(mark)}, "encoding": {\#(more)}}"#
    ).scene
    func runs(_ items: [SceneItem]) -> [GlyphRun] {
      items.flatMap { item -> [GlyphRun] in
        switch item.content {
        case .glyphs(let run): [run]
        case .group(let group): runs(group.items)
        case .path, .image, .link: []
        }
      }
    }
    return runs(scene.items)
  }

  @Test func aStrokeOutlinesTheGlyphs() throws {
    let run = try #require(
      try runs(##""stroke": "#112233", "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.5"##)
        .first)
    #expect(run.outline?.color == Color(0x112233))
    #expect(run.outline?.width == 3)
    #expect(run.outline?.join == .round)
    #expect(run.style.color.alpha == 1)
  }

  @Test func anOutlineAloneIsSeenThroughByItself() throws {
    let run = try #require(
      try runs(##""fill": null, "stroke": "#112233", "opacity": 0.5"##).first)
    #expect(run.outline?.color.alpha == 0.5)
  }

  @Test func aChannelGivesTheStroke() throws {
    #expect(try runs("\"dx\": 0", ##""stroke": {"value": "#112233"}"##).first?.outline?.width == 1)
  }

  @Test func anOutlineNeedsNoFill() throws {
    let run = try #require(try runs(##""fill": null, "stroke": "#112233""##).first)
    #expect(run.style.color.alpha == 0)
    #expect(run.outline != nil)
  }

  @Test func withoutAStrokeThereIsNoOutline() throws {
    #expect(try runs("\"dx\": 0").first?.outline == nil)
  }

  @Test(arguments: [("[10]", "10"), ("10", "10"), ("2.5", "2.5")])
  func aLegendOfASingleValueHasNoMoreDigitsThanItNeeds(value: String, label: String) throws {
    let drawn = Drawn(
      try chart(
        #"{"data": {"values": [{"a": \#(value)}]}, "mark": "point", "encoding": {"color": {"field": "a", "type": "quantitative"}}}"#
      ).scene)
    #expect(drawn.words == ["a", label])
  }

  @Test func listsAreLabelledItemByItem() throws {
    let drawn = Drawn(
      try chart(
        #"{"data": {"values": [{"a": [10, 2.5]}]}, "mark": "text", "encoding": {"text": {"field": "a", "type": "quantitative"}}}"#
      ).scene)
    #expect(drawn.words == ["10", "2.5"])
  }
}
