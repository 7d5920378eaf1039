package import Formats
package import Inputs

/// The number in a fact, with what it counts.
package struct Figure: Sendable, Hashable {
  package let value: Number
  package let unit: LocalizedText?
  package let label: LocalizedText

  static let shape = Shape.object(
    "figure", "The number in a fact.",
    Field("value", .exactNumber, "The number."),
    .optional("unit", .localized, "The unit behind it."),
    Field("label", .localized, "What it counts."),
    make: Figure.init
  ).named("figure")
}
