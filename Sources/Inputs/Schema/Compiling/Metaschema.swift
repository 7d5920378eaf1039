import Diagnostics

/// The metaschema of draft 2020-12 and its vocabularies, which no file and no network is needed for.
enum Metaschema {
  static let uri = base + "schema"
  private static let base = "https://json-schema.org/draft/2020-12/"

  /// A metaschema by its URI.
  static func document(_ uri: String) -> Located? {
    guard uri.hasPrefix(base) else { return nil }
    let name = String(uri.dropFirst(base.count))
    guard let body = bodies[name] else { return nil }
    let text = """
      {"$schema": "\(Self.uri)", "$id": "\(uri)", "$dynamicAnchor": "meta",
      \(body)}
      """
    let source = Source(name: uri, text: text)
    do throws(DiagnosticError) {
      return Located(try JSONReader.read(source), in: source)
    } catch {
      return nil
    }
  }

  static let vocabularies = [
    "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content",
  ]

  private static let bodies: [String: String] = [
    "schema": """
    "$vocabulary": {\(vocabularies.map { "\"\(base)vocab/\($0)\": true" }.joined(separator: ", "))},
    "allOf": [\(vocabularies.map { "{\"$ref\": \"meta/\($0)\"}" }.joined(separator: ", "))],
    "type": ["object", "boolean"],
    "properties": {
      "definitions": {"additionalProperties": {"$dynamicRef": "#meta"}, "deprecated": true},
      "dependencies": {
        "additionalProperties": {
          "anyOf": [{"$dynamicRef": "#meta"}, {"$ref": "meta/validation#/$defs/stringArray"}]},
        "deprecated": true},
      "$recursiveAnchor": {"$ref": "meta/core#/$defs/anchorString", "deprecated": true},
      "$recursiveRef": {"$ref": "meta/core#/$defs/uriReferenceString", "deprecated": true}}
    """,
    "meta/core": """
    "$vocabulary": {"\(base)vocab/core": true}, "type": ["object", "boolean"],
    "properties": {
      "$id": {"$ref": "#/$defs/uriReferenceString", "pattern": "^[^#]*#?$"},
      "$schema": {"$ref": "#/$defs/uriString"},
      "$ref": {"$ref": "#/$defs/uriReferenceString"},
      "$anchor": {"$ref": "#/$defs/anchorString"},
      "$dynamicRef": {"$ref": "#/$defs/uriReferenceString"},
      "$dynamicAnchor": {"$ref": "#/$defs/anchorString"},
      "$vocabulary": {
        "type": "object", "propertyNames": {"$ref": "#/$defs/uriString"},
        "additionalProperties": {"type": "boolean"}},
      "$comment": {"type": "string"},
      "$defs": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}},
    "$defs": {
      "anchorString": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
      "uriString": {"type": "string", "format": "uri"},
      "uriReferenceString": {"type": "string", "format": "uri-reference"}}
    """,
    "meta/applicator": """
    "$vocabulary": {"\(base)vocab/applicator": true}, "type": ["object", "boolean"],
    "properties": {
      "prefixItems": {"$ref": "#/$defs/schemaArray"}, "items": {"$dynamicRef": "#meta"},
      "contains": {"$dynamicRef": "#meta"}, "additionalProperties": {"$dynamicRef": "#meta"},
      "properties": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
      "patternProperties": {
        "type": "object", "additionalProperties": {"$dynamicRef": "#meta"},
        "propertyNames": {"format": "regex"}},
      "dependentSchemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
      "propertyNames": {"$dynamicRef": "#meta"}, "if": {"$dynamicRef": "#meta"},
      "then": {"$dynamicRef": "#meta"}, "else": {"$dynamicRef": "#meta"},
      "allOf": {"$ref": "#/$defs/schemaArray"}, "anyOf": {"$ref": "#/$defs/schemaArray"},
      "oneOf": {"$ref": "#/$defs/schemaArray"}, "not": {"$dynamicRef": "#meta"}},
    "$defs": {"schemaArray": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}}}
    """,
    "meta/unevaluated": """
    "$vocabulary": {"\(base)vocab/unevaluated": true}, "type": ["object", "boolean"],
    "properties": {
      "unevaluatedItems": {"$dynamicRef": "#meta"},
      "unevaluatedProperties": {"$dynamicRef": "#meta"}}
    """,
    "meta/validation": """
    "$vocabulary": {"\(base)vocab/validation": true}, "type": ["object", "boolean"],
    "properties": {
      "type": {
        "anyOf": [
          {"$ref": "#/$defs/simpleTypes"},
          {"type": "array", "items": {"$ref": "#/$defs/simpleTypes"}, "minItems": 1,
           "uniqueItems": true}]},
      "const": true, "enum": {"type": "array", "items": true},
      "multipleOf": {"type": "number", "exclusiveMinimum": 0},
      "maximum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
      "minimum": {"type": "number"}, "exclusiveMinimum": {"type": "number"},
      "maxLength": {"$ref": "#/$defs/nonNegativeInteger"}, "minLength": {"$ref": "#/$defs/nonNegativeInteger"},
      "pattern": {"type": "string", "format": "regex"},
      "maxItems": {"$ref": "#/$defs/nonNegativeInteger"}, "minItems": {"$ref": "#/$defs/nonNegativeInteger"},
      "uniqueItems": {"type": "boolean"},
      "maxContains": {"$ref": "#/$defs/nonNegativeInteger"}, "minContains": {"$ref": "#/$defs/nonNegativeInteger"},
      "maxProperties": {"$ref": "#/$defs/nonNegativeInteger"}, "minProperties": {"$ref": "#/$defs/nonNegativeInteger"},
      "required": {"$ref": "#/$defs/stringArray"},
      "dependentRequired": {
        "type": "object", "additionalProperties": {"$ref": "#/$defs/stringArray"}}},
    "$defs": {
      "nonNegativeInteger": {"type": "integer", "minimum": 0},
      "nonNegativeIntegerDefault0": {"$ref": "#/$defs/nonNegativeInteger", "default": 0},
      "simpleTypes": {
        "enum": ["array", "boolean", "integer", "null", "number", "object", "string"]},
      "stringArray": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}}
    """,
    "meta/meta-data": """
    "$vocabulary": {"\(base)vocab/meta-data": true}, "type": ["object", "boolean"],
    "properties": {
      "title": {"type": "string"}, "description": {"type": "string"}, "default": true,
      "deprecated": {"type": "boolean"}, "readOnly": {"type": "boolean"},
      "writeOnly": {"type": "boolean"}, "examples": {"type": "array", "items": true}}
    """,
    "meta/format-annotation": """
    "$vocabulary": {"\(base)vocab/format-annotation": true}, "type": ["object", "boolean"],
    "properties": {"format": {"type": "string"}}
    """,
    "meta/content": """
    "$vocabulary": {"\(base)vocab/content": true}, "type": ["object", "boolean"],
    "properties": {
      "contentEncoding": {"type": "string"}, "contentMediaType": {"type": "string"},
      "contentSchema": {"$dynamicRef": "#meta"}}
    """,
  ]
}
