import Diagnostics
import Graphics
import Testing

@testable import VegaLite

/// Pictures of a given size: filled, or refused where nothing fits into them.
struct PictureSizeTests {
  private static let bars =
    #""mark": "bar", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}"#
  private static let single = #"{"data": {"values": [{"a": "A", "b": 1}]}, \#(bars)}"#
  private static let several =
    #"{"data": {"values": [{"a": "A", "b": 1}]}, "hconcat": [{"width": 400, \#(bars)}, {"width": 400, \#(bars)}]}"#

  private func warnings(_ spec: String, _ width: Double, _ height: Double) throws -> [String] {
    var surroundings = try environment()
    surroundings.fixedSize = Size(width: width, height: height)
    do {
      return try chart(spec, in: surroundings).warnings.map(RefusalTests.line)
    } catch let error as DiagnosticError {
      return error.diagnostics.map(RefusalTests.line)
    }
  }

  @Test(arguments: [single, several])
  func aPictureWithoutRoomIsRefused(spec: String) throws {
    #expect(
      try warnings(spec, 10, 10) == [
        "1:1: error: a picture of 10 by 10 points has no room for the chart (ask for a larger one, such as --size 640x360)"
      ])
  }

  @Test(arguments: [single, several])
  func viewsThatAreMadeToFitAreNoFault(spec: String) throws {
    #expect(try warnings(spec, 640, 360) == [])
  }

  @Test(arguments: [2, 3, 6], [(640.0, 360.0), (900, 500), (500, 700)])
  func facetsFillThePicture(columns: Int, size: (Double, Double)) throws {
    let rows = (0..<columns).flatMap { column in
      (0..<5).map { #"{"g": "G\#(column)", "x": \#($0), "y": \#($0 * column)}"# }
    }.joined(separator: ", ")
    let spec =
      #"{"data": {"values": [\#(rows)]}, "mark": "area", "encoding": {"facet": {"field": "g", "columns": \#(columns)}, "x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}}"#
    #expect(try warnings(spec, size.0, size.1) == [])
    var surroundings = try environment()
    surroundings.fixedSize = Size(width: size.0, height: size.1)
    let drawn = Drawn(try chart(spec, in: surroundings).scene)
    let right = drawn.shapes.dropFirst().map(\.bounds.x2).max() ?? 0
    #expect(right > size.0 - 40, "\(right)")
  }

  @Test func aLegendHigherThanThePictureIsDrawnSmaller() throws {
    let rows = (0..<40).map { #"{"x": \#($0), "c": "Name \#($0)"}"# }.joined(separator: ", ")
    let spec =
      #"{"data": {"values": [\#(rows)]}, "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "x", "type": "quantitative"}, "color": {"field": "c"}}}"#
    var surroundings = try environment()
    surroundings.fixedSize = Size(width: 640, height: 360)
    let made = try chart(spec, in: surroundings)
    let drawn = Drawn(made.scene)
    let names = drawn.texts.filter { $0.text.hasPrefix("Name") }
    #expect(names.count > 25 && names.allSatisfy { $0.y < 360 })
    #expect(made.warnings.count == 1)
  }

  @Test func viewsTooWideForTheirPlaceAreAWarningWithWhatToDo() throws {
    let chart = try chart(Self.several, in: environment(containerWidth: 500))
    #expect(
      chart.warnings.map(RefusalTests.line).first?.hasSuffix(
        "are made smaller for the 500 there are (give them a smaller \"width\", or none)") == true)
  }

  @Test func aPictureTooLargeIsRefusedAtTheSizeThatAsksForIt() throws {
    let spec = #"{"data": {"values": [{"a": "A", "b": 1}]}, "width": 1e6, \#(Self.bars)}"#
    let error = try #require(throws: DiagnosticError.self) { try chart(spec) }
    #expect(
      RefusalTests.line(error.diagnostics[0]).hasPrefix("1:53: error: the chart would be 10000"))
  }

  @Test func barsOnALogScaleAreRefusedWithTheReason() throws {
    let spec =
      #"{"data": {"values": [{"a": "A", "b": 3}]}, "mark": "bar", "encoding": {"y": {"field": "b", "type": "quantitative", "scale": {"type": "log"}}}}"#
    let error = try #require(throws: DiagnosticError.self) { try chart(spec) }
    #expect(
      error.diagnostics.map(RefusalTests.line) == [
        #"1:134: error: a bar begins at zero, which a log scale doesn't have (write "stack": null beside "scale" to begin at the end of the scale, or "type": "symlog", or the mark "point")"#
      ])
    _ = try chart(spec.replacing(#""scale""#, with: #""stack": null, "scale""#))
  }
}
