extension SchemaFaultTests {
  /// What keywords say.
  static let keywordRows: [Row] = [
    Row(
      "a list for a schema",
      "[]",
      """
      schema.json:1:1: error: a schema must be an object, true or false, not a list
      """),
    Row(
      "a schema in a key",
      #"{"properties": {"a": 1}}"#,
      """
      schema.json:1:22: error: a schema must be an object, true or false, not a number
      """),
    Row(
      "unknown type",
      #"{"type": "strng"}"#,
      """
      schema.json:1:10: error: unknown type "strng"
        hint: did you mean "string"?
      """),
    Row(
      "type of another language",
      #"{"type": ["int", "bool", "list", "dict"]}"#,
      """
      schema.json:1:11: error: unknown type "int"
        hint: did you mean "integer"?
      schema.json:1:18: error: unknown type "bool"
        hint: did you mean "boolean"?
      schema.json:1:26: error: unknown type "list"
        hint: did you mean "array"?
      schema.json:1:34: error: unknown type "dict"
        hint: did you mean "object"?
      """),
    Row(
      "format as a type",
      #"{"type": "date"}"#,
      """
      schema.json:1:10: error: unknown type "date"
        hint: write "type": "string", "format": "date"
      """),
    Row(
      "type without quotes",
      #"{"type": [1]}"#,
      """
      schema.json:1:11: error: a type must be a name in quotes, not a number
      """),
    Row(
      "no type",
      #"{"type": []}"#,
      """
      schema.json:1:10: error: "type" is empty, and must name at least one type
      """),
    Row(
      "negative length",
      #"{"minLength": -1}"#,
      """
      schema.json:1:15: error: "minLength" must be a whole number from 0, not -1
      """),
    Row(
      "fraction of a length",
      #"{"maxItems": 1.5}"#,
      """
      schema.json:1:14: error: "maxItems" must be a whole number from 0, not 1.5
      """),
    Row(
      "text for a length",
      #"{"minLength": "3"}"#,
      """
      schema.json:1:15: error: "minLength" must be a whole number from 0, not the text "3"
      """),
    Row(
      "bound of draft 4",
      #"{"minimum": 0, "exclusiveMinimum": true}"#,
      """
      schema.json:1:36: error: "exclusiveMinimum" must be a number, not true
        hint: write the bound itself here, instead of "minimum"
      """),
    Row(
      "text for a bound",
      #"{"minimum": "0"}"#,
      """
      schema.json:1:13: error: "minimum" must be a number, not the text "0"
      """),
    Row(
      "multiple of nothing",
      #"{"multipleOf": 0}"#,
      """
      schema.json:1:16: error: "multipleOf" must be more than 0, not 0
      """),
    Row(
      "multiple of too many digits",
      #"{"multipleOf": 0.12345678901234567890123456789012345678}"#,
      """
      schema.json:1:16: error: "multipleOf" has more than 37 digits
      """),
    Row(
      "bad pattern",
      #"{"pattern": "^(abc"}"#,
      """
      schema.json:1:13: error: the pattern "^(abc" has no ")" for this group, at character 2
      """),
    Row(
      "bad pattern of keys",
      #"{"patternProperties": {"[a-": {}}}"#,
      """
      schema.json:1:24: error: the pattern "[a-" has no "]" for this class, at character 1
      """),
    Row(
      "pattern of another language",
      #"{"pattern": "(?i)abc"}"#,
      """
      schema.json:1:13: error: the pattern "(?i)abc" has a group "(?i" that ECMA-262 doesn't know, at character 1
        hint: known are (?: (?= (?! (?<= (?<! and (?<name>
      """),
    Row(
      "property that Unicode lacks",
      #"{"pattern": "\\p{Lettr}"}"#,
      #"""
      schema.json:1:13: error: the pattern "\p{Lettr}" has a property "Lettr" that ECMA-262 doesn't know, at character 1
        hint: did you mean \p{Letter}?
      """#),
    Row(
      "items of draft 7",
      #"{"items": [{}]}"#,
      """
      schema.json:1:11: error: "items" must be a schema, not a list of them
        hint: write "prefixItems" for the schemas of the first items
      """),
    Row(
      "required of draft 3",
      #"{"properties": {"a": {"required": true}}}"#,
      """
      schema.json:1:35: error: "required" must be a list of keys, not true
        hint: name the required keys in a list beside "properties"
      """),
    Row(
      "required as a text",
      #"{"required": "name"}"#,
      """
      schema.json:1:14: error: "required" must be a list of keys, not the text "name"
        hint: write ["name"]
      """),
    Row(
      "required twice",
      #"{"required": ["a", "a"]}"#,
      """
      schema.json:1:20: error: "required" names "a" twice
      """),
    Row(
      "required number",
      #"{"required": [1]}"#,
      """
      schema.json:1:15: error: a key in "required" must be a text, not the number 1
      """),
    Row(
      "no branches",
      #"{"anyOf": []}"#,
      """
      schema.json:1:11: error: "anyOf" is empty, and must have at least one schema
      """),
    Row(
      "a branch alone",
      #"{"oneOf": {}}"#,
      """
      schema.json:1:11: error: "oneOf" must be a list of schemas, not an object
      """),
    Row(
      "enum as a text",
      #"{"enum": "a"}"#,
      """
      schema.json:1:10: error: "enum" must be a list of the allowed values, not the text "a"
      """),
    Row(
      "enum of nothing",
      #"{"enum": []}"#,
      """
      schema.json:1:10: warning: "enum" allows no value at all
      """),
    Row(
      "properties as a list",
      #"{"properties": []}"#,
      """
      schema.json:1:16: error: "properties" must be an object of schemas, not a list
      """),
    Row(
      "patterns as a list",
      #"{"patternProperties": []}"#,
      """
      schema.json:1:23: error: "patternProperties" must be an object of schemas, not a list
      """),
    Row(
      "unique as a text",
      #"{"uniqueItems": "yes"}"#,
      """
      schema.json:1:17: error: "uniqueItems" must be true or false, not the text "yes"
      """),
    Row(
      "title as a number",
      #"{"title": 1}"#,
      """
      schema.json:1:11: error: "title" must be a text, not the number 1
      """),
    Row(
      "examples as a text",
      #"{"examples": "a"}"#,
      """
      schema.json:1:14: error: "examples" must be a list, not the text "a"
      """),
    Row(
      "dependents as a list",
      #"{"dependentRequired": []}"#,
      """
      schema.json:1:23: error: "dependentRequired" must be an object of lists of keys, not a list
      """),
    Row(
      "format with a slip",
      #"{"format": "date-tme"}"#,
      """
      schema.json:1:12: warning: unknown format "date-tme" is ignored
        hint: did you mean "date-time"?
      """),
    Row(
      "keyword with a slip",
      #"{"requird": ["a"]}"#,
      """
      schema.json:1:2: warning: unknown keyword "requird" is ignored
        hint: did you mean "required"?
      """),
    Row(
      "keyword of draft 7",
      #"{"definitions": {}, "dependencies": {}, "additionalItems": false}"#,
      """
      schema.json:1:2: warning: "definitions" is no keyword of draft 2020-12
        hint: write "$defs"
      schema.json:1:21: warning: "dependencies" is no keyword of draft 2020-12
        hint: write "dependentRequired" or "dependentSchemas"
      schema.json:1:41: warning: "additionalItems" is no keyword of draft 2020-12
        hint: write "items" beside "prefixItems"
      """),
    Row(
      "keyword of OpenAPI",
      #"{"type": "string", "nullable": true}"#,
      """
      schema.json:1:20: warning: "nullable" is no keyword of draft 2020-12
        hint: write "null" among the names under "type"
      """),
    Row(
      "then that is no schema",
      #"{"then": 1}"#,
      """
      schema.json:1:10: error: a schema must be an object, true or false, not a number
      """),
  ]
}
