extension SchemaFaultTests {
  /// Names, references and dialects.
  static let referenceRows: [Row] = [
    Row(
      "reference that leads nowhere",
      ##"{"$defs": {"address": {}}, "$ref": "#/$defs/adress"}"##,
      """
      schema.json:1:36: error: "#/$defs/adress" leads to no schema
        hint: did you mean "#/$defs/address"?
      """),
    Row(
      "reference to the old place",
      ##"{"$defs": {"address": {}}, "$ref": "#/definitions/address"}"##,
      """
      schema.json:1:36: error: "#/definitions/address" leads to no schema
        hint: did you mean "#/$defs/address"?
      """),
    Row(
      "reference without its path",
      #"{"$defs": {"address": {}}, "$ref": "address"}"#,
      """
      schema.json:1:36: error: "address" is another file, and a schema is one file
        hint: did you mean "#/$defs/address"?
      """),
    Row(
      "reference to an unknown anchor",
      ##"{"$defs": {"a": {"$anchor": "home"}}, "$ref": "#hom"}"##,
      """
      schema.json:1:47: error: "#hom" leads to no schema
        hint: did you mean "#home"?
      """),
    Row(
      "reference where nothing is defined",
      ##"{"$ref": "#/x"}"##,
      """
      schema.json:1:10: error: "#/x" leads to no schema
      """),
    Row(
      "reference with many to choose from",
      ##"{"$defs": {"one": {}, "two": {}}, "$ref": "#/$defs/seventeen"}"##,
      """
      schema.json:1:43: error: "#/$defs/seventeen" leads to no schema
        hint: known here: #/$defs/one, #/$defs/two
      """),
    Row(
      "reference to no schema",
      ##"{"title": "x", "$ref": "#/title"}"##,
      """
      schema.json:1:24: error: "#/title" leads to a text, not to a schema
      """),
    Row(
      "reference to the web",
      #"{"properties": {"a": {"$ref": "https://example.com/a.json"}}}"#,
      """
      schema.json:1:31: error: "https://example.com/a.json" is not loaded from a network
        hint: copy that schema under "$defs" with its "$id", which this then leads to
      """),
    Row(
      "reference to a file",
      #"{"$ref": "common.json#/$defs/a"}"#,
      """
      schema.json:1:10: error: "common.json#/$defs/a" is another file, and a schema is one file
        hint: copy that schema under "$defs" with its "$id", which this then leads to
      """),
    Row(
      "reference that is no text",
      #"{"$ref": 1}"#,
      """
      schema.json:1:10: error: "$ref" must be a text, not the number 1
      """),
    Row(
      "reference with a broken escape",
      ##"{"$ref": "#/a%zz"}"##,
      """
      schema.json:1:10: error: "#/a%zz" has a "%" that escapes no character
      """),
    Row(
      "reference to itself",
      ##"{"$ref": "#"}"##,
      """
      schema.json:1:10: error: "#" leads back to itself without end
        hint: let it stand for a part of the value, as under "properties" or "items"
      """),
    Row(
      "references in a circle",
      ##"{"$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"anyOf": [true, {"$ref": "#/$defs/a"}]}}}"##,
      """
      schema.json:1:37: error: "#/$defs/b" leads back to itself without end
        hint: let it stand for a part of the value, as under "properties" or "items"
      """),
    Row(
      "metaschema of another draft",
      #"{"$schema": "http://json-schema.org/draft-07/schema#"}"#,
      """
      schema.json:1:13: warning: "http://json-schema.org/draft-07/schema#" is read as draft 2020-12
        hint: write "https://json-schema.org/draft/2020-12/schema"
      """),
    Row(
      "metaschema of one's own",
      #"{"$schema": "https://example.com/meta"}"#,
      """
      schema.json:1:13: error: the metaschema "https://example.com/meta" is not loaded from a network
        hint: write "https://json-schema.org/draft/2020-12/schema"
      """),
    Row(
      "id with a fragment",
      ##"{"$id": "#a"}"##,
      """
      schema.json:1:9: error: "$id" must have no "#", and has "#a"
        hint: write "$anchor": "a"
      """),
    Row(
      "two equal ids",
      #"{"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}}}"#,
      """
      schema.json:1:44: error: two schemas have the id "x"
      """),
    Row(
      "two equal anchors",
      #"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}"#,
      """
      schema.json:1:52: error: two schemas have the anchor "x"
      schema.json:1:17: note: the first one
      """),
    Row(
      "bad anchor",
      #"{"$anchor": "1a"}"#,
      """
      schema.json:1:13: error: "$anchor" can't be "1a"
        hint: begin with a letter or "_", and go on with letters, digits, "-", "_", "."
      """),
    Row(
      "vocabulary as a text",
      #"{"$vocabulary": "x"}"#,
      """
      schema.json:1:17: error: "$vocabulary" must be an object of true and false, not the text "x"
      """),
    Row(
      "several, in order of place",
      ##"{"type": "x", "properties": {"b": {"minLength": -1}, "a": {"$ref": "#/y"}}}"##,
      """
      schema.json:1:10: error: unknown type "x"
        hint: known here: string, integer, number, boolean, array, object, null
      schema.json:1:49: error: "minLength" must be a whole number from 0, not -1
      schema.json:1:68: error: "#/y" leads to no schema
      """),
  ]
}
