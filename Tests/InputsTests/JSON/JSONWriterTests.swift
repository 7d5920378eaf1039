import Diagnostics
import Inputs
import Testing

@Suite struct JSONWriterTests {
  static let texts = [
    "null", "true", "0", "-1.50", "1e400", "\"\"", "\"가\\\"\\\\\\n\\u0001\"", "[]", "{}", "[[],{}]",
    "{\"a\":[1,2,{\"b\":null}],\"나\":false}",
  ]

  @Test(arguments: texts)
  func compactTextComesBackAsItWasRead(_ text: String) throws {
    let value = try JSONReader.read(Source(name: "t", text: text))
    #expect(JSONWriter.compact(value) == text)
    #expect(
      try JSONReader.read(Source(name: "t", text: JSONWriter.readable(value, columns: 1))) == value)
  }

  @Test func readableBreaksWhatDoesNotFit() {
    let value: Value = ["name": ["ko": "통신"], "list": [1, 22, 333], "deep": [["a": "b"]]]
    #expect(
      JSONWriter.readable(value, columns: 25) == """
        {
          "name": {"ko": "통신"},
          "list": [1, 22, 333],
          "deep": [{"a": "b"}]
        }
        """)
    #expect(
      JSONWriter.readable(value, columns: 16) == """
        {
          "name": {
            "ko": "통신"
          },
          "list": [
            1,
            22,
            333
          ],
          "deep": [
            {"a": "b"}
          ]
        }
        """)
  }

  @Test func numbersThatJSONLacksAreNull() {
    #expect(JSONWriter.compact([.number(.infinity), .number(.nan), 1]) == "[null,null,1]")
  }
}
