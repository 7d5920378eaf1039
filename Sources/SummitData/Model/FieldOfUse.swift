package import Formats
import Inputs

/// A use that a project's product is meant for.
package struct FieldOfUse: Sendable, Hashable {
  package let name: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "field-of-use", "A use that the project's product is meant for.",
    Field("name", .localized, "The use in a few words."),
    .source,
    make: FieldOfUse.init
  ).named("field-of-use")
}
