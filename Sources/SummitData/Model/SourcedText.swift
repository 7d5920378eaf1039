package import Formats
import Inputs

/// A statement of fact and its sources.
package struct SourcedText: Sendable, Hashable {
  package let text: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "fact", "A statement of fact and its sources.",
    Field("text", .localized, "The fact in one or two sentences."),
    .source,
    make: SourcedText.init
  ).named("fact")
}
