import Diagnostics
import Formats
import Inputs
import Testing

private enum Size: String, CaseIterable, Sendable {
  case small, large
}

private struct Box: Sendable, Equatable {
  var id: String
  var size: Size
  var weight: Int
  var isOpen: Bool
  var inside: [String]
  var labels: [String]

  static let shape = Shape.object(
    "box", "A box.",
    Field("id", .identifier(of: "box"), "Its id."),
    Field("size", .code("size"), "Its size."),
    Field("weight", .integer(in: 0...99), default: 1, "Its weight."),
    Field("open", .bool, default: false, "Whether it is open."),
    Field("inside", .oneOrMore(of: .reference(to: "box")), default: [], "What is in it."),
    Field(
      "labels",
      Shape<[(key: String, value: String)]>.dictionary(of: .text).map { labels, _, _ in
        labels.map { "\($0.key)=\($0.value)" }
      }, default: [], "What is written on it."),
    make: Box.init
  ).named("box")

  static let list = Shape<[Box]>.list(of: shape)
}

private func read(_ text: String) -> (boxes: [Box]?, faults: [String]) {
  let source = Source(name: "b", text: text)
  do throws(DiagnosticError) {
    let value = try JSONReader.read(source)
    return (try Box.list.decode(Located(value, in: source)).value, [])
  } catch {
    return (nil, error.diagnostics.map { $0.rendered(.plain) })
  }
}

@Suite struct ShapeTests {
  @Test func readsWhatIsThereAndFillsInTheRest() {
    let (boxes, _) = read(
      """
      [{"id": "a", "size": "large", "inside": "b", "labels": {"to": "서울", "by": "air"}},
       {"id": "b", "size": "small", "weight": 7.0, "open": true, "inside": ["a", "b"]}]
      """)
    #expect(
      boxes == [
        Box(
          id: "a", size: .large, weight: 1, isOpen: false, inside: ["b"],
          labels: ["to=서울", "by=air"]),
        Box(id: "b", size: .small, weight: 7, isOpen: true, inside: ["a", "b"], labels: []),
      ])
  }

  static let faults: [(String, [String])] = [
    ("{}", ["b:1:1: error: the input must be a list, not an object"]),
    ("[3]", ["b:1:2: error: an item of the input must be an object, not a number"]),
    (
      #"[{"id": "a", "size": "small", "weight": 1.5}]"#,
      ["b:1:41: error: \"weight\" must be a whole number"]
    ),
    (
      #"[{"id": "a", "size": "small", "weight": 1e30}]"#,
      ["b:1:41: error: \"weight\" must be a whole number"]
    ),
    (
      #"[{"id": "a", "size": "small", "weight": 100}]"#,
      ["b:1:41: error: \"weight\" must lie within 0 and 99"]
    ),
    (
      #"[{"id": "a", "size": "small", "open": "yes"}]"#,
      ["b:1:39: error: \"open\" must be true or false, not a text"]
    ),
    (
      #"[{"id": "a", "size": "small", "labels": {"to": 1}}]"#,
      ["b:1:48: error: \"to\" must be a text, not a number"]
    ),
    (
      #"[{"id": "", "size": 1, "wieght": 1}]"#,
      [
        "b:1:9: error: \"id\" is empty", "b:1:21: error: \"size\" must be a text, not a number",
        "b:1:24: error: unknown member \"wieght\" in box\n  hint: did you mean \"weight\"?",
      ]
    ),
    (
      #"[{"id": "a", "size": "small", "inside": ["a", "c"]}, {"id": "a", "size": "large"}]"#,
      [
        "b:1:47: error: unknown box \"c\"\n  hint: known here: a",
        "b:1:61: error: the box id \"a\" is given twice\nb:1:9: note: first given here",
      ]
    ),
  ]

  @Test(arguments: faults)
  func reportsAllFaultsInOrderOfPlace(_ text: String, _ expected: [String]) {
    #expect(read(text).faults == expected)
  }

  @Test func countsWhatItDoesNotShow() {
    let many = Array(repeating: #"{"id": "x y", "size": "small"}"#, count: 60)
    let faults = read("[\(many.joined(separator: ","))]").faults
    #expect(faults.count == 51)
    #expect(faults.last == "b: error: 10 more faults in this file")
  }

  @Test func readsManyItemsInLinearTime() {
    let many = (0..<20_000).map { #"{"id": "b\#($0)", "size": "small", "inside": "b0"}"# }
    #expect(read("[\(many.joined(separator: ","))]").boxes?.count == 20_000)
  }

  @Test func schemaSaysWhatIsRead() throws {
    let schema = Box.list.schema.document(id: "https://example.org/box")
    let expected = Source(
      name: "schema",
      text: """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://example.org/box",
          "type": "array",
          "items": {"$ref": "#/$defs/box"},
          "$defs": {
            "box": {
              "type": "object",
              "description": "A box.",
              "properties": {
                "id": {
                  "description": "Its id.",
                  "type": "string",
                  "minLength": 1,
                  "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"
                },
                "size": {"description": "Its size.", "enum": ["small", "large"]},
                "weight": {
                  "description": "Its weight.",
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 99
                },
                "open": {"description": "Whether it is open.", "type": "boolean"},
                "inside": {
                  "description": "What is in it.",
                  "anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
                  ]
                },
                "labels": {
                  "description": "What is written on it.",
                  "type": "object",
                  "additionalProperties": {"type": "string", "minLength": 1}
                }
              },
              "required": ["id", "size"],
              "additionalProperties": false
            }
          }
        }
        """)
    #expect(schema == (try JSONReader.read(expected)))
    #expect(schema["$defs"]?["box"]?["properties"]?.object?.keys.first == "id")
  }
}
