import Diagnostics
import Formats

/// Reads what keywords say: texts, counts, lists of schemas.
extension SchemaCompiler {
  mutating func mismatch(
    _ wanted: String, _ member: Object.Member, _ context: Context, hints: [String] = []
  ) {
    fault(
      "value", "\"\(member.key)\" must be \(wanted), not \(Shown.kind(member.value))",
      at: member.value.range, in: context, hints: hints)
  }

  mutating func text(_ member: Object.Member, _ context: Context) -> String? {
    if member.value.string == nil { mismatch("a text", member, context) }
    return member.value.string
  }

  /// A whole number from zero; `2.0` is one.
  mutating func count(_ member: Object.Member, _ context: Context) -> Int? {
    guard let number = member.value.number, number.isWhole, !number.exact.isNegative else {
      let found =
        member.value.number == nil ? Shown.kind(member.value) : Shown.text(member.value)
      fault(
        "value", "\"\(member.key)\" must be a whole number from 0, not \(found)",
        at: member.value.range, in: context)
      return nil
    }
    return number.exact.integer ?? .max
  }

  /// A list of keys, none of them twice.
  mutating func texts(_ member: Object.Member, _ context: Context) -> [String]? {
    guard let items = member.value.array else {
      let isOld = member.key == "required" && member.value.bool != nil
      mismatch(
        "a list of keys", member, context,
        hints: isOld
          ? ["name the required keys in a list beside \"properties\""]
          : member.value.string.map { ["write [\(Shown.quoted($0))]"] } ?? [])
      return nil
    }
    var texts: [String] = []
    var seen: Set<String> = []
    for item in items {
      guard let text = item.string else {
        fault(
          "value", "a key in \"\(member.key)\" must be a text, not \(Shown.kind(item))",
          at: item.range, in: context)
        continue
      }
      guard seen.insert(text).inserted else {
        fault(
          "value", "\"\(member.key)\" names \"\(text)\" twice", at: item.range, in: context)
        continue
      }
      texts.append(text)
    }
    return texts
  }

  mutating func schemas(_ member: Object.Member, _ context: Context) -> [Int]? {
    guard let items = member.value.array, !items.isEmpty else {
      if member.value.array != nil {
        fault(
          "value", "\"\(member.key)\" is empty, and must have at least one schema",
          at: member.value.range, in: context)
      } else {
        mismatch("a list of schemas", member, context)
      }
      return nil
    }
    var schemas: [Int] = []
    for (index, item) in items.enumerated() {
      schemas.append(compile(item, context.child(member.key, String(index))))
    }
    return schemas
  }

  mutating func schemaMap(
    _ member: Object.Member, _ context: Context
  ) -> [(key: String, schema: Int)]? {
    guard let object = member.value.object else {
      mismatch("an object of schemas", member, context)
      return nil
    }
    var schemas: [(key: String, schema: Int)] = []
    for item in object.members {
      schemas.append((item.key, compile(item.value, context.child(member.key, item.key))))
    }
    return schemas
  }
}
