/// How a value of the wrong type may be written.
enum TypeHint {
  static func hints(_ types: TypeSet, _ value: Value) -> [String] {
    switch value.kind {
    case .string(let text):
      let isNumber = !types.isDisjoint(with: [.number, .integer])
      if isNumber, let number = NumberGrammar.number(text),
        types.admits(Value(.number(number)))
      {
        return ["write it without quotes: \(text)"]
      }
      if types.contains(.boolean), text == "true" || text == "false" {
        return ["write it without quotes: \(text)"]
      }
      if types.contains(.array) { return ["write it as a list: [\(Shown.quoted(text))]"] }
      return []
    case .number, .bool:
      if types.contains(.string) { return ["write it in quotes: \"\(Shown.text(value))\""] }
      if types.contains(.array) { return ["write it as a list: [\(Shown.text(value))]"] }
      return []
    case .null: return ["give it a value, or leave it out"]
    case .object: return types.contains(.array) ? ["put it into a list: [{…}]"] : []
    case .array(let items):
      return items.count == 1 && types.admits(items[0]) ? ["take it out of the list"] : []
    }
  }
}
