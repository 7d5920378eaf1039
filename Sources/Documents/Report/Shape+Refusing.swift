package import Inputs

extension Shape {
  /// The same shape of an object, with members that the design names and no code reads yet: each is an error.
  package func refusing(_ keys: [String]) -> Shape {
    Shape(schema: schema, example: example) { value, decoding in
      guard let object = value.object, object.members.contains(where: { keys.contains($0.key) })
      else { return read(value, &decoding) }
      for member in object.members where keys.contains(member.key) {
        decoding.error(
          "report.unbuilt", "\"\(member.key)\" is not built yet", at: member.keyRange,
          hints: ["leave it out"])
      }
      let rest = object.members.filter { !keys.contains($0.key) }
      return read(Value(.object(Object(rest)), range: value.range), &decoding)
    }
  }
}
