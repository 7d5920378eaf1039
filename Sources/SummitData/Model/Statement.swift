package import Formats
import Inputs

/// What somebody said, in indirect speech.
package struct Statement: Sendable, Hashable {
  /// The id of the participant.
  package let speaker: String
  package let text: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "statement", "What somebody said.",
    Field("speaker", .reference(to: "participant"), "The id of the participant who said it."),
    Field("text", .localized, "The gist in indirect speech, not the words."),
    .source,
    make: Statement.init
  ).named("statement")
}
