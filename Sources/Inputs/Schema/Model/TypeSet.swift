/// The types that a value may have (validation, section 6.1.1).
struct TypeSet: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let object = TypeSet(rawValue: 4)
  static let array = TypeSet(rawValue: 8)
  static let number = TypeSet(rawValue: 16)
  static let integer = TypeSet(rawValue: 32)
  static let string = TypeSet(rawValue: 64)

  /// The types by the names that a schema gives them, and in a reader's words.
  static let named: [(name: String, type: TypeSet, words: String)] = [
    ("string", .string, "a text"), ("integer", .integer, "a whole number"),
    ("number", .number, "a number"), ("boolean", .boolean, "true or false"),
    ("array", .array, "a list"), ("object", .object, "an object"), ("null", .null, "null"),
  ]

  func admits(_ value: Value) -> Bool {
    switch value.kind {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    case .number(let number): contains(.number) || contains(.integer) && number.isWhole
    }
  }

  /// `a text or a number`.
  var words: String {
    let words = Self.named.filter { contains($0.type) }.map(\.words)
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
