import Inputs

extension Value {
  /// The object with these members: each in the place of the one so named, else at the end.
  func setting(_ members: [(String, Value)]) -> Value {
    var result = object?.members ?? []
    for (key, value) in members {
      if let position = result.firstIndex(where: { $0.key == key }) {
        result[position].value = value
      } else {
        result.append(Object.Member(key: key, value: value))
      }
    }
    return Value(.object(Object(result)), range: range)
  }

  /// The object with null for each of these members that it lacks, so that a template may ask for them.
  func filling(_ keys: String...) -> Value {
    setting(keys.filter { self[$0] == nil }.map { ($0, .null) })
  }

  /// Each item of the list beside the model it was read into; where there is no list, nothing.
  func items<Item>(_ key: String, _ models: [Item], _ value: (Item, Value) -> Value) -> Value {
    guard let list = self[key], let items = list.array else { return .array([]) }
    return Value(.array(zip(models, items).map(value)), range: list.range)
  }
}
