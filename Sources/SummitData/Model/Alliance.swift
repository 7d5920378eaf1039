package import Formats
import Inputs

/// The alliance whose summit it is.
package struct Alliance: Sendable, Hashable {
  /// When and where it was founded.
  package struct Founding: Sendable, Hashable {
    package let date: ApproximateDate
    package let place: LocalizedText?
    package let source: Citation

    static let shape = Shape.object(
      "founding", "When and where the alliance was founded.",
      Field("date", ApproximateDate.shape, "The day."),
      .optional("place", .localized, "The place."),
      .source,
      make: Founding.init
    ).named("founding")
  }

  package let name: LocalizedText
  package let description: LocalizedText?
  package let goal: LocalizedText?
  package let founding: Founding?
  package let source: Citation

  static let shape = Shape.object(
    "alliance", "The alliance whose summit it is.",
    Field("name", .localized, "Its name."),
    .optional("description", .localized, "What it is, in a few words."),
    .optional("goal", .localized, "What it was founded for."),
    .optional("founding", Founding.shape, "When and where it was founded."),
    .source,
    make: Alliance.init
  ).named("alliance")
}
