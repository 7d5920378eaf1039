package import Formats
import Inputs

/// Where a summit was held.
package struct Venue: Sendable, Hashable {
  package let name: LocalizedText
  package let place: LocalizedText?
  package let source: Citation

  static let shape = Shape.object(
    "venue", "Where the summit was held.",
    Field("name", .localized, "The house."),
    .optional("place", .localized, "The town or district."),
    .source,
    make: Venue.init
  ).named("venue")
}
