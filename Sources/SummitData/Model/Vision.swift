package import Formats
import Inputs

/// The vision that a summit announced.
package struct Vision: Sendable, Hashable {
  package let title: LocalizedText
  package let text: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "vision", "The vision that the summit announced.",
    Field("title", .localized, "The vision in its own words."),
    Field("text", .localized, "The vision in a sentence."),
    .source,
    make: Vision.init
  ).named("vision")
}
