package import Formats
import Inputs

/// A heading that results and plans are grouped under.
package struct Area: Sendable, Hashable {
  package let id: String
  package let name: LocalizedText

  static let shape = Shape.object(
    "area", "A heading that results and plans are grouped under; of the file's making, not a fact.",
    Field("id", .identifier(of: "area"), "What results and plans call it."),
    Field("name", .localized, "Its name."),
    make: Area.init
  ).named("area")
}
