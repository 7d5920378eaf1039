import Inputs

/// Checks a value against the few JSON Schema keywords that a summit's schema uses.
struct SchemaCheck {
  let document: Value
  /// Paths of properties that the schema knows and some value had: `organization.parent`.
  private(set) var seen: Set<String> = []
  private(set) var unknownKeywords: Set<String> = []

  init(_ document: Value) {
    self.document = document
  }

  mutating func accepts(_ value: Value) -> Bool {
    accepts(value, document, "summit")
  }

  private mutating func accepts(_ value: Value, _ schema: Value, _ name: String) -> Bool {
    var accepted = true
    for member in schema.object?.members ?? [] {
      if !accepts(value, member.key, member.value, schema, name) { accepted = false }
    }
    return accepted
  }

  private mutating func accepts(
    _ value: Value, _ keyword: String, _ argument: Value, _ schema: Value, _ name: String
  ) -> Bool {
    switch keyword {
    case "$schema", "$id", "$defs", "description", "additionalProperties": return true
    case "$ref":
      let definition = String(argument.string?.split(separator: "/").last ?? "")
      guard let schema = document["$defs"]?[definition] else { return false }
      return accepts(value, schema, definition)
    case "type": return type(of: value, is: argument.string ?? "")
    case "enum": return argument.array?.contains(value) ?? false
    case "minLength": return !(value.string?.isEmpty ?? false)
    case "minItems": return !(value.array?.isEmpty ?? false)
    case "minProperties": return !(value.object?.members.isEmpty ?? false)
    case "pattern":
      guard let text = value.string, let pattern = argument.string else { return true }
      guard let expression = try? Regex(pattern) else { return false }
      return text.contains(expression)
    case "items":
      var accepted = true
      for item in value.array ?? [] where !accepts(item, argument, name) { accepted = false }
      return accepted
    case "anyOf":
      var accepted = false
      for schema in argument.array ?? [] where accepts(value, schema, name) { accepted = true }
      return accepted
    case "required":
      guard let object = value.object else { return true }
      return (argument.array ?? []).allSatisfy { object[$0.string ?? ""] != nil }
    case "properties":
      var accepted = true
      for member in value.object?.members ?? [] {
        guard let property = argument[member.key] else {
          if schema["additionalProperties"] == false { accepted = false }
          continue
        }
        if accepts(member.value, property, "\(name).\(member.key)") {
          seen.insert("\(name).\(member.key)")
        } else {
          accepted = false
        }
      }
      return accepted
    default:
      unknownKeywords.insert(keyword)
      return false
    }
  }

  private func type(of value: Value, is name: String) -> Bool {
    switch name {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "number": value.number != nil
    default: false
    }
  }
}
