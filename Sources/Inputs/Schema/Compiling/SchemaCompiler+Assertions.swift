import Diagnostics
import Formats

extension SchemaCompiler {
  /// The keywords that judge a value without another schema (validation, section 6).
  mutating func assertion(
    _ keyword: SchemaKeyword, _ member: Object.Member, _ context: Context
  ) -> Assertion? {
    switch keyword {
    case .type: return types(member, context).map { .type($0) }
    case .enumeration:
      guard let values = member.value.array else {
        mismatch("a list of the allowed values", member, context)
        return nil
      }
      if values.isEmpty {
        warning("enum", "\"enum\" allows no value at all", at: member.value.range, in: context)
      }
      return .enumeration(Enumeration(values))
    case .constant: return .constant(member.value)
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum:
      return bound(keyword, member, context).map { .bound($0) }
    case .multipleOf: return divisor(member, context).map { .multipleOf($0) }
    case .minLength: return countBound(.characters, isLeast: true, member, context)
    case .maxLength: return countBound(.characters, isLeast: false, member, context)
    case .minItems: return countBound(.items, isLeast: true, member, context)
    case .maxItems: return countBound(.items, isLeast: false, member, context)
    case .minProperties: return countBound(.members, isLeast: true, member, context)
    case .maxProperties: return countBound(.members, isLeast: false, member, context)
    case .pattern:
      guard let text = text(member, context) else { return nil }
      return pattern(text, at: member.value.range, context).map { .pattern($0) }
    case .format: return format(member, context).map { .format($0) }
    case .uniqueItems:
      guard let isUnique = member.value.bool else {
        mismatch("true or false", member, context)
        return nil
      }
      return isUnique ? .uniqueItems : nil
    case .required: return texts(member, context).map { .required($0) }
    case .dependentRequired:
      guard let object = member.value.object else {
        mismatch("an object of lists of keys", member, context)
        return nil
      }
      return .dependentRequired(object.members.map { ($0.key, texts($0, context) ?? []) })
    default: return nil
    }
  }

  private mutating func countBound(
    _ thing: CountBound.Thing, isLeast: Bool, _ member: Object.Member, _ context: Context
  ) -> Assertion? {
    count(member, context).map { .count(CountBound(thing: thing, count: $0, isLeast: isLeast)) }
  }

  private mutating func bound(
    _ keyword: SchemaKeyword, _ member: Object.Member, _ context: Context
  ) -> NumberBound? {
    let isLeast = keyword == .minimum || keyword == .exclusiveMinimum
    let isExclusive = keyword == .exclusiveMinimum || keyword == .exclusiveMaximum
    guard let number = member.value.number else {
      let isOld = isExclusive && member.value.bool != nil
      mismatch(
        "a number", member, context,
        hints: isOld
          ? ["write the bound itself here, instead of \"\(isLeast ? "minimum" : "maximum")\""] : [])
      return nil
    }
    return NumberBound(number: number, isLeast: isLeast, isExclusive: isExclusive)
  }

  private mutating func divisor(_ member: Object.Member, _ context: Context) -> Divisor? {
    guard let number = member.value.number else {
      mismatch("a number", member, context)
      return nil
    }
    guard let divisor = Divisor(number) else {
      fault(
        "multiple-of",
        number.exact.isZero || number.exact.isNegative
          ? "\"multipleOf\" must be more than 0, not \(Shown.text(member.value))"
          : "\"multipleOf\" has more than \(Divisor.mostDigits) digits",
        at: member.value.range, in: context)
      return nil
    }
    return divisor
  }

  private mutating func types(_ member: Object.Member, _ context: Context) -> TypeSet? {
    let values: [Value]
    switch member.value.kind {
    case .string: values = [member.value]
    case .array(let items) where !items.isEmpty: values = items
    case .array:
      fault(
        "value", "\"type\" is empty, and must name at least one type", at: member.value.range,
        in: context)
      return nil
    case .null, .bool, .number, .object:
      mismatch("the name of a type, or a list of names", member, context)
      return nil
    }
    var types: TypeSet = []
    for value in values {
      guard let name = value.string else {
        fault(
          "type", "a type must be a name in quotes, not \(value.kindName)", at: value.range,
          in: context)
        continue
      }
      guard let type = TypeSet.named.first(where: { $0.name == name })?.type else {
        fault(
          "type", "unknown type \"\(name)\"", at: value.range, in: context,
          hints: Self.typeHints(name))
        continue
      }
      types.insert(type)
    }
    return types
  }

  /// What other languages call the types.
  private static func typeHints(_ name: String) -> [String] {
    let others = [
      "int": "integer", "long": "integer", "float": "number", "double": "number",
      "decimal": "number", "bool": "boolean", "str": "string", "text": "string", "list": "array",
      "dict": "object", "map": "object", "none": "null", "nil": "null",
    ]
    if let meant = others[name.lowercased()] { return ["did you mean \"\(meant)\"?"] }
    if let format = CheckedFormat(rawValue: name) {
      return ["write \"type\": \"string\", \"format\": \"\(format.rawValue)\""]
    }
    return Suggestion.hints(for: name, in: TypeSet.named.map(\.name))
  }

  private mutating func format(_ member: Object.Member, _ context: Context) -> CheckedFormat? {
    guard let name = text(member, context) else { return nil }
    if let format = CheckedFormat(rawValue: name) { return format }
    let known = CheckedFormat.allCases.map(\.rawValue) + CheckedFormat.unchecked
    if !known.contains(name), let meant = Suggestion.nearest(to: name, in: known) {
      warning(
        "format", "unknown format \"\(name)\" is ignored", at: member.value.range, in: context,
        hints: ["did you mean \"\(meant)\"?"])
    }
    return nil
  }

  mutating func pattern(
    _ text: String, at range: Range<Int>, _ context: Context
  ) -> Pattern? {
    do throws(PatternFault) {
      return try Pattern(text, limits: limits)
    } catch {
      let place = error.position.map { ", at character \($0)" } ?? ""
      fault(
        "pattern", "the pattern \(Shown.quoted(text)) \(error.message)\(place)", at: range,
        in: context, hints: error.hint.map { [$0] } ?? [])
      return nil
    }
  }
}
