import Formats
import Inputs

/// Reads objects whose keys are languages, `{"ko": …, "en": …}`, in one of them.
struct Localization {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func resolve(_ value: Value) -> Value {
    switch value.kind {
    case .object(let object):
      if let text = text(of: object) { return resolve(text) }
      let members = object.members.map { member in
        Object.Member(
          key: member.key, keyRange: member.keyRange, value: resolve(member.value))
      }
      return Value(.object(Object(members)), range: value.range)
    case .array(let items):
      return Value(.array(items.map(resolve)), range: value.range)
    case .null, .bool, .number, .string: return value
    }
  }

  /// Whether a value is an object of languages.
  static func isText(_ value: Value) -> Bool {
    guard let object = value.object, !object.members.isEmpty else { return false }
    return object.members.allSatisfy { Language(rawValue: $0.key) != nil }
  }

  /// The text in the language, else in the first one written; nil for an object that isn't one of languages.
  private func text(of object: Object) -> Value? {
    guard Self.isText(Value(.object(object))) else { return nil }
    return object[language.rawValue] ?? object.members.first?.value
  }
}
