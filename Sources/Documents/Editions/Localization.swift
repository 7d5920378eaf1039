package import Diagnostics
package import Formats
package import Inputs

extension Diagnostic {
  /// The same fault as an error: what an author writes has to be whole, what data lack is warned of.
  var asError: Diagnostic {
    var fault = self
    fault.severity = .error
    return fault
  }
}

/// Reads bilingual values in one language.
///
/// An object whose keys are language codes and nothing else stands for one text; where the language is missing, another
/// one stands in and a warning says so.
package struct Localization {
  private static let languages = Set(Language.allCases.map(\.rawValue))

  private let source: Source
  private let language: Language
  /// Whether a null stands for itself rather than for a text that is missing.
  private let keepsNull: Bool
  private var faults = FaultList()
  private var fallbacks: Fallbacks = [:]

  /// The languages of texts that stand in for others, by the texts' places in their source.
  package typealias Fallbacks = [Range<Int>: Language]

  package static func read(
    _ input: Located, in language: Language, keepsNull: Bool = false
  ) -> (value: Value, warnings: [Diagnostic]) {
    let (value, warnings, _) = readTagged(input, in: language, keepsNull: keepsNull)
    return (value, warnings)
  }

  /// The value, and which of its texts are in another language.
  package static func readTagged(
    _ input: Located, in language: Language, keepsNull: Bool = false
  ) -> (value: Value, warnings: [Diagnostic], fallbacks: Fallbacks) {
    var localization = Localization(
      source: input.source, language: language, keepsNull: keepsNull)
    let value = localization.read(input.value) ?? input.value
    return (value, localization.faults.diagnostics, localization.fallbacks)
  }

  private init(source: Source, language: Language, keepsNull: Bool) {
    self.source = source
    self.language = language
    self.keepsNull = keepsNull
  }

  /// The value in the language; nil where it is the same, so that large inputs without translations aren't copied.
  private mutating func read(_ value: Value) -> Value? {
    switch value.kind {
    case .null, .bool, .number, .string: return nil
    case .array(var items):
      var isChanged = false
      for index in items.indices {
        if let item = read(items[index]) {
          items[index] = item
          isChanged = true
        }
      }
      return isChanged ? Value(.array(items), range: value.range) : nil
    case .object(let object):
      if let text = translation(of: object, at: value.range) { return read(text) ?? text }
      var members: [Object.Member]?
      for (index, member) in object.members.enumerated() {
        if let part = read(member.value) {
          if members == nil { members = object.members }
          members?[index].value = part
        }
      }
      return members.map { Value(.object(Object($0)), range: value.range) }
    }
  }

  /// The text of an object of languages; nil for any other object.
  private mutating func translation(of object: Object, at range: Range<Int>) -> Value? {
    guard let first = object.members.first,
      object.members.allSatisfy({ Self.languages.contains($0.key) })
    else { return nil }
    if let exact = object[language.rawValue], !exact.isNull || keepsNull { return exact }
    let member = object.members.first { !$0.value.isNull } ?? first
    let other = member.value
    if !other.isNull {
      if let language = Language(rawValue: member.key) { tag(other, as: language) }
      let location = SourceLocation(source, range)
      let code = language.rawValue
      faults.addWarning {
        .warning(
          "data.translation", "there is no text in \"\(code)\" here", at: location,
          hints: ["add \"\(code)\": \"…\" beside the other"])
      }
    }
    return other
  }

  /// Notes the language of each text in a value.
  private mutating func tag(_ value: Value, as language: Language) {
    switch value.kind {
    case .string: if !value.range.isEmpty { fallbacks[value.range] = language }
    case .array(let items): for item in items { tag(item, as: language) }
    case .object(let object): for member in object.members { tag(member.value, as: language) }
    case .null, .bool, .number: break
    }
  }
}
