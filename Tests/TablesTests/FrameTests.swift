import Inputs
import Tables
import Testing

@Suite struct FrameTests {
  @Test(
    arguments: [
      [],
      [["a": 1, "b": "x"], ["a": 2, "b": "y"]],
      [["a": 1, "b": 2], ["b": 3, "a": 4]],
      [["a": 1], ["b": 2, "a": 3], ["c": [1, ["d": .null]]]],
      [1, "two", .null],
      [["a": 1], 2, ["data": 3]],
      [[:], [:]],
    ] as [[Value]])
  func `rows become the columns that a table of them has`(rows: [Value]) throws {
    let frame = Frame(rows: rows)
    let expected = Frame(try #require(Table(.array(rows))))
    #expect(frame.count == expected.count)
    #expect(frame.names == expected.names)
    for name in expected.names { #expect(frame[name] == expected[name]) }
  }
}
