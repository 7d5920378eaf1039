import Diagnostics
import Testing

@testable import VegaLite

@Suite struct ParameterTests {
  private static func spec(_ params: String) -> String {
    #"{"data": {"values": [{"a": 1}]}, "params": [\#(params)], "mark": {"type": "bar", "width": {"expr": "p"}, "color": "red"}, "encoding": {"x": {"field": "a"}}}"#
  }

  @Test func `a parameter may refer to one that is defined later`() throws {
    let chart = try chart(
      Self.spec(
        #"{"name": "p", "expr": "q + 1"}, {"name": "q", "expr": "r * 2"}, {"name": "r", "value": 3}"#
      ))
    #expect(Drawn(chart.scene).fills("#ff0000").map(\.width) == [7])
  }

  @Test(arguments: [
    (
      #"{"name": "p", "expr": "q"}, {"name": "q", "expr": "r"}, {"name": "r", "expr": "p + 1"}"#,
      #"1:54: error: the parameter "p" refers to "q", which refers to "r", which refers to "p" (give one of them a "value")"#
    ),
    (
      #"{"name": "p", "expr": "p + 1"}"#,
      #"1:54: error: the parameter "p" refers to itself (give it a "value")"#
    ),
    (
      #"{"name": "p", "expr": "qq + 1"}"#, #"1:68: error: unknown name "qq" (known here: datum)"#
    ),
  ])
  func `parameters that can't be evaluated`(params: String, message: String) throws {
    let error = try #require(throws: DiagnosticError.self) { try chart(Self.spec(params)) }
    #expect(error.diagnostics.map(RefusalTests.line) == [message])
  }
}
