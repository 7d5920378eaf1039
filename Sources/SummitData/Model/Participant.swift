package import Formats
import Inputs

/// A person who took part, for an organization and in a position.
package struct Participant: Sendable, Hashable {
  package let id: String
  package let name: LocalizedText
  /// The id of the organization.
  package let organization: String
  /// As the source writes it.
  package let position: LocalizedText
  package let seniority: Seniority
  package let source: Citation

  static let shape = Shape.object(
    "participant", "A person who took part, for an organization and in a position.",
    Field(
      "id", .identifier(of: "participant"),
      "The person: \"ku-hyeon-mo\". The same in every year's file: comparisons go by it."),
    Field("name", .localized, "The person's name."),
    Field("organization", .reference(to: "organization"), "The id of the organization."),
    Field("position", .localized, "The position as the source writes it."),
    Field(
      "seniority", .code("seniority"),
      "How high the position stands: a coding of whoever writes the file, not a fact of the source."
    ),
    .source,
    make: Participant.init
  ).named("participant")
}
