package import Diagnostics
package import Formats
package import Inputs

/// Reads bilingual values in one language.
///
/// An object whose keys are language codes and nothing else stands for one text; where the language is missing, another
/// one stands in and a warning says so.
package enum Localization {
  private static let languages = Language.allCases.map(\.rawValue)
  private static let mostWarnings = 20

  package static func read(
    _ input: Located, in language: Language
  ) -> (value: Value, warnings: [Diagnostic]) {
    var warnings: [Diagnostic] = []
    let value = read(input.value, of: input.source, in: language, &warnings)
    return (value, warnings)
  }

  private static func read(
    _ value: Value, of source: Source, in language: Language, _ warnings: inout [Diagnostic]
  ) -> Value {
    switch value.kind {
    case .null, .bool, .number, .string: return value
    case .array(let items):
      return Value(
        .array(items.map { read($0, of: source, in: language, &warnings) }), range: value.range)
    case .object(let object):
      if let translated = translation(of: object, in: language) {
        if !translated.isExact, warnings.count < mostWarnings {
          warnings.append(
            .warning(
              "data.translation", "there is no text in \"\(language.rawValue)\" here",
              at: SourceLocation(source, value.range),
              hints: ["add \"\(language.rawValue)\": \"…\" beside the other"]))
        }
        return read(translated.value, of: source, in: language, &warnings)
      }
      return Value(
        .object(
          Object(
            object.members.map { member in
              Object.Member(
                key: member.key, keyRange: member.keyRange,
                value: read(member.value, of: source, in: language, &warnings))
            })), range: value.range)
    }
  }

  private static func translation(
    of object: Object, in language: Language
  ) -> (value: Value, isExact: Bool)? {
    guard let first = object.members.first,
      object.members.allSatisfy({ languages.contains($0.key) })
    else { return nil }
    if let exact = object[language.rawValue], !exact.isNull { return (exact, true) }
    let other = object.members.first { !$0.value.isNull } ?? first
    return (other.value, other.value.isNull)
  }
}
