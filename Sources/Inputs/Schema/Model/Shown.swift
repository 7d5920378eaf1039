/// Values as messages show them: whole where they are short.
enum Shown {
  /// Scalars of a text that are shown.
  private static let longest = 60

  /// A value in a few words: `"서울"`, `42`, `a list`.
  static func text(_ value: Value) -> String {
    switch value.kind {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): cut(number.text)
    case .string(let text): quoted(text)
    case .array(let items): items.isEmpty ? "[]" : "a list"
    case .object(let object): object.members.isEmpty ? "{}" : "an object"
    }
  }

  /// What a value is, where it is of the wrong kind: `the number 42`, `true`, `a list`.
  static func kind(_ value: Value) -> String {
    switch value.kind {
    case .null, .bool: text(value)
    case .number: "the number \(text(value))"
    case .string: "the text \(text(value))"
    case .array, .object: value.kindName
    }
  }

  static func quoted(_ text: String) -> String {
    "\"\(cut(text))\""
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "…"
  }
}
