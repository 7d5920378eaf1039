import Diagnostics

extension SchemaCompiler {
  /// The rule that a keyword makes; nil where it makes none of its own, or is at fault.
  mutating func rule(
    _ keyword: SchemaKeyword, _ member: Object.Member, _ object: Object, node: Int,
    _ context: Context
  ) -> SchemaRule.Kind? {
    switch keyword {
    case .id, .anchor, .dynamicAnchor, .schema, .vocabulary: return nil
    case .comment, .description, .contentEncoding, .contentMediaType:
      _ = text(member, context)
      return nil
    case .title:
      nodes[node].title = text(member, context)
      return nil
    case .example:
      guard let examples = member.value.array else {
        mismatch("a list", member, context)
        return nil
      }
      nodes[node].example = examples.first ?? nodes[node].example
      return nil
    case .preset:
      if nodes[node].example == nil { nodes[node].example = member.value }
      return nil
    case .deprecated, .readOnly, .writeOnly:
      if member.value.bool == nil { mismatch("true or false", member, context) }
      return nil
    case .definitions:
      _ = schemaMap(member, context)
      return nil
    case .contentSchema:
      _ = compile(member.value, context.child(member.key))
      return nil
    case .reference, .dynamicReference:
      return reference(member, isDynamic: keyword == .dynamicReference, context)
    case .allOf: return schemas(member, context).map { .inPlace(.allOf($0)) }
    case .anyOf: return schemas(member, context).map { .inPlace(.anyOf($0)) }
    case .oneOf: return schemas(member, context).map { .inPlace(.oneOf($0)) }
    case .not: return .inPlace(.not(compile(member.value, context.child(member.key))))
    case .test: return conditional(member, object, context)
    case .then, .otherwise:
      // Read with its `if`; without one it is read for its faults alone.
      if object["if"] == nil { _ = compile(member.value, context.child(member.key)) }
      return nil
    case .dependentSchemas:
      return schemaMap(member, context).map { .inPlace(.dependentSchemas($0)) }
    case .prefixItems: return .items(itemRules(object, context))
    case .items: return object["prefixItems"] == nil ? .items(itemRules(object, context)) : nil
    case .contains: return contains(member, object, context)
    case .minContains, .maxContains:
      if object["contains"] == nil { _ = count(member, context) }
      return nil
    case .properties: return .members(memberRules(object, context))
    case .patternProperties:
      return object["properties"] == nil ? .members(memberRules(object, context)) : nil
    case .additionalProperties:
      let isAlone = object["properties"] == nil && object["patternProperties"] == nil
      return isAlone ? .members(memberRules(object, context)) : nil
    case .propertyNames: return .memberNames(compile(member.value, context.child(member.key)))
    case .unevaluatedItems:
      return .unevaluatedItems(compile(member.value, context.child(member.key)))
    case .unevaluatedProperties:
      return .unevaluatedMembers(compile(member.value, context.child(member.key)))
    case .type, .enumeration, .constant, .multipleOf, .maximum, .exclusiveMaximum, .minimum,
      .exclusiveMinimum, .maxLength, .minLength, .pattern, .maxItems, .minItems, .uniqueItems,
      .maxProperties, .minProperties, .required, .dependentRequired, .format:
      return assertion(keyword, member, context).map { .assertion($0) }
    }
  }

  private mutating func conditional(
    _ member: Object.Member, _ object: Object, _ context: Context
  ) -> SchemaRule.Kind {
    let test = compile(member.value, context.child("if"))
    let then = object["then"].map { compile($0, context.child("then")) }
    let otherwise = object["else"].map { compile($0, context.child("else")) }
    return .inPlace(.conditional(test: test, then: then, otherwise: otherwise))
  }

  private mutating func contains(
    _ member: Object.Member, _ object: Object, _ context: Context
  ) -> SchemaRule.Kind {
    let schema = compile(member.value, context.child("contains"))
    let least = object.member("minContains").flatMap { count($0, context) }
    let most = object.member("maxContains").flatMap { count($0, context) }
    return .contains(ContainsRule(schema: schema, least: least ?? 1, most: most))
  }

  private mutating func itemRules(_ object: Object, _ context: Context) -> ItemRules {
    var rules = ItemRules()
    if let member = object.member("prefixItems") {
      rules.prefix = schemas(member, context) ?? []
    }
    if let member = object.member("items") {
      rules.restPlace = place(member.keyRange, context)
      if member.value.array != nil {
        fault(
          "items", "\"items\" must be a schema, not a list of them", at: member.value.range,
          in: context, hints: ["write \"prefixItems\" for the schemas of the first items"])
      } else {
        rules.rest = compile(member.value, context.child("items"))
      }
    }
    return rules
  }

  private mutating func memberRules(_ object: Object, _ context: Context) -> MemberRules {
    var rules = MemberRules()
    if let member = object.member("properties") {
      for (name, schema) in schemaMap(member, context) ?? [] {
        rules.names.append(name)
        rules.named[name] = schema
      }
    }
    if let member = object.member("patternProperties"), let patterns = member.value.object {
      for item in patterns.members {
        let schema = compile(item.value, context.child(member.key, item.key))
        guard let pattern = pattern(item.key, at: item.keyRange, context) else { continue }
        rules.patterns.append((pattern, schema, place(item.keyRange, context)))
      }
    } else if let member = object.member("patternProperties") {
      mismatch("an object of schemas", member, context)
    }
    if let member = object.member("additionalProperties") {
      rules.additionalPlace = place(member.keyRange, context)
      rules.additional = compile(member.value, context.child(member.key))
    }
    return rules
  }
}
