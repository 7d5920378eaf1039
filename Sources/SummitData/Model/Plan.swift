package import Formats
import Inputs

/// What the alliance means to do.
package struct Plan: Sendable, Hashable {
  package let title: LocalizedText
  package let text: LocalizedText
  /// The id of its area.
  package let area: String?
  package let figure: Figure?
  package let source: Citation

  static let shape = Shape.object(
    "plan", "What the alliance means to do.",
    Field("title", .localized, "The plan in a few words."),
    Field("text", .localized, "The plan in a sentence or two."),
    .optional("area", .reference(to: "area"), "The id of its area."),
    .optional("figure", Figure.shape, "The number in it."),
    .source,
    make: Plan.init
  ).named("plan")
}
