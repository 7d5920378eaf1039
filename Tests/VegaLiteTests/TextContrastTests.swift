import Graphics
import Testing

@testable import VegaLite

/// Labels on marks, where the surroundings name an ink for them.
struct TextContrastTests {
  private static func spec(bar: String, label: String = "{}", place: String = "\"y\": 5") -> String
  {
    """
    {"data": {"values": [{"a": "p", "n": 10}]}, "height": 100,
     "encoding": {"x": {"field": "a"}},
     "layer": [
       {"mark": {"type": "bar", "color": "\(bar)"}, "encoding": {"y": {"field": "n", "type": "quantitative"}}},
       {"mark": {"type": "text", \(label.dropFirst().dropLast().isEmpty ? "" : "\(label.dropFirst().dropLast()), ")"text": "label"},
        "encoding": {"y": {"datum": 5}}}
     ]}
    """
  }

  private func label(_ json: String, ink: Color? = Color(0x17212B)) throws -> Color {
    var environment = try VegaLiteTests.environment()
    environment.labelInk = ink
    let drawn = Drawn(try chart(json, in: environment).scene)
    return try #require(drawn.texts.first { $0.text == "label" }?.style.color)
  }

  @Test(arguments: [("#0B4F8A", "#ffffff"), ("#E0A030", "#000000"), ("#757F86", "#000000")])
  func aLabelOnABarIsReadable(bar: String, expected: String) throws {
    #expect(try label(Self.spec(bar: bar)).hex == expected)
  }

  @Test func withoutAnInkLabelsAreAsVegaLiteDrawsThem() throws {
    #expect(try label(Self.spec(bar: "#0B4F8A"), ink: nil) == .black)
  }

  @Test func aColourThatTheAuthorChoseStays() throws {
    #expect(
      try label(Self.spec(bar: "#0B4F8A", label: "{\"color\": \"#102030\"}")).hex == "#102030")
  }

  @Test func aBarThatLetsThePageThroughCountsAsItLooks() throws {
    let json = Self.spec(bar: "#0B4F8A").replacing(
      "\"color\": \"#0B4F8A\"", with: "\"color\": \"#0B4F8A\", \"opacity\": 0.1")
    #expect(try label(json) == .black)
  }

  @Test func aLabelOutsideItsSliceStandsOnThePage() throws {
    let json = """
      {"data": {"values": [{"k": "label", "n": 3}, {"k": "b", "n": 1}]},
       "width": 200, "height": 200,
       "encoding": {"theta": {"field": "n", "type": "quantitative", "stack": true}},
       "layer": [
         {"mark": {"type": "arc", "innerRadius": 40, "outerRadius": 70, "color": "#0B4F8A"}, "encoding": {"detail": {"field": "k"}}},
         {"mark": {"type": "text", "radius": RADIUS}, "encoding": {"detail": {"field": "k"}, "text": {"field": "k"}}}
       ]}
      """
    #expect(try label(json.replacing("RADIUS", with: "95")) == .black)
    #expect(try label(json.replacing("RADIUS", with: "5")) == .black)
    #expect(try label(json.replacing("RADIUS", with: "55")) == .white)
  }

  @Test func slicesCountByTheirShapeNotTheirBox() throws {
    // Three quarters are dark; the label of the pale quarter lies in the dark one's box.
    let json = """
      {"data": {"values": [{"k": "a", "n": 3}, {"k": "b", "n": 1}]},
       "width": 200, "height": 200,
       "encoding": {"theta": {"field": "n", "type": "quantitative", "stack": true}},
       "layer": [
         {"mark": "arc", "encoding": {"color": {"field": "k", "scale": {"range": ["#0B4F8A", "#FFEEDD"]}}}},
         {"mark": {"type": "text", "radius": 50}, "encoding": {"detail": {"field": "k"}, "text": {"field": "k"}}}
       ]}
      """
    var environment = try VegaLiteTests.environment()
    environment.labelInk = .black
    let texts = Drawn(try chart(json, in: environment).scene).texts
    let labels = texts.filter { $0.style.size == 11 }
    #expect(labels.first { $0.text == "a" }?.style.color == .white)
    #expect(labels.first { $0.text == "b" }?.style.color == .black)
  }
}
