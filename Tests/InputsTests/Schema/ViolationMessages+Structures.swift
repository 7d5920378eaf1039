extension ViolationMessageTests {
  /// Lists and objects.
  static let structureRows: [Row] = [
    Row(
      "too few items",
      #"{"properties": {"list": {"minItems": 2}}}"#,
      #"{"list": [1]}"#,
      """
      data.json:1:10: error: "/list" must have at least 2 items, not 1
      """),
    Row(
      "no items",
      #"{"properties": {"list": {"minItems": 1}}}"#,
      #"{"list": []}"#,
      """
      data.json:1:10: error: "/list" is empty, and must have at least 1 item
      """),
    Row(
      "too many items",
      #"{"maxItems": 1}"#,
      "[1, 2]",
      """
      data.json:1:1: error: the input must have at most 1 item, not 2
      """),
    Row(
      "equal items",
      #"{"properties": {"list": {"uniqueItems": true}}}"#,
      #"{"list": [1, {"a": 1, "b": 2}, 1.0, {"b": 2, "a": 1}]}"#,
      """
      data.json:1:32: error: "/list/2" is the same as "/list/0"
      data.json:1:11: note: the first one
        hint: leave one of them out
      data.json:1:37: error: "/list/3" is the same as "/list/1"
      data.json:1:14: note: the first one
        hint: leave one of them out
      """),
    Row(
      "too few keys",
      #"{"minProperties": 2}"#,
      #"{"a": 1}"#,
      """
      data.json:1:1: error: the input must have at least 2 keys, not 1
      """),
    Row(
      "too many keys",
      #"{"maxProperties": 1}"#,
      #"{"a": 1, "b": 2}"#,
      """
      data.json:1:1: error: the input must have at most 1 key, not 2
      """),
    Row(
      "missing key",
      #"{"properties": {"name": {"type": "string"}}, "required": ["name"]}"#,
      #"{"age": 3}"#,
      """
      data.json:1:1: error: the input has no "name", which is required
        hint: add "name": "…"
      """),
    Row(
      "missing keys with examples",
      ##"{"$defs": {"day": {"type": "string", "format": "date"}}, "properties": {"n": {"type": "integer"}, "kind": {"enum": ["a", "b"]}, "day": {"$ref": "#/$defs/day"}}, "required": ["n", "kind", "day", "x"]}"##,
      "{}",
      """
      data.json:1:1: error: the input has no "n", which is required
        hint: add "n": 0
      data.json:1:1: error: the input has no "kind", which is required
        hint: add "kind": "a"
      data.json:1:1: error: the input has no "day", which is required
        hint: add "day": "2022-10-25"
      data.json:1:1: error: the input has no "x", which is required
        hint: add "x": …
      """),
    Row(
      "missing key by a slip",
      #"{"properties": {"name": {}}, "required": ["name"]}"#,
      #"{"nmae": "x"}"#,
      """
      data.json:1:1: error: the input has no "name", which is required
        hint: did you mean "name" where it says "nmae"?
      """),
    Row(
      "unknown key by a slip",
      #"{"properties": {"name": {}, "age": {}}, "additionalProperties": false}"#,
      #"{"nmae": "x"}"#,
      """
      data.json:1:2: error: the input has an unknown key "nmae"
        hint: did you mean "name"?
      """),
    Row(
      "unknown key",
      #"{"properties": {"name": {}, "age": {}}, "additionalProperties": false}"#,
      #"{"colour": "x"}"#,
      """
      data.json:1:2: error: the input has an unknown key "colour"
        hint: known here: name, age
      """),
    Row(
      "unknown key where none is known",
      #"{"additionalProperties": false}"#,
      #"{"a": 1}"#,
      """
      data.json:1:2: error: the input has an unknown key "a"
        hint: leave it out
      """),
    Row(
      "unevaluated item",
      #"{"prefixItems": [true], "unevaluatedItems": false}"#,
      "[1, 2]",
      """
      data.json:1:5: error: "/1" is an item that isn't expected
        hint: leave it out
      """),
    Row(
      "forbidden key",
      #"{"properties": {"secret": false}}"#,
      #"{"secret": 1}"#,
      """
      data.json:1:12: error: "/secret" is not allowed here
        hint: leave it out
      """),
    Row(
      "forbidden input",
      "false",
      "1",
      """
      data.json:1:1: error: the input is not allowed here
      """),
    Row(
      "name of a key",
      #"{"propertyNames": {"pattern": "^[a-z]+$"}}"#,
      #"{"Name": 1}"#,
      """
      data.json:1:2: error: the key "Name" doesn't match the pattern "^[a-z]+$"
      """),
    Row(
      "more items than the first",
      #"{"prefixItems": [true], "items": false}"#,
      "[1, 2, 3]",
      """
      data.json:1:5: error: the input may have at most 1 item, not 3
        hint: leave out what follows
      """),
    Row(
      "no items allowed",
      #"{"items": false}"#,
      "[1]",
      """
      data.json:1:2: error: the input must be an empty list, and has 1 item
        hint: leave out what follows
      """),
    Row(
      "contains",
      #"{"contains": {"type": "string"}}"#,
      "[1, 2]",
      """
      data.json:1:1: error: the input must have at least 1 item that "contains" describes, and has none
        hint: add one such as "…"
      """),
    Row(
      "contains with a title",
      #"{"contains": {"title": "a host", "required": ["host"]}}"#,
      "[{}]",
      """
      data.json:1:1: error: the input must have at least 1 item that is "a host", and has none
      """),
    Row(
      "contains too many",
      #"{"contains": {"type": "number"}, "maxContains": 1}"#,
      "[1, 2]",
      """
      data.json:1:1: error: the input may have at most 1 item that "contains" describes, not 2
      """),
    Row(
      "contains too few",
      #"{"contains": {"type": "number"}, "minContains": 2}"#,
      #"[1, "a"]"#,
      """
      data.json:1:1: error: the input must have at least 2 items that "contains" describes, and has 1
        hint: add one such as 0
      """),
    Row(
      "key that needs another",
      #"{"dependentRequired": {"card": ["address"]}}"#,
      #"{"card": 1}"#,
      """
      data.json:1:1: error: the input has "card", and so needs "address", too
        hint: add "address": …
      """),
    Row(
      "schema of a key",
      #"{"dependentSchemas": {"card": {"required": ["address"]}}}"#,
      #"{"card": 1}"#,
      """
      data.json:1:1: error: the input has no "address", which is required
        hint: add "address": …
      """),
    Row(
      "several, in order of place",
      #"{"required": ["c"], "properties": {"a": {"type": "string"}, "b": {"minimum": 4}}}"#,
      #"{"b": 1, "a": 2}"#,
      """
      data.json:1:1: error: the input has no "c", which is required
        hint: add "c": …
      data.json:1:7: error: "/b" must be at least 4, not 1
      data.json:1:15: error: "/a" must be a text, not the number 2
        hint: write it in quotes: "2"
      """),
    Row(
      "long text",
      #"{"pattern": "^a$"}"#,
      #""가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가""#,
      """
      data.json:1:1: error: the input is "가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가…", which doesn't match the pattern "^a$"
      """),
    Row(
      "many members of one pattern",
      #"{"patternProperties": {"^n": {"type": "number"}}}"#,
      #"{"n1": 1, "n2": "x", "m": "x"}"#,
      """
      data.json:1:17: error: "/n2" must be a number, not the text "x"
      """),
  ]
}
