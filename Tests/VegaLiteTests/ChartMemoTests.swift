import Diagnostics
import Graphics
import Inputs
import Tables
import Testing

@testable import VegaLite

@Suite struct ChartMemoTests {
  /// Counts the files that are read: once for each chart that is drawn.
  private final class Folder {
    var reads = 0
  }

  private static func spec(_ data: String) throws -> Located {
    try located(
      Source(
        name: "c.vl.json",
        text: #"""
          {"data": {"\#(data)": "rows"}, "mark": "bar",
           "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
          """#))
  }

  private static func rows(_ b: Int) -> Table {
    Table(columns: [.init("a"), .init("b")], rows: [["A", Value(.number(Number(b)))]])
  }

  private static func environment(
    _ table: Table? = nil, _ folder: Folder = Folder()
  ) throws -> ChartEnvironment {
    var environment = try VegaLiteTests.environment()
    environment.data = { _ in table }
    environment.file = { (url, _) throws(DiagnosticError) in
      folder.reads += 1
      return Source(name: "\(url).json", text: #"[{"a": "A", "b": \#(folder.reads)}]"#)
    }
    return environment
  }

  @Test func `the same chart of the same rows is the same picture, that of other rows another`()
    throws
  {
    let memo = ChartMemo()
    let spec = try Self.spec("name")
    func picture(_ b: Int, in memo: ChartMemo) throws -> [String] {
      Drawn(try memo.chart(spec, in: Self.environment(Self.rows(b))).scene).words
    }
    let first = try picture(3, in: memo)
    memo.beginDocument()
    #expect(try picture(3, in: memo) == first)
    #expect(try picture(40, in: memo) == picture(40, in: ChartMemo()))
    #expect(try picture(40, in: memo) != first)
    #expect(try picture(3, in: memo) == first)
  }

  @Test func `a file is read again for the next document, not for the same one`() throws {
    let memo = ChartMemo()
    let folder = Folder()
    let spec = try Self.spec("url")
    for _ in 0..<3 { _ = try memo.chart(spec, in: Self.environment(nil, folder)) }
    #expect(folder.reads == 1)
    memo.beginDocument()
    _ = try memo.chart(spec, in: Self.environment(nil, folder))
    #expect(folder.reads == 2)
  }

  @Test func `of charts over other rows each time few are kept, and all within a document`() throws
  {
    let memo = ChartMemo()
    let spec = try Self.spec("url")
    let folder = Folder()
    let named = try Self.spec("name")
    for round in 0..<3 {
      memo.beginDocument()
      for b in 1...12 { _ = try memo.chart(named, in: Self.environment(Self.rows(round * 12 + b))) }
      for b in 1...12 { _ = try memo.chart(named, in: Self.environment(Self.rows(round * 12 + b))) }
      #expect(memo.count == [12, 24, 28][round])
    }
    memo.beginDocument()
    #expect(memo.count == 16)
    _ = try memo.chart(spec, in: Self.environment(nil, folder))
    memo.beginDocument()
    #expect(memo.count == 16)
  }

  @Test func `another width is another chart`() throws {
    let memo = ChartMemo()
    let spec = try located(
      Source(
        name: "c.vl.json",
        text: #"{"width": "container", "data": {"values": [{"a": 1}]}, "mark": "bar"}"#))
    func width(_ room: Double) throws -> Double {
      var environment = try Self.environment()
      environment.containerWidth = room
      return try memo.chart(spec, in: environment).scene.size.width
    }
    #expect(try [width(200), width(300), width(200)] == [200, 300, 200])
  }
}
