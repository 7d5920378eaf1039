extension ViolationMessageTests {
  /// Single values: types, bounds, patterns, formats.
  static let valueRows: [Row] = [
    Row(
      "text for number",
      #"{"properties": {"age": {"type": "number"}}}"#,
      #"{"age": "42"}"#,
      """
      data.json:1:9: error: "/age" must be a number, not the text "42"
        hint: write it without quotes: 42
      """),
    Row(
      "word for number",
      #"{"properties": {"age": {"type": "number"}}}"#,
      #"{"age": "old"}"#,
      """
      data.json:1:9: error: "/age" must be a number, not the text "old"
      """),
    Row(
      "fraction for whole number",
      #"{"type": "integer"}"#,
      "1.5",
      """
      data.json:1:1: error: the input must be a whole number, not 1.5
      """),
    Row(
      "number for text",
      #"{"properties": {"phone": {"type": "string"}}}"#,
      #"{"phone": 119}"#,
      """
      data.json:1:11: error: "/phone" must be a text, not the number 119
        hint: write it in quotes: "119"
      """),
    Row(
      "text for list",
      #"{"properties": {"tags": {"type": "array"}}}"#,
      #"{"tags": "AI"}"#,
      """
      data.json:1:10: error: "/tags" must be a list, not the text "AI"
        hint: write it as a list: ["AI"]
      """),
    Row(
      "object for list",
      #"{"properties": {"people": {"type": "array"}}}"#,
      #"{"people": {"name": "x"}}"#,
      """
      data.json:1:12: error: "/people" must be a list, not an object
        hint: put it into a list: [{…}]
      """),
    Row(
      "list for text",
      #"{"properties": {"name": {"type": "string"}}}"#,
      #"{"name": ["x"]}"#,
      """
      data.json:1:10: error: "/name" must be a text, not a list
        hint: take it out of the list
      """),
    Row(
      "null for text",
      #"{"properties": {"name": {"type": "string"}}}"#,
      #"{"name": null}"#,
      """
      data.json:1:10: error: "/name" must be a text, not null
        hint: give it a value, or leave it out
      """),
    Row(
      "text for true or false",
      #"{"properties": {"done": {"type": "boolean"}}}"#,
      #"{"done": "true"}"#,
      """
      data.json:1:10: error: "/done" must be true or false, not the text "true"
        hint: write it without quotes: true
      """),
    Row(
      "one of two types",
      #"{"properties": {"n": {"type": ["string", "null"]}}}"#,
      #"{"n": 4}"#,
      """
      data.json:1:7: error: "/n" must be a text or null, not the number 4
        hint: write it in quotes: "4"
      """),
    Row(
      "list for the input",
      #"{"type": "object"}"#,
      "[]",
      """
      data.json:1:1: error: the input must be an object, not a list
      """),
    Row(
      "place in a list",
      #"{"items": {"items": {"type": "number"}}}"#,
      #"[[1, 2], [3, "x"]]"#,
      """
      data.json:1:14: error: "/1/1" must be a number, not the text "x"
      """),
    Row(
      "keys with slashes",
      #"{"additionalProperties": {"type": "null"}}"#,
      #"{"a/b~c": 1}"#,
      """
      data.json:1:11: error: "/a~1b~0c" must be null, not the number 1
      """),
    Row(
      "Korean key",
      #"{"properties": {"매출": {"type": "number"}}}"#,
      #"{"매출": "삼억"}"#,
      """
      data.json:1:8: error: "/매출" must be a number, not the text "삼억"
      """),
    Row(
      "enum with a slip",
      #"{"properties": {"status": {"enum": ["open", "closed"]}}}"#,
      #"{"status": "opne"}"#,
      """
      data.json:1:12: error: "/status" must be one of "open", "closed", not "opne"
        hint: did you mean "open"?
      """),
    Row(
      "enum in another case",
      #"{"enum": ["open", "closed"]}"#,
      #""OPEN""#,
      """
      data.json:1:1: error: the input must be one of "open", "closed", not "OPEN"
        hint: did you mean "open"?
      """),
    Row(
      "enum of many",
      #"{"enum": ["a1", "b2", "c3", "d4", "e5", "f6", "g7"]}"#,
      #""zzz""#,
      """
      data.json:1:1: error: the input must be one of 7 allowed values, not "zzz"
        hint: allowed here: "a1", "b2", "c3", "d4", "e5", "f6", "g7"
      """),
    Row(
      "enum without quotes",
      #"{"enum": [1, 2]}"#,
      #""1""#,
      """
      data.json:1:1: error: the input must be one of 1, 2, not "1"
        hint: write it without quotes: 1
      """),
    Row(
      "enum with quotes",
      #"{"enum": ["1", "2"]}"#,
      "1",
      """
      data.json:1:1: error: the input must be one of "1", "2", not 1
        hint: write it in quotes: "1"
      """),
    Row(
      "const",
      #"{"properties": {"kind": {"const": "summit"}}}"#,
      #"{"kind": "sumit"}"#,
      """
      data.json:1:10: error: "/kind" must be "summit", not "sumit"
        hint: did you mean "summit"?
      """),
    Row(
      "const number",
      #"{"const": 1}"#,
      "2",
      """
      data.json:1:1: error: the input must be 1, not 2
      """),
    Row(
      "minimum",
      #"{"properties": {"n": {"minimum": 5}}}"#,
      #"{"n": 3}"#,
      """
      data.json:1:7: error: "/n" must be at least 5, not 3
      """),
    Row(
      "exclusive minimum",
      #"{"exclusiveMinimum": 0}"#,
      "0",
      """
      data.json:1:1: error: the input must be more than 0, not 0
      """),
    Row(
      "maximum of many digits",
      #"{"maximum": 9007199254740993}"#,
      "9007199254740994",
      """
      data.json:1:1: error: the input must be at most 9007199254740993, not 9007199254740994
      """),
    Row(
      "exclusive maximum",
      #"{"exclusiveMaximum": 1.0}"#,
      "1",
      """
      data.json:1:1: error: the input must be less than 1.0, not 1
      """),
    Row(
      "multiple",
      #"{"properties": {"price": {"multipleOf": 0.01}}}"#,
      #"{"price": 0.075}"#,
      """
      data.json:1:11: error: "/price" must be a multiple of 0.01, not 0.075
      """),
    Row(
      "text too short",
      #"{"properties": {"name": {"minLength": 3}}}"#,
      #"{"name": "가나"}"#,
      """
      data.json:1:10: error: "/name" must have at least 3 characters, not 2
      """),
    Row(
      "text too long",
      #"{"maxLength": 1}"#,
      #""🐲🐲""#,
      """
      data.json:1:1: error: the input must have at most 1 character, not 2
      """),
    Row(
      "empty text",
      #"{"properties": {"name": {"minLength": 1}}}"#,
      #"{"name": ""}"#,
      """
      data.json:1:10: error: "/name" is empty, and must have at least 1 character
      """),
    Row(
      "pattern",
      #"{"properties": {"code": {"pattern": "^[A-Z]{3}$"}}}"#,
      #"{"code": "abc"}"#,
      """
      data.json:1:10: error: "/code" is "abc", which doesn't match the pattern "^[A-Z]{3}$"
      """),
    Row(
      "pattern with an example",
      #"{"properties": {"code": {"pattern": "^[A-Z]{3}$", "examples": ["KOR"]}}}"#,
      #"{"code": "abc"}"#,
      """
      data.json:1:10: error: "/code" is "abc", which doesn't match the pattern "^[A-Z]{3}$"
        hint: write it as in "KOR"
      """),
    Row(
      "date",
      #"{"properties": {"day": {"format": "date"}}}"#,
      #"{"day": "2022-13-01"}"#,
      """
      data.json:1:9: error: "/day" must be a date, not "2022-13-01"
        hint: write it as in "2022-10-25"
      """),
    Row(
      "time without zone",
      #"{"format": "time"}"#,
      #""09:30:00""#,
      """
      data.json:1:1: error: the input must be a time with its zone, not "09:30:00"
        hint: write it as in "09:30:00+09:00"
      """),
    Row(
      "date and time",
      #"{"format": "date-time"}"#,
      #""2022-10-25 09:30""#,
      """
      data.json:1:1: error: the input must be a date and time with its zone, not "2022-10-25 09:30"
        hint: write it as in "2022-10-25T09:30:00+09:00"
      """),
    Row(
      "e-mail",
      #"{"format": "email"}"#,
      #""kim at example.com""#,
      """
      data.json:1:1: error: the input must be an e-mail address, not "kim at example.com"
        hint: write it as in "kim@example.com"
      """),
    Row(
      "uri",
      #"{"format": "uri"}"#,
      #""example.com/a""#,
      """
      data.json:1:1: error: the input must be a URI, not "example.com/a"
        hint: write it as in "https://example.com/a"
      """),
  ]
}
