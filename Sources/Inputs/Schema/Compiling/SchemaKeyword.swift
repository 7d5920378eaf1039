/// The keywords of draft 2020-12, by vocabulary.
enum SchemaKeyword: String, CaseIterable {
  // Core
  case schema = "$schema"
  case id = "$id"
  case anchor = "$anchor"
  case dynamicAnchor = "$dynamicAnchor"
  case reference = "$ref"
  case dynamicReference = "$dynamicRef"
  case vocabulary = "$vocabulary"
  case comment = "$comment"
  case definitions = "$defs"

  // Applicators
  case allOf, anyOf, oneOf, not
  case test = "if"
  case then
  case otherwise = "else"
  case dependentSchemas
  case prefixItems, items, contains
  case properties, patternProperties, additionalProperties, propertyNames
  case unevaluatedItems, unevaluatedProperties

  // Validation
  case type
  case enumeration = "enum"
  case constant = "const"
  case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
  case maxLength, minLength, pattern
  case maxItems, minItems, uniqueItems, maxContains, minContains
  case maxProperties, minProperties, required, dependentRequired

  // What annotates and asserts nothing, but for `format`
  case format
  case contentEncoding, contentMediaType, contentSchema
  case title, description, example = "examples", preset = "default"
  case deprecated, readOnly, writeOnly

  /// Names of older drafts and of other dialects, with what stands for them now.
  static let replaced: [String: String] = [
    "id": "\"$id\"", "definitions": "\"$defs\"",
    "dependencies": "\"dependentRequired\" or \"dependentSchemas\"",
    "additionalItems": "\"items\" beside \"prefixItems\"", "$recursiveRef": "\"$dynamicRef\"",
    "$recursiveAnchor": "\"$dynamicAnchor\"",
    "nullable": "\"null\" among the names under \"type\"", "example": "\"examples\" with a list",
  ]
}
