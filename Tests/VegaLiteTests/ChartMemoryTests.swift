import Inputs
import Tables
import Testing

@testable import VegaLite

@Suite struct ChartMemoryTests {
  private final class Token {}

  /// A process that draws thousands of charts keeps none of their data.
  @Test func aDrawnChartLetsGoOfAllThatItRead() throws {
    weak var token: Token?
    do {
      let kept = Token()
      token = kept
      var environment = try VegaLiteTests.environment()
      environment.data = { _ in
        _ = kept
        return Table(columns: [.init("a")], rows: [["A"]])
      }
      _ = try chart(
        #"""
        {"data": {"name": "rows"}, "mark": "bar", "params": [{"name": "p", "select": "point"}],
         "encoding": {"x": {"field": "a"}, "opacity": {"condition": {"param": "p", "value": 1}, "value": 0.5}}}
        """#, in: environment)
    }
    #expect(token == nil)
  }
}
