import Testing

@testable import VegaLite

/// Values outside of a listed domain: no colour, and Vega's own standards for all else.
struct ListedDomainTests {
  private static let rows =
    #""data": {"values": [{"a": 1, "s": "u"}, {"a": 2, "s": "v"}, {"a": 3, "s": "v"}]}"#

  private func drawn(_ mark: String, _ more: String) throws -> Drawn {
    Drawn(
      try chart(
        #"{\#(Self.rows), "mark": \#(mark), "encoding": {"x": {"field": "a", "type": "quantitative", "axis": null}, \#(more)}}"#
      ).scene)
  }

  private static let color =
    ##""color": {"field": "s", "legend": null, "scale": {"domain": ["u"], "range": ["#123456"]}}"##

  @Test(arguments: [#""bar""#, #""circle""#, #""tick""#])
  func aMarkWithoutAColourIsNotDrawn(mark: String) throws {
    let shapes = try drawn(mark, Self.color)
    #expect(shapes.fills("#123456").count == 1)
    #expect(shapes.fills("#4c78a8").isEmpty)
  }

  @Test func aLineWithoutAColourIsNotDrawn() throws {
    let shapes = try drawn(
      #""line""#, #""y": {"field": "a", "type": "quantitative", "axis": null}, "# + Self.color)
    #expect(shapes.lineWidths("#4c78a8").isEmpty)
  }

  @Test func aTextWithoutAColourIsNotDrawn() throws {
    #expect(try drawn(#""text""#, #""text": {"field": "s"}, "# + Self.color).words == ["u"])
  }

  @Test func aSizeThatNoDomainKnowsIsVegasOwn() throws {
    let shapes = try drawn(
      ##"{"type": "square", "color": "#654321"}"##,
      ##""size": {"field": "s", "type": "ordinal", "legend": null, "scale": {"type": "ordinal", "domain": ["u"], "range": [100]}}"##
    )
    #expect(shapes.fills("#654321").map { ($0.width * 100).rounded() / 100 } == [10, 8, 8])
  }

  @Test func whatNoConditionHoldsForKeepsTheMarksColour() throws {
    let shapes = try drawn(
      ##"{"type": "circle", "color": "#654321"}"##,
      ##""color": {"condition": {"test": "datum.s == 'u'", "value": "#123456"}}"##)
    #expect(shapes.fills("#654321").count == 2)
  }
}
