import Inputs

extension Value {
  /// The object without some members; what isn't an object stays as it is.
  func omitting(_ keys: [String]) -> Value {
    guard let object else { return self }
    return Value(.object(Object(object.members.filter { !keys.contains($0.key) })), range: range)
  }

  /// The object with nothing but some members.
  func picking(_ keys: [String]) -> Value {
    guard let object else { return self }
    return Value(.object(Object(object.members.filter { keys.contains($0.key) })), range: range)
  }

  /// The object with members set, in place of those of the same names.
  func setting(_ members: [(String, Value?)]) -> Value {
    guard let object else { return self }
    var result = object.members
    for (key, value) in members {
      guard let value else { continue }
      if let place = result.firstIndex(where: { $0.key == key }) {
        result[place].value = value
      } else {
        result.append(Object.Member(key: key, value: value))
      }
    }
    return Value(.object(Object(result)), range: range)
  }
}
