package import Formats
package import Inputs

extension LocalizedText {
  /// `{"ko": …, "en": …}` with the languages that are known.
  package var value: Value {
    .object(
      Language.allCases.compactMap { language in
        self[language].map { (language.rawValue, .string($0)) }
      })
  }
}

extension Code {
  /// The code and its name, as templates see them.
  package var value: Value {
    .object([("code", .string(rawValue)), ("label", label.value)])
  }
}

extension ApproximateDate {
  /// The date as templates see it: for formats and drawing the latest day it allows, for printing a text.
  package var value: Value {
    .object([
      ("latest", .string(latestDay.description)),
      ("earliest", earliestDay.map { .string($0.description) } ?? .null),
      ("precision", .string(precision)),
      ("text", text.value),
    ])
  }
}

extension Citation {
  /// The ids as they stand in a citation: `[@{{cite}}]` becomes `[@A; @B]`.
  package var cite: String { joined(separator: "; @") }
}
