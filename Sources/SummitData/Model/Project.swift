package import Formats
import Inputs

/// Work that members do together.
package struct Project: Sendable, Hashable {
  package let name: LocalizedText
  package let since: ApproximateDate?
  /// The ids of the organizations that do it.
  package let organizations: [String]
  package let source: Citation
  package let state: SourcedText?
  package let approach: SourcedText?
  package let uses: [FieldOfUse]

  static let shape = Shape.object(
    "project", "Work that members do together.",
    Field("name", .localized, "Its name."),
    .optional("since", ApproximateDate.shape, "When it began."),
    Field(
      "organizations", .list(of: .reference(to: "organization")), default: [],
      "The ids of the organizations that do it."),
    .source,
    .optional("state", SourcedText.shape, "How far it has come."),
    .optional("approach", SourcedText.shape, "How it works."),
    Field("uses", .list(of: FieldOfUse.shape), default: [], "What its product is meant for."),
    make: Project.init
  ).named("project")
}
