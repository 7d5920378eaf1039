package import Formats
import Inputs

/// A result that a summit shared.
package struct Outcome: Sendable, Hashable {
  package let title: LocalizedText
  package let text: LocalizedText
  /// The id of its area.
  package let area: String?
  package let figure: Figure?
  package let source: Citation

  static let shape = Shape.object(
    "result", "A result that the summit shared.",
    Field("title", .localized, "The result in a few words."),
    Field("text", .localized, "The result in a sentence or two."),
    .optional("area", .reference(to: "area"), "The id of its area."),
    .optional("figure", Figure.shape, "The number in it."),
    .source,
    make: Outcome.init
  ).named("result")
}
