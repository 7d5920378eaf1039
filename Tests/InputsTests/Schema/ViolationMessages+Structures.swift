extension ViolationMessageTests {
  /// Lists, objects, and schemas made of others.
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
      "unevaluated key",
      #"{"allOf": [{"properties": {"name": {"type": "string"}}}], "unevaluatedProperties": false}"#,
      #"{"name": 4, "nmae": "x"}"#,
      """
      data.json:1:10: error: "/name" must be a text, not the number 4
        hint: write it in quotes: "4"
      data.json:1:13: error: the input has an unknown key "nmae"
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
      "then",
      #"{"if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["n"]}, "else": {"required": ["m"]}}"#,
      #"{"kind": "a"}"#,
      """
      data.json:1:1: error: the input has no "n", which is required
        hint: add "n": …
      """),
    Row(
      "else",
      #"{"if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["n"]}, "else": {"required": ["m"]}}"#,
      #"{"kind": "b"}"#,
      """
      data.json:1:1: error: the input has no "m", which is required
        hint: add "m": …
      """),
    Row(
      "not a type",
      #"{"not": {"type": "null"}}"#,
      "null",
      """
      data.json:1:1: error: the input must not be null
      """),
    Row(
      "not with a title",
      #"{"not": {"title": "a test", "minimum": 5, "maximum": 9}}"#,
      "7",
      """
      data.json:1:1: error: the input must not be "a test"
      """),
    Row(
      "not",
      #"{"not": {"minimum": 5, "maximum": 9}}"#,
      "7",
      """
      data.json:1:1: error: the input must not be what the schema under "not" describes
      """),
    Row(
      "not with a key",
      #"{"not": {"required": ["a"]}}"#,
      #"{"a": 1}"#,
      """
      data.json:1:1: error: the input must not be an object with "a"
      """),
    Row(
      "any of types",
      #"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
      "4",
      """
      data.json:1:1: error: the input must be a text or a list, not the number 4
        hint: write it in quotes: "4"
      """),
    Row(
      "any of, by type",
      #"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
      #"["a", 4]"#,
      """
      data.json:1:7: error: "/1" must be a text, not the number 4
        hint: write it in quotes: "4"
      """),
    Row(
      "any of values",
      #"{"anyOf": [{"const": "open"}, {"enum": ["closed", "lost"]}, {"type": "number"}]}"#,
      #""opne""#,
      """
      data.json:1:1: error: the input must be one of "open", "closed", "lost", not "opne"
        hint: did you mean "open"?
      """),
    Row(
      "one of, by a telling key",
      #"{"oneOf": [{"properties": {"kind": {"const": "person"}, "name": {"type": "string"}}, "required": ["kind", "name"]}, {"properties": {"kind": {"const": "company"}, "size": {"type": "integer"}}, "required": ["kind", "size"]}]}"#,
      #"{"kind": "company", "size": "big"}"#,
      """
      data.json:1:29: error: "/size" must be a whole number, not the text "big"
      """),
    Row(
      "one of, with the telling key wrong",
      #"{"oneOf": [{"properties": {"kind": {"const": "person"}, "name": {"type": "string"}}, "required": ["kind", "name"]}, {"properties": {"kind": {"const": "company"}, "size": {"type": "integer"}}, "required": ["kind", "size"]}]}"#,
      #"{"kind": "persn", "name": "Kim"}"#,
      """
      data.json:1:10: error: "/kind" must be one of "person", "company", not "persn"
        hint: did you mean "person"?
      """),
    Row(
      "any of, by what fits deepest",
      #"{"anyOf": [{"properties": {"a": {"type": "null"}}}, {"properties": {"a": {"properties": {"b": {"type": "null"}}}}}]}"#,
      #"{"a": {"b": 1}}"#,
      """
      data.json:1:13: error: "/a/b" must be null, not the number 1
      """),
    Row(
      "one of that fits two",
      #"{"oneOf": [{"type": "number"}, {"type": "integer"}]}"#,
      "1",
      """
      data.json:1:1: error: the input fits 2 of the schemas under "oneOf", where it must fit one
      """),
    Row(
      "one of titles that fits two",
      #"{"oneOf": [{"title": "a price", "type": "number"}, {"title": "a count", "type": "integer"}]}"#,
      "1",
      """
      data.json:1:1: error: the input fits 2 of the schemas under "oneOf", where it must fit one
        hint: it may be only one of "a price", "a count"
      """),
    Row(
      "all of",
      #"{"allOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
      "{}",
      """
      data.json:1:1: error: the input has no "a", which is required
        hint: add "a": …
      data.json:1:1: error: the input has no "b", which is required
        hint: add "b": …
      """),
    Row(
      "by a dynamic reference",
      ##"{"$dynamicAnchor": "node", "properties": {"child": {"$dynamicRef": "#node"}, "n": {"type": "number"}}}"##,
      #"{"child": {"child": {"n": "x"}}}"#,
      """
      data.json:1:27: error: "/child/child/n" must be a number, not the text "x"
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
      "telling key of no branch",
      #"{"items": {"oneOf": [{"properties": {"kind": {"const": "person"}}}, {"properties": {"kind": {"enum": ["company", "school"]}}}]}}"#,
      #"[{"kind": "compny"}]"#,
      """
      data.json:1:11: error: "/0/kind" must be one of "person", "company", "school", not "compny"
        hint: did you mean "company"?
      """),
    Row(
      "none of the titles",
      #"{"anyOf": [{"minimum": 5}, {"maximum": 1}]}"#,
      "3",
      """
      data.json:1:1: error: the input must be at least 5, not 3
      """),
    Row(
      "telling key that none has",
      #"{"oneOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}, {"properties": {"b": {"type": "string"}}, "required": ["b"], "additionalProperties": false}]}"#,
      #"{"c": "x"}"#,
      """
      data.json:1:1: error: the input has no "a", which is required
        hint: add "a": "…"
      data.json:1:2: error: the input has an unknown key "c"
        hint: known here: a
      """),
    Row(
      "text where formats differ",
      #"{"anyOf": [{"format": "date"}, {"format": "date-time"}]}"#,
      #""today""#,
      """
      data.json:1:1: error: the input must be a date, not "today"
        hint: write it as in "2022-10-25"
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
