extension ViolationMessageTests {
  /// Schemas made of others.
  static let branchRows: [Row] = [
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
      "a branch that is never taken",
      #"{"anyOf": [false, {"type": "string"}]}"#,
      "true",
      """
      data.json:1:1: error: the input must be a text, not true
        hint: write it in quotes: "true"
      """),
    Row(
      "branches that are never taken",
      #"{"properties": {"a": {"oneOf": [false, false]}}}"#,
      #"{"a": 1}"#,
      """
      data.json:1:7: error: "/a" is not allowed here
      """),
  ]
}
