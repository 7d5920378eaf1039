package import Formats
import Inputs

/// A company, university, institute or ministry: a member of the alliance, a part of one, or a guest.
package struct Organization: Sendable, Hashable {
  package let id: String
  package let name: LocalizedText
  package let fullName: LocalizedText?
  package let kind: OrganizationKind
  /// The id of its industry.
  package let industry: String
  /// The id of the group that it belongs to.
  package let parent: String?
  package let source: Citation

  static let shape = Shape.object(
    "organization", "A company, university, institute or ministry.",
    Field(
      "id", .identifier(of: "organization"),
      "What the other lists call it: \"kt\". The same in every year's file: comparisons go by it."),
    Field("name", .localized, "Its name, as tables and charts print it."),
    .optional("full_name", .localized, "What a short name stands for."),
    Field("kind", .code("kind of organization"), "What kind of organization it is."),
    Field("industry", .reference(to: "industry"), "The id of its industry."),
    .optional(
      "parent", .reference(to: "organization"),
      "The id of the group it belongs to; where that is a member, its people stand for the group."),
    Field("source", .citation, default: [], "The id of the source that states it, or a list."),
    make: Organization.init
  ).named("organization")
}
