/// Keywords that apply to what no other keyword has looked at (core, section 11).
extension Evaluation {
  mutating func nextUnevaluatedMember(
    _ schema: Int, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let object = frame.value.object, goesOn(&frame, answer) else { return nil }
    while frame.position < object.members.count {
      let position = frame.position
      frame.position += 1
      if frame.marks?.contains(position) == true { continue }
      let member = object.members[position]
      guard schemaForbids(schema) else {
        return .part(schema, member.value, at: .key(member.key))
      }
      frame.isMet = false
      guard violations != nil else { return nil }
      let names = KnownMembers(self.schema).names(of: frame.call.schema)
      reportUnknown(member, among: names, in: frame.value, rule)
    }
    frame.marks?.insertAll()
    return nil
  }

  mutating func nextUnevaluatedItem(
    _ schema: Int, _ rule: SchemaRule, _ frame: inout EvaluationFrame, _ answer: Bool?
  ) -> SchemaCall? {
    guard let items = frame.value.array, goesOn(&frame, answer) else { return nil }
    while frame.position < items.count {
      let position = frame.position
      frame.position += 1
      if frame.marks?.contains(position) == true { continue }
      guard schemaForbids(schema) else {
        return .part(schema, items[position], at: .item(position))
      }
      frame.isMet = false
      guard violations != nil else { return nil }
      if wantsWords() {
        report(
          rule, at: items[position].range,
          "\(path.subject(ofItem: position)) is an item that isn't expected",
          hints: ["leave it out"])
      }
    }
    frame.marks?.insertAll()
    return nil
  }
}
