import Diagnostics
import Inputs
import Testing

struct ViolationTests {
  @Test func theSchemasPlaceIsANote() throws {
    let found = try violations(
      of: "{\"n\": 1}", by: "{\"properties\":\n {\"n\": {\"minimum\": 2}}}")
    #expect(
      found.map { $0.rendered(.plain) } == [
        """
        data.json:1:7: error: "/n" must be at least 2, not 1
        schema.json:2:9: note: "minimum" of the schema stands here
        """
      ])
    #expect(found.map(\.id) == ["schema.minimum"])
  }

  @Test func theBranchThatWasChosenIsANote() throws {
    let found = try violations(
      of: "[3]", by: #"{"items": {"anyOf": [{"minimum": 5}, {"maximum": 1}]}}"#)
    #expect(found.count == 1)
    #expect(
      found.first?.notes.map(\.message) == [
        "\"minimum\" of the schema stands here", "the nearest of 2 schemas under \"anyOf\"",
      ])
  }

  /// One schema for the same rows in every format.
  @Test(arguments: [
    ("data.json", "[{\"name\": \"가\", \"n\": 1},\n {\"nmae\": \"나\", \"n\": -1}]", "2:3 2:2 2:21"),
    ("data.yaml", "- {name: 가, n: 1}\n- nmae: 나\n  n: -1\n", "2:3 2:3 3:6"),
    ("data.csv", "name,n\n가,1\n,-1\n", "3:1 3:2"),
    ("data.ndjson", "{\"name\": \"가\", \"n\": 1}\n{\"nmae\": \"나\", \"n\": -1}\n", "2:2 2:1 2:20"),
  ]) func placesAreThoseOfTheDataFile(_ name: String, _ text: String, _ places: String) throws {
    let schema = """
      {"items": {"properties": {"name": {"type": "string"}, "n": {"minimum": 0}},
                 "required": ["name"], "additionalProperties": false}}
      """
    let found = try violations(of: text, in: name, by: schema)
    let shown = found.compactMap { violation in
      violation.location.flatMap { location in
        location.range.map { location.source.lineColumn(at: $0.lowerBound) }
      }
    }
    #expect(
      Set(shown.map { "\($0.line):\($0.column)" })
        == Set(places.split(separator: " ").map(String.init)))
    #expect(found.allSatisfy { $0.location?.source.name == name })
    let offsets = found.compactMap { $0.location?.range?.lowerBound }
    #expect(offsets == offsets.sorted())
  }

  @Test func formatsAreAssertedOrNot() throws {
    let schema = #"{"format": "date"}"#
    #expect(try violations(of: "\"today\"", by: schema).count == 1)
    #expect(try violations(of: "\"today\"", by: schema, assertsFormats: false).isEmpty)
  }

  @Test func theSameFaultFoundTwiceIsSaidOnce() throws {
    let schema = """
      {"$defs": {"n": {"type": "number"}},
       "allOf": [{"items": {"$ref": "#/$defs/n"}}, {"items": {"$ref": "#/$defs/n"}}]}
      """
    #expect(try violations(of: "[\"a\"]", by: schema).count == 1)
  }

  @Test func moreThanAHundredAreCounted() throws {
    let data = "[" + Array(repeating: "\"x\"", count: 250).joined(separator: ",") + "]"
    let found = try violations(of: data, by: #"{"items": {"type": "number"}}"#)
    #expect(found.count == 101)
    #expect(
      found.last?.rendered(.plain) == "data.json: error: … and 150 more violations of the schema")
    let one = try violations(
      of: "[" + Array(repeating: "\"x\"", count: 101).joined(separator: ",") + "]",
      by: #"{"items": {"type": "number"}}"#)
    #expect(one.last?.message == "… and 1 more violation of the schema")
  }

  @Test func moreThanAreKeptAreCounted() throws {
    let data = "[" + Array(repeating: "\"x\"", count: 3_000).joined(separator: ",") + "]"
    let found = try violations(of: data, by: #"{"items": {"type": "number"}}"#)
    #expect(found.last?.message == "… and 2900 more violations of the schema")
  }

  @Test func numbersAreComparedByWhatIsWritten() throws {
    #expect(try violations(of: "[1, 1.0]", by: #"{"uniqueItems": true}"#).count == 1)
    #expect(try violations(of: "1e400", by: #"{"maximum": 2e400}"#).isEmpty)
    #expect(try violations(of: "3e400", by: #"{"maximum": 2e400}"#).count == 1)
    #expect(try violations(of: "[1e-400, 0]", by: #"{"uniqueItems": true}"#).isEmpty)
    #expect(try violations(of: "0.3", by: #"{"multipleOf": 0.1}"#).isEmpty)
    #expect(try violations(of: "1e300", by: #"{"multipleOf": 3}"#).count == 1)
    #expect(try violations(of: "1e999999999999", by: #"{"multipleOf": 1024}"#).isEmpty)
    #expect(try violations(of: "1e999999999999", by: #"{"multipleOf": 7}"#).count == 1)
    #expect(
      try violations(
        of: "24691357802469135780246913578", by: #"{"multipleOf": 12345678901234567890123456789}"#
      )
      .isEmpty)
    #expect(
      try violations(
        of: "24691357802469135780246913579", by: #"{"multipleOf": 12345678901234567890123456789}"#
      )
      .count == 1)
    #expect(try violations(of: "1e50", by: #"{"multipleOf": 1.28e20}"#).isEmpty)
    let many = String(repeating: "9", count: 100_000)
    #expect(try violations(of: many, by: #"{"multipleOf": 9}"#).isEmpty)
    #expect(try violations(of: many, by: #"{"multipleOf": 7}"#).count == 1)
    #expect(try violations(of: "9007199254740993", by: #"{"const": 9007199254740992}"#).count == 1)
    #expect(try violations(of: "2.0", by: #"{"type": "integer", "enum": [2]}"#).isEmpty)
  }

  @Test func textsAreEqualScalarByScalar() throws {
    #expect(try violations(of: "[\"é\", \"e\u{301}\"]", by: #"{"uniqueItems": true}"#).isEmpty)
    #expect(try violations(of: "\"e\u{301}\"", by: #"{"const": "é"}"#).count == 1)
  }

  @Test func aSchemaChecksASchema() throws {
    let meta = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
    #expect(try violations(of: #"{"properties": {"a": {"minLength": 2}}}"#, by: meta).isEmpty)
    let found = try violations(of: #"{"properties": {"a": {"minLength": -2}}}"#, by: meta)
    #expect(found.map(\.message) == ["\"/properties/a/minLength\" must be at least 0, not -2"])
    #expect(
      found.first?.notes.first?.location?.source.name
        == "https://json-schema.org/draft/2020-12/meta/validation")
  }
}
